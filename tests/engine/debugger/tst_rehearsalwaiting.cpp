// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/toyworkflow.h"

using namespace baton;
using Stop = StepReport::Stop;

namespace {

TaskResult resultOf(const Rehearsal& rehearsal, const WaitingTask& waiting, Value output)
{
    TaskResult result;
    result.taskId = rehearsal.world().find(waiting.workflowId)->task(waiting.slot)->taskId;
    result.status = TaskStatus::Completed;
    result.outputData = std::move(output);
    return result;
}

}  // namespace

class TestRehearsalWaiting : public QObject {
    Q_OBJECT

private slots:
    void humanWaitsForAnAnswer()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"h","tasks":[
            {"name":"ask","taskReferenceName":"ask","type":"HUMAN"},
            {"name":"after","taskReferenceName":"after","inputParameters":{"said":"${ask.output.said}"}}]})");
        setup.handlers = toy::handlers({{"after", toy::echo}});
        const auto rehearsal = toy::started(std::move(setup));
        const StepReport report = rehearsal->run();
        QCOMPARE(report.stop, Stop::Waiting);
        QCOMPARE(rehearsal->waitingTasks().size(), std::size_t {1});
        QCOMPARE(toy::main(*rehearsal).task(report.slot)->referenceTaskName, Text("ask"));
        QVERIFY(!rehearsal->isFinished());

        const TaskResult yes = resultOf(*rehearsal, {rehearsal->mainWorkflowId(), report.slot}, Value::object({{"said", "yes"}}));
        rehearsal->stepBack();
        QCOMPARE(rehearsal->answer(yes).error().code, ErrorCode::Conflict);
        rehearsal->run();
        const Result<StepReport> answered = rehearsal->answer(yes);
        QVERIFY(answered.ok());
        QCOMPARE(answered->stop, Stop::Moved);
        QCOMPARE(toy::main(*rehearsal).latest("ask")->status, TaskStatus::Completed);
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*rehearsal).output["got"]["said"], Value("yes"));
        QCOMPARE(rehearsal->answer(yes).error().code, ErrorCode::Conflict);
        TaskResult nobody;
        nobody.taskId = "nobody";
        QCOMPARE(rehearsal->answer(nobody).error().code, ErrorCode::NotFound);
    }

    void workerTasksWithoutHandlerWaitWithoutTimingOut()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"w","timeoutPolicy":"TIME_OUT_WF","timeoutSeconds":30,"tasks":[
            {"name":"nobody","taskReferenceName":"n"}]})");
        setup.startAt = 1000;
        const auto rehearsal = toy::started(std::move(setup));
        QCOMPARE(rehearsal->run().stop, Stop::Waiting);
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Running);
        const auto waiting = rehearsal->waitingTasks();
        QCOMPARE(waiting.size(), std::size_t {1});
        QVERIFY(rehearsal->answer(resultOf(*rehearsal, waiting[0], Value::object({{"x", 1}}))).ok());
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Completed);
        QCOMPARE(toy::main(*rehearsal).latest("n")->pollCount, 1);
    }

    void longWaitsAreOneStepAway()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"l","tasks":[{"name":"w","taskReferenceName":"w","type":"WAIT",
            "inputParameters":{"duration":"30 days"}}]})");
        setup.startAt = 1000;
        const auto rehearsal = toy::started(std::move(setup));
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Completed);
        QVERIFY(rehearsal->world().now >= 1000 + 30LL * 24 * 3600 * 1000);
    }

    void theSwitchDecides()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"s","tasks":[
            {"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"value-param","expression":"level",
             "inputParameters":{"level":"${workflow.input.level}"},
             "decisionCases":{"high":[{"name":"refuse","taskReferenceName":"refuse"}]},
             "defaultCase":[{"name":"accept","taskReferenceName":"accept"}]},
            {"name":"last","taskReferenceName":"last"}]})");
        setup.input = Value::object({{"level", "high"}});
        setup.handlers = toy::handlers({{"refuse", toy::echo}, {"accept", toy::echo}, {"last", toy::echo}});
        const auto rehearsal = toy::started(std::move(setup));
        const StepReport decision = rehearsal->stepForward(StepKind::Decision);
        QCOMPARE(decision.stop, Stop::Moved);
        const TaskRun& chosen = *toy::main(*rehearsal).task(decision.slot);
        QCOMPARE(chosen.taskType, Text("SWITCH"));
        QCOMPARE(chosen.outputData["selectedCase"], Value("high"));
        rehearsal->run();
        QCOMPARE(toy::tasks(toy::main(*rehearsal)), std::string("s COMPLETED, refuse COMPLETED, last COMPLETED"));
    }

    void branchesOfAForkComeInOrderAndJoin()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"f","tasks":[
            {"name":"fork","taskReferenceName":"fork","type":"FORK_JOIN","forkTasks":[
                [{"name":"x","taskReferenceName":"x1"},{"name":"x","taskReferenceName":"x2"}],
                [{"name":"y","taskReferenceName":"y1"}]]},
            {"name":"join","taskReferenceName":"join","type":"JOIN","joinOn":["x2","y1"]},
            {"name":"z","taskReferenceName":"z"}]})");
        setup.handlers = toy::handlers({{"x", toy::echo}, {"y", toy::echo}, {"z", toy::echo}});
        const auto rehearsal = toy::started(std::move(setup));
        std::string order;
        while (true) {
            const StepReport report = rehearsal->stepForward(StepKind::Task);
            if (report.stop != Stop::Moved)
                break;
            if (report.slot != kNoTask)
                order += toy::main(*rehearsal).task(report.slot)->referenceTaskName.str() + ' ';
        }
        QCOMPARE(order, std::string("x1 y1 x2 join z "));
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Completed);
        QVERIFY(toy::main(*rehearsal).latest("join")->outputData.contains("x2"));
    }

    void subWorkflowsAndFailureWorkflowsRunAlong()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"outer","failureWorkflow":"sorry","tasks":[
            {"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner"},
             "inputParameters":{"v":"${workflow.input.v}"}}]})");
        setup.library = {toy::workflow(R"({"name":"inner","tasks":[{"name":"i","taskReferenceName":"i",
            "inputParameters":{"v":"${workflow.input.v}"}}]})"),
            toy::workflow(R"({"name":"sorry","tasks":[{"name":"i","taskReferenceName":"s"}]})")};
        setup.taskDefs = {toy::taskDef(R"({"name":"i","retryCount":0,"timeoutSeconds":0})")};
        setup.input = Value::object({{"v", 5}});
        setup.handlers = toy::handlers({{"i", [](const Value& input, TaskContext& context) {
            return input["v"] == Value(5) ? TaskOutput::failed({"BAD", "five", {}, false}) : toy::echo(input, context);
        }}});
        const auto rehearsal = toy::started(std::move(setup));
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Failed);
        QCOMPARE(rehearsal->world().order.size(), std::size_t {3});
        const Execution& inner = *rehearsal->world().find(toy::main(*rehearsal).latest("sub")->subWorkflowId);
        QCOMPARE(inner.status, WorkflowStatus::Failed);
        const Value failureId = toy::main(*rehearsal).output["conductor.failure_workflow"];
        QVERIFY(failureId.isText());
        QCOMPARE(rehearsal->world().find(failureId.asText())->status, WorkflowStatus::Completed);
    }

    void callsWithAHandlerAreMocked()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"c","tasks":[{"name":"call","taskReferenceName":"call","type":"HTTP",
            "inputParameters":{"http_request":{"uri":"nowhere.invalid","method":"GET"}}}]})");
        const auto byHand = toy::started(setup);
        QCOMPARE(byHand->run().stop, Stop::Waiting);
        QVERIFY(byHand->answer(resultOf(*byHand, byHand->waitingTasks().at(0), Value::object({{"response", 1}}))).ok());
        QCOMPARE(byHand->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*byHand).output["response"], Value(1));

        setup.handlers = toy::handlers({{"HTTP", toy::echo}});
        const auto mocked = toy::started(setup);
        QCOMPARE(mocked->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*mocked).output["got"]["http_request"]["method"], Value("GET"));
    }

    void clientsCommandsWork()
    {
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"w","tasks":[{"name":"n","taskReferenceName":"n"}]})");
        const auto rehearsal = toy::started(std::move(setup));
        rehearsal->run();
        QVERIFY(rehearsal->command(rehearsal->mainWorkflowId(), command::Terminate {"enough"}).ok());
        QCOMPARE(rehearsal->run().stop, Stop::AtEnd);
        QCOMPARE(toy::main(*rehearsal).status, WorkflowStatus::Terminated);
        QVERIFY(rehearsal->isFinished());
    }
};

QTEST_GUILESS_MAIN(TestRehearsalWaiting)
#include "tst_rehearsalwaiting.moc"

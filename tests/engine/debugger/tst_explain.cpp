// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/explain.h"
#include "engine/debugger/toyworkflow.h"

#include <set>

using namespace baton;

namespace {

/// A workflow of these tasks, run as far as it goes by itself.
std::unique_ptr<Rehearsal> stuck(const std::string& tasks, std::vector<TaskDefPtr> taskDefs = {}, const std::map<std::string, toy::Body>& bodies = {},
                                 Value input = Value::object(), std::vector<WorkflowDefPtr> library = {})
{
    RehearsalSetup setup;
    setup.workflow = toy::workflow(R"({"name":"w","tasks":)" + tasks + "}");
    setup.taskDefs = std::move(taskDefs);
    setup.library = std::move(library);
    setup.input = std::move(input);
    setup.startAt = 1'000'000;
    setup.handlers = toy::handlers(bodies);
    auto rehearsal = toy::started(std::move(setup));
    rehearsal->run();
    return rehearsal;
}

std::string codes(const std::vector<Explanation>& all)
{
    std::string text;
    for (const Explanation& one : all)
        text += (text.empty() ? "" : " ") + std::string(toText(one.why)) + (one.reference.empty() ? "" : ":" + one.reference.str());
    return text;
}

std::string why(const Rehearsal& rehearsal, const ExplainContext& context = {})
{
    return codes(explainExecution(rehearsal.world(), rehearsal.mainWorkflowId(), context));
}

Explanation whyTask(const Rehearsal& rehearsal, const char* reference)
{
    const auto all = explainReference(rehearsal.world(), rehearsal.mainWorkflowId(), reference);
    return all.empty() ? Explanation {} : all.front();
}

std::string tellOf(const Rehearsal& rehearsal, const char* reference)
{
    const Explanation one = whyTask(rehearsal, reference);
    return std::string(toText(one.why)) + " " + toJson(one.facts);
}

constexpr const char* kSimple = R"([{"name":"t","taskReferenceName":"t"}])";

TaskOutput failing(const Value&, TaskContext&) { return TaskOutput::failed({"X", "broke", {}, true}); }

}  // namespace

class TestExplain : public QObject {
    Q_OBJECT

private slots:
    void workersThatAreMissing()
    {
        const auto rehearsal = stuck(kSimple);
        QCOMPARE(why(*rehearsal), std::string("WaitsForWorker:t"));
        ExplainContext context;
        context.hasWorker = [](std::string_view) { return false; };
        QCOMPARE(why(*rehearsal, context), std::string("NoWorker:t"));
    }

    void aDomainNobodyPolls()
    {
        World world;
        auto execution = std::make_shared<Execution>();
        execution->workflowId = "w";
        auto task = std::make_shared<TaskRun>();
        task->taskType = task->referenceTaskName = "t";
        task->domain = "east";
        execution->tasks.push_back(task);
        rebuildIndexes(*execution);
        world.executions.set("w", execution);
        world.order.push_back("w");
        ExplainContext context;
        context.isPolled = [](std::string_view, std::string_view domain) { return domain != "east"; };
        QCOMPARE(codes(explainExecution(world, "w", context)), std::string("NoWorkerInDomain:t"));
    }

    void waitingTasks_data()
    {
        QTest::addColumn<QString>("tasks");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* tasks, const char* expected) { QTest::newRow(expected) << tasks << expected; };
        row(R"([{"name":"h","taskReferenceName":"h","type":"HUMAN"}])", "HumanWaits:h");
        row(R"([{"name":"w","taskReferenceName":"w","type":"WAIT"}])", "WaitSignal:w");
        row(R"([{"name":"f","taskReferenceName":"f","type":"FORK_JOIN","forkTasks":[[{"name":"h","taskReferenceName":"h","type":"HUMAN"}],
            [{"name":"d","taskReferenceName":"d"}]]},{"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["h","d"]}])",
            "HumanWaits:h WaitsForWorker:d JoinWaits:j");
        row(R"([{"name":"l","taskReferenceName":"l","type":"DO_WHILE","loopCondition":"false","loopOver":[{"name":"h","taskReferenceName":"h","type":"HUMAN"}]}])",
            "LoopRuns:l HumanWaits:h__1");
        row(R"([{"name":"e","taskReferenceName":"e","type":"EVENT","sink":"conductor","asyncComplete":true}])", "EventWaits:e");
        row(R"([{"name":"c","taskReferenceName":"c","type":"HTTP","inputParameters":{"http_request":{"uri":"x","method":"GET"}}}])", "CallWaits:c");
        row(R"([{"name":"s","taskReferenceName":"s","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":1}}])", "ChildRuns:s HumanWaits:ask");
    }

    void waitingTasks()
    {
        QFETCH(QString, tasks);
        QFETCH(QString, expected);
        const auto inner = toy::workflow(R"({"name":"inner","version":1,"tasks":[{"name":"ask","taskReferenceName":"ask","type":"HUMAN"}]})");
        const auto rehearsal = stuck(tasks.toStdString(), {}, {}, Value::object(), {inner});
        QCOMPARE(QString::fromStdString(why(*rehearsal)), expected);
    }

    void pausedAndItsParent()
    {
        const auto inner = toy::workflow(R"({"name":"inner","version":1,"tasks":[{"name":"ask","taskReferenceName":"ask","type":"HUMAN"}]})");
        const auto rehearsal = stuck(R"([{"name":"s","taskReferenceName":"s","type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":1}}])",
            {}, {}, Value::object(), {inner});
        QVERIFY(rehearsal->command(rehearsal->mainWorkflowId(), command::Pause {}).ok());
        QVERIFY(why(*rehearsal).starts_with("WorkflowPaused ChildRuns:s"));
        const Text child = toy::main(*rehearsal).latest("s")->subWorkflowId;
        QVERIFY(codes(explainExecution(rehearsal->world(), child)).find("ParentPaused") != std::string::npos);
    }

    void timesThatRun()
    {
        // The moments in the middle of a rehearsal: just after a failure, a callback and the start of a timer.
        RehearsalSetup setup;
        setup.workflow = toy::workflow(R"({"name":"w","tasks":[{"name":"t","taskReferenceName":"t","startDelay":5},
            {"name":"w","taskReferenceName":"w","type":"WAIT","inputParameters":{"duration":"2 hours"}}]})");
        setup.taskDefs = {toy::taskDef(R"({"name":"t","retryCount":2,"retryDelaySeconds":60,"responseTimeoutSeconds":30,"timeoutSeconds":0})")};
        setup.startAt = 1'000'000;
        setup.handlers = toy::handlers({{"t", [](const Value&, TaskContext& context) {
            return context.attempt() == 0 ? TaskOutput::failed({"X", "broke", {}, true}) : TaskOutput::completed(Value::object());
        }}});
        const auto rehearsal = toy::started(std::move(setup));
        std::set<std::string> seen;
        while (rehearsal->stepForward(StepKind::Single).stop == StepReport::Stop::Moved) {
            for (const Explanation& one : explainExecution(rehearsal->world(), rehearsal->mainWorkflowId()))
                seen.insert(std::string(toText(one.why)));
        }
        for (const char* code : {"StartDelay", "LeaseRuns", "RetryDelay", "WaitTimer", "WorkflowEnded"})
            QVERIFY2(seen.contains(code), code);
    }

    void limitsThatHold()
    {
        const auto fork = R"([{"name":"f","taskReferenceName":"f","type":"FORK_JOIN","forkTasks":[[{"name":"t","taskReferenceName":"a"}],
            [{"name":"t","taskReferenceName":"b"}]]},{"name":"j","taskReferenceName":"j","type":"JOIN","joinOn":["a","b"]}])";
        const auto limited = stuck(fork, {toy::taskDef(R"({"name":"t","concurrentExecLimit":1})")});
        World world = limited->world();
        Event polled;
        polled.kind = EventKind::TaskStarted;
        polled.workflowId = limited->mainWorkflowId();
        polled.slot = 1;
        polled.at = world.now;
        polled.changes = {{Field::TaskStatus, static_cast<int>(TaskStatus::InProgress)}, {Field::StartTime, world.now}, {Field::TaskUpdateTime, world.now}};
        apply(world, polled);
        QVERIFY(codes(explainExecution(world, limited->mainWorkflowId())).find("ConcurrencyLimit:b") != std::string::npos);
        const auto rated = stuck(fork, {toy::taskDef(R"({"name":"t","rateLimitPerFrequency":1,"rateLimitFrequencyInSeconds":60})")});
        world = rated->world();
        polled.workflowId = rated->mainWorkflowId();
        apply(world, polled);
        QVERIFY(codes(explainExecution(world, rated->mainWorkflowId())).find("RateLimited:b") != std::string::npos);
    }

    void howTasksEnded()
    {
        const auto fails = stuck(kSimple, {toy::taskDef(R"({"name":"t","retryCount":1,"retryDelaySeconds":1})")}, {{"t", failing}});
        QCOMPARE(QString::fromStdString(tellOf(*fails, "t")), QString::fromUtf8(R"(RetriesUsedUp {"reason":"X: broke","attempt":2,"of":2})"));
        QVERIFY(why(*fails).starts_with("WorkflowEnded"));
        const auto optional = stuck(R"([{"name":"t","taskReferenceName":"t","optional":true,"retryCount":0},{"name":"h","taskReferenceName":"h","type":"HUMAN"}])", {}, {{"t", failing}});
        QVERIFY(tellOf(*optional, "t").starts_with("CompletedWithErrors"));
        QCOMPARE(why(*optional), std::string("HumanWaits:h"));
    }

    void whyThisBranch()
    {
        const char* tasks = R"([{"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"value-param","expression":"level",
             "inputParameters":{"level":"${workflow.input.level}"},
             "decisionCases":{"high":[{"name":"refuse","taskReferenceName":"refuse","type":"HUMAN"}],"low":[{"name":"x","taskReferenceName":"x"},{"name":"y","taskReferenceName":"y"}]},
             "defaultCase":[{"name":"accept","taskReferenceName":"accept"}]},{"name":"z","taskReferenceName":"z"}])";
        const auto rehearsal = stuck(tasks, {}, {}, Value::object({{"level", "high"}}));
        QCOMPARE(tellOf(*rehearsal, "s"), std::string(R"(CaseChosen {"expression":"level","inputs":{"level":"high"},"value":"high","cases":["high","low"],"next":"refuse","case":"high"})"));
        QCOMPARE(tellOf(*rehearsal, "accept"), std::string(R"(BranchNotTaken {"switch":"s","value":"high","case":null,"taken":"refuse"})"));
        QCOMPARE(tellOf(*rehearsal, "y"), std::string(R"(BranchNotTaken {"switch":"s","value":"high","case":"low","taken":"refuse"})"));
        QVERIFY(tellOf(*rehearsal, "z").starts_with(R"(WaitsForTask {"task":"s")"));
        QCOMPARE(whyTask(*rehearsal, "nobody").why, Why::NeverReached);
        const auto other = stuck(tasks, {}, {}, Value::object({{"level", "?"}}));
        QVERIFY(tellOf(*other, "s").starts_with("DefaultChosen"));
    }

    void loopsAndEnds()
    {
        const auto rehearsal = stuck(R"([{"name":"l","taskReferenceName":"l","type":"DO_WHILE","loopCondition":"$.l['iteration'] < 2","loopOver":[{"name":"n","taskReferenceName":"n","type":"NOOP"}]},
            {"name":"end","taskReferenceName":"end","type":"TERMINATE","inputParameters":{"terminationStatus":"COMPLETED"}},{"name":"z","taskReferenceName":"z"}])");
        QVERIFY(tellOf(*rehearsal, "l").starts_with("LoopEnded"));
        QCOMPARE(whyTask(*rehearsal, "end").why, Why::TerminatedBy);
        QCOMPARE(whyTask(*rehearsal, "z").why, Why::EndedBefore);
    }
};

QTEST_GUILESS_MAIN(TestExplain)
#include "tst_explain.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "enginebench.h"

using namespace baton;

namespace {

const char* const kOuter = R"({"name":"outer","tasks":[{"name":"sub","taskReferenceName":"sub","type":"SUB_WORKFLOW",
    "subWorkflowParam":{"name":"inner"}}]})";
const char* const kInner = R"({"name":"inner","tasks":[{"name":"a","taskReferenceName":"a"}]})";

std::vector<TaskDefPtr> noRetries()
{
    return {bench::taskDef(R"({"name":"a","retryCount":0,"timeoutSeconds":0})")};
}

Text childOf(bench::Bench& bench, const Text& parent)
{
    return bench.execution(parent).latest("sub")->subWorkflowId;
}

}  // namespace

class TestEngineChildren : public QObject {
    Q_OBJECT

private slots:
    void aChildEndsItsParent()
    {
        bench::Bench bench({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text parent = bench.start("outer");
        bench.work();
        QCOMPARE(bench.execution(parent).latest("sub")->status, TaskStatus::InProgress);
        const Text child = childOf(bench, parent);
        QCOMPARE(bench.execution(child).parentWorkflowId, parent);
        QVERIFY(bench.serve("a", TaskStatus::Completed, Value::object({{"x", 2}})));
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Completed);
        QCOMPARE(bench.execution(parent).output["x"], Value(2));
        QVERIFY(bench.foldsToTheSame());
        QVERIFY(bench.engine.waiting().empty());
    }

    void aChildThatCannotStartFailsItsTask()
    {
        bench::Bench bench({bench::workflow(R"({"name":"outer","tasks":[{"name":"sub","taskReferenceName":"sub",
            "type":"SUB_WORKFLOW","subWorkflowParam":{"name":"inner","version":9}}]})")}, noRetries());
        const Text parent = bench.start("outer");
        bench.work();
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Failed);
        QCOMPARE(bench.execution(parent).latest("sub")->reasonForIncompletion,
            Text("No such workflow defined. name=inner, version=9"));
    }

    void terminatingEitherEndsBoth()
    {
        bench::Bench bench({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text first = bench.start("outer");
        bench.work();
        QVERIFY(bench.engine.run(first, command::Terminate {"enough"}).ok());
        QCOMPARE(bench.execution(childOf(bench, first)).status, WorkflowStatus::Terminated);
        QVERIFY(bench.engine.waiting().empty());

        const Text second = bench.start("outer");
        bench.work();
        QVERIFY(bench.engine.run(childOf(bench, second), command::Terminate {"enough"}).ok());
        QCOMPARE(bench.execution(second).status, WorkflowStatus::Terminated);
        QVERIFY(bench.foldsToTheSame());
    }

    void retryOfAChildWakesItsParent()
    {
        bench::Bench bench({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text parent = bench.start("outer");
        bench.work();
        const Text child = childOf(bench, parent);
        QVERIFY(bench.serve("a", TaskStatus::Failed));
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Failed);
        QVERIFY(bench.engine.run(child, command::Retry {}).ok());
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Running);
        QVERIFY(bench.serve("a"));
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Completed);
        QVERIFY(bench.foldsToTheSame());
    }

    void retryCanResumeTheDeepestChild()
    {
        bench::Bench bench({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text parent = bench.start("outer");
        bench.work();
        const Text child = childOf(bench, parent);
        QVERIFY(bench.serve("a", TaskStatus::Failed));
        QVERIFY(bench.engine.run(parent, command::Retry {true}).ok());
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Running);
        QCOMPARE(childOf(bench, parent), child);
        QVERIFY(bench.serve("a"));
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Completed);
    }

    void rerunReachesATaskOfAChild()
    {
        bench::Bench bench({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text parent = bench.start("outer");
        bench.work();
        const Text child = childOf(bench, parent);
        QVERIFY(bench.serve("a"));
        const Text taskId = bench.execution(child).latest("a")->taskId;
        command::Rerun rerun;
        rerun.taskId = taskId;
        QVERIFY(bench.engine.run(parent, rerun).ok());
        QCOMPARE(bench.execution(child).status, WorkflowStatus::Running);
        QVERIFY(bench.serve("a"));
        QCOMPARE(bench.execution(parent).status, WorkflowStatus::Completed);
        rerun.taskId = "nope";
        QCOMPARE(bench.engine.run(parent, rerun).error().message, std::string("Task nope not found"));
    }

    void failureWorkflowsStart()
    {
        bench::Bench bench({bench::workflow(R"({"name":"w","failureWorkflow":"inner","tasks":[{"name":"a",
            "taskReferenceName":"a"}]})"), bench::workflow(kInner)}, noRetries());
        const Text id = bench.start("w");
        QVERIFY(bench.serve("a", TaskStatus::Failed));
        const std::string_view failure = bench.execution(id).output["conductor.failure_workflow"].asText();
        QVERIFY(bench.engine.execution(failure));
        QCOMPARE(bench.engine.execution(failure)->status, WorkflowStatus::Running);
    }

    void failureWorkflowsThatFailAtOnceComeToAnEnd()
    {
        bench::Bench bench({bench::workflow(R"({"name":"w","failureWorkflow":"w","tasks":[{"name":"t","taskReferenceName":"t",
            "type":"TERMINATE","inputParameters":{"terminationStatus":"FAILED"}}]})")});
        const Text id = bench.start("w");
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Failed);
        QVERIFY(bench.engine.world().order.size() > 1);
        QVERIFY(bench.engine.world().order.size() < 2000);
    }

    void aParentMissedByAStopIsToldLater()
    {
        bench::Bench first({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
        const Text parent = first.start("outer");
        first.work();
        QVERIFY(first.serve("a"));
        for (std::size_t length = 1; length < first.sink.events.size(); ++length) {
            bench::Bench second({bench::workflow(kOuter), bench::workflow(kInner)}, noRetries());
            World world;
            for (std::size_t i = 0; i < length; ++i)
                apply(world, first.sink.events[i]);
            second.engine.restore(world);
            second.work();
            for (const Text& id : second.engine.world().order) {
                for (const TaskPtr& task : second.execution(id).tasksBySeq()) {
                    if (task->status == TaskStatus::InProgress && task->taskType == "a")
                        second.update(id, *task, TaskStatus::Completed);
                }
            }
            second.work();
            while (second.serve("a")) { }
            QCOMPARE(second.execution(parent).status, WorkflowStatus::Completed);
        }
    }

    void startedWorkflowsGoTheirOwnWay()
    {
        bench::Bench bench({bench::workflow(R"({"name":"s","tasks":[{"name":"s","taskReferenceName":"s","type":"START_WORKFLOW",
            "inputParameters":{"startWorkflow":{"name":"inner"}}}]})"), bench::workflow(kInner)});
        const Text id = bench.start("s");
        bench.work();
        QCOMPARE(bench.execution(id).status, WorkflowStatus::Completed);
        QCOMPARE(bench.engine.execution(bench.execution(id).output["workflowId"].asText())->status, WorkflowStatus::Running);
    }
};

QTEST_GUILESS_MAIN(TestEngineChildren)
#include "tst_enginechildren.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// Rerun from anywhere, and parents that come back to life with their children.
class TestDeciderRevivals : public QObject {
    Q_OBJECT

private slots:
    void rerunFromTheStart();
    void rerunFromTheMiddle();
    void rerunRefusals();
    void rerunInAFork();
    void rerunTheFirstBranchKeepsTheOthers();
    void rerunInsideABranch();
    void rerunInALoop();
    void rerunAChoice();
    void rerunAFork();
    void rerunADynamicFork();
    void rerunInADynamicFork();
    void rerunASubWorkflow();
    void rerunInsideASubWorkflow();
    void siblingsGetAnotherChance();
    void retryOfAChildWakesItsParent();
    void retryWithResumeGoesDown();
    void threeLevels();
    void siblingChildrenAreRetriedToo();
    void optionalParentsSleepOn();
};

namespace {

void defineFamily(MiniRun& run, const std::string& option = {})
{
    run.taskDef("{'name': 'work', 'retryCount': 0}");
    run.taskDef("{'name': 'first', 'retryCount': 0}");
    run.workflow(R"({'name': 'child', 'tasks': [{'name': 'first', 'taskReferenceName': 'first', 'type': 'SIMPLE'},
        {'name': 'work', 'taskReferenceName': 'work', 'type': 'SIMPLE'}]})");
    run.workflow(R"({'name': 'parent', 'tasks': [{'name': 'sub', 'taskReferenceName': 'sub', 'type': 'SUB_WORKFLOW',
        'subWorkflowParam': {'name': 'child'}, 'inputParameters': {'x': 1} )" + option + "}]}");
    run.workflow(R"({'name': 'grandparent', 'tasks': [{'name': 'mid', 'taskReferenceName': 'mid', 'type': 'SUB_WORKFLOW',
        'subWorkflowParam': {'name': 'parent'}, 'inputParameters': {'x': 1}}]})");
}

void defineFork(MiniRun& run)
{
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.taskDef("{'name': 'b', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}, {'name': 'a2', 'taskReferenceName': 'a2', 'type': 'SIMPLE'}],
        [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a2', 'b']}]})");
}

Text taskId(const MiniRun& run, const Text& id, const char* reference)
{
    return run.task(id, reference).taskId;
}

}  // namespace

void TestDeciderRevivals::rerunFromTheStart()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE',
        'inputParameters': {'x': '${workflow.input.x}'}}]})");
    const Text id = run.start("w", "{'x': 1}");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    QVERIFY(run.rerun(id, {{}, {}, MiniRun::value("{'x': 2}"), "again"}).ok());
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a a SCHEDULED {"x":2} -> {}
    )");
    QCOMPARE(run[id].correlationId, "again");
}

void TestDeciderRevivals::rerunFromTheMiddle()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'},
        {'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE', 'inputParameters': {'x': 1}},
        {'name': 'c', 'taskReferenceName': 'c', 'type': 'SIMPLE'}]})");
    const Text id = run.start("w");
    for (const char* type : {"a", "b", "c"})
        QVERIFY(run.work(type, "COMPLETED", "{'v': 1}"));
    const Text b = taskId(run, id, "b");
    QVERIFY(run.rerun(id, {b, MiniRun::value("{'instead': true}"), {}, {}}).ok());
    EXPECT_RUN(run, R"(
        w RUNNING {"v":1}
        1 a a COMPLETED x {} -> {"v":1}
        2 b b SCHEDULED {"instead":true} -> {}
    )");
    QCOMPARE(taskId(run, id, "b"), b);
    QVERIFY(run.work("b"));
    QVERIFY(run.work("c"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::rerunRefusals()
{
    MiniRun run;
    run.workflow("{'name': 'w', 'tasks': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}");
    const Text id = run.start("w");
    Status done = run.rerun(id, {taskId(run, id, "a"), {}, {}, {}});
    QCOMPARE(done.error().message, "Workflow: w.1/" + id.str() + ".RUNNING is not in terminal state, unable to rerun.");
    QVERIFY(run.work("a"));
    done = run.rerun(id, {"nobody", {}, {}, {}});
    QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(done.error().message, std::string("Task nobody not found"));
}

void TestDeciderRevivals::rerunInAFork()
{
    MiniRun run;
    defineFork(run);
    const Text id = run.start("w");
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2"));
    QVERIFY(run.work("b"));
    QVERIFY(run.rerun(id, {taskId(run, id, "b"), {}, {}, {}}).ok());
    QVERIFY(run.work("b"));
    // a2 came after b and went with it.
    QVERIFY(run.work("a2"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

// The real server drops the other branches and waits for them for ever.
void TestDeciderRevivals::rerunTheFirstBranchKeepsTheOthers()
{
    MiniRun run;
    defineFork(run);
    const Text id = run.start("w");
    QVERIFY(run.work("a"));
    QVERIFY(run.work("b", "FAILED", "{}", "broke"));
    QVERIFY(run.rerun(id, {taskId(run, id, "a"), {}, {}, {}}).ok());
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2"));
    QVERIFY(run.work("b"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

// The join stood before the task and had completed: it has to wait again.
void TestDeciderRevivals::rerunInsideABranch()
{
    MiniRun run;
    defineFork(run);
    const Text id = run.start("w");
    QVERIFY(run.work("b"));
    QVERIFY(run.work("a"));
    QVERIFY(run.work("a2", "COMPLETED", "{'v': 1}"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QVERIFY(run.rerun(id, {taskId(run, id, "a2"), {}, {}, {}}).ok());
    QCOMPARE(run.task(id, "j").status, TaskStatus::InProgress);
    QVERIFY(run.work("a2", "COMPLETED", "{'v': 2}"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(toJson(run.task(id, "j").outputData["a2"]), std::string(R"({"v":2})"));
}

void TestDeciderRevivals::rerunInALoop()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE',
        'loopCondition': '$.loop.iteration < 3', 'loopOver': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]},
        {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]})");
    const Text id = run.start("w");
    for (int i = 1; i <= 3; ++i)
        QVERIFY(run.work("a", "COMPLETED", "{'v': " + std::to_string(i) + "}"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QVERIFY(run.rerun(id, {taskId(run, id, "a__2"), {}, {}, {}}).ok());
    EXPECT_RUN(run, R"(
        w RUNNING
        1 loop DO_WHILE IN_PROGRESS {} -> {"iteration":2,"1":{"a":{"v":1}},"2":{"a":{"v":2}}}
        2 a__1 a COMPLETED x {} -> {"v":1}
        3 a__2 a SCHEDULED
    )");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 20}"));
    QVERIFY(run.work("a", "COMPLETED", "{'v': 30}"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(toJson(run.task(id, "loop").outputData["2"]), std::string(R"({"a":{"v":20}})"));
}

void TestDeciderRevivals::rerunAChoice()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'evaluatorType': 'value-param', 'expression': 'v', 'inputParameters': {'v': '${workflow.input.v}'},
        'decisionCases': {'a': [{'name': 'a', 'taskReferenceName': 'a', 'type': 'NOOP'}],
                          'b': [{'name': 'b', 'taskReferenceName': 'b', 'type': 'NOOP'}]}}]})");
    const Text id = run.start("w", "{'v': 'a'}");
    const Text choice = taskId(run, id, "s");
    QVERIFY(run.rerun(id, {choice, {}, MiniRun::value("{'v': 'b'}"), {}}).ok());
    QVERIFY(run[id].latest("b"));
    QVERIFY(!run[id].latest("a"));
    QCOMPARE(taskId(run, id, "s"), choice);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::rerunAFork()
{
    MiniRun run;
    defineFork(run);
    const Text id = run.start("w");
    QVERIFY(run.work("b", "FAILED", "{}", "broke"));
    QVERIFY(run.rerun(id, {taskId(run, id, "f"), {}, {}, {}}).ok());
    for (const char* type : {"a", "b", "a2"})
        QVERIFY(run.work(type));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::rerunADynamicFork()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC',
        'inputParameters': {'forkTaskName': 't', 'forkTaskInputs': '${workflow.input.list}'}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    const Text id = run.start("w", "{'list': [1]}");
    QVERIFY(run.work("t"));
    QVERIFY(run.rerun(id, {taskId(run, id, "f"), {}, MiniRun::value("{'list': [1, 2]}"), {}}).ok());
    QVERIFY(run.work("t"));
    QVERIFY(run.work("t"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::rerunInADynamicFork()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN_DYNAMIC',
        'inputParameters': {'forkTaskName': 't', 'forkTaskInputs': [1, 2, 3]}},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN'}]})");
    const Text id = run.start("w");
    for (int i = 0; i < 3; ++i)
        QVERIFY(run.work("t", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.rerun(id, {taskId(run, id, "_t_1"), {}, {}, {}}).ok());
    QVERIFY(run.work("t", "COMPLETED", "{'v': 2}"));
    QVERIFY(run.work("t", "COMPLETED", "{'v': 2}"));
    QVERIFY(!run.poll("t"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(toJson(run.task(id, "j").outputData), std::string(R"({"_t_0":{"v":1},"_t_1":{"v":2},"_t_2":{"v":2}})"));
}

void TestDeciderRevivals::rerunASubWorkflow()
{
    MiniRun run;
    defineFamily(run);
    const Text id = run.start("parent");
    const Text first = run.childOf(id, "sub");
    QVERIFY(run.work("first", "FAILED", "{}", "broke"));
    QVERIFY(run.rerun(id, {taskId(run, id, "sub"), {}, {}, {}}).ok());
    const Text second = run.childOf(id, "sub");
    QVERIFY(second != first);
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    // A first child that completed is taken as it is.
    const Text other = run.start("parent");
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work"));
    QVERIFY(run.rerun(other, {taskId(run, other, "sub"), {}, {}, {}}).ok());
    QCOMPARE(run[other].status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRevivals::rerunInsideASubWorkflow()
{
    MiniRun run;
    defineFamily(run);
    const Text id = run.start("grandparent");
    const Text mid = run.childOf(id, "mid");
    const Text child = run.childOf(mid, "sub");
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QVERIFY(run.rerun(id, {taskId(run, child, "work"), MiniRun::value("{'i': 1}"), MiniRun::value("{'top': 1}"), "c"}).ok());
    QCOMPARE(run[child].status, WorkflowStatus::Running);
    QCOMPARE(run[mid].status, WorkflowStatus::Running);
    QCOMPARE(run[id].status, WorkflowStatus::Running);
    QCOMPARE(run.task(mid, "sub").status, TaskStatus::InProgress);
    QCOMPARE(run.task(mid, "sub").endTime, 0);
    QCOMPARE(toJson(run[id].input), std::string(R"({"top":1})"));
    QCOMPARE(toJson(run[mid].input), std::string(R"({"x":1})"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRevivals::siblingsGetAnotherChance()
{
    MiniRun run;
    defineFork(run);
    const Text id = run.start("w");
    QVERIFY(run.poll("a"));
    QVERIFY(run.work("b", "FAILED", "{}", "broke"));
    QCOMPARE(run.task(id, "a").status, TaskStatus::Canceled);
    QVERIFY(run.rerun(id, {taskId(run, id, "b"), {}, {}, {}}).ok());
    for (const char* type : {"a", "a2", "b"})
        QVERIFY(run.work(type));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::retryOfAChildWakesItsParent()
{
    MiniRun run;
    defineFamily(run);
    const Text id = run.start("parent");
    const Text child = run.childOf(id, "sub");
    QVERIFY(run.work("first", "FAILED", "{}", "broke"));
    QCOMPARE(run[id].status, WorkflowStatus::Failed);
    QVERIFY(run.retry(child).ok());
    QCOMPARE(run[id].status, WorkflowStatus::Running);
    QCOMPARE(run.task(id, "sub").status, TaskStatus::InProgress);
    QVERIFY(run[id].reasonForIncompletion.empty());
    QVERIFY(run[id].failedTaskNames.empty());
    const auto logged = std::find_if(run.events.begin(), run.events.end(),
        [](const Event& event) { return event.kind == EventKind::TaskLogged; });
    QVERIFY(logged != run.events.end());
    QCOMPARE(logged->workflowId, id);
    QCOMPARE(logged->detail["log"].toText(), "Sub workflow child.1/" + child.str() + " retried.");
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRevivals::retryWithResumeGoesDown()
{
    MiniRun run;
    defineFamily(run);
    const Text id = run.start("grandparent");
    const Text mid = run.childOf(id, "mid");
    const Text child = run.childOf(mid, "sub");
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work", "FAILED", "{}", "broke"));
    QCOMPARE(run[id].status, WorkflowStatus::Failed);
    QVERIFY(run.retry(id, true).ok());
    QCOMPARE(run.childOf(id, "mid"), mid);
    QCOMPARE(run.childOf(mid, "sub"), child);
    QVERIFY(!run.poll("first"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::threeLevels()
{
    MiniRun run;
    defineFamily(run);
    const Text id = run.start("grandparent");
    const Text mid = run.childOf(id, "mid");
    const Text child = run.childOf(mid, "sub");
    QVERIFY(run.work("first", "FAILED", "{}", "broke"));
    QVERIFY(run.run(child, command::Restart {}).ok());
    QCOMPARE(run[id].status, WorkflowStatus::Running);
    std::vector<std::string> stories;
    for (const Event& event : run.events) {
        if (event.kind == EventKind::TaskLogged)
            stories.emplace_back(event.detail["log"].asText());
    }
    QCOMPARE(stories.size(), std::size_t {2});
    QCOMPARE(stories[1], "Sub workflow parent.1/" + mid.str() + " -> child.1/" + child.str() + " restarted.");
    QVERIFY(run.work("first"));
    QVERIFY(run.work("work"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
}

void TestDeciderRevivals::siblingChildrenAreRetriedToo()
{
    MiniRun run;
    defineFamily(run);
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 's1', 'taskReferenceName': 's1', 'type': 'SUB_WORKFLOW', 'subWorkflowParam': {'name': 'child'},
          'inputParameters': {'n': 1}}],
        [{'name': 's2', 'taskReferenceName': 's2', 'type': 'SUB_WORKFLOW', 'subWorkflowParam': {'name': 'child'},
          'inputParameters': {'n': 2}}],
        [{'name': 'other', 'taskReferenceName': 'other', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['s1', 's2', 'other']}]})");
    const Text id = run.start("w");
    const Text one = run.childOf(id, "s1");
    const Text two = run.childOf(id, "s2");
    QVERIFY(run.work("first", "FAILED", "{}", "broke"));
    QCOMPARE(run[id].status, WorkflowStatus::Failed);
    QCOMPARE(run[two].status, WorkflowStatus::Terminated);
    QVERIFY(run.retry(one).ok());
    QCOMPARE(run[id].status, WorkflowStatus::Running);
    QCOMPARE(run[two].status, WorkflowStatus::Running);
    QCOMPARE(run.task(id, "other").status, TaskStatus::Scheduled);
    QCOMPARE(run.task(id, "other").retryCount, 1);
    for (const char* type : {"first", "first", "work", "work", "other"})
        QVERIFY2(run.work(type), type);
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderRevivals::optionalParentsSleepOn()
{
    MiniRun run;
    defineFamily(run, ", 'optional': true");
    const Text id = run.start("parent");
    const Text child = run.childOf(id, "sub");
    QVERIFY(run.work("first", "FAILED", "{}", "broke"));
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QVERIFY(run.retry(child).ok());
    QCOMPARE(run[id].status, WorkflowStatus::Completed);
    QCOMPARE(run[child].status, WorkflowStatus::Running);
}

QTEST_GUILESS_MAIN(TestDeciderRevivals)
#include "tst_decider_revivals.moc"

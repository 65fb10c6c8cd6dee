// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/branchtree.h"
#include "engine/debugger/randomworkflow.h"
#include "engine/debugger/toyworkflow.h"

using namespace baton;
using Stop = StepReport::Stop;

namespace {

RehearsalSetup choosing()
{
    RehearsalSetup setup;
    setup.workflow = toy::workflow(R"({"name":"choosing","tasks":[
        {"name":"score","taskReferenceName":"score","inputParameters":{"n":"${workflow.input.n}"}},
        {"name":"half","taskReferenceName":"half","type":"INLINE","inputParameters":{"evaluatorType":"javascript","expression":"$.v / 2","v":"${score.output.v}"}},
        {"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"javascript","expression":"$.v > 10 ? 'high' : 'low'",
         "inputParameters":{"v":"${half.output.result}"},
         "decisionCases":{"high":[{"name":"t","taskReferenceName":"refuse"}]},"defaultCase":[{"name":"t","taskReferenceName":"accept"}]},
        {"name":"t","taskReferenceName":"last","inputParameters":{"x":"${workflow.variables.x}"}}]})");
    setup.taskDefs = {toy::taskDef(R"({"name":"score","retryCount":1,"retryDelaySeconds":5,"responseTimeoutSeconds":30,"timeoutSeconds":0})")};
    setup.input = Value::object({{"n", 4}});
    setup.startAt = 1'000'000;
    setup.handlers = toy::handlers({{"score", [](const Value& input, TaskContext&) {
        return TaskOutput::completed(Value::object({{"v", input["n"].asInteger() * 2}}));
    }}, {"t", toy::echo}});
    return setup;
}

std::unique_ptr<Rehearsal> finished(RehearsalSetup setup)
{
    auto rehearsal = toy::started(std::move(setup));
    rehearsal->run();
    return rehearsal;
}

TaskSlot slotOf(const Rehearsal& rehearsal, const char* reference)
{
    return *toy::main(rehearsal).latestByReference.find(Text(reference));
}

std::string after(BranchTree& tree, const Edit& edit)
{
    const Text id = tree.rehearsal().mainWorkflowId();
    const auto made = tree.branch(tree.rehearsal().position(), id, edit);
    if (!made)
        return "error: " + made.error().message;
    tree.rehearsal().run();
    return toy::tasks(toy::main(tree.rehearsal()));
}

const std::string kRefused = "score COMPLETED, half COMPLETED, s COMPLETED, refuse COMPLETED, last COMPLETED";
const std::string kAccepted = "score COMPLETED, half COMPLETED, s COMPLETED, accept COMPLETED, last COMPLETED";

}  // namespace

class TestBranchTree : public QObject {
    Q_OBJECT

private slots:
    void editsOfThePastMakeWhatWouldHaveHappened()
    {
        BranchTree tree(finished(choosing()));
        const std::uint64_t end = tree.rehearsal().world().stateHash();
        QCOMPARE(toy::tasks(toy::main(tree.rehearsal())), kAccepted);
        const TaskSlot score = slotOf(tree.rehearsal(), "score");
        const TaskSlot half = slotOf(tree.rehearsal(), "half");
        QCOMPARE(after(tree, edit::Output {score, Value::object({{"v", 50}})}), kRefused);
        QVERIFY(tree.select(1));
        QCOMPARE(after(tree, edit::Input {score, Value::object({{"n", 50}})}), kRefused);
        QVERIFY(tree.select(1));
        QCOMPARE(after(tree, edit::Output {half, Value::object({{"result", 99}})}), kRefused);
        QVERIFY(tree.select(1));
        QCOMPARE(after(tree, edit::Input {half, toy::main(tree.rehearsal()).latest("half")->inputData.with("v", 90)}), kRefused);
        QVERIFY(tree.select(1));
        QCOMPARE(after(tree, edit::WorkflowInput {Value::object({{"n", 50}})}), kRefused);
        QVERIFY(tree.select(1));
        QCOMPARE(tree.rehearsal().world().stateHash(), end);
        QCOMPARE(tree.all().size(), std::size_t {6});
        QCOMPARE(tree.all()[1].edit, std::string("output of score"));
    }

    void variablesAndStatus()
    {
        BranchTree tree(toy::started(choosing()));
        tree.rehearsal().runTo("accept");
        QVERIFY(tree.branch(tree.rehearsal().position(), tree.rehearsal().mainWorkflowId(), edit::Variables {Value::object({{"x", 5}})}, "with x").ok());
        tree.rehearsal().run();
        QCOMPARE(toy::main(tree.rehearsal()).latest("last")->inputData["x"], Value(5));
        const TaskSlot score = slotOf(tree.rehearsal(), "score");
        QCOMPARE(after(tree, edit::Outcome {score, TaskStatus::FailedWithTerminalError, "no"}), std::string("score FAILED_WITH_TERMINAL_ERROR"));
        QCOMPARE(toy::main(tree.rehearsal()).status, WorkflowStatus::Failed);
    }

    void faultsDroppedOntoAMoment()
    {
        BranchTree tree(finished(choosing()));
        const TaskSlot score = slotOf(tree.rehearsal(), "score");
        QVERIFY(after(tree, edit::Failure {score, "bureau down"}).starts_with("score FAILED, score COMPLETED"));
        QCOMPARE(toy::main(tree.rehearsal()).task(score)->reasonForIncompletion, Text("bureau down"));
        QVERIFY(tree.select(1));
        QCOMPARE(after(tree, edit::Failure {score, "never", true}), std::string("score FAILED_WITH_TERMINAL_ERROR"));
        QVERIFY(tree.select(1));
        QVERIFY(after(tree, edit::Crash {score}).starts_with("score TIMED_OUT, score COMPLETED"));
        QVERIFY(tree.select(1));
        QVERIFY(after(tree, edit::Delay {score, 20'000}).starts_with("score COMPLETED"));
        QVERIFY(tree.rehearsal().world().now >= 1'020'000);
        QVERIFY(tree.select(1));
        QVERIFY(after(tree, edit::Duplicate {score}).starts_with("score COMPLETED, half COMPLETED"));
        QVERIFY(tree.select(1));
        QVERIFY(after(tree, edit::Clock {9'000'000}).starts_with("score COMPLETED"));
        QVERIFY(tree.rehearsal().world().now >= 9'000'000);
        QVERIFY(tree.select(1));
        tree.rehearsal().reset();
        QVERIFY(after(tree, edit::Output {score, Value::object()}).starts_with("error"));
        QVERIFY(after(tree, edit::Input {77, Value::object()}).starts_with("error"));
    }

    void branchesHaveNamesAndParents()
    {
        BranchTree tree(finished(choosing()));
        QVERIFY(tree.branch(5, "early").ok());
        QCOMPARE(tree.current().parent, 1U);
        QVERIFY(tree.current().forkedAt >= 5);
        QVERIFY(tree.branch(3, {}).ok());
        QCOMPARE(tree.current().name, std::string("branch 3"));
        QVERIFY(!tree.rename(3, "early").ok());
        QVERIFY(tree.rename(3, "late").ok());
        QVERIFY(!tree.branch(3, "late").ok());
        QVERIFY(!tree.remove(1).ok());
        QVERIFY(tree.remove(2).ok());
        QCOMPARE(tree.all().size(), std::size_t {1});
        QCOMPARE(tree.current().id, 1U);
        QVERIFY(!tree.select(3));
    }

    void whatHappenedBecomesATest()
    {
        const auto rehearsal = finished(choosing());
        const Value request = toTestRequest(*rehearsal);
        QCOMPARE(request["name"], Value("choosing"));
        QCOMPARE(request["taskRefToMockOutput"]["score"].at(0)["output"]["v"], Value(8));
        QVERIFY(request["taskRefToMockOutput"]["half"].isNull());
        QVERIFY(request["workflowDef"].isObject());
    }

    // Any event of any run may be where somebody forks: the fork ends as the run did.
    void forksAtEveryMomentEndAlike()
    {
        for (unsigned seed = 1; seed <= 12; ++seed) {
            const toy::RandomWorkflow random(seed, 8);
            const auto run = finished(random.setup());
            const std::string end = toJson(toy::main(*run).output);
            for (std::size_t position = 1; position < run->journal().size(); position += 3) {
                const auto forked = run->fork(position);
                QVERIFY(forked.ok());
                (*forked)->run();
                QVERIFY2(toJson(toy::main(**forked).output) == end, (std::to_string(position) + " of " + random.json()).c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBranchTree)
#include "tst_branchtree.moc"

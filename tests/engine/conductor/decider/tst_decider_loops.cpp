// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"
#include "engine/conductor/types/loop.h"

using namespace baton;
using namespace baton::test;

// DO_WHILE: counting, lists, what it keeps, and how it ends badly.
class TestDeciderLoops : public QObject {
    Q_OBJECT

private slots:
    void countsIterations();
    void latestIterationIsMeant();
    void choicesAndForksInside();
    void listsAreWalked_data();
    void listsAreWalked();
    void onlyTheLastAreKept();
    void aFailingBodyEndsIt();
    void aBodyTaskIsRetriedUnderItsName();
    void aBadConditionEndsIt();
    void whatTheRealServerNeverEnds_data();
    void whatTheRealServerNeverEnds();
    void manyIterationsInOneGo();
    void endlessLoopsAreStopped();
    void subWorkflowsInside();
    void conditionsGetOnlyWhatTheySee_data();
    void conditionsGetOnlyWhatTheySee();
};

void TestDeciderLoops::countsIterations()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'inputParameters': {'n': 2},
         'loopCondition': 'if ($.loop[\"iteration\"] < $.n) { true; } else { false; }', 'loopOver': [
            {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE',
             'inputParameters': {'i': '${loop.output.iteration}', 'before': '${a.output.v}'}},
            {'name': 'b', 'taskReferenceName': 'b', 'type': 'NOOP'}]},
        {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]})");
    run.start("w");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 10}"));
    EXPECT_RUN(run, R"(
        w RUNNING
        1 loop DO_WHILE IN_PROGRESS {"n":2} -> {"iteration":2,"1":{"a":{"v":10},"b":{}}}
        2 a__1 a COMPLETED x {"i":1,"before":null} -> {"v":10}
        3 b__1 NOOP COMPLETED x
        4 a__2 a SCHEDULED {"i":2,"before":10} -> {}
    )");
    QVERIFY(run.work("a", "COMPLETED", "{'v': 20}"));
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 loop DO_WHILE COMPLETED x {"n":2} -> {"iteration":2,"1":{"a":{"v":10},"b":{}},"2":{"a":{"v":20},"b":{}}}
        2 a__1 a COMPLETED x {"i":1,"before":null} -> {"v":10}
        3 b__1 NOOP COMPLETED x
        4 a__2 a COMPLETED x {"i":2,"before":10} -> {"v":20}
        5 b__2 NOOP COMPLETED x
        6 end NOOP COMPLETED
    )");
    QCOMPARE(run.task(run.lastId(), "b__2").iteration, 2);
}

void TestDeciderLoops::latestIterationIsMeant()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'outputParameters': {'v': '${v.output.result}', 'first': '${loop.output.1.v.result}',
        'none': '${v__1.output.result}'}, 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': '$.v.result < 30', 'loopOver': [
            {'name': 'v', 'taskReferenceName': 'v', 'type': 'INLINE',
             'inputParameters': {'expression': '$.i * 10', 'i': '${loop.output.iteration}'}}]}]})");
    run.start("w");
    QCOMPARE(toJson(run.last().output), std::string(R"({"v":30,"first":10,"none":null})"));
}

void TestDeciderLoops::choicesAndForksInside()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': '$.loop.iteration < 2', 'loopOver': [
            {'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH', 'evaluatorType': 'value-param', 'expression': 'i',
             'inputParameters': {'i': '${loop.output.iteration}'}, 'decisionCases': {
                '1': [{'name': 'one', 'taskReferenceName': 'one', 'type': 'NOOP'}],
                '2': [{'name': 'two', 'taskReferenceName': 'two', 'type': 'NOOP'}]}},
            {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
                [{'name': 'x', 'taskReferenceName': 'x', 'type': 'SIMPLE'}],
                [{'name': 'y', 'taskReferenceName': 'y', 'type': 'NOOP'}]]},
            {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['x', 'y']}]}]})");
    run.start("w");
    QVERIFY(run.work("x", "COMPLETED", "{'v': 1}"));
    QVERIFY(run.work("x", "COMPLETED", "{'v': 2}"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QVERIFY(run.last().latest("one__1"));
    QVERIFY(run.last().latest("two__2"));
    QVERIFY(!run.last().latest("two__1"));
    QCOMPARE(toJson(run.task(run.lastId(), "j__2").inputData), std::string(R"({"joinOn":["x","y"]})"));
    QCOMPARE(toJson(run.task(run.lastId(), "j__2").outputData), std::string(R"({"x__2":{"v":2}})"));
    QCOMPARE(toJson(run.task(run.lastId(), "loop").outputData["2"]["j"]), std::string(R"({"x__2":{"v":2}})"));
    QCOMPARE(toJson(run.task(run.lastId(), "loop").outputData["1"]["one"]), std::string("{}"));
}

void TestDeciderLoops::listsAreWalked_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("iterations");
    QTest::addColumn<QByteArray>("lastItem");
    QTest::newRow("three") << QByteArray("['a', {'b': 1}, 'c']") << 3 << QByteArray("\"c\"");
    QTest::newRow("empty") << QByteArray("[]") << 0 << QByteArray("null");
    QTest::newRow("nothing") << QByteArray("null") << 0 << QByteArray("null");
    QTest::newRow("scalar") << QByteArray("7") << 1 << QByteArray("7");
}

void TestDeciderLoops::listsAreWalked()
{
    QFETCH(QByteArray, list);
    QFETCH(int, iterations);
    QFETCH(QByteArray, lastItem);
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'items': '${workflow.input.list}',
         'loopCondition': '$.loopIndex < 10', 'loopOver': [
            {'name': 'v', 'taskReferenceName': 'v', 'type': 'SET_VARIABLE',
             'inputParameters': {'item': '${loop.output.loopItem}', 'index': '${loop.output.loopIndex}'}}]}]})");
    run.start("w", "{'list': " + list.toStdString() + "}");
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(run.task(run.lastId(), "loop").outputData["iteration"].asInteger(), iterations);
    QCOMPARE(QByteArray::fromStdString(toJson(run.last().variables["item"])), lastItem);
    if (iterations > 0)
        QCOMPARE(run.last().variables["index"].asInteger(), iterations - 1);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderLoops::onlyTheLastAreKept()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'inputParameters': {'keepLastN': 2},
         'loopCondition': '$.loop.iteration < 5', 'loopOver': [
            {'name': 'v', 'taskReferenceName': 'v', 'type': 'INLINE',
             'inputParameters': {'expression': '$.i', 'i': '${loop.output.iteration}'}}]}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED {"result":5}
        1 loop DO_WHILE COMPLETED {"keepLastN":2} -> {"iteration":5,"4":{"v":{"result":4}},"5":{"v":{"result":5}}}
        5 v__4 INLINE COMPLETED x {"expression":"$.i","i":4} -> {"result":4}
        6 v__5 INLINE COMPLETED x {"expression":"$.i","i":5} -> {"result":5}
    )");
}

void TestDeciderLoops::aFailingBodyEndsIt()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': 'true', 'loopOver': [
            {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    EXPECT_RUN(run, R"(
        w FAILED "Task <a__1> failed with status: FAILED and reason: 'broke'" failed a__1
        1 loop DO_WHILE CANCELED {} -> {"iteration":1}
        2 a__1 a FAILED "broke"
    )");
}

void TestDeciderLoops::aBodyTaskIsRetriedUnderItsName()
{
    MiniRun run;
    run.taskDef("{'name': 'a', 'retryCount': 1, 'retryDelaySeconds': 0}");
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': 'false', 'loopOver': [
            {'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}]}]})");
    run.start("w");
    QVERIFY(run.work("a", "FAILED", "{}", "broke"));
    QVERIFY(run.work("a", "COMPLETED", "{'v': 1}"));
    EXPECT_RUN(run, R"(
        w COMPLETED {"v":1} failed a__1
        1 loop DO_WHILE COMPLETED {} -> {"iteration":1,"1":{"a":{"v":1}}}
        2 a__1 a FAILED r "broke"
        3 a__1 a COMPLETED x #1 {} -> {"v":1}
    )");
}

void TestDeciderLoops::aBadConditionEndsIt()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': 'nope.x', 'loopOver': [
            {'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}]})");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
    const TaskRun& loop = run.task(run.lastId(), "loop");
    QCOMPARE(loop.status, TaskStatus::FailedWithTerminalError);
    QVERIFY2(loop.reasonForIncompletion.view().starts_with(
                 "Unable to evaluate condition nope.x, exception Error evaluating the script `ReferenceError"),
        loop.reasonForIncompletion.str().c_str());
}

void TestDeciderLoops::whatTheRealServerNeverEnds_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("loop in loop") << QByteArray(R"({'name': 'in', 'taskReferenceName': 'in', 'type': 'DO_WHILE',
        'loopCondition': 'false', 'loopOver': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]})");
    QTest::newRow("two underscores") << QByteArray("{'name': 'n', 'taskReferenceName': 'n__x', 'type': 'NOOP'}");
}

void TestDeciderLoops::whatTheRealServerNeverEnds()
{
    QFETCH(QByteArray, body);
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE',
        'loopCondition': 'false', 'loopOver': [)" + body.toStdString() + "]}]}");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
    QVERIFY(!run.last().reasonForIncompletion.empty());
}

void TestDeciderLoops::manyIterationsInOneGo()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': '$.loop.iteration < 500',
         'loopOver': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}]})");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QVERIFY(run.last().latest("n__500"));
}

void TestDeciderLoops::endlessLoopsAreStopped()
{
    MiniRun run;
    run.context.settings.maxLoopIterationsPerDecide = 300;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': 'true',
         'loopOver': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}]})");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
    QCOMPARE(run.last().reasonForIncompletion, "The workflow did not come to rest within 300 rounds of one decision");
}

void TestDeciderLoops::subWorkflowsInside()
{
    MiniRun run;
    run.workflow(R"({'name': 'child', 'tasks': [{'name': 'work', 'taskReferenceName': 'work', 'type': 'SIMPLE'}]})");
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'loop', 'taskReferenceName': 'loop', 'type': 'DO_WHILE', 'loopCondition': '$.loop.iteration < 2', 'loopOver': [
            {'name': 'sub', 'taskReferenceName': 'sub', 'type': 'SUB_WORKFLOW', 'subWorkflowParam': {'name': 'child'},
             'inputParameters': {'i': '${loop.output.iteration}'}}]}]})");
    run.start("w");
    QVERIFY(run.work("work", "COMPLETED", "{'v': 1}"));
    QCOMPARE(toJson(run[run.childOf(run.lastId(), "sub__2")].input), std::string(R"({"i":2})"));
    QVERIFY(run.work("work", "COMPLETED", "{'v': 2}"));
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderLoops::conditionsGetOnlyWhatTheySee_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("names");
    QTest::newRow("counter") << "$.loop['iteration'] < $.n" << "loop n";
    QTest::newRow("quoted name") << "$[\"in\"].x" << "in";
    QTest::newRow("whole input") << "JSON.stringify($)" << "?";
    QTest::newRow("computed name") << "$[name]" << "?";
    QTest::newRow("other way") << "this.$.x" << "?";
    QTest::newRow("part of a name") << "a$.x" << "?";
    QTest::newRow("none") << "true" << "";
}

void TestDeciderLoops::conditionsGetOnlyWhatTheySee()
{
    QFETCH(QString, script);
    QFETCH(QString, names);
    const std::string text = script.toStdString();
    const auto found = namesIn(text);
    QStringList list;
    for (const std::string_view name : found.value_or(std::vector<std::string_view> {"?"}))
        list += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    QCOMPARE(list.join(QLatin1Char(' ')), names);
    QCOMPARE(usesOnlyCounters("$.loop.iteration + $.loop['loopIndex']", "loop"), true);
    QCOMPARE(usesOnlyCounters("$.loop.iteration + $.loop['1'].a", "loop"), false);
    QCOMPARE(usesOnlyCounters("$.loop", "loop"), false);
}

QTEST_GUILESS_MAIN(TestDeciderLoops)
#include "tst_decider_loops.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider/expect.h"

using namespace baton;
using namespace baton::test;

// One task after another: worker tasks, choices, and what the engine does by itself.
class TestDeciderFlow : public QObject {
    Q_OBJECT

private slots:
    void workerTasksRunInOrder();
    void lastTaskKeepsItsExecutedMark();
    void anUnknownTypeIsPolledByItsType();
    void aDynamicTaskIsNamedByItsInput();
    void aDynamicTaskWithoutNameFailsTheWorkflow();
    void aSimpleTaskNamedLikeASystemTypeIsOne();
    void switchTakesABranch_data();
    void switchTakesABranch();
    void switchExplainsItself();
    void switchFails();
    void nestedSwitchesGoOnBehindEachOther();
    void decisionFallsBackOnAnEmptyCase();
    void theEngineRunsItsOwnTasksInOneGo();
    void variablesAreMerged();
    void tooManyVariablesAreUndone();
    void terminateEndsTheWorkflow_data();
    void terminateEndsTheWorkflow();
    void scriptsGiveResultsAndErrors();
    void aStartRefusedLeavesNothing();
    void theInputIsCompletedByTheTemplate();
    void theTaskDefinitionCompletesItsInput();
    void outputParametersMakeTheOutput();
    void secretsStayLiteralInTheRecord();
    void domainsFollowTheWorkflow();
};

void TestDeciderFlow::workerTasksRunInOrder()
{
    MiniRun run;
    run.workflow(R"({'name': 'chain', 'tasks': [
        {'name': 'first', 'taskReferenceName': 'a', 'type': 'SIMPLE', 'inputParameters': {'n': '${workflow.input.n}'}},
        {'name': 'second', 'taskReferenceName': 'b', 'type': 'SIMPLE', 'inputParameters': {'was': '${a.output.v}'}}]})");
    run.start("chain", "{'n': 7}");
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a first SCHEDULED {"n":7} -> {}
    )");
    QVERIFY(run.work("first", "COMPLETED", "{'v': [1, 2.5]}"));
    EXPECT_RUN(run, R"(
        w RUNNING
        1 a first COMPLETED x {"n":7} -> {"v":[1,2.5]}
        2 b second SCHEDULED {"was":[1,2.5]} -> {}
    )");
    QVERIFY(run.work("second", "COMPLETED", "{'end': true}"));
    EXPECT_RUN(run, R"(
        w COMPLETED {"end":true}
        1 a first COMPLETED x {"n":7} -> {"v":[1,2.5]}
        2 b second COMPLETED {"was":[1,2.5]} -> {"end":true}
    )");
    QVERIFY(!run.work("second"));
}

// The real server does not keep what its last look at a workflow found out.
void TestDeciderFlow::lastTaskKeepsItsExecutedMark()
{
    MiniRun run;
    run.workflow(R"({'name': 'one', 'tasks': [{'name': 't', 'taskReferenceName': 't', 'type': 'NOOP'}]})");
    run.start("one");
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 t NOOP COMPLETED
    )");
    QVERIFY(run.last().endTime > 0);
}

void TestDeciderFlow::anUnknownTypeIsPolledByItsType()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'credit', 'taskReferenceName': 'c', 'type': 'credit_check',
        'startDelay': 3}]})");
    run.start("w");
    QVERIFY(!run.work("credit"));
    QVERIFY(!run.work("credit_check"));
    run.advance(3);
    QVERIFY(run.work("credit_check", "FAILED", "{}", "no answer"));
    // Nothing is registered under its name: no retries.
    EXPECT_RUN(run, R"(
        w FAILED "Task <c> failed with status: FAILED and reason: 'no answer'" failed c
        1 c credit_check FAILED "no answer"
    )");
    QCOMPARE(run.task(run.lastId(), "c").taskDefName, "credit");
}

void TestDeciderFlow::aDynamicTaskIsNamedByItsInput()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'any', 'taskReferenceName': 'd', 'type': 'DYNAMIC',
        'dynamicTaskNameParam': 'which', 'inputParameters': {'which': '${workflow.input.which}', 'x': 1}}]})");
    run.start("w", "{'which': 'painter'}");
    QVERIFY(run.work("painter", "COMPLETED", "{'done': true}"));
    EXPECT_RUN(run, R"(
        w COMPLETED {"done":true}
        1 d painter COMPLETED {"which":"painter","x":1} -> {"done":true}
    )");
    QCOMPARE(run.task(run.lastId(), "d").workflowTask->name, "painter");
    run.start("w", "{'which': 'NOOP'}");
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 d NOOP COMPLETED {"which":"NOOP","x":1} -> {}
    )");
}

void TestDeciderFlow::aDynamicTaskWithoutNameFailsTheWorkflow()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'any', 'taskReferenceName': 'd', 'type': 'DYNAMIC',
        'dynamicTaskNameParam': 'which', 'inputParameters': {'x': {'b': 1}}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w FAILED "Cannot map a dynamic task based on the parameter and input. Parameter= which, input= {x={b=1}}"
    )");
}

void TestDeciderFlow::aSimpleTaskNamedLikeASystemTypeIsOne()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'INLINE', 'taskReferenceName': 'i', 'type': 'SIMPLE',
        'inputParameters': {'expression': '$.a * 2', 'a': 21}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED {"result":42}
        1 i INLINE COMPLETED {"expression":"$.a * 2","a":21} -> {"result":42}
    )");
}

void TestDeciderFlow::switchTakesABranch_data()
{
    QTest::addColumn<QString>("evaluator");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("ran");

    QTest::newRow("value") << "value-param" << "v" << "'high'" << "high" << "h";
    QTest::newRow("default") << "value-param" << "v" << "'other'" << "other" << "d";
    QTest::newRow("empty case") << "value-param" << "v" << "'none'" << "none" << "";
    QTest::newRow("absent") << "value-param" << "w" << "'high'" << "null" << "d";
    QTest::newRow("true") << "value-param" << "v" << "true" << "true" << "d";
    QTest::newRow("decimal") << "value-param" << "v" << "1.0" << "1.0" << "d";
    QTest::newRow("list") << "value-param" << "v" << "['x', 'y']" << "[x, y]" << "d";
    QTest::newRow("script") << "javascript" << "$.v > 5 ? 'high' : 'low'" << "7" << "high" << "h";
    QTest::newRow("number") << "javascript" << "$.v + 1" << "1" << "2" << "two";
    QTest::newRow("graaljs") << "graaljs" << "$.v" << "'high'" << "high" << "h";
}

void TestDeciderFlow::switchTakesABranch()
{
    QFETCH(QString, evaluator);
    QFETCH(QString, expression);
    QFETCH(QString, input);
    QFETCH(QString, chosen);
    QFETCH(QString, ran);
    MiniRun run;
    Value definition = MiniRun::value(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'inputParameters': {'v': '${workflow.input.v}'}, 'decisionCases': {
            'high': [{'name': 'h', 'taskReferenceName': 'h', 'type': 'NOOP'}], 'none': [],
            '2': [{'name': 'two', 'taskReferenceName': 'two', 'type': 'NOOP'}]},
        'defaultCase': [{'name': 'd', 'taskReferenceName': 'd', 'type': 'NOOP'}]},
        {'name': 'end', 'taskReferenceName': 'end', 'type': 'NOOP'}]})");
    Value task = definition["tasks"].at(0).with("evaluatorType", evaluator.toStdString())
                     .with("expression", expression.toStdString());
    run.workflowFrom(definition.with("tasks", Value::array({task, definition["tasks"].at(1)})));
    run.start("w", "{'v': " + input.toStdString() + "}");
    QCOMPARE(run.problem(), std::string());
    QCOMPARE(run.last().status, WorkflowStatus::Completed);
    const TaskRun& choice = run.task(run.lastId(), "s");
    QCOMPARE(QString::fromStdString(std::string(choice.outputData["selectedCase"].asText())), chosen);
    QCOMPARE(choice.outputData["evaluationResult"], Value::array({choice.outputData["selectedCase"]}));
    QCOMPARE(choice.inputData["case"], choice.outputData["selectedCase"]);
    QCOMPARE(choice.inputData["hasChildren"], ran.isEmpty() ? Value() : Value("true"));
    for (const char* branch : {"h", "two", "d"})
        QCOMPARE(run.last().latest(branch) != nullptr, ran == QLatin1String(branch));
    QVERIFY(run.last().latest("end"));
}

void TestDeciderFlow::switchExplainsItself()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'evaluatorType': 'value-param', 'expression': 'v', 'inputParameters': {'v': 'a'},
        'decisionCases': {'a': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'NOOP'}]}}]})");
    run.start("w");
    const auto scheduled = std::find_if(run.events.begin(), run.events.end(),
        [](const Event& event) { return event.kind == EventKind::TaskScheduled; });
    QCOMPARE(QString::fromStdString(toJson(scheduled->detail)),
        QStringLiteral(R"({"evaluator":"value-param","expression":"v","case":"a","default":false,"next":"x"})"));
}

void TestDeciderFlow::switchFails()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'evaluatorType': 'javascript', 'expression': 'nope.x', 'decisionCases': {'a': []}}]})");
    run.start("w");
    QCOMPARE(run.last().status, WorkflowStatus::Failed);
    QCOMPARE(run.task(run.lastId(), "s").status, TaskStatus::Failed);
    QCOMPARE(toJson(run.last().failedTaskNames), std::string("[\"SWITCH\"]"));
    QVERIFY(run.task(run.lastId(), "s").reasonForIncompletion.view().starts_with("Error evaluating the script `Reference"));

    run.workflow(R"({'name': 'w', 'tasks': [{'name': 's', 'taskReferenceName': 's', 'type': 'SWITCH',
        'evaluatorType': 'cobol', 'expression': 'x', 'decisionCases': {'a': []}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w FAILED "No evaluator registered for type: cobol"
    )");
}

void TestDeciderFlow::nestedSwitchesGoOnBehindEachOther()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'o', 'taskReferenceName': 'outer', 'type': 'SWITCH', 'evaluatorType': 'value-param', 'expression': 'v',
         'inputParameters': {'v': 'a'}, 'decisionCases': {'a': [
            {'name': 'i', 'taskReferenceName': 'inner', 'type': 'SWITCH', 'evaluatorType': 'value-param',
             'expression': 'v', 'inputParameters': {'v': 'b'}, 'decisionCases': {'b': [
                {'name': 'work', 'taskReferenceName': 'deep', 'type': 'SIMPLE'},
                {'name': 'n', 'taskReferenceName': 'deep2', 'type': 'NOOP'}]}},
            {'name': 'n', 'taskReferenceName': 'behindInner', 'type': 'NOOP'}]}},
        {'name': 'n', 'taskReferenceName': 'behindOuter', 'type': 'NOOP'}]})");
    run.start("w");
    QVERIFY(run.work("work"));
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 outer SWITCH COMPLETED x {"v":"a","case":"a","hasChildren":"true"} -> {"evaluationResult":["a"],"selectedCase":"a"}
        2 inner SWITCH COMPLETED x {"v":"b","case":"b","hasChildren":"true"} -> {"evaluationResult":["b"],"selectedCase":"b"}
        3 deep work COMPLETED x
        4 deep2 NOOP COMPLETED x
        5 behindInner NOOP COMPLETED x
        6 behindOuter NOOP COMPLETED
    )");
}

void TestDeciderFlow::decisionFallsBackOnAnEmptyCase()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'd', 'taskReferenceName': 'd', 'type': 'DECISION',
        'caseValueParam': 'v', 'inputParameters': {'v': 'a'}, 'decisionCases': {'a': []},
        'defaultCase': [{'name': 'n', 'taskReferenceName': 'n', 'type': 'NOOP'}]}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED
        1 d DECISION COMPLETED {"case":"a","hasChildren":"true"} -> {"caseOutput":["a"]}
        2 n NOOP COMPLETED
    )");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'd', 'taskReferenceName': 'd', 'type': 'DECISION',
        'caseExpression': 'nope.x', 'decisionCases': {'a': []}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w FAILED "Error while evaluating script: nope.x"
    )");
}

void TestDeciderFlow::theEngineRunsItsOwnTasksInOneGo()
{
    MiniRun run;
    run.workflow(R"x({'name': 'w', 'tasks': [
        {'name': 'i', 'taskReferenceName': 'i', 'type': 'INLINE', 'inputParameters': {'expression': '({a: $.x + 1})', 'x': 1}},
        {'name': 'l', 'taskReferenceName': 'l', 'type': 'LAMBDA',
         'inputParameters': {'scriptExpression': 'return $.a * 10', 'a': '${i.output.result.a}'}},
        {'name': 'q', 'taskReferenceName': 'q', 'type': 'JSON_JQ_TRANSFORM',
         'inputParameters': {'queryExpression': '.n, .n + 1', 'n': '${l.output.result}'}},
        {'name': 's', 'taskReferenceName': 's', 'type': 'SET_VARIABLE', 'inputParameters': {'all': '${q.output.resultList}'}}],
        'outputParameters': {'all': '${workflow.variables.all}'}})x");
    run.start("w");
    EXPECT_RUN(run, R"x(
        w COMPLETED {"all":[20,21]} vars {"all":[20,21]}
        1 i INLINE COMPLETED x {"expression":"({a: $.x + 1})","x":1} -> {"result":{"a":2}}
        2 l LAMBDA COMPLETED x {"scriptExpression":"return $.a * 10","a":2} -> {"result":20}
        3 q JSON_JQ_TRANSFORM COMPLETED x {"queryExpression":".n, .n + 1","n":20} -> {"result":20,"resultList":[20,21]}
        4 s SET_VARIABLE COMPLETED {"all":[20,21]} -> {}
    )x");
}

void TestDeciderFlow::variablesAreMerged()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'variables': {'n': 0, 'kept': 1}, 'tasks': [{'name': 's', 'taskReferenceName': 's',
        'type': 'SET_VARIABLE', 'inputParameters': {'n': 5, 'was': '${workflow.variables.n}', 'id': '${CPEWF_TASK_ID}'}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w COMPLETED vars {"n":5,"kept":1,"was":0,"id":"${CPEWF_TASK_ID}"}
        1 s SET_VARIABLE COMPLETED {"n":5,"was":0,"id":"${CPEWF_TASK_ID}"} -> {}
    )");
}

void TestDeciderFlow::tooManyVariablesAreUndone()
{
    MiniRun run;
    run.context.settings.maxVariablesBytes = 1024;
    run.workflow(R"({'name': 'w', 'variables': {'n': 1}, 'tasks': [{'name': 's', 'taskReferenceName': 's',
        'type': 'SET_VARIABLE', 'inputParameters': {'n': '${workflow.input.big}'}}]})");
    run.start("w", "{'big': '" + std::string(2000, 'x') + "'}");
    QCOMPARE(run.task(run.lastId(), "s").status, TaskStatus::FailedWithTerminalError);
    QCOMPARE(toJson(run.last().variables), std::string(R"({"n":1})"));
    QVERIFY(run.task(run.lastId(), "s").reasonForIncompletion.view().ends_with("greater than the permissible limit: 1 kilobytes"));
}

void TestDeciderFlow::terminateEndsTheWorkflow_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("completed") << QByteArray("{'terminationStatus': 'COMPLETED', 'workflowOutput': {'r': 1}}")
                               << QByteArray(R"(w COMPLETED "Workflow is COMPLETED by TERMINATE task: <t>" {"r":1})");
    QTest::newRow("failed") << QByteArray("{'terminationStatus': 'FAILED', 'terminationReason': 'enough'}")
                            << QByteArray(R"(w FAILED "enough")");
    QTest::newRow("terminated") << QByteArray("{'terminationStatus': 'TERMINATED', 'workflowOutput': 5}")
                                << QByteArray(R"(w TERMINATED "Workflow is TERMINATED by TERMINATE task: <t>" {"output":5})");
    QTest::newRow("unknown") << QByteArray("{'terminationStatus': 'PAUSED'}")
                             << QByteArray(R"(w FAILED "Task <t> failed with status: FAILED and reason: )"
                                           R"('given termination status is not valid'" {"never":null} failed t)");
}

void TestDeciderFlow::terminateEndsTheWorkflow()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, expected);
    MiniRun run;
    run.workflow(R"({'name': 'w', 'outputParameters': {'never': '${x.output}'}, 'tasks': [
        {'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
            [{'name': 'work', 'taskReferenceName': 'a', 'type': 'SIMPLE'}],
            [{'name': 'go', 'taskReferenceName': 'go', 'type': 'SIMPLE'},
             {'name': 't', 'taskReferenceName': 't', 'type': 'TERMINATE', 'inputParameters': )" + input.toStdString() + R"(}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': ['a', 't']}]})");
    run.start("w");
    QVERIFY(run.work("go"));
    ExecutionDump dump;
    QCOMPARE(QByteArray::fromStdString(dump.workflowLine(run.last())), expected);
    QCOMPARE(run.task(run.lastId(), "a").status, TaskStatus::Canceled);
    QCOMPARE(run.task(run.lastId(), "j").status, TaskStatus::Canceled);
    QCOMPARE(run.problem(), std::string());
}

void TestDeciderFlow::scriptsGiveResultsAndErrors()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'i', 'taskReferenceName': 'i', 'type': 'INLINE',
        'inputParameters': {'evaluatorType': '${workflow.input.e}', 'expression': '${workflow.input.x}'}}]})");
    run.start("w", "{'x': 'nope.x'}");
    QCOMPARE(run.task(run.lastId(), "i").status, TaskStatus::FailedWithTerminalError);
    QCOMPARE(run.task(run.lastId(), "i").outputData["error"], Value(run.task(run.lastId(), "i").reasonForIncompletion));
    run.start("w", "{'x': ' '}");
    QCOMPARE(QString::fromStdString(run.task(run.lastId(), "i").reasonForIncompletion.str()),
        QStringLiteral("Empty 'expression' in Inline task's input parameters. A non-empty String value must be provided."));
    run.start("w", "{'x': '1', 'e': 'zz'}");
    QCOMPARE(run.task(run.lastId(), "i").reasonForIncompletion, "Unknown evaluator 'zz' in INLINE task.");
    run.start("w", "{'x': 7}");
    QVERIFY(run.error.find("expression") != std::string::npos);
}

void TestDeciderFlow::aStartRefusedLeavesNothing()
{
    MiniRun run;
    QVERIFY(run.start("nope").empty());
    QCOMPARE(QString::fromStdString(run.error), QStringLiteral("No such workflow defined. name=nope, version=null"));
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'x', 'taskReferenceName': 'x', 'type': 'WAIT',
        'inputParameters': {'duration': 'zz'}}]})");
    QVERIFY(run.start("w").empty());
    QCOMPARE(QString::fromStdString(run.error), QStringLiteral("Not valid duration: zz"));
    QCOMPARE(run.world().order.size(), std::size_t {0});
}

void TestDeciderFlow::theInputIsCompletedByTheTemplate()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'inputTemplate': {'a': 1, 'b': 2}, 'tasks': [
        {'name': 't', 'taskReferenceName': 't', 'type': 'NOOP'}]})");
    run.start("w", "{'a': null, 'c': 3}");
    QCOMPARE(toJson(run.last().input), std::string(R"({"a":1,"c":3,"b":2})"));
    run.start("w", "{}");
    QCOMPARE(toJson(run.last().input), std::string("{}"));
}

void TestDeciderFlow::theTaskDefinitionCompletesItsInput()
{
    MiniRun run;
    run.taskDef("{'name': 't', 'inputTemplate': {'a': 'x', 'b': '${workflow.input.b}', 'c': 'raw'}}");
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 't', 'taskReferenceName': 't', 'type': 'SIMPLE',
        'inputParameters': {'a': 1, 'c': '${workflow.input.none}'}}]})");
    run.start("w", "{'b': 2}");
    QCOMPARE(toJson(run.task(run.lastId(), "t").inputData), std::string(R"({"a":1,"c":"raw","b":2})"));
}

void TestDeciderFlow::outputParametersMakeTheOutput()
{
    MiniRun run;
    run.workflow(R"({'name': 'w', 'outputParameters': {'s': '${t.status}', 'none': '${nobody.output}', 'text': 'v=${t.output}'},
        'tasks': [{'name': 't', 'taskReferenceName': 't', 'type': 'SIMPLE'}]})");
    run.start("w");
    run.work("t", "COMPLETED", "{'v': {'x': 1.0}}");
    QCOMPARE(toJson(run.last().output), std::string(R"({"s":"COMPLETED","none":null,"text":"v={v={x=1.0}}"})"));
}

void TestDeciderFlow::secretsStayLiteralInTheRecord()
{
    MiniRun run;
    run.sources.secrets["KEY"] = "s3cret";
    run.sources.environment["REGION"] = "eu";
    run.workflow(R"({'name': 'w', 'tasks': [
        {'name': 'i', 'taskReferenceName': 'i', 'type': 'INLINE',
         'inputParameters': {'expression': '$.k.length', 'k': '${workflow.secrets.KEY}', 'r': '${workflow.env.REGION}'}},
        {'name': 't', 'taskReferenceName': 't', 'type': 'SIMPLE', 'inputParameters': {'k': 'x ${workflow.secrets.KEY}'}}]})");
    run.start("w");
    EXPECT_RUN(run, R"(
        w RUNNING
        1 i INLINE COMPLETED x {"expression":"$.k.length","k":"${workflow.secrets.KEY}","r":"eu"} -> {"result":6}
        2 t t SCHEDULED {"k":"x ${workflow.secrets.KEY}"} -> {}
    )");
    QCOMPARE(toJson(withSecrets(run.task(run.lastId(), "t").inputData, run.sources)), std::string(R"({"k":"x s3cret"})"));
}

void TestDeciderFlow::domainsFollowTheWorkflow()
{
    struct OnePoller final : PollerSource {
        bool isPolled(std::string_view, std::string_view domain, std::int64_t) const override { return domain == "busy"; }
    } poller;
    MiniRun run;
    run.context.pollers = &poller;
    run.workflow(R"({'name': 'w', 'tasks': [{'name': 'f', 'taskReferenceName': 'f', 'type': 'FORK_JOIN', 'forkTasks': [
        [{'name': 'a', 'taskReferenceName': 'a', 'type': 'SIMPLE'}], [{'name': 'b', 'taskReferenceName': 'b', 'type': 'SIMPLE'}],
        [{'name': 'c', 'taskReferenceName': 'c', 'type': 'SIMPLE'}]]},
        {'name': 'j', 'taskReferenceName': 'j', 'type': 'JOIN', 'joinOn': []}]})");
    StartRequest request;
    request.name = "w";
    request.taskToDomain = MiniRun::value("{'*': 'idle, last', 'b': 'idle,busy', 'c': 'x,NO_DOMAIN'}");
    run.start(request);
    QCOMPARE(run.task(run.lastId(), "a").domain, "last");
    QCOMPARE(run.task(run.lastId(), "b").domain, "busy");
    QCOMPARE(run.task(run.lastId(), "c").domain, "");
}

QTEST_GUILESS_MAIN(TestDeciderFlow)
#include "tst_decider_flow.moc"

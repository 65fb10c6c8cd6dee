// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/goldenfiles.h"

using namespace baton;
using namespace baton::test;

namespace {

Value parsed(std::string_view text)
{
    Result<Value> value = parseJson(text);
    return value ? std::move(*value) : Value("refused: " + value.error().oneLine());
}

std::string refusal(std::string_view text)
{
    const auto definition = workflowDefFrom(parsed(text));
    return definition ? std::string("accepted") : definition.error().oneLine();
}

}  // namespace

class TestDefinitionCodec : public QObject {
    Q_OBJECT

private slots:
    void workflowsSurviveARoundTrip_data() { addGoldenRows("definitions"); }
    void workflowsSurviveARoundTrip();
    void taskDefsSurviveARoundTrip_data() { addGoldenRows("definitions", ".taskdef.json"); }
    void taskDefsSurviveARoundTrip();
    void theUnderwritingWorkflowLoadsUnchanged();
    void defaultsAreTheServers();
    void everyFieldIsReadAndWritten();
    void nullsCountAsAbsent();
    void unknownFieldsAreKept();
    void casesKeepTheirOrder();
    void numbersAndTextsAreTakenAsTheServerTakesThem();
    void errorsNameTheField_data();
    void errorsNameTheField();
    void deepNestingIsRefused();
    void childrenFollowTheirOperator();
};

void TestDefinitionCodec::workflowsSurviveARoundTrip()
{
    QFETCH(std::string, path);
    if (path.ends_with(".taskdef.json"))
        return;
    const Value json = golden(path);
    const auto definition = workflowDefFrom(json);
    QVERIFY2(definition.ok(), definition ? "" : definition.error().oneLine().c_str());
    const Value written = toValue(**definition);
    QCOMPARE(missing(json, written), std::string());
    const auto again = workflowDefFrom(written);
    QVERIFY(again.ok());
    QCOMPARE(toValue(**again), written);
    const Value compact = toCompactValue(**definition);
    const auto fromCompact = workflowDefFrom(compact);
    QVERIFY(fromCompact.ok());
    QCOMPARE(toValue(**fromCompact), written);
    QCOMPARE(toCompactValue(**fromCompact), compact);
}

void TestDefinitionCodec::taskDefsSurviveARoundTrip()
{
    QFETCH(std::string, path);
    const Value json = golden(path);
    const auto definition = taskDefFrom(json);
    QVERIFY2(definition.ok(), definition ? "" : definition.error().oneLine().c_str());
    QCOMPARE(missing(json, toValue(**definition)), std::string());
    const auto again = taskDefFrom(toCompactValue(**definition));
    QVERIFY(again.ok());
    QVERIFY(**again == **definition);
}

void TestDefinitionCodec::theUnderwritingWorkflowLoadsUnchanged()
{
    const Value json = golden(std::string(BATON_SOURCE_DIR) + "/resources/samples/underwriting/underwriting_workflow.json");
    const auto read = workflowDefFrom(json);
    QVERIFY(read.ok());
    const WorkflowDef& definition = **read;
    QVERIFY(definition.name == "underwriting_workflow");
    QCOMPARE(definition.tasks.size(), std::size_t {5});
    QCOMPARE(definition.timeoutSeconds, std::int64_t {3600});
    QVERIFY(definition.workflowStatusListenerEnabled);
    QVERIFY(definition.failureWorkflow == "underwriting_failure_workflow");
    QCOMPARE(definition.unknownFields.size(), std::size_t {2});
    QVERIFY(definition.unknownFields["namespace"] == Value("underwriting"));
    const WorkflowTask& first = *definition.tasks[0];
    QVERIFY(first.type == "credit_check");
    QCOMPARE(first.retryCount, std::optional(3));
    QVERIFY(first.unknownFields["retryLogic"] == Value("FIXED"));
    QVERIFY(first.unknownFields["responseTimeoutSeconds"] == Value(360));
    QCOMPARE(missing(json, toValue(definition)), std::string());
    QCOMPARE(missing(toCompactValue(definition), json), std::string());
}

void TestDefinitionCodec::defaultsAreTheServers()
{
    const auto definition = workflowDefFrom(parsed(R"({"name": "w", "tasks": [{"name": "a", "taskReferenceName": "r"}]})"));
    QVERIFY(definition.ok());
    QCOMPARE(toValue(**definition), parsed(R"({"createTime": 0, "updateTime": 0, "name": "w", "version": 1, "tasks": [
        {"name": "a", "taskReferenceName": "r", "inputParameters": {}, "type": "SIMPLE", "decisionCases": {},
         "defaultCase": [], "forkTasks": [], "startDelay": 0, "joinOn": [], "optional": false,
         "defaultExclusiveJoinTask": [], "asyncComplete": false, "loopOver": [], "onStateChange": {}, "permissive": false,
         "metadata": {}}],
        "inputParameters": [], "outputParameters": {}, "schemaVersion": 2, "restartable": true,
        "workflowStatusListenerEnabled": false, "timeoutPolicy": "ALERT_ONLY", "timeoutSeconds": 0, "variables": {},
        "inputTemplate": {}, "enforceSchema": true, "metadata": {}, "maskedFields": []})"));
    const auto task = taskDefFrom(parsed(R"({"name": "t"})"));
    QVERIFY(task.ok());
    QCOMPARE(toValue(**task), parsed(R"({"createTime": 0, "updateTime": 0, "name": "t", "retryCount": 3, "timeoutSeconds": 0,
        "inputKeys": [], "outputKeys": [], "runtimeMetadata": [], "timeoutPolicy": "TIME_OUT_WF", "retryLogic": "FIXED",
        "retryDelaySeconds": 60, "responseTimeoutSeconds": 3600, "inputTemplate": {}, "rateLimitPerFrequency": 0,
        "rateLimitFrequencyInSeconds": 1, "backoffScaleFactor": 1, "maxRetryDelaySeconds": 0, "backoffJitterMs": 0,
        "totalTimeoutSeconds": 0, "taskStatusListenerEnabled": true, "enforceSchema": false})"));
    QCOMPARE(toCompactValue(**task), parsed(R"({"name": "t"})"));
}

void TestDefinitionCodec::everyFieldIsReadAndWritten()
{
    const Value json = parsed(R"({"ownerApp": "app", "createTime": 1, "updateTime": 2, "createdBy": "c", "updatedBy": "u",
        "name": "w", "description": "d", "version": 7, "inputParameters": ["i"], "outputParameters": {"o": "${a.output}"},
        "failureWorkflow": "f", "failureWorkflowVersion": 3, "schemaVersion": 2, "restartable": false,
        "workflowStatusListenerEnabled": true, "ownerEmail": "e", "timeoutPolicy": "TIME_OUT_WF", "timeoutSeconds": 9,
        "variables": {"v": null}, "inputTemplate": {"t": 1}, "workflowStatusListenerSink": "s",
        "rateLimitConfig": {"rateLimitKey": "k"}, "inputSchema": {"name": "i"}, "outputSchema": {"name": "o"},
        "enforceSchema": false, "cacheConfig": {"key": "k"}, "metadata": {"m": 1}, "maskedFields": ["p"], "tasks": [
        {"name": "n", "taskReferenceName": "r", "description": "d", "inputParameters": {"a": null}, "type": "SWITCH",
         "dynamicTaskNameParam": "a", "caseValueParam": "b", "caseExpression": "c", "scriptExpression": "d",
         "decisionCases": {"z": [{"name": "x", "taskReferenceName": "x", "type": "NOOP"}], "a": []},
         "dynamicForkJoinTasksParam": "e", "dynamicForkTasksParam": "f", "dynamicForkTasksInputParamName": "g",
         "forkTaskName": "h", "defaultCase": [{"name": "y", "taskReferenceName": "y"}],
         "forkTasks": [[{"name": "z", "taskReferenceName": "z"}], []], "startDelay": 4,
         "subWorkflowParam": {"name": "s", "version": 2, "taskToDomain": {"*": "d"}, "workflowDefinition": "${a.output.d}",
             "idempotencyKey": "k", "idempotencyStrategy": "FAIL", "priority": 5, "odd": 1},
         "joinOn": ["p", "q"], "sink": "conductor:x", "optional": true, "taskDefinition": {"name": "n", "retryCount": 0},
         "rateLimited": false, "defaultExclusiveJoinTask": ["j"], "asyncComplete": true, "loopCondition": "l",
         "loopOver": [{"name": "o", "taskReferenceName": "o"}], "items": "${i}", "retryCount": 0,
         "evaluatorType": "javascript", "expression": "x", "onStateChange": {"s": []}, "joinStatus": "js",
         "joinMode": "SYNC", "cacheConfig": {"ttl": 1}, "permissive": true, "metadata": {"k": [1]}}]})");
    const auto definition = workflowDefFrom(json);
    QVERIFY2(definition.ok(), definition ? "" : definition.error().oneLine().c_str());
    QCOMPARE(missing(json, toValue(**definition)), std::string());
    QCOMPARE(missing(json, toCompactValue(**definition)), std::string(".schemaVersion: expected 2, got null"));
    QVERIFY((*definition)->unknownFields.isNull());
    QVERIFY((*definition)->tasks[0]->unknownFields.isNull());
    QVERIFY((*definition)->tasks[0]->subWorkflowParam->unknownFields == parsed(R"({"odd": 1})"));
}

void TestDefinitionCodec::nullsCountAsAbsent()
{
    const auto definition = workflowDefFrom(parsed(R"({"name": "w", "version": null, "variables": null, "tasks": [
        {"name": "a", "type": null, "decisionCases": null, "retryCount": null, "joinOn": null, "subWorkflowParam": null}],
        "inputTemplate": null, "unheardOf": null})"));
    QVERIFY(definition.ok());
    QCOMPARE((*definition)->version, 1);
    QVERIFY((*definition)->tasks[0]->type == "SIMPLE");
    QVERIFY(!(*definition)->tasks[0]->hasDecisionCases);
    QVERIFY(!(*definition)->tasks[0]->subWorkflowParam);
    QVERIFY((*definition)->unknownFields == parsed(R"({"unheardOf": null})"));
    const auto task = workflowTaskFrom(parsed(R"({"type": "SWITCH", "decisionCases": {}})"));
    QVERIFY(task.ok() && (*task)->hasDecisionCases);
}

void TestDefinitionCodec::unknownFieldsAreKept()
{
    const Value json = parsed(R"({"name": "w", "tasks": [{"name": "a", "taskReferenceName": "a", "type": "DO_WHILE",
        "loopOver": [{"name": "b", "taskReferenceName": "b", "x": {"deep": [1, {"y": null}]},
                      "taskDefinition": {"name": "b", "tags": ["t"]}}]}], "namespace": "n", "tags": []})");
    const auto definition = workflowDefFrom(json);
    QVERIFY(definition.ok());
    QCOMPARE(missing(json, toValue(**definition)), std::string());
    QCOMPARE(toCompactValue(**definition), json);
}

void TestDefinitionCodec::casesKeepTheirOrder()
{
    const auto task = workflowTaskFrom(parsed(R"({"decisionCases": {"z": [], "a": [], "m": null}})"));
    QVERIFY(task.ok());
    QCOMPARE(toJson(toValue(**task)["decisionCases"]), std::string(R"({"z":[],"a":[],"m":[]})"));
}

void TestDefinitionCodec::numbersAndTextsAreTakenAsTheServerTakesThem()
{
    const auto task = taskDefFrom(parsed(R"({"name": 5, "retryCount": "2", "timeoutSeconds": 3.7, "enforceSchema": "true",
        "description": false, "retryDelaySeconds": "", "taskStatusListenerEnabled": 0, "inputKeys": [1, "a"]})"));
    QVERIFY2(task.ok(), task ? "" : task.error().oneLine().c_str());
    QVERIFY((*task)->name == "5");
    QCOMPARE((*task)->retryCount, 2);
    QCOMPARE((*task)->timeoutSeconds, std::int64_t {3});
    QCOMPARE((*task)->retryDelaySeconds, 0);
    QVERIFY((*task)->enforceSchema && !(*task)->taskStatusListenerEnabled);
    QVERIFY((*task)->description == "false");
    const auto join = workflowTaskFrom(parsed(R"({"joinOn": ["a", 2, null], "optional": "False"})"));
    QVERIFY(join.ok());
    QCOMPARE((*join)->joinOn, (std::vector<Text> {"a", "2", ""}));
}

void TestDefinitionCodec::errorsNameTheField_data()
{
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("error");
    const auto row = [](const char* name, const char* json, const char* error) {
        QTest::newRow(name) << std::string(json) << std::string(error);
    };
    row("not an object", "[]", "must be an object, but is a list");
    row("tasks", R"({"tasks": {}})", "tasks: must be a list, but is an object");
    row("a task", R"({"tasks": [{}, 5]})", "tasks[1]: must be a task (an object), but is a number");
    row("deep", R"({"tasks": [{}, {"decisionCases": {"high": [{"type": {}}]}}]})",
        "tasks[1].decisionCases.high[0].type: must be a text, but is an object");
    row("odd case", R"({"tasks": [{"decisionCases": {"a b": [{"retryCount": "x"}]}}]})",
        "tasks[0].decisionCases['a b'][0].retryCount: must be a whole number of at most 32 bits, but is a text");
    row("branch", R"({"tasks": [{"forkTasks": [[], [[]]]}]})",
        "tasks[0].forkTasks[1][0]: must be a task (an object), but is a list");
    row("range", R"({"version": 3000000000})", "version: must be a whole number of at most 32 bits, but is a number");
    row("huge", R"({"timeoutSeconds": 1e300})", "timeoutSeconds: must be a whole number, but is a number");
    row("enumeration", R"({"timeoutPolicy": "RETRY"})",
        "timeoutPolicy: must be one of TIME_OUT_WF, ALERT_ONLY, but is a text");
    row("inline task", R"({"tasks": [{"taskDefinition": {"retryLogic": "SLOW"}}]})",
        "tasks[0].taskDefinition.retryLogic: must be one of FIXED, LINEAR_BACKOFF, EXPONENTIAL_BACKOFF, but is a text");
    row("inputs", R"({"tasks": [{"inputParameters": "none"}]})",
        "tasks[0].inputParameters: must be an object, but is a text");
    row("truth", R"({"restartable": "perhaps"})", "restartable: must be true or false, but is a text");
    row("list of texts", R"({"tasks": [{"joinOn": [{}]}]})", "tasks[0].joinOn: must be a list of texts, but is a list");
    row("sub-workflow", R"({"tasks": [{"subWorkflowParam": "x"}]})",
        "tasks[0].subWorkflowParam: must be an object, but is a text");
    row("body", R"({"tasks": [{"loopOver": [{"loopOver": 7}]}]})",
        "tasks[0].loopOver[0].loopOver: must be a list, but is a number");
}

void TestDefinitionCodec::errorsNameTheField()
{
    QFETCH(std::string, json);
    QFETCH(std::string, error);
    QCOMPARE(refusal(json), error);
}

void TestDefinitionCodec::deepNestingIsRefused()
{
    const auto nested = [](int depth) {
        Value task = Value::object({{"name", "leaf"}});
        for (int i = 1; i < depth; ++i)
            task = Value::object({{"name", "loop"}, {"type", "DO_WHILE"}, {"loopOver", Value::array({std::move(task)})}});
        return Value::object({{"name", "w"}, {"tasks", Value::array({std::move(task)})}});
    };
    const auto deepest = workflowDefFrom(nested(300));
    QVERIFY(deepest.ok());
    QCOMPARE(allTasks(**deepest).size(), std::size_t {300});
    QCOMPARE(missing(nested(300), toCompactValue(**deepest)), std::string());
    const auto refused = workflowDefFrom(nested(301));
    QVERIFY(!refused.ok());
    QVERIFY(refused.error().field.starts_with("tasks[0].loopOver[0].loopOver[0]"));
    QVERIFY(!refused.error().hint.empty());
    QVERIFY(!workflowDefFrom(nested(450)).ok());
}

void TestDefinitionCodec::childrenFollowTheirOperator()
{
    const auto definition = workflowDefFrom(parsed(R"({"tasks": [
        {"name": "1", "decisionCases": {"z": [{"name": "2"}, {"name": "3", "loopOver": [{"name": "4"}]}], "a": [{"name": "5"}]},
         "defaultCase": [{"name": "6"}]},
        {"name": "7", "forkTasks": [[{"name": "8"}], [], [{"name": "9"}]]}, {"name": "10"}]})"));
    QVERIFY(definition.ok());
    std::string names;
    for (const WorkflowTask* task : allTasks(**definition))
        names += task->name.str() + " ";
    QCOMPARE(names, std::string("1 2 3 4 5 6 7 8 9 10 "));
    QCOMPARE(childLists(*(*definition)->tasks[0]).size(), std::size_t {3});
    QCOMPARE(childLists(*(*definition)->tasks[2]).size(), std::size_t {0});
}

QTEST_GUILESS_MAIN(TestDefinitionCodec)
#include "tst_definitioncodec.moc"

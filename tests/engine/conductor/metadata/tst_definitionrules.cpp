// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/metadata/definitionrules.h"
#include "engine/conductor/metadata/definitionstore.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/model/codec.h"
#include "engine/value/json.h"

#include <QTest>

#include <algorithm>

using namespace baton;

namespace {

using Lines = std::vector<std::string>;

// "path: message" of every violation, sorted: their order means nothing.
Lines linesOf(const std::vector<Violation>& violations)
{
    Lines lines;
    for (const Violation& violation : violations)
        lines.push_back(violation.path + ": " + violation.message);
    std::ranges::sort(lines);
    return lines;
}

struct Rules {
    DefinitionStore definitions;
    FixedEnvironment environment {{}, {}, {{"HOME", "here"}}};
    EngineSettings settings;

    RuleContext context() const { return {definitions, environment, nullptr, settings}; }

    Lines workflow(const char* json) const
    {
        const Result<WorkflowDefPtr> definition = workflowDefFrom(parseJson(json).value());
        if (!definition.ok())
            return {definition.error().oneLine()};
        std::vector<Violation> violations;
        checkDefinition(**definition, "d", context(), violations);
        return linesOf(violations);
    }

    Lines oneTask(const std::string& members) const
    {
        return workflow((R"({"name":"w","tasks":[{"name":"t","taskReferenceName":"t",)" + members + "}]}").c_str());
    }

    Lines task(const char* json) const
    {
        std::vector<Violation> violations;
        checkDefinition(*taskDefFrom(parseJson(json).value()).value(), "d", context(), violations);
        return linesOf(violations);
    }
};

}  // namespace

class TestDefinitionRules : public QObject {
    Q_OBJECT

private slots:
    void acceptsWhatTheRealServerAccepts()
    {
        const Rules rules;
        QCOMPARE(rules.oneTask(R"("type":"SOMETHING_ELSE")"), Lines {});
        QCOMPARE(rules.oneTask(R"("type":"JOIN")"), Lines {});
        QCOMPARE(rules.oneTask(R"("type":"INLINE")"), Lines {});
        QCOMPARE(rules.oneTask(R"("type":"SUB_WORKFLOW","subWorkflowParam":{})"), Lines {});
        QCOMPARE(rules.oneTask(R"("inputParameters":{"a":"${HOME} ${CPEWF_TASK_ID} ${workflow.x} ${t.output.x} $${no.x}"})"),
            Lines {});
        QCOMPARE(rules.oneTask(R"("type":"DO_WHILE","loopCondition":"false","loopOver":[{"taskReferenceName":"z","type":"EVENT"}])"),
            Lines {});
    }

    void collectsAllThatIsWrong()
    {
        const Rules rules;
        QCOMPARE(rules.workflow(R"({"schemaVersion":3,"tasks":[]})"), (Lines {
            "d.name: WorkflowDef name cannot be null or empty",
            "d.schemaVersion: workflowDef schemaVersion: 2 is only supported",
            "d.tasks: WorkflowTask list cannot be empty"}));
        QCOMPARE(rules.workflow(R"({"tasks":[{"name":"n","taskReferenceName":"n"},{"name":"n","taskReferenceName":"n"}]})"),
            (Lines {"d.name: WorkflowDef name cannot be null or empty",
                "d: taskReferenceName: n should be unique across tasks for a given workflowDefinition: null"}));
    }

    void namesThePlaceOfInnerTasks()
    {
        const Rules rules;
        QCOMPARE(rules.workflow(R"({"name":"x","tasks":[
            {"name":"s","taskReferenceName":"s","type":"SWITCH","evaluatorType":"value-param","expression":"k",
             "decisionCases":{"high":[{"name":"n","taskReferenceName":"n"},{"taskReferenceName":"b"},
                 {"name":"e","taskReferenceName":"e","type":"EVENT"}]},
             "defaultCase":[{"name":"d","taskReferenceName":"dd","type":"TERMINATE"}]},
            {"name":"f","taskReferenceName":"f","type":"FORK_JOIN","forkTasks":[[{"name":"q","taskReferenceName":"q"},
                {"taskReferenceName":"w"},{"name":"ev","taskReferenceName":"ev","type":"EVENT"}]]}]})"), (Lines {
            "d.tasks[0].decisionCases[high].<map value>[1].name: WorkflowTask name cannot be empty or null",
            "d.tasks[0].decisionCases[high].<map value>[2]: sink field is required for taskType: EVENT taskName: e",
            "d.tasks[0].defaultCase[0]: terminate task must have an terminationStatus parameter and must be set to COMPLETED "
            "or FAILED, taskName: d",
            "d.tasks[1].forkTasks[0].<list element>[1].name: WorkflowTask name cannot be empty or null",
            "d.tasks[1].forkTasks[0].<list element>[2]: sink field is required for taskType: EVENT taskName: ev"}));
    }

    void refusesReferencesToNothing()
    {
        const Rules rules;
        QCOMPARE(rules.oneTask(R"("inputParameters":{"a":{"b":["${who.x} and ${t.output.x} $${no.x} ${a b}"]}})"), (Lines {
            "d: key: b input parameter value: a b is not valid",
            "d: taskReferenceName: who for given task: t input value: b of input parameter: ${who.x} and ${t.output.x} "
            "$${no.x} ${a b} is not defined in workflow definition."}));
        QCOMPARE(rules.oneTask(R"("inputParameters":{"g":"${}"})"), Lines {"d: key: g input parameter value:  is not valid"});
        QCOMPARE(rules.oneTask(R"("inputParameters":{"x":"${ }"})"), Lines {"d: key: x input parameter value:   is not valid"});
    }

    void saysWhatATypeLacks_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<QStringList>("messages");
        const auto row = [](const char* name, const char* task, const Lines& messages) {
            QStringList list;
            for (const std::string& message : messages)
                list += QString::fromStdString(message);
            QTest::newRow(name) << QString::fromUtf8(task) << list;
        };
        row("switch", R"("type":"SWITCH","decisionCases":{})", {"decisionCases should have atleast one task for taskType: SWITCH taskName: t",
            "evaluatorType field is required for taskType: SWITCH taskName: t"});
        row("decision", R"("type":"DECISION")", {"caseValueParam or caseExpression field is required for taskType: DECISION taskName: t",
            "decisionCases should have atleast one task for taskType: DECISION taskName: t"});
        row("loop", R"("type":"DO_WHILE")", {"loopCondition field is required for taskType: DO_WHILE taskName: t",
            "loopOver field is required for taskType: DO_WHILE taskName: t"});
        row("a loop over a list needs no condition", R"("type":"DO_WHILE","loopCondition":"","items":"${workflow.input.l}",)"
            R"("loopOver":[{"name":"z","taskReferenceName":"z","type":"NOOP"}])", {});
        row("dynamic", R"("type":"DYNAMIC")", {"dynamicTaskNameParam field is required for taskType: DYNAMIC taskName: t"});
        row("fork", R"("type":"FORK_JOIN")", {"forkTasks should have atleast one task for taskType: FORK_JOIN taskName: t"});
        row("dynamic fork", R"("type":"FORK_JOIN_DYNAMIC")",
            {"dynamicForkTasksInputParamName field is required for taskType: FORK_JOIN_DYNAMIC taskName: t",
                "dynamicForkTasksParam field is required for taskType: FORK_JOIN_DYNAMIC taskName: t"});
        row("sub-workflow", R"("type":"SUB_WORKFLOW")", {"subWorkflowParam field is required for taskType: SUB_WORKFLOW taskName: t"});
        row("terminate", R"("type":"TERMINATE","optional":true)", {"terminate task cannot be optional, taskName: t",
            "terminate task must have an terminationStatus parameter and must be set to COMPLETED or FAILED, taskName: t"});
        row("http", R"("type":"HTTP")",
            {"inputParameters.http_request or inputParameters.uri field is required for taskType: HTTP taskName: t"});
        row("kafka", R"("type":"KAFKA_PUBLISH")", {"inputParameters.kafka_request field is required for taskType: KAFKA_PUBLISH taskName: t"});
        row("jq", R"("type":"JSON_JQ_TRANSFORM")",
            {"inputParameters.queryExpression field is required for taskType: JSON_JQ_TRANSFORM taskName: t"});
        row("both", R"("type":"WAIT","inputParameters":{"duration":"1s","until":"2020-01-01"})",
            {"Both 'duration' and 'until' specified. Please provide only one input"});
        row("duration", R"("type":"WAIT","inputParameters":{"duration":"soon"})", {"Either date or duration is passed as null "});
        row("until", R"("type":"WAIT","inputParameters":{"until":"soon"})", {"Unable to parse date "});
        row("delay", R"("startDelay":-1)", {"must be greater than or equal to 0"});
    }

    void saysWhatATypeLacks()
    {
        QFETCH(QString, task);
        QFETCH(QStringList, messages);
        Lines expected;
        for (const QString& message : messages) {
            const bool ofField = message.startsWith(QStringLiteral("must be greater"));
            expected.push_back((ofField ? "d.tasks[0].startDelay: " : "d.tasks[0]: ") + message.toStdString());
        }
        QCOMPARE(Rules().oneTask(task.toStdString()), expected);
    }

    void takesTheInputTemplateOfARegisteredTask()
    {
        Rules rules;
        rules.definitions.put(taskDefFrom(parseJson(R"({"name":"t","inputTemplate":{"http_request":{}}})").value()).value());
        QCOMPARE(rules.oneTask(R"("type":"HTTP")"), Lines {});
    }

    void checksTaskDefinitions()
    {
        const Rules rules;
        QCOMPARE(rules.task(R"({"name":"a"})"), Lines {});
        QCOMPARE(rules.task(R"({"name":"a","retryCount":-1,"backoffScaleFactor":0,"maxRetryDelaySeconds":-1,
            "backoffJitterMs":-1,"totalTimeoutSeconds":-5,"pollTimeoutSeconds":-2,"responseTimeoutSeconds":0})"), (Lines {
            "d.backoffJitterMs: TaskDef backoffJitterMs: 0 must be >= 0",
            "d.backoffScaleFactor: Backoff scale factor. Applicable for LINEAR_BACKOFF",
            "d.maxRetryDelaySeconds: TaskDef maxRetryDelaySeconds: 0 must be >= 0",
            "d.pollTimeoutSeconds: TaskDef pollTimeoutSeconds: 0 must be >= 0",
            "d.responseTimeoutSeconds: TaskDef responseTimeoutSeconds: 0 should be minimum 1 second",
            "d.retryCount: TaskDef retryCount: 0 must be >= 0",
            "d.totalTimeoutSeconds: TaskDef totalTimeoutSeconds: 0 must be >= 0"}));
        QCOMPARE(rules.task(R"({"name":"a","timeoutSeconds":5})"),
            Lines {"d: TaskDef: a responseTimeoutSeconds: 3600 must be less than timeoutSeconds: 5"});
        QCOMPARE(rules.task(R"({"name":"a","totalTimeoutSeconds":5,"timeoutSeconds":10,"responseTimeoutSeconds":5})"),
            Lines {"d: TaskDef: a timeoutSeconds: 10 must be less than or equal to totalTimeoutSeconds: 5"});
        QCOMPARE(rules.task("{}"), Lines {"d.name: TaskDef name cannot be null or empty"});
    }

    void keepsVersionsApart()
    {
        DefinitionStore store;
        for (const int version : {2, 7, 1})
            store.put(workflowDefFrom(Value::object({{"name", "w"}, {"version", version}, {"tasks", Value::array()}})).value());
        QCOMPARE(store.workflow("w", std::nullopt)->version, 7);
        QCOMPARE(store.workflow("w", 2)->version, 2);
        QVERIFY(!store.workflow("w", 3));
        QCOMPARE(store.workflows(false).size(), std::size_t {3});
        QCOMPARE(store.workflows(true).size(), std::size_t {1});
        QVERIFY(store.removeWorkflow("w", 7));
        QVERIFY(!store.removeWorkflow("w", 7));
        QCOMPARE(store.workflow("w", std::nullopt)->version, 2);
    }
};

QTEST_GUILESS_MAIN(TestDefinitionRules)
#include "tst_definitionrules.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/port/wire.h"
#include "engine/value/json.h"

#include <QTest>

using namespace baton;

namespace {

Value json(const char* text)
{
    return parseJson(text).value();
}

}  // namespace

class TestWire : public QObject {
    Q_OBJECT

private slots:
    void readsAStartRequest()
    {
        const Result<StartRequest> request = startRequestFromWire(json(
            R"({"name":"w","version":2,"priority":9,"input":{"a":1},"taskToDomain":{"*":"d"},"unknown":1})"));
        QVERIFY(request.ok());
        QCOMPARE(request->version, std::optional<int>(2));
        QCOMPARE(request->priority, 9);
        QCOMPARE(request->input["a"], Value(1));
        QVERIFY(startRequestFromWire(json(R"({"name":"w"})"))->input.isObject());
    }

    void refusesAStartRequestAsTheRealServerDoes()
    {
        const Result<StartRequest> both = startRequestFromWire(json(R"({"priority":100})"));
        QCOMPARE(both.error().violations.size(), std::size_t {2});
        QCOMPARE(both.error().violations[0].path, std::string("startWorkflow.arg0.name"));
        QCOMPARE(both.error().violations[1].message, std::string("priority: 100 should be maximum 99"));
        QCOMPARE(both.error().violations[1].invalidValue, std::optional<std::string>("100"));
        QCOMPARE(startRequestFromWire(json(R"({"name":"w","priority":-1})")).error().violations[0].message,
            std::string("priority: -1 should be minimum 0"));
        QCOMPARE(startRequestFromWire(json(R"({"name":"w","input":null})")).error().message,
            std::string("NULL input passed when starting workflow"));
        QCOMPARE(httpStatus(startRequestFromWire(json("[1]")).error()), 500);
    }

    void readsATaskResult()
    {
        const Result<TaskResult> result = taskResultFromWire(json(R"({"workflowInstanceId":"w","taskId":"t","status":"FAILED",
            "outputData":{"x":1},"logs":[{"log":"a","createdTime":5}],"callbackAfterSeconds":3,"extendLease":true})"));
        QVERIFY(result.ok());
        QCOMPARE(result->status, TaskStatus::Failed);
        QCOMPARE(result->logs.size(), std::size_t {1});
        QVERIFY(result->extendLease);
        QCOMPARE(taskResultFromWire(toWire(*result))->outputData, result->outputData);
        QCOMPARE(taskResultFromWire(json(R"({"status":"COMPLETED"})")).error().violations.size(), std::size_t {2});
        for (const char* word : {"NONSENSE", "TIMED_OUT", "SCHEDULED"}) {
            const Value body = Value::object({{"workflowInstanceId", "w"}, {"taskId", "t"}, {"status", word}});
            QCOMPARE(httpStatus(taskResultFromWire(body).error()), 500);
        }
    }

    void spellsErrorsAsTheRealServer()
    {
        QCOMPARE(toCanonicalJson(errorBody({ErrorCode::NotFound, "No such workflow found by id: x"}, "host")),
            std::string(R"({"instance":"host","message":"No such workflow found by id: x","retryable":false,"status":404})"));
        Error error {ErrorCode::InvalidArgument, "Validation failed, check below errors for detail."};
        error.violations.push_back({"a.b", "wrong", "7"});
        QCOMPARE(toCanonicalJson(errorBody(error, "host")), std::string(R"({"message":"Validation failed, check below errors for )"
            R"(detail.","retryable":false,"status":400,"validationErrors":[{"invalidValue":"7","message":"wrong","path":"a.b"}]})"));
        QCOMPARE(httpStatus({ErrorCode::Conflict, {}}), 409);
        QCOMPARE(httpStatus({ErrorCode::Timeout, {}}), 500);
    }

    void summarizesAnExecution()
    {
        auto definition = std::make_shared<WorkflowDef>();
        definition->name = "own";
        Execution execution;
        execution.workflowId = "w1";
        execution.definition = definition;
        execution.status = WorkflowStatus::Completed;
        execution.createTime = 1795434206018;
        execution.updateTime = execution.endTime = 1795434211327;
        execution.input = json(R"({"a":"Xyz","n":null})");
        execution.output = json(R"({"x":1})");
        const Value summary = workflowSummary(execution);
        QCOMPARE(summary["startTime"], Value("2026-11-23T11:43:26.018Z"));
        QCOMPARE(summary["endTime"], Value("2026-11-23T11:43:31.327Z"));
        QCOMPARE(summary["input"], Value("{a=Xyz, n=null}"));
        QCOMPARE(summary["inputSize"], Value(15));
        QCOMPARE(summary["executionTime"], Value(5309));
        QCOMPARE(summary["failedReferenceTaskNames"], Value(""));
        QVERIFY(!summary.contains("reasonForIncompletion"));
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"

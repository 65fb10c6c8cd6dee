// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/task/taskregistry.h"
#include "engine/value/json.h"

#include <QTest>

#include <stdexcept>

using namespace baton;

namespace {

class Handler final : public TaskHandler {
public:
    using Body = std::function<TaskOutput(const Value&, TaskContext&)>;
    Handler(TaskDescription description, Body body) : m_description(std::move(description)), m_body(std::move(body)) { }
    const TaskDescription& description() const override { return m_description; }
    TaskOutput execute(const Value& input, TaskContext& context) override { return m_body(input, context); }

private:
    TaskDescription m_description;
    Body m_body;
};

class Context final : public TaskContext {
public:
    const Clock& clock() const override { return m_clock; }
    std::string_view taskId() const override { return "task-1"; }
    std::string_view workflowId() const override { return "workflow-1"; }
    std::string_view referenceName() const override { return "ref"; }
    int attempt() const override { return 0; }
    std::stop_token stopToken() const override { return {}; }
    bool sideEffectsAllowed() const override { return false; }
    void log(std::string line) override { lines.push_back(std::move(line)); }

    std::vector<std::string> lines;

private:
    VirtualClock m_clock {1000};
};

class Recorder final : public TaskHooks {
public:
    void onStart(const TaskDescription& description, const Value&, const TaskContext&) override
    {
        told.push_back("start " + description.name);
        throw std::runtime_error("a hook's own trouble");
    }
    void onCompletion(const TaskDescription&, const TaskOutput&, std::chrono::nanoseconds) override { told.emplace_back("completed"); }
    void onError(const TaskDescription&, const TaskOutput& output, std::chrono::nanoseconds) override
    {
        told.push_back("error " + output.error->code);
    }

    std::vector<std::string> told;
};

TaskRegistry withOne(TaskDescription description, Handler::Body body)
{
    TaskRegistry registry;
    const Status added = registry.add(std::make_shared<Handler>(std::move(description), std::move(body)));
    Q_ASSERT(added.ok());
    return registry;
}

TaskOutput fine(const Value&, TaskContext&)
{
    return TaskOutput::completed(Value::object({{"score", 700}}));
}

}  // namespace

class TestTaskRegistry : public QObject {
    Q_OBJECT

private slots:
    void servesATypeOnce()
    {
        TaskRegistry registry = withOne({.name = "credit", .description = {}, .inputs = {}, .outputs = {}}, fine);
        const Status again = registry.add(std::make_shared<Handler>(
            TaskDescription {.name = "credit", .description = {}, .inputs = {}, .outputs = {}}, fine));
        QVERIFY(!again.ok());
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QVERIFY(!registry.add(nullptr).ok());
        QCOMPARE(registry.taskTypes(), std::vector<std::string> {"credit"});
        QVERIFY(registry.find("credit"));
        QVERIFY(!registry.find("other"));
    }

    void refusesWrongInputBeforeTheHandlerRuns_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("missing") << QByteArray(R"({"score":600})") << QByteArray("id") << QByteArray("missing");
        QTest::newRow("null") << QByteArray(R"({"id":null,"score":600})") << QByteArray("id") << QByteArray("missing");
        QTest::newRow("type") << QByteArray(R"({"id":7,"score":600})") << QByteArray("id") << QByteArray("type");
        QTest::newRow("low") << QByteArray(R"({"id":"a","score":299})") << QByteArray("score") << QByteArray("minimum");
        QTest::newRow("high") << QByteArray(R"({"id":"a","score":850.5})") << QByteArray("score") << QByteArray("maximum");
        QTest::newRow("fraction") << QByteArray(R"({"id":"a","score":600,"term":1.5})") << QByteArray("term") << QByteArray("type");
        QTest::newRow("word") << QByteArray(R"({"id":"a","score":600,"purpose":"boat"})") << QByteArray("purpose")
                              << QByteArray("oneOf");
        QTest::newRow("no object") << QByteArray("[1]") << QByteArray("id") << QByteArray("missing");
    }

    void refusesWrongInputBeforeTheHandlerRuns()
    {
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, problem);
        bool ran = false;
        const TaskRegistry registry = withOne(loan(), [&](const Value&, TaskContext&) {
            ran = true;
            return TaskOutput::completed(Value::object());
        });
        Context context;
        const TaskOutput output = registry.run("loan", parseJson(input.toStdString()).value(), context);
        QVERIFY(!ran);
        QCOMPARE(output.outcome, TaskOutcome::FailedTerminal);
        QCOMPARE(output.error->details["field"].asText(), field.toStdString());
        QCOMPARE(output.error->details["problem"].asText(), problem.toStdString());
        QCOMPARE(output.output["error"]["code"].asText(), std::string_view("INVALID_FIELD"));
        QCOMPARE(output.output["error"]["task_id"].asText(), std::string_view("task-1"));
        QCOMPARE(output.output["error"]["workflow_id"].asText(), std::string_view("workflow-1"));
        QCOMPARE(output.output["error"]["time"].asInteger(), 1000);
        QVERIFY(output.reason.find(field.toStdString()) != std::string::npos);
    }

    void acceptsWholeDecimalsAndLeavesOutOptionalFields()
    {
        const TaskRegistry registry = withOne(loan(), fine);
        Context context;
        const Value input = parseJson(R"({"id":"a","score":600.0,"term":36.0,"purpose":"car","extra":[1]})").value();
        QCOMPARE(registry.run("loan", input, context).outcome, TaskOutcome::Completed);
    }

    void turnsExceptionsIntoRetryableFailures()
    {
        const TaskRegistry registry = withOne({.name = "bad", .description = {}, .inputs = {}, .outputs = {}},
            [](const Value&, TaskContext&) -> TaskOutput { throw std::runtime_error("no bureau"); });
        Context context;
        const TaskOutput output = registry.run("bad", Value::object(), context);
        QCOMPARE(output.outcome, TaskOutcome::Failed);
        QVERIFY(output.reason.find("no bureau") != std::string::npos);
    }

    void refusesWrongOutput()
    {
        const TaskRegistry registry = withOne({.name = "t", .description = {}, .inputs = {},
                                                  .outputs = {{.name = "score", .type = FieldType::Text}}}, fine);
        Context context;
        const TaskOutput output = registry.run("t", Value::object(), context);
        QCOMPARE(output.outcome, TaskOutcome::FailedTerminal);
        QCOMPARE(output.error->code, std::string("INVALID_OUTPUT"));
    }

    void countsAndTellsHooks()
    {
        TaskRegistry registry = withOne(loan(), fine);
        const auto recorder = std::make_shared<Recorder>();
        registry.addHooks(recorder);
        Context context;
        (void)registry.run("loan", parseJson(R"({"id":"a","score":600})").value(), context);
        (void)registry.run("loan", Value::object(), context);
        QCOMPARE(recorder->told, (std::vector<std::string> {"start loan", "completed", "start loan", "error INVALID_FIELD"}));
        const TaskMetrics metrics = registry.metrics("loan");
        QCOMPARE(metrics.executions, 2U);
        QCOMPARE(metrics.completed, 1U);
        QCOMPARE(metrics.failed, 1U);
        QCOMPARE(metrics.errorRate(), 0.5);
        QVERIFY(metrics.minimum <= metrics.maximum);
        QVERIFY(metrics.minimum + metrics.maximum == metrics.total);
        QCOMPARE(registry.metrics("nobody").executions, 0U);
    }

    void answersForATypeNobodyServes()
    {
        Context context;
        const TaskOutput output = TaskRegistry().run("ghost", Value::object(), context);
        QCOMPARE(output.outcome, TaskOutcome::FailedTerminal);
        QCOMPARE(output.error->code, std::string("NO_HANDLER"));
    }

private:
    static TaskDescription loan()
    {
        return {.name = "loan", .description = {},
            .inputs = {{.name = "id", .type = FieldType::Text},
                {.name = "score", .type = FieldType::Number, .minimum = 300, .maximum = 850},
                {.name = "term", .type = FieldType::Integer, .required = false},
                {.name = "purpose", .type = FieldType::Text, .required = false, .oneOf = {"car", "house"}}},
            .outputs = {}};
    }
};

QTEST_GUILESS_MAIN(TestTaskRegistry)
#include "tst_taskregistry.moc"

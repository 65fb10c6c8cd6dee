// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "embeddedbench.h"

using namespace baton;
using namespace baton::bench;

class TestEmbeddedSchedules : public QObject {
    Q_OBJECT

private slots:
    void startsItsWorkflowWhenDue();
    void tellsWhyAStartFailed();
    void goesOnAfterAStop();
    void saysWhenItIsDueNext();
    void listsSecretsAndEnvironment();
    void tellsAFailureOfTheStore();

private:
    static Value scheduleOf(std::string_view name, std::string_view workflow)
    {
        return parseJson(R"({"name":")" + std::string(name) + R"(","cronExpression":"*/10 * * * * *","startWorkflowRequest":
            {"name":")" + std::string(workflow) + R"(","correlationId":"c","priority":4,"input":{"a":1}}})").value();
    }
    static Result<Value> save(Embedded& embedded, const Value& schedule)
    {
        return answerOf<Value>([&](auto reply) { embedded.conductor.schedules().save(schedule, reply); });
    }
    static std::vector<Value> runs(Embedded& embedded)
    {
        return answerOf<Page<Value>>([&](auto reply) { embedded.conductor.schedules().executions({}, reply); })->results;
    }
};

void TestEmbeddedSchedules::startsItsWorkflowWhenDue()
{
    Embedded embedded;
    QVERIFY(embedded.addWorkflow(kOne));
    QVERIFY(save(embedded, scheduleOf("s", "one")));
    QVERIFY(runs(embedded).empty());
    embedded.clock->advanceTo(1'010'500);
    embedded.conductor.tick();
    const std::vector<Value> all = runs(embedded);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0]["state"], Value("EXECUTED"));
    QCOMPARE(all[0]["scheduledTime"], Value(1'010'000));
    QCOMPARE(all[0]["executionTime"], Value(1'010'500));
    QCOMPARE(all[0]["startWorkflowRequest"]["taskToDomain"], Value::object());
    const ExecutionPtr execution = embedded.execution(all[0]["workflowId"].toText());
    QVERIFY(execution);
    QCOMPARE(execution->correlationId, Text("c"));
    QCOMPARE(execution->priority, 4);
    QCOMPARE(execution->input, Value::object({{"a", 1}, {"_startedByScheduler", "s"}, {"_scheduledTime", 1'010'000},
        {"_executedTime", 1'010'500}, {"_executionId", all[0]["executionId"]}, {"_schedulerCron", "*/10 * * * * * UTC"}}));
}

void TestEmbeddedSchedules::tellsWhyAStartFailed()
{
    Embedded embedded;
    QVERIFY(save(embedded, scheduleOf("s", "none")));
    embedded.clock->advanceTo(1'010'000);
    embedded.conductor.tick();
    const std::vector<Value> all = runs(embedded);
    QCOMPARE(all.size(), 1U);
    QCOMPARE(all[0]["state"], Value("FAILED"));
    QVERIFY(all[0]["reason"].asText().starts_with("No such workflow defined. name=none"));
    QVERIFY(all[0]["workflowId"].isNull());
}

void TestEmbeddedSchedules::goesOnAfterAStop()
{
    Embedded embedded;
    QVERIFY(embedded.addWorkflow(kOne));
    QVERIFY(save(embedded, scheduleOf("s", "one")));
    QVERIFY(save(embedded, scheduleOf("gone", "one")));
    QVERIFY(answerOf<void>([&](Done done) { embedded.conductor.schedules().remove("gone", done); }));
    embedded.clock->advanceTo(1'010'000);
    embedded.conductor.tick();

    Embedded later;
    QVERIFY(later.conductor.restore(embedded.sink.remembered()));
    later.clock->advanceTo(1'025'000);
    later.conductor.tick();
    const std::vector<Value> all = runs(later);
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all[0]["scheduledTime"], Value(1'020'000));   // it was due while nobody was there
    QCOMPARE(all[1]["scheduledTime"], Value(1'010'000));
    QVERIFY(!answerOf<Value>([&](auto reply) { later.conductor.schedules().schedule("gone", reply); }));
}

void TestEmbeddedSchedules::saysWhenItIsDueNext()
{
    Embedded embedded;
    int wakeUps = 0;
    embedded.conductor.setWakeUp([&] { ++wakeUps; });
    QVERIFY(save(embedded, scheduleOf("s", "one")));
    QCOMPARE(wakeUps, 1);
    QCOMPARE(embedded.conductor.nextDue(), std::optional<EpochMs>(1'010'000));
    QVERIFY(answerOf<void>([&](Done done) { embedded.conductor.schedules().setPaused("s", true, "why", done); }));
    QVERIFY(!embedded.conductor.nextDue());
    const auto next = answerOf<std::vector<EpochMs>>([&](auto reply) {
        embedded.conductor.schedules().nextRuns("0 0 * * * *", {}, 0, 0, 2, reply);
    });
    QCOMPARE(*next, (std::vector<EpochMs> {3'600'000, 7'200'000}));
}

void TestEmbeddedSchedules::listsSecretsAndEnvironment()
{
    EmbeddedSetup setup;
    setup.environment = std::make_shared<FixedEnvironment>(FixedEnvironment::Names {{"REGION", "eu"}},
        FixedEnvironment::Names {{"KEY", "hush"}, {"OTHER", "quiet"}});
    Embedded embedded(std::move(setup));
    const auto names = answerOf<std::vector<Text>>([&](auto reply) { embedded.conductor.admin().secretNames(reply); });
    QCOMPARE(*names, (std::vector<Text> {"KEY", "OTHER"}));
    const auto environment = answerOf<Value>([&](auto reply) { embedded.conductor.admin().environment(reply); });
    QCOMPARE(*environment, Value::object({{"REGION", "eu"}}));
}

namespace {

class FullDisk final : public ConductorSink {
public:
    void take(const Event&) override { }
    void keep(std::string_view, std::string_view, const Value&) override { }
    Status flush() override { return isFull ? Status(Error {ErrorCode::IoError, "the disk is full"}) : Status(); }
    bool isFull = true;
};

}  // namespace

void TestEmbeddedSchedules::tellsAFailureOfTheStore()
{
    FullDisk disk;
    EmbeddedSetup setup;
    setup.evaluators = [] { return Evaluators(); };
    setup.sink = &disk;
    EmbeddedConductor conductor(std::move(setup));
    const WorkflowDefPtr definition = workflowDefFrom(parseJson(kOne).value()).value();
    const auto put = [&] { return answerOf<void>([&](Done done) { conductor.metadata().registerWorkflow(definition, true, done); }); };
    const auto isHealthy = [&] { return answerOf<bool>([&](auto reply) { conductor.admin().isHealthy(reply); }).value(); };
    QCOMPARE(put().error().message, std::string("the disk is full"));
    QVERIFY(!isHealthy());
    disk.isFull = false;
    QVERIFY(put());
    QVERIFY(isHealthy());
}

QTEST_GUILESS_MAIN(TestEmbeddedSchedules)
#include "tst_embeddedschedules.moc"

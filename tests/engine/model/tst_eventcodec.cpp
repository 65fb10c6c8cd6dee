// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/eventcodec.h"
#include "engine/model/randomevents.h"
#include "support/printvalue.h"

#include <QTest>

using namespace baton;

namespace {

Value parsed(std::string_view text)
{
    Result<Value> value = parseJson(text);
    return value ? std::move(*value) : Value("refused: " + value.error().oneLine());
}

std::string refusal(std::string_view text)
{
    const auto event = eventFrom(parsed(text));
    return event ? std::string("accepted") : event.error().oneLine();
}

}  // namespace

class TestEventCodec : public QObject {
    Q_OBJECT

private slots:
    void aSequenceReadsBackTheSame();
    void anEventByItselfReadsBackTheSame();
    void theFormIsStable();
    void definitionsAreWrittenOnce();
    void aKnownDefinitionIsNotWritten();
    void errorsNameTheField();
};

void TestEventCodec::aSequenceReadsBackTheSame()
{
    test::RandomEvents events(5);
    EventWriter writer;
    EventReader reader;
    World world;
    for (int i = 0; i < 1500; ++i) {
        const Event event = events.next();
        const Value json = writer.toValue(event);
        const auto text = parseJson(toJson(json));
        QVERIFY(text.ok());
        const auto back = reader.eventFrom(*text);
        QVERIFY2(back.ok(), back ? "" : back.error().oneLine().c_str());
        QCOMPARE(back->kind, event.kind);
        QCOMPARE(back->at, event.at);
        QCOMPARE(back->slot, event.slot);
        QVERIFY(back->workflowId == event.workflowId && back->detail == event.detail);
        apply(world, *back);
        if (i % 16 == 0)
            QCOMPARE(world.stateHash(), events.world().stateHash());
    }
    QCOMPARE(world.stateHash(), events.world().stateHash());
}

void TestEventCodec::anEventByItselfReadsBackTheSame()
{
    test::RandomEvents events(6);
    for (int i = 0; i < 400; ++i) {
        const Value json = toValue(events.next());
        const auto back = eventFrom(json);
        QVERIFY(back.ok());
        QCOMPARE(toValue(*back), json);
    }
}

void TestEventCodec::theFormIsStable()
{
    Event event;
    event.kind = EventKind::TaskCompleted;
    event.workflowId = "w";
    event.at = 1000;
    event.slot = 2;
    event.changes = {{Field::TaskStatus, static_cast<int>(TaskStatus::CompletedWithErrors)},
                     {Field::OutputData, Value::object({{"v", 1}})},
                     {Field::WorkflowStatus, static_cast<int>(WorkflowStatus::TimedOut)}};
    event.detail = "why";
    QCOMPARE(toJson(toValue(event)),
             std::string(R"({"kind":"TaskCompleted","workflowId":"w","at":1000,"slot":2,)"
                         R"("changes":{"status":"COMPLETED_WITH_ERRORS","outputData":{"v":1}},)"
                         R"("workflow":{"status":"TIMED_OUT"},"detail":"why"})"));
    const auto back = eventFrom(toValue(event));
    QVERIFY(back.ok() && back->changes == event.changes);

    auto task = std::make_shared<TaskRun>();
    task->taskId = "t";
    task->referenceTaskName = "a";
    task->firstScheduledTime = 5;
    event = Event {};
    event.kind = EventKind::TaskScheduled;
    event.slot = 0;
    event.task = task;
    QCOMPARE(toJson(toValue(event)),
             std::string(R"({"kind":"TaskScheduled","slot":0,"task":{"referenceTaskName":"a","taskId":"t","firstScheduledTime":5}})"));
}

void TestEventCodec::definitionsAreWrittenOnce()
{
    auto inner = std::make_shared<WorkflowTask>();
    inner->name = "inner";
    auto outer = std::make_shared<WorkflowTask>();
    outer->name = "outer";
    outer->loopOver = {inner};
    auto definition = std::make_shared<WorkflowDef>();
    definition->tasks = {outer};
    auto execution = std::make_shared<Execution>();
    execution->definition = definition;
    Event start;
    start.kind = EventKind::WorkflowStarted;
    start.started = execution;
    auto run = std::make_shared<TaskRun>();
    run->workflowTask = inner;
    Event scheduled;
    scheduled.kind = EventKind::TaskScheduled;
    scheduled.slot = 0;
    scheduled.task = run;

    EventWriter writer;
    const Value first = writer.toValue(start);
    const Value second = writer.toValue(scheduled);
    const Value again = writer.toValue(start);
    QCOMPARE(second["task"]["workflowTask"], Value(1));
    QCOMPARE(again["started"]["workflowDefinition"], Value(0));
    EventReader reader;
    const auto readStart = reader.eventFrom(first);
    const auto readScheduled = reader.eventFrom(second);
    const auto readAgain = reader.eventFrom(again);
    QVERIFY(readStart.ok() && readScheduled.ok() && readAgain.ok());
    QCOMPARE(readScheduled->task->workflowTask, readStart->started->definition->tasks[0]->loopOver[0]);
    QCOMPARE(readAgain->started->definition, readStart->started->definition);
}

void TestEventCodec::aKnownDefinitionIsNotWritten()
{
    auto inner = std::make_shared<WorkflowTask>();
    inner->name = "inner";
    auto definition = std::make_shared<WorkflowDef>();
    definition->tasks = {inner};
    auto other = std::make_shared<WorkflowTask>();
    other->name = "other";
    auto execution = std::make_shared<Execution>();
    execution->definition = definition;
    Event start;
    start.kind = EventKind::WorkflowStarted;
    start.started = execution;
    const auto scheduled = [](const WorkflowTaskPtr& task) {
        auto run = std::make_shared<TaskRun>();
        run->workflowTask = task;
        Event event;
        event.kind = EventKind::TaskScheduled;
        event.slot = 0;
        event.task = run;
        return event;
    };

    const KnownDefinition known(definition);
    EventWriter writer(known);
    EventReader reader(known);
    const Value first = writer.toValue(start);
    QCOMPARE(first["started"]["workflowDefinition"], Value(0));
    QCOMPARE(reader.eventFrom(first)->started->definition, definition);
    const Value second = writer.toValue(scheduled(inner));
    QCOMPARE(second["task"]["workflowTask"], Value(0));
    QCOMPARE(reader.eventFrom(second)->task->workflowTask, inner);
    QVERIFY(writer.toValue(scheduled(other))["task"]["workflowTask"].isObject());
    QCOMPARE(writer.toValue(scheduled(other))["task"]["workflowTask"], Value(1));
    QVERIFY(!reader.eventFrom(writer.toValue(scheduled(other))).ok());   // its first mention was not read
}

void TestEventCodec::errorsNameTheField()
{
    QCOMPARE(refusal("[]"), std::string("an event must be an object, but is a list"));
    QCOMPARE(refusal("{}"), std::string("kind: is no kind of event"));
    QCOMPARE(refusal(R"({"kind": "TaskDone"})"), std::string("kind: is no kind of event"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "at": "soon"})"), std::string("at: must be a whole number"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "slot": -1})"), std::string("slot: is out of range"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "slot": 99999999999})"), std::string("slot: is out of range"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "changes": []})"), std::string("changes: must be an object, but is a list"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "changes": {"colour": 1}})"), std::string("changes.colour: is no field of a task"));
    QCOMPARE(refusal(R"({"kind": "TaskFailed", "workflow": {"seq": 1}})"), std::string("workflow.seq: is no field of an execution"));
    QVERIFY(refusal(R"({"kind": "TaskFailed", "changes": {"status": "GONE"}})").starts_with("changes.status: is no status"));
    QVERIFY(refusal(R"({"kind": "WorkflowFailed", "workflow": {"status": "GONE"}})").starts_with("workflow.status: is no status"));
    QCOMPARE(refusal(R"({"kind": "TaskScheduled", "task": {"seq": {}}})"),
             std::string("task.seq: must be a whole number of at most 32 bits, but is an object"));
    QCOMPARE(refusal(R"({"kind": "TaskScheduled", "task": {"workflowTask": 3}})"),
             std::string("task.workflowTask: names a definition task that has not been written before"));
    QCOMPARE(refusal(R"({"kind": "WorkflowStarted", "started": {"workflowDefinition": -1}})"),
             std::string("started.workflowDefinition: names a definition that has not been written before"));
    QCOMPARE(refusal(R"({"kind": "WorkflowStarted", "started": {"tasks": [null, 4]}})"),
             std::string("started.tasks[1]: must be an object, but is a number"));
    QCOMPARE(refusal(R"({"kind": "WorkflowStarted", "started": {"workflowDefinition": {"tasks": [{"joinMode": "NONE"}]}}})"),
             std::string("started.workflowDefinition.tasks[0].joinMode: must be one of ASYNC, SYNC, but is a text"));
}

QTEST_GUILESS_MAIN(TestEventCodec)
#include "tst_eventcodec.moc"

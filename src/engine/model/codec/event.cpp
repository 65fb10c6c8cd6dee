// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/runs.h"
#include "engine/model/eventcodec.h"

namespace baton {
namespace {

struct Keys {
    Key kind {"kind"}, workflowId {"workflowId"}, at {"at"}, slot {"slot"}, changes {"changes"}, workflow {"workflow"};
    Key task {"task"}, started {"started"}, detail {"detail"};
};

const Keys& keys()
{
    static const Keys all;
    return all;
}

Value spelled(const FieldChange& change)
{
    const auto number = change.value.asInteger(-1);
    std::string_view word;
    if (change.field == Field::TaskStatus && number >= 0 && number <= static_cast<int>(TaskStatus::Skipped))
        word = toText(static_cast<TaskStatus>(number));
    if (change.field == Field::WorkflowStatus && number >= 0 && number <= static_cast<int>(WorkflowStatus::Paused))
        word = toText(static_cast<WorkflowStatus>(number));
    return word.empty() ? change.value : Value(word);
}

Value unspelled(Field field, const Value& value)
{
    if (field == Field::TaskStatus && value.isText()) {
        const auto status = taskStatusFrom(value.asText());
        return status ? Value(static_cast<int>(*status)) : Value();
    }
    if (field == Field::WorkflowStatus && value.isText()) {
        const auto status = workflowStatusFrom(value.asText());
        return status ? Value(static_cast<int>(*status)) : Value();
    }
    return value;
}

void readChanges(Event& event, const Value& json, const Key& key, bool ofTask, Reading& reading)
{
    const Reading::Step step(reading, key);
    const Value& changes = json[key];
    if (!changes.isNull() && !changes.isObject())
        reading.fail("must be an object, but is " + std::string(described(changes)));
    for (const Member& member : changes.members()) {
        const Reading::Step place(reading, member.key);
        const auto field = fieldFrom(member.key, ofTask);
        if (!field) {
            reading.fail("is no field of " + std::string(ofTask ? "a task" : "an execution"));
            return;
        }
        Value value = unspelled(*field, member.value);
        if (value.isNull() && !member.value.isNull()) {
            reading.fail("is no status", "write " + expectedFor(TaskStatus {}));
            return;
        }
        event.changes.push_back({*field, std::move(value)});
    }
}

void readHead(Event& event, const Value& json, Reading& reading)
{
    const auto kind = eventKindFrom(json[keys().kind].asText());
    if (!kind) {
        const Reading::Step step(reading, keys().kind);
        reading.fail("is no kind of event");
        return;
    }
    event.kind = *kind;
    const auto read = [&](auto& target, const Key& key) {
        const Reading::Step step(reading, key);
        const Value& value = json[key];
        if (!value.isNull() && !readInto(target, value))
            reading.fail("must be " + expectedFor(target));
    };
    read(event.workflowId, keys().workflowId);
    read(event.at, keys().at);
    std::int64_t slot = kNoTask;
    read(slot, keys().slot);
    if (slot < 0 || slot > kNoTask) {
        const Reading::Step step(reading, keys().slot);
        reading.fail("is out of range");
        return;
    }
    event.slot = static_cast<TaskSlot>(slot);
}

Value writeEvent(const Event& event, Numbered& journal)
{
    Writing writing {Writing::Style::Compact, &journal};
    ObjectBuilder out(8);
    out.set(keys().kind, toText(event.kind));
    if (!event.workflowId.empty())
        out.set(keys().workflowId, event.workflowId);
    if (event.at != 0)
        out.set(keys().at, event.at);
    if (event.slot != kNoTask)
        out.set(keys().slot, static_cast<std::int64_t>(event.slot));
    if (event.started)
        out.set(keys().started, writeExecution(*event.started, writing));
    if (event.task)
        out.set(keys().task, writeTaskRun(*event.task, writing));
    ObjectBuilder task;
    ObjectBuilder workflow;
    for (const FieldChange& change : event.changes)
        (isTaskField(change.field) ? task : workflow).set(Key(fieldName(change.field)), spelled(change));
    if (task.size() > 0)
        out.set(keys().changes, std::move(task).build());
    if (workflow.size() > 0)
        out.set(keys().workflow, std::move(workflow).build());
    if (!event.detail.isNull())
        out.set(keys().detail, event.detail);
    return std::move(out).build();
}

Result<Event> readEvent(const Value& json, Numbered& journal)
{
    Reading reading(Reading::Mode::Strict);
    reading.journal = &journal;
    Event event;
    if (!json.isObject())
        reading.fail("an event must be an object, but is " + std::string(described(json)));
    else
        readHead(event, json, reading);
    const auto present = [&](const Key& key) { return !reading.failed() && !json[key].isNull(); };
    if (present(keys().started)) {
        const Reading::Step step(reading, keys().started);
        event.started = readJournalExecution(json[keys().started], reading);
    }
    if (present(keys().task)) {
        const Reading::Step step(reading, keys().task);
        event.task = readJournalTask(json[keys().task], reading);
    }
    if (present(keys().changes))
        readChanges(event, json, keys().changes, true, reading);
    if (present(keys().workflow))
        readChanges(event, json, keys().workflow, false, reading);
    event.detail = json[keys().detail];
    if (reading.failed())
        return reading.takeError();
    return event;
}

}  // namespace

struct EventWriter::State : Numbered {
    using Numbered::Numbered;
    explicit State(Numbered&& other) : Numbered(std::move(other)) { }
};
struct EventReader::State : Numbered {
    using Numbered::Numbered;
};

KnownDefinition::KnownDefinition(const WorkflowDefPtr& definition)
{
    auto numbered = std::make_shared<Numbered>();
    if (definition)
        numbered->add(definition);
    m_numbered = std::move(numbered);
}

EventWriter::EventWriter() : m_state(std::make_unique<State>()) { }
EventWriter::EventWriter(const KnownDefinition& known) : m_state(std::make_unique<State>(known.m_numbered)) { }
EventWriter::EventWriter(EventReader&& reader) : m_state(std::make_unique<State>(std::move(*reader.m_state))) { }
EventWriter::EventWriter(EventWriter&&) noexcept = default;
EventWriter& EventWriter::operator=(EventWriter&&) noexcept = default;
EventWriter::~EventWriter() = default;
Value EventWriter::toValue(const Event& event) { return writeEvent(event, *m_state); }

EventReader::EventReader() : m_state(std::make_unique<State>()) { }
EventReader::EventReader(const KnownDefinition& known) : m_state(std::make_unique<State>(known.m_numbered)) { }
EventReader::EventReader(EventReader&&) noexcept = default;
EventReader& EventReader::operator=(EventReader&&) noexcept = default;
EventReader::~EventReader() = default;
Result<Event> EventReader::eventFrom(const Value& json) { return readEvent(json, *m_state); }

Value toValue(const Event& event) { return EventWriter().toValue(event); }
Result<Event> eventFrom(const Value& json) { return EventReader().eventFrom(json); }

}  // namespace baton

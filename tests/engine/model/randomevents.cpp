// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/randomevents.h"

namespace baton::test {
namespace {

constexpr std::uint64_t kWorkflows = 4;
constexpr std::uint64_t kNames = 6;

WorkflowTaskPtr step(const std::string& name, TaskList body = {})
{
    auto task = std::make_shared<WorkflowTask>();
    task->name = task->taskReferenceName = Text(name);
    task->type = body.empty() ? Text("SIMPLE") : Text("DO_WHILE");
    task->loopOver = std::move(body);
    return task;
}

}  // namespace

RandomEvents::RandomEvents(std::uint64_t seed)
    : m_chance(seed)
{
    for (int i = 0; i < 2; ++i) {
        auto definition = std::make_shared<WorkflowDef>();
        definition->name = Text("definition" + std::to_string(i));
        definition->version = i + 1;
        definition->tasks = {step("t0"), step("t1", {step("t2"), step("t3", {step("t4")})}), step("t5")};
        m_definitions.push_back(std::move(definition));
    }
}

std::vector<EventPtr> RandomEvents::some(std::size_t count)
{
    std::vector<EventPtr> events;
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(std::make_shared<const Event>(next()));
    return events;
}

Event RandomEvents::next()
{
    Event event = make();
    apply(m_world, event);
    return event;
}

Text RandomEvents::word()
{
    static const std::vector<std::string> kWords {"", "a", "high", "a text that is too long to be held inline",
                                                  "\xc3\xa9\xe2\x82\xac", "t1", "\"quoted\" \\ and\n lines"};
    return Text(kWords[below(kWords.size())]);
}

Value RandomEvents::value(int depth)
{
    switch (below(depth > 0 ? 7 : 5)) {
    case 0: return {};
    case 1: return oneIn(2);
    case 2: return static_cast<std::int64_t>(m_chance()) >> below(64);
    case 3: return static_cast<double>(below(1000)) / 8;
    case 4: return word();
    case 5: return Value::array({value(depth - 1), value(depth - 1)});
    default: return Value::object({{Key(word()), value(depth - 1)}, {"b", value(depth - 1)}});
    }
}

Value RandomEvents::valueFor(Field field)
{
    if (field == Field::TaskStatus)
        return static_cast<int>(below(9));
    if (field == Field::WorkflowStatus)
        return static_cast<int>(below(6));
    if (field == Field::Retried || field == Field::Executed)
        return oneIn(2);
    if (field == Field::Seq)
        return static_cast<int>(below(200));
    if (field == Field::TaskUnknownFields || field == Field::UnknownFields)
        return oneIn(2) ? Value() : Value::object({{"status", "ODD"}, {"more", value(1)}, {"output", 1}, {"seq", "x"}});
    return value(2);
}

FieldChange RandomEvents::change(bool ofTask)
{
    constexpr auto kTaskFields = static_cast<std::uint64_t>(Field::LastTaskField) + 1;
    constexpr auto kAll = static_cast<std::uint64_t>(Field::LastField) + 1;
    const auto field = static_cast<Field>(ofTask ? below(kTaskFields) : kTaskFields + below(kAll - kTaskFields));
    return {field, valueFor(field)};
}

std::vector<FieldChange> RandomEvents::changes(bool ofTask)
{
    std::vector<FieldChange> made;
    for (std::uint64_t i = below(5); i > 0; --i)
        made.push_back(change(ofTask && !oneIn(10)));
    return made;
}

TaskPtr RandomEvents::task()
{
    auto made = std::make_shared<TaskRun>();
    made->taskId = Text("id" + std::to_string(m_chance()));
    made->referenceTaskName = Text("t" + std::to_string(below(kNames)));
    made->taskType = made->taskDefName = word();
    made->seq = oneIn(8) ? 0 : static_cast<int>(below(200));
    made->status = oneIn(8) ? TaskStatus::Skipped : TaskStatus::Scheduled;
    made->inputData = value(2);
    made->unknownFields = valueFor(Field::TaskUnknownFields);
    const auto& tasks = m_definitions[below(m_definitions.size())]->tasks;
    made->workflowTask = oneIn(8) ? nullptr : oneIn(8) ? step("dynamic", {step("inner")}) : tasks[below(tasks.size())];
    return made;
}

ExecutionPtr RandomEvents::started(const Text& id)
{
    auto made = std::make_shared<Execution>();
    made->workflowId = id;
    made->definition = m_definitions[below(m_definitions.size())];
    made->input = value(2);
    made->correlationId = word();
    made->unknownFields = valueFor(Field::UnknownFields);
    if (oneIn(8)) {
        for (int i = 0; i < 3; ++i)
            made->tasks.push_back(i == 1 ? TaskPtr() : task());
        rebuildIndexes(*made);
    }
    return made;
}

Event RandomEvents::make()
{
    Event event;
    event.at = m_world.now + static_cast<EpochMs>(below(50)) - 5;
    event.workflowId = Text("w" + std::to_string(below(kWorkflows)));
    event.detail = oneIn(4) ? value(2) : Value();
    const Execution* execution = m_world.find(event.workflowId);
    if (!execution || oneIn(200)) {
        event.kind = oneIn(10) ? EventKind::TaskScheduled : EventKind::WorkflowStarted;
        event.started = event.kind == EventKind::WorkflowStarted ? started(event.workflowId) : nullptr;
        event.slot = event.started ? kNoTask : 0;
        return event;
    }
    const std::uint64_t size = execution->tasks.size();
    const std::uint64_t draw = below(100);
    if (draw < 25 || size == 0) {
        event.kind = oneIn(8) ? EventKind::TaskSkipped : EventKind::TaskScheduled;
        event.slot = static_cast<TaskSlot>(oneIn(15) ? size + 1 : oneIn(15) ? 0 : size);
        event.task = task();
    } else if (draw < 80) {
        event.kind = static_cast<EventKind>(static_cast<std::uint64_t>(EventKind::TaskStarted) + below(11));
        event.slot = static_cast<TaskSlot>(below(size + 1));
        event.changes = changes(true);
    } else if (draw < 84) {
        event.kind = EventKind::TaskRemoved;
        event.slot = static_cast<TaskSlot>(below(size));
    } else if (draw < 96) {
        event.kind = static_cast<EventKind>(1 + below(11));
        if (event.kind == EventKind::WorkflowRestarted && oneIn(2))
            event.started = started(event.workflowId);
        event.changes = changes(false);
    } else if (draw < 97) {
        event.kind = EventKind::WorkflowRemoved;
    } else {
        event.kind = oneIn(2) ? EventKind::ClockAdvanced : EventKind::TaskLogged;
    }
    return event;
}

}  // namespace baton::test

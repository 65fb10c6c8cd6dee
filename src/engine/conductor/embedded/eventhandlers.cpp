// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/core.h"

#include "engine/expression/template.h"
#include "engine/value/json.h"

#include <algorithm>

namespace baton {
namespace {

/// What `${...}` in an action sees: the members of the payload.
class PayloadScope final : public ReferenceScope {
public:
    explicit PayloadScope(const Value& payload) : m_payload(payload) { }
    const Value* root(std::string_view name, std::string_view) override { return m_payload.find(name); }
    std::optional<Value> environment(std::string_view) override { return std::nullopt; }
    std::string_view taskId() const override { return {}; }
    Value document() override { return m_payload; }

private:
    const Value& m_payload;
};

// "${$}" alone means the whole payload; the paths know only its parts.
Value resolved(const Value& value, const Value& payload)
{
    if (value.isText() && value.asText() == "${$}")
        return payload;
    if (value.isObject()) {
        Value result = value;
        for (const Member& member : value.members())
            result = std::move(result).with(member.key, resolved(member.value, payload));
        return result;
    }
    PayloadScope scope(payload);
    return resolveTemplate(value, scope);
}

Text textOf(const Value& value)
{
    return value.isNull() ? Text() : Text(javaText(value));
}

Value orObject(const Value& value)
{
    return value.isObject() ? value : Value::object();
}

// Texts that are JSON, made what they say, one level after another.
Value expanded(const Value& value, int depth = 0)
{
    if (depth > 64)
        return value;
    if (value.isText() && (value.asText().starts_with('{') || value.asText().starts_with('['))) {
        Result<Value> parsed = parseJson(value.asText());
        return parsed ? expanded(*parsed, depth + 1) : value;
    }
    if (value.isObject()) {
        Value result = value;
        for (const Member& member : value.members())
            result = std::move(result).with(member.key, expanded(member.value, depth + 1));
        return result;
    }
    std::vector<Value> items;
    for (const Value& item : value.items())
        items.push_back(expanded(item, depth + 1));
    return value.isArray() ? Value::array(std::move(items)) : value;
}

bool isMeant(const Value& handler, const Value& payload, Evaluators& evaluators)
{
    const std::string_view condition = handler["condition"].asText();
    if (condition.empty())
        return true;
    if (!evaluators.javascript)
        return false;
    const Result<Value> result = evaluators.javascript->evaluate(condition, expanded(payload));
    return result && toBoolean(*result);
}

void startWorkflow(EmbeddedCore& core, const Value& action, const Value& payload, const EventMessage& message)
{
    StartRequest request;
    request.name = textOf(action["name"]);
    if (action["version"].isNumber())
        request.version = static_cast<int>(action["version"].asInteger());
    request.correlationId = textOf(resolved(action["correlationId"], payload));
    const Value& domains = action["taskToDomain"].isObject() ? action["taskToDomain"] : payload["taskToDomain"];
    request.taskToDomain = orObject(domains);
    request.input = resolved(orObject(action["input"]), payload)
                        .with("conductor.event.messageId", message.id)
                        .with("conductor.event.name", message.event);
    request.event = message.event;
    // As on the real server, a handler whose workflow cannot start is passed over.
    (void)core.start(std::move(request));
}

// By id, or the newest attempt of a reference name.
std::optional<TaskIndex::Place> taskMeant(EmbeddedCore& core, const Value& wanted)
{
    if (const std::string_view taskId = wanted["taskId"].asText(); !taskId.empty()) {
        const TaskIndex::Place* place = core.index().find(taskId);
        return place ? std::optional(*place) : std::nullopt;
    }
    const ExecutionPtr execution = core.engine().execution(wanted["workflowId"].asText());
    if (!execution)
        return std::nullopt;
    const std::string_view name = wanted["taskRefName"].asText();
    std::optional<TaskIndex::Place> found;
    for (TaskSlot slot = 0; slot < execution->tasks.size(); ++slot) {
        const TaskRun* task = execution->task(slot);
        if (!task)
            continue;
        const std::string_view reference = task->referenceTaskName;
        const bool inLoop = task->iteration > 0 && reference.starts_with(name) && reference.substr(name.size()).starts_with("__");
        if (reference == name || inLoop)
            found = TaskIndex::Place {execution->workflowId, slot};
    }
    return found;
}

void completeTask(EmbeddedCore& core, const Value& action, TaskStatus status, const Value& payload, const EventMessage& message)
{
    const Value wanted = resolved(Value::object({{"workflowId", action["workflowId"]}, {"taskId", action["taskId"]},
                                      {"taskRefName", action["taskRefName"]},
                                      {"reasonForIncompletion", action["reasonForIncompletion"]}})
                                      .mergedWith(orObject(action["output"])), payload);
    const std::optional<TaskIndex::Place> place = taskMeant(core, wanted);
    const ExecutionPtr execution = place ? core.engine().execution(place->workflowId) : nullptr;
    const TaskRun* task = execution ? execution->task(place->slot) : nullptr;
    if (!task)
        return;
    TaskResult result;
    result.workflowInstanceId = place->workflowId;
    result.taskId = task->taskId;
    result.status = status;
    result.workerId = task->workerId;
    result.outputData = wanted.with("conductor.event.messageId", message.id).with("conductor.event.name", message.event);
    result.reasonForIncompletion = isSuccessful(status) ? task->reasonForIncompletion : textOf(wanted["reasonForIncompletion"]);
    (void)core.engine().run(place->workflowId, command::UpdateTask {std::move(result), place->slot});
}

}  // namespace

const Value* EventHandlers::find(std::string_view name) const
{
    const auto found = m_handlers.find(name);
    return found == m_handlers.end() ? nullptr : &found->second;
}

std::vector<Value> EventHandlers::handlers(std::string_view event, bool activeOnly) const
{
    std::vector<Value> result;
    for (const auto& [name, handler] : m_handlers) {
        if ((event.empty() || handler["event"] == Value(event)) && (!activeOnly || handler["active"].asBool()))
            result.push_back(handler);
    }
    return result;
}

void EventHandlers::put(const Value& handler)
{
    m_handlers[std::string(handler["name"].asText())] = handler;
    m_mayMatch = true;
}

bool EventHandlers::remove(std::string_view name)
{
    const auto found = m_handlers.find(name);
    if (found == m_handlers.end())
        return false;
    m_handlers.erase(found);
    return true;
}

void EventHandlers::publish(EventMessage message)
{
    if (m_messages.size() >= kMostWaiting) {
        noteGone(m_messages.front());
        m_messages.pop_front();
    }
    message.number = ++m_published;
    m_messages.push_back(std::move(message));
    m_mayMatch = true;
}

void EventHandlers::noteGone(const EventMessage& message)
{
    if (message.isKept)
        m_gone.push_back(message.id);
}

void EventHandlers::tellWaiting(const std::function<void(std::string_view id, const Value& document)>& tell)
{
    for (const Text& id : std::exchange(m_gone, {}))
        tell(id, {});
    for (auto message = m_messages.rbegin(); message != m_messages.rend() && !message->isKept; ++message) {
        message->isKept = true;
        tell(message->id, Value::object({{"event", message->event}, {"id", message->id}, {"payload", message->payload},
            {"number", message->number}}));
    }
}

void EventHandlers::restoreWaiting(const std::vector<Value>& documents)
{
    for (const Value& document : documents) {
        m_messages.push_back({document["event"].toText(), document["id"].toText(), document["payload"],
            document["number"].asInteger(), true});
        m_published = std::max(m_published, m_messages.back().number);
    }
    std::ranges::sort(m_messages, {}, &EventMessage::number);
    m_mayMatch = !m_messages.empty();
}

std::optional<EventMessage> EventHandlers::nextMessage()
{
    if (!m_mayMatch)
        return std::nullopt;
    const auto found = std::ranges::find_if(m_messages, [&](const EventMessage& message) {
        return std::ranges::any_of(m_handlers, [&](const auto& entry) {
            return entry.second["active"].asBool() && entry.second["event"] == Value(message.event);
        });
    });
    if (found == m_messages.end()) {
        m_mayMatch = false;
        return std::nullopt;
    }
    EventMessage message = std::move(*found);
    m_messages.erase(found);
    noteGone(message);
    return message;
}

void handleMessage(EmbeddedCore& core, const Value& handler, const EventMessage& message, Evaluators& evaluators)
{
    if (!isMeant(handler, message.payload, evaluators))
        return;
    for (const Value& action : handler["actions"].items()) {
        const Value payload = action["expandInlineJSON"].asBool() ? expanded(message.payload) : message.payload;
        const std::string_view kind = action["action"].asText();
        if (kind == "start_workflow")
            startWorkflow(core, action["start_workflow"], payload, message);
        else if (kind == "complete_task")
            completeTask(core, action["complete_task"], TaskStatus::Completed, payload, message);
        else if (kind == "fail_task")
            completeTask(core, action["fail_task"], TaskStatus::Failed, payload, message);
    }
}

Result<Value> checkedHandler(const Value& handler, const std::string& path)
{
    if (!handler.isObject())
        return Error {ErrorCode::Internal, "JSON parse error: an event handler is an object"};
    constexpr std::string_view kKinds[] {"start_workflow", "complete_task", "fail_task", "start_agent", "terminate_workflow",
        "update_workflow_variables"};
    std::vector<Violation> violations;
    if (handler["name"].asText().empty())
        violations.push_back({path + ".name", "Missing event handler name"});
    if (handler["event"].asText().empty())
        violations.push_back({path + ".event", "Missing event location"});
    if (handler["actions"].empty())
        violations.push_back({path + ".actions", "No actions specified. Please specify at-least one action"});
    std::vector<Value> actions;
    for (const Value& action : handler["actions"].items()) {
        const Value& kind = action["action"];
        if (!kind.isNull() && std::ranges::find(kKinds, kind.asText()) == std::end(kKinds)) {
            return Error {ErrorCode::Internal, "JSON parse error: Cannot deserialize value of type "
                "`com.netflix.conductor.common.metadata.events.EventHandler$Action$Type` from String \""
                + std::string(kind.asText()) + '"'};
        }
        Value one = action.with("expandInlineJSON", action["expandInlineJSON"].asBool());
        if (const Value& start = one["start_workflow"]; start.isObject() && !start["input"].isObject())
            one = one.with("start_workflow", start.with("input", Value::object()));
        actions.push_back(std::move(one));
    }
    if (Status checked = statusOf(std::move(violations)); !checked)
        return std::move(checked).error();
    return handler.with("actions", Value::array(std::move(actions))).with("active", handler["active"].asBool());
}

}  // namespace baton

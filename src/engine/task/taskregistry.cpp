// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/task/taskregistry.h"

#include "engine/task/fieldcheck.h"

#include <algorithm>
#include <mutex>

namespace baton {

struct TaskRegistry::Entry {
    std::shared_ptr<TaskHandler> handler;
    std::vector<Key> inputKeys;
    std::vector<Key> outputKeys;
    TaskMetrics metrics;
    std::mutex mutex;   // guards metrics
};

namespace {

TaskOutput thrown(std::string_view taskType, std::string_view what)
{
    return TaskOutput::failed({"TASK_EXCEPTION", "Task " + std::string(taskType) + " threw: " + std::string(what), {}, true});
}

TaskOutput executed(TaskHandler& handler, std::string_view taskType, const Value& input, TaskContext& context)
{
    try {
        return handler.execute(input, context);
    } catch (const std::exception& exception) {
        return thrown(taskType, exception.what());
    } catch (...) {
        return thrown(taskType, "something that is no exception");
    }
}

// A hook must not harm the result it is told about.
template <typename Call>
void tell(const std::vector<std::shared_ptr<TaskHooks>>& hooks, const Call& call)
{
    for (const auto& hook : hooks) {
        try {
            call(*hook);
        } catch (...) {
        }
    }
}

TaskOutput checked(const TaskDescription& description, std::span<const Key> outputKeys, TaskOutput result)
{
    if (result.outcome == TaskOutcome::InProgress)
        return result;
    if (!result.output.isObject())
        result.output = result.output.isNull() ? Value::object() : Value::object({{"result", result.output}});
    if (result.outcome != TaskOutcome::Completed)
        return result;
    if (auto error = validateFields(description.outputs, outputKeys, result.output)) {
        error->code = description.outputErrorCode;
        error->message = "The output of " + description.name + " is wrong: " + error->message;
        return TaskOutput::failed(*std::move(error));
    }
    return result;
}

// Whoever reads the output later finds where and when it happened.
TaskOutput placed(TaskOutput result, const TaskContext& context)
{
    const Value& error = result.output["error"];
    if (!result.error || !error.isObject())
        return result;
    Value placed = error.with("task_id", context.taskId())
                       .with("workflow_id", context.workflowId())
                       .with("time", context.clock().now());
    result.output = std::move(result.output).with("error", std::move(placed));
    return result;
}

// Whoever reads the error in a log or on the server finds the run it belongs to.
void stamp(TaskOutput& result, const TaskContext& context)
{
    static const Key kError("error");
    const Value& error = result.output[kError];
    if (!error.isObject())
        return;
    const Value stamped = error.with("task_id", context.taskId())
                              .with("workflow_id", context.workflowId())
                              .with("time", context.clock().now());
    result.output = result.output.with(kError, stamped);
}

void count(TaskMetrics& metrics, const TaskOutput& result, std::chrono::nanoseconds took)
{
    ++metrics.executions;
    if (result.outcome == TaskOutcome::Completed)
        ++metrics.completed;
    else if (result.outcome != TaskOutcome::InProgress)
        ++metrics.failed;
    metrics.total += took;
    metrics.minimum = metrics.executions == 1 ? took : std::min(metrics.minimum, took);
    metrics.maximum = std::max(metrics.maximum, took);
    metrics.last = took;
}

}  // namespace

std::chrono::nanoseconds TaskMetrics::average() const noexcept
{
    return executions == 0 ? std::chrono::nanoseconds {0} : total / static_cast<std::int64_t>(executions);
}

double TaskMetrics::errorRate() const noexcept
{
    return executions == 0 ? 0.0 : static_cast<double>(failed) / static_cast<double>(executions);
}

double TaskMetrics::throughput(std::chrono::nanoseconds over) const noexcept
{
    if (over.count() <= 0)
        return 0.0;
    return static_cast<double>(executions) * 1e9 / static_cast<double>(over.count());
}

Status TaskRegistry::add(std::shared_ptr<TaskHandler> handler)
{
    if (!handler || handler->description().name.empty())
        return Error {ErrorCode::InvalidArgument, "A task handler without a task type cannot be registered"};
    const std::string& name = handler->description().name;
    const auto entry = std::make_shared<Entry>();
    entry->inputKeys = fieldKeys(handler->description().inputs);
    entry->outputKeys = fieldKeys(handler->description().outputs);
    entry->handler = std::move(handler);
    if (!m_entries.try_emplace(name, entry).second)
        return Error {.code = ErrorCode::Conflict, .message = "Task type " + name + " is served already", .field = name};
    return {};
}

void TaskRegistry::addHooks(std::shared_ptr<TaskHooks> hooks)
{
    if (hooks)
        m_hooks.push_back(std::move(hooks));
}

TaskHandler* TaskRegistry::find(std::string_view taskType) const noexcept
{
    const auto found = m_entries.find(taskType);
    return found == m_entries.end() ? nullptr : found->second->handler.get();
}

std::vector<std::string> TaskRegistry::taskTypes() const
{
    std::vector<std::string> types;
    for (const auto& [type, entry] : m_entries)
        types.push_back(type);
    return types;
}

TaskMetrics TaskRegistry::metrics(std::string_view taskType) const
{
    const auto found = m_entries.find(taskType);
    if (found == m_entries.end())
        return {};
    const std::lock_guard lock(found->second->mutex);
    return found->second->metrics;
}

TaskOutput TaskRegistry::run(std::string_view taskType, const Value& input, TaskContext& context) const
{
    const auto found = m_entries.find(taskType);
    if (found == m_entries.end()) {
        return TaskOutput::failed({"NO_HANDLER", "No handler serves task type " + std::string(taskType),
            Value::object({{"taskType", taskType}}), false});
    }
    Entry& entry = *found->second;
    const TaskDescription& description = entry.handler->description();
    tell(m_hooks, [&](TaskHooks& hooks) { hooks.onStart(description, input, context); });

    const auto began = std::chrono::steady_clock::now();
    std::optional<TaskError> breach = validateFields(description.inputs, entry.inputKeys, input);
    if (breach) {
        breach->code = description.inputErrorCode;
        breach->message = "The input of " + description.name + " is wrong: " + breach->message;
    }
    TaskOutput result = breach ? TaskOutput::failed(*std::move(breach))
                               : checked(description, entry.outputKeys, executed(*entry.handler, taskType, input, context));
    result = placed(std::move(result), context);
    const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - began;
    {
        const std::lock_guard lock(entry.mutex);
        count(entry.metrics, result, took);
    }
    const bool failed = result.outcome == TaskOutcome::Failed || result.outcome == TaskOutcome::FailedTerminal;
    if (failed)
        stamp(result, context);
    tell(m_hooks, [&](TaskHooks& hooks) {
        failed ? hooks.onError(description, result, took) : hooks.onCompletion(description, result, took);
    });
    return result;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/verdict.h"
#include "engine/conductor/draft.h"

#include <vector>

namespace baton {

struct IndexedTask;

/// A task about to be scheduled, and why.
struct MappedTask {
    TaskRun task;
    Value detail;
};

/// How a task of a definition is to be made into attempts.
struct MapRequest {
    int retryCount = 0;
    int iteration = 0;      // > 0 inside a loop: reference names get __<iteration>
    Text retriedTaskId;
};

/// What a type sees while it maps one task of a definition.
struct MapContext {
    Draft& draft;
    const WorkflowTaskPtr& task;
    const IndexedTask* indexed;      // nullptr for tasks that are not in the definition (dynamic forks)
    const MapRequest& request;
    Text taskId;
    std::vector<MappedTask>& out;

    /// An attempt with everything that does not depend on the type.
    [[nodiscard]] TaskRun make() const;
    /// inputParameters resolved, without and with the task definition's input template.
    [[nodiscard]] Value plainInput() const;          // ${CPEWF_TASK_ID} stays as it is
    [[nodiscard]] Value input() const;
    [[nodiscard]] Value completedInput() const;
    void add(TaskRun run, Value detail = {}) { out.push_back({std::move(run), std::move(detail)}); }
};

/// Everything Conductor knows about one type of task. Stateless; one object each, for ever.
class TaskType {
public:
    constexpr TaskType(std::string_view name, TaskDuty duty) noexcept : m_name(name), m_duty(duty) { }
    virtual ~TaskType() = default;

    [[nodiscard]] std::string_view name() const noexcept { return m_name; }
    [[nodiscard]] TaskDuty duty() const noexcept { return m_duty; }
    [[nodiscard]] bool isSystem() const noexcept { return m_duty != TaskDuty::Worker; }
    [[nodiscard]] bool isAsynchronous() const noexcept { return m_duty == TaskDuty::Asynchronous; }

    /// Adds what has to be scheduled when the flow reaches such a task.
    [[nodiscard]] virtual Verdict map(MapContext& context) const = 0;
    /// A synchronous task: when scheduled. An asynchronous one: its first visit.
    virtual void start(Draft&, TaskSlot) const { }
    /// Looks at a task in progress; true when it changed.
    virtual bool execute(Draft&, TaskSlot) const { return false; }
    /// The task has just been cancelled.
    virtual void cancel(Draft&, TaskSlot) const { }
    /// Completed from outside after it was begun: no more visits once in progress.
    [[nodiscard]] virtual bool isAsyncComplete(const TaskRun& task) const;
    /// When to look again at one in progress; none: only when something changed.
    [[nodiscard]] virtual std::optional<EpochMs> nextVisit(const TaskRun&) const { return std::nullopt; }
    /// Its task definition's retryCount 0 does not mean "no retries".
    [[nodiscard]] virtual bool raisesRetries() const noexcept { return false; }
    /// Operators are never retried by themselves.
    [[nodiscard]] virtual bool isOperator() const noexcept { return false; }

private:
    std::string_view m_name;
    TaskDuty m_duty;
};

/// By the type written in a definition; unknown words give the user-defined type. What a running task's taskType says is
/// looked up with systemType instead.
[[nodiscard]] const TaskType& taskType(std::string_view name) noexcept;
/// The system type that runs tasks of this taskType; nullptr when workers do.
[[nodiscard]] const TaskType* systemType(std::string_view taskType) noexcept;

}  // namespace baton

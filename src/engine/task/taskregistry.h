// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/task/taskhandler.h"

#include <map>
#include <span>

namespace baton {

/// Told about each run, on the thread that ran it. A hook that throws or is slow harms nobody else's result: it is caught.
class TaskHooks {
public:
    virtual ~TaskHooks() = default;
    virtual void onStart(const TaskDescription&, const Value& /*input*/, const TaskContext&) { }
    virtual void onCompletion(const TaskDescription&, const TaskOutput&, std::chrono::nanoseconds /*took*/) { }
    virtual void onError(const TaskDescription&, const TaskOutput&, std::chrono::nanoseconds /*took*/) { }
};

/// Counts and times of one handler since it was made. A snapshot; times in nanoseconds.
struct TaskMetrics {
    std::uint64_t executions = 0;
    std::uint64_t completed = 0;
    std::uint64_t failed = 0;
    std::chrono::nanoseconds total {0};
    std::chrono::nanoseconds minimum {0};
    std::chrono::nanoseconds maximum {0};
    std::chrono::nanoseconds last {0};

    [[nodiscard]] std::chrono::nanoseconds average() const noexcept;
    [[nodiscard]] double errorRate() const noexcept;                                   // 0..1
    [[nodiscard]] double throughput(std::chrono::nanoseconds over) const noexcept;     // per second
};

/// The handlers a worker, rehearsal or replay can call, by task type. Built once, then read from any thread.
class TaskRegistry {
public:
    /// Conflict when the type is served already.
    Status add(std::shared_ptr<TaskHandler> handler);
    void addHooks(std::shared_ptr<TaskHooks> hooks);
    [[nodiscard]] TaskHandler* find(std::string_view taskType) const noexcept;
    [[nodiscard]] std::vector<std::string> taskTypes() const;
    [[nodiscard]] TaskMetrics metrics(std::string_view taskType) const;

    /// Runs one task whole: inputs validated (a breach is a terminal failure naming the field), hooks, execute, outputs
    /// validated, every exception turned into a failed result, metrics counted. Never throws. Any thread.
    [[nodiscard]] TaskOutput run(std::string_view taskType, const Value& input, TaskContext& context) const;

private:
    struct Entry;
    std::map<std::string, std::shared_ptr<Entry>, std::less<>> m_entries;
    std::vector<std::shared_ptr<TaskHooks>> m_hooks;
};

/// The first field of `value` that breaks its spec, as an error with details {"field", "problem", ...}; none when all fit.
[[nodiscard]] std::optional<TaskError> validateFields(std::span<const FieldSpec> specs, const Value& value);

}  // namespace baton

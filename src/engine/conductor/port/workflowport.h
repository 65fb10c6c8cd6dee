// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

#include <map>

namespace baton {

/// What a waiting call answers with (see ExecuteRequest, TaskPort::signalAndWait).
enum class ReturnStrategy : std::uint8_t { TargetWorkflow, BlockingWorkflow, BlockingTask, BlockingTaskInput };
[[nodiscard]] std::string_view toText(ReturnStrategy strategy) noexcept;                            // "TARGET_WORKFLOW"
[[nodiscard]] std::optional<ReturnStrategy> returnStrategyFrom(std::string_view text) noexcept;

/// Start and wait until it has ended, waits for somebody, one of the named tasks has ended, or the time is over.
struct ExecuteRequest {
    StartRequest start;                       // version 0: the latest
    Text requestId;
    std::vector<Text> waitUntilTaskRefs;
    std::int64_t waitForSeconds = 10;
    ReturnStrategy strategy = ReturnStrategy::TargetWorkflow;
};

struct RerunRequest {
    Text taskId;                              // empty: from the start
    Value taskInput;
    Value workflowInput;
    Text correlationId;
};

/// One operation over many executions: at most 1000 ids, at least one.
struct BulkRequest {
    enum class Action : std::uint8_t { Pause, Resume, Restart, Retry, Terminate, Remove, TerminateRemove };
    Action action = Action::Pause;
    std::vector<Text> ids;
    Text reason;                              // Terminate, TerminateRemove
    bool useLatestDefinitions = false;        // Restart
    bool archive = true;                      // Remove, TerminateRemove
};

/// Executions: starting, looking, changing. Safe to call from any thread.
class WorkflowPort {
public:
    virtual ~WorkflowPort() = default;

    virtual void start(StartRequest request, Reply<Text> reply) = 0;                   // the id
    virtual void execute(ExecuteRequest request, Reply<Value> reply) = 0;              // WorkflowRun or TaskRun, wire form
    /// The real server's WorkflowTestRequest: runs with the given mock outputs instead of workers, as a stored execution.
    virtual void test(Value request, Reply<ExecutionPtr> reply) = 0;

    virtual void execution(Text workflowId, Reply<ExecutionPtr> reply) = 0;
    /// By correlation id; each given id is answered, by an empty list if need be.
    virtual void correlated(Text name, std::vector<Text> correlationIds, bool includeClosed,
                            Reply<std::map<Text, std::vector<ExecutionPtr>>> reply) = 0;
    /// Ids of running executions, or of those created between two moments, both given and not 0.
    virtual void running(Text name, std::optional<int> version, EpochMs from, EpochMs to, Reply<std::vector<Text>> reply) = 0;
    virtual void tasks(Text workflowId, std::int64_t start, std::int64_t count, std::vector<TaskStatus> statuses,
                       Reply<Page<TaskView>> reply) = 0;
    virtual void search(SearchRequest request, Reply<Page<ExecutionPtr>> reply) = 0;
    virtual void searchByTasks(SearchRequest request, Reply<Page<ExecutionPtr>> reply) = 0;

    virtual void decide(Text workflowId, Done done) = 0;
    virtual void pause(Text workflowId, Done done) = 0;
    virtual void resume(Text workflowId, Done done) = 0;
    virtual void terminate(Text workflowId, Text reason, Done done) = 0;
    virtual void retry(Text workflowId, bool resumeSubworkflowTasks, Done done) = 0;
    virtual void rerun(Text workflowId, RerunRequest request, Reply<Text> reply) = 0;
    virtual void restart(Text workflowId, bool useLatestDefinitions, Done done) = 0;
    virtual void resetCallbacks(Text workflowId, Done done) = 0;
    virtual void skipTask(Text workflowId, Text referenceName, Value taskInput, Value taskOutput, Done done) = 0;
    virtual void updateVariables(Text workflowId, Value variables, Reply<ExecutionPtr> reply) = 0;
    virtual void remove(Text workflowId, bool archive, Done done) = 0;
    virtual void bulk(BulkRequest request, Reply<BulkResult> reply) = 0;
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/embedded/core.h"
#include "engine/conductor/search/query.h"

namespace baton {

/// The metadata side of an embedded Conductor.
class EmbeddedMetadata final : public MetadataPort {
public:
    explicit EmbeddedMetadata(EmbeddedCore& core) noexcept : m_core(core) { }
    void registerWorkflow(WorkflowDefPtr definition, bool overwrite, Done done) override;
    void updateWorkflows(std::vector<WorkflowDefPtr> definitions, Reply<BulkResult> reply) override;
    void validateWorkflow(WorkflowDefPtr definition, Done done) override;
    void workflow(Text name, std::optional<int> version, Reply<WorkflowDefPtr> reply) override;
    void workflows(bool latestOnly, Reply<std::vector<WorkflowDefPtr>> reply) override;
    void removeWorkflow(Text name, int version, Done done) override;
    void registerTasks(std::vector<TaskDefPtr> definitions, Done done) override;
    void updateTask(TaskDefPtr definition, Done done) override;
    void taskDefinition(Text name, Reply<TaskDefPtr> reply) override;
    void taskDefinitions(Reply<std::vector<TaskDefPtr>> reply) override;
    void removeTask(Text name, Done done) override;

private:
    void put(const WorkflowDef& definition, EpochMs created, EpochMs updated);
    void put(const TaskDef& definition, EpochMs created, EpochMs updated);

    EmbeddedCore& m_core;
};

/// Executions.
class EmbeddedWorkflows final : public WorkflowPort {
public:
    explicit EmbeddedWorkflows(EmbeddedCore& core) noexcept : m_core(core) { }
    void start(StartRequest request, Reply<Text> reply) override;
    void execute(ExecuteRequest request, Reply<Value> reply) override;
    void test(Value request, Reply<ExecutionPtr> reply) override;
    void execution(Text workflowId, Reply<ExecutionPtr> reply) override;
    void correlated(Text name, std::vector<Text> correlationIds, bool includeClosed,
                    Reply<std::map<Text, std::vector<ExecutionPtr>>> reply) override;
    void running(Text name, std::optional<int> version, EpochMs from, EpochMs to, Reply<std::vector<Text>> reply) override;
    void tasks(Text workflowId, std::int64_t start, std::int64_t count, std::vector<TaskStatus> statuses,
               Reply<Page<TaskView>> reply) override;
    void search(SearchRequest request, Reply<Page<ExecutionPtr>> reply) override;
    void searchByTasks(SearchRequest request, Reply<Page<ExecutionPtr>> reply) override;
    void decide(Text workflowId, Done done) override;
    void pause(Text workflowId, Done done) override;
    void resume(Text workflowId, Done done) override;
    void terminate(Text workflowId, Text reason, Done done) override;
    void retry(Text workflowId, bool resumeSubworkflowTasks, Done done) override;
    void rerun(Text workflowId, RerunRequest request, Reply<Text> reply) override;
    void restart(Text workflowId, bool useLatestDefinitions, Done done) override;
    void resetCallbacks(Text workflowId, Done done) override;
    void skipTask(Text workflowId, Text referenceName, Value taskInput, Value taskOutput, Done done) override;
    void updateVariables(Text workflowId, Value variables, Reply<ExecutionPtr> reply) override;
    void remove(Text workflowId, bool archive, Done done) override;
    void bulk(BulkRequest request, Reply<BulkResult> reply) override;

private:
    void run(const Text& workflowId, Command command, const Done& done);
    [[nodiscard]] Status restartNow(const Text& workflowId, bool useLatestDefinitions);
    [[nodiscard]] Status removeNow(const Text& workflowId, bool archive);
    [[nodiscard]] Status bulkOne(const BulkRequest& request, const Text& id);
    [[nodiscard]] Result<Page<ExecutionPtr>> found(const SearchQuery& query, const SearchRequest& request);

    EmbeddedCore& m_core;
};

/// Tasks and queues.
class EmbeddedTasks final : public TaskPort {
public:
    explicit EmbeddedTasks(EmbeddedCore& core) noexcept : m_core(core) { }
    void poll(PollRequest request, Reply<std::vector<TaskView>> reply) override;
    void update(TaskResult result, Reply<Text> reply) override;
    void updateAndPoll(TaskResult result, Reply<std::optional<TaskView>> reply) override;
    void updateByReference(ReferenceUpdate update, Reply<Text> reply) override;
    void updateByReferenceSync(ReferenceUpdate update, Reply<ExecutionPtr> reply) override;
    void signal(Text workflowId, TaskStatus status, Value output, Done done) override;
    void signalAndWait(Text workflowId, TaskStatus status, Value output, ReturnStrategy strategy, std::int64_t timeoutMs,
                       Reply<Value> reply) override;
    void task(Text taskId, Reply<TaskView> reply) override;
    void addLog(Text taskId, Text line, Done done) override;
    void logs(Text taskId, Reply<std::vector<TaskLogEntry>> reply) override;
    void search(SearchRequest request, Reply<Page<TaskView>> reply) override;
    void inProgress(Text taskType, std::int64_t start, std::int64_t count, Reply<std::vector<TaskView>> reply) override;
    void queueSizes(std::vector<Text> names, Reply<std::vector<QueueSize>> reply) override;
    void pollData(Text taskType, Reply<std::vector<PollData>> reply) override;
    void requeue(Text taskType, Reply<std::int64_t> reply) override;

private:
    [[nodiscard]] Status updateNow(TaskResult result);
    [[nodiscard]] std::optional<Text> updateReferenceNow(const ReferenceUpdate& update);
    void pollInTurn(PollRequest request, const Reply<std::vector<TaskView>>& reply);
    [[nodiscard]] std::vector<TaskView> pending(std::string_view taskType);

    EmbeddedCore& m_core;
};

class EmbeddedEvents final : public EventPort {
public:
    explicit EmbeddedEvents(EmbeddedCore& core) noexcept : m_core(core) { }
    void addHandler(Value handler, Done done) override;
    void updateHandler(Value handler, Done done) override;
    void removeHandler(Text name, Done done) override;
    void handlers(Text event, bool activeOnly, Reply<std::vector<Value>> reply) override;
    void publish(Text event, Value payload, Done done) override;

private:
    EmbeddedCore& m_core;
};

class EmbeddedSchedules final : public SchedulePort {
public:
    explicit EmbeddedSchedules(EmbeddedCore& core) noexcept : m_core(core) { }
    void save(Value schedule, Reply<Value> reply) override;
    void schedule(Text name, Reply<Value> reply) override;
    void schedules(Text workflowName, Reply<std::vector<Value>> reply) override;
    void remove(Text name, Done done) override;
    void search(ScheduleSearch request, Reply<Page<Value>> reply) override;
    void setPaused(Text name, bool paused, Text reason, Done done) override;
    void setRunning(bool running, Done done) override;
    void nextRuns(Text cronExpression, Text zone, EpochMs from, EpochMs to, int limit,
                  Reply<std::vector<EpochMs>> reply) override;
    void executions(SearchRequest request, Reply<Page<Value>> reply) override;

private:
    EmbeddedCore& m_core;
};

class EmbeddedAdmin final : public AdminPort {
public:
    explicit EmbeddedAdmin(EmbeddedCore& core) noexcept : m_core(core) { }
    void configuration(Reply<Value> reply) override;
    void version(Reply<Text> reply) override;
    void isHealthy(Reply<bool> reply) override;
    void secretNames(Reply<std::vector<Text>> reply) override;
    void environment(Reply<Value> reply) override;
    void requeueSweep(Text workflowId, Reply<bool> reply) override;

private:
    EmbeddedCore& m_core;
};

}  // namespace baton

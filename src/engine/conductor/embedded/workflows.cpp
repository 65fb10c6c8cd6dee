// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/ports.h"

#include "engine/conductor/embedded/waiting.h"

#include <algorithm>

namespace baton {
namespace {

constexpr std::size_t kMostBulkIds = 1000;
constexpr std::int64_t kMostResults = 5000;

// What the real server's bulk methods are called, as its messages name them.
std::string_view methodOf(BulkRequest::Action action)
{
    switch (action) {
    case BulkRequest::Action::Pause: return "pauseWorkflow";
    case BulkRequest::Action::Resume: return "resumeWorkflow";
    case BulkRequest::Action::Restart: return "restart";
    case BulkRequest::Action::Retry: return "retry";
    case BulkRequest::Action::Terminate: return "terminate";
    case BulkRequest::Action::Remove: return "deleteWorkflow";
    case BulkRequest::Action::TerminateRemove: return "terminateRemove";
    }
    return "pauseWorkflow";
}

Status checkSize(const SearchRequest& request)
{
    if (request.size <= kMostResults)
        return {};
    Error error = violated("searchWorkflows.arg1", "Cannot return more than 5000 workflows. Please use pagination.");
    error.violations.front().invalidValue = std::to_string(request.size);
    return error;
}

}  // namespace

void EmbeddedWorkflows::run(const Text& workflowId, Command command, const Done& done)
{
    m_core.answer<void>(done, [&] { return m_core.run(workflowId, command); });
}

void EmbeddedWorkflows::start(StartRequest request, Reply<Text> reply)
{
    m_core.answer<Text>(reply, [&] { return m_core.start(std::move(request)); });
}

void EmbeddedWorkflows::execute(ExecuteRequest request, Reply<Value> reply)
{
    m_core.turn([&] {
        if (request.start.version == 0)
            request.start.version.reset();
        const Result<Text> id = m_core.start(std::move(request.start));
        if (!id) {
            m_core.defer([reply, error = id.error()] { reply(error); });
            return;
        }
        const std::int64_t seconds = std::clamp<std::int64_t>(request.waitForSeconds, 0, 86'400);
        waitForState(m_core, {*id, request.requestId, std::move(request.waitUntilTaskRefs), request.strategy,
            m_core.now() + seconds * 1000}, std::move(reply));
    });
}

void EmbeddedWorkflows::test(Value request, Reply<ExecutionPtr> reply)
{
    m_core.answer<ExecutionPtr>(reply, [&] { return playTest(m_core, request); });
}

void EmbeddedWorkflows::execution(Text workflowId, Reply<ExecutionPtr> reply)
{
    m_core.answer<ExecutionPtr>(reply, [&] { return m_core.execution(workflowId); });
}

void EmbeddedWorkflows::correlated(Text name, std::vector<Text> correlationIds, bool includeClosed,
                                   Reply<std::map<Text, std::vector<ExecutionPtr>>> reply)
{
    using ById = std::map<Text, std::vector<ExecutionPtr>>;
    m_core.answer<ById>(reply, [&]() -> Result<ById> {
        ById result;
        for (const Text& id : correlationIds)
            result[id];
        const auto isWorth = [&](const Execution& outline) {
            return outline.definition->name == name && (includeClosed || !isTerminal(outline.status))
                && result.contains(outline.correlationId);
        };
        const Status looked = m_core.forEach(true, isWorth, [&](const ExecutionPtr& execution) {
            result[execution->correlationId].push_back(execution);
        });
        if (!looked)
            return looked.error();
        return result;
    });
}

void EmbeddedWorkflows::running(Text name, std::optional<int>, EpochMs from, EpochMs to, Reply<std::vector<Text>> reply)
{
    using Ids = std::vector<Text>;
    m_core.answer<Ids>(reply, [&]() -> Result<Ids> {
        Ids ids;
        const bool inTime = from != 0 && to != 0;
        const auto isWorth = [&](const Execution& outline) {
            return outline.definition->name == name
                && (inTime ? outline.createTime >= from && outline.createTime <= to : !isTerminal(outline.status));
        };
        const Status looked = m_core.forEach(false, isWorth, [&](const ExecutionPtr& execution) {
            ids.push_back(execution->workflowId);
        });
        if (!looked)
            return looked.error();
        return ids;
    });
}

void EmbeddedWorkflows::tasks(Text workflowId, std::int64_t start, std::int64_t count, std::vector<TaskStatus> statuses,
                              Reply<Page<TaskView>> reply)
{
    m_core.answer<Page<TaskView>>(reply, [&]() -> Result<Page<TaskView>> {
        const Result<ExecutionPtr> execution = m_core.execution(workflowId);
        if (!execution)
            return execution.error();
        std::vector<TaskView> views;
        for (TaskPtr& task : (*execution)->tasksBySeq()) {
            if (statuses.empty() || std::ranges::find(statuses, task->status) != statuses.end())
                views.push_back({std::move(task), *execution});
        }
        return pageOf(std::move(views), start, count);
    });
}

Result<Page<ExecutionPtr>> EmbeddedWorkflows::found(const SearchQuery& query, const SearchRequest& request)
{
    std::vector<ExecutionPtr> result;
    const bool whole = query.looksInside();
    const auto isWorth = [&](const Execution& outline) { return whole ? query.mayMatch(outline) : query.matches(outline); };
    const Status looked = m_core.forEach(whole, isWorth, [&](const ExecutionPtr& execution) {
        if (!whole || query.matches(*execution))
            result.push_back(execution);
    });
    if (!looked)
        return looked.error();
    query.sort(result);
    Page<ExecutionPtr> page = pageOf(std::move(result), request.start, request.size);
    for (ExecutionPtr& execution : page.results) {
        Result<ExecutionPtr> complete = m_core.execution(execution->workflowId);   // it may be an outline
        if (!complete)
            return std::move(complete).error();
        execution = std::move(complete).value();
    }
    return page;
}

void EmbeddedWorkflows::search(SearchRequest request, Reply<Page<ExecutionPtr>> reply)
{
    m_core.answer<Page<ExecutionPtr>>(reply, [&]() -> Result<Page<ExecutionPtr>> {
        if (Status checked = checkSize(request); !checked)
            return std::move(checked).error();
        const Result<SearchQuery> query = SearchQuery::parse(request);
        if (!query)
            return query.error();
        return found(*query, request);
    });
}

void EmbeddedWorkflows::searchByTasks(SearchRequest request, Reply<Page<ExecutionPtr>> reply)
{
    m_core.answer<Page<ExecutionPtr>>(reply, [&]() -> Result<Page<ExecutionPtr>> {
        const Result<SearchQuery> query = SearchQuery::parse(request);
        if (!query)
            return query.error();
        std::vector<ExecutionPtr> result;
        const auto isWorth = [](const Execution&) { return true; };
        const Status looked = m_core.forEach(true, isWorth, [&](const ExecutionPtr& execution) {
            const std::vector<TaskPtr> tasks = execution->tasksBySeq();
            if (std::ranges::any_of(tasks, [&](const TaskPtr& task) { return query->matches(TaskView {task, execution}); }))
                result.push_back(execution);
        });
        if (!looked)
            return looked.error();
        query->sort(result);
        return pageOf(std::move(result), request.start, request.size);
    });
}

void EmbeddedWorkflows::decide(Text workflowId, Done done)
{
    run(workflowId, command::Decide {}, done);
}

void EmbeddedWorkflows::pause(Text workflowId, Done done)
{
    run(workflowId, command::Pause {}, done);
}

void EmbeddedWorkflows::resume(Text workflowId, Done done)
{
    run(workflowId, command::Resume {}, done);
}

void EmbeddedWorkflows::terminate(Text workflowId, Text reason, Done done)
{
    run(workflowId, command::Terminate {std::move(reason)}, done);
}

void EmbeddedWorkflows::retry(Text workflowId, bool resumeSubworkflowTasks, Done done)
{
    run(workflowId, command::Retry {resumeSubworkflowTasks}, done);
}

void EmbeddedWorkflows::rerun(Text workflowId, RerunRequest request, Reply<Text> reply)
{
    m_core.answer<Text>(reply, [&]() -> Result<Text> {
        command::Rerun rerun;
        rerun.taskId = std::move(request.taskId);
        rerun.taskInput = std::move(request.taskInput);
        rerun.workflowInput = std::move(request.workflowInput);
        rerun.correlationId = std::move(request.correlationId);
        if (Status done = m_core.run(workflowId, rerun); !done)
            return std::move(done).error();
        return workflowId;
    });
}

Status EmbeddedWorkflows::restartNow(const Text& workflowId, bool useLatestDefinitions)
{
    WorkflowDefPtr latest;
    if (useLatestDefinitions) {
        const Result<ExecutionPtr> execution = m_core.execution(workflowId);
        if (!execution)
            return execution.error();
        latest = m_core.definitions().workflow((*execution)->definition->name, std::nullopt);
        if (!latest)
            return Error {ErrorCode::NotFound, "Unable to find latest definition for " + workflowId.str()};
    }
    return m_core.run(workflowId, command::Restart {std::move(latest)});
}

void EmbeddedWorkflows::restart(Text workflowId, bool useLatestDefinitions, Done done)
{
    m_core.answer<void>(done, [&] { return restartNow(workflowId, useLatestDefinitions); });
}

void EmbeddedWorkflows::resetCallbacks(Text workflowId, Done done)
{
    run(workflowId, command::ResetCallbacks {}, done);
}

void EmbeddedWorkflows::skipTask(Text workflowId, Text referenceName, Value taskInput, Value taskOutput, Done done)
{
    run(workflowId, command::SkipTask {std::move(referenceName), std::move(taskInput), std::move(taskOutput)}, done);
}

void EmbeddedWorkflows::updateVariables(Text workflowId, Value variables, Reply<ExecutionPtr> reply)
{
    m_core.answer<ExecutionPtr>(reply, [&]() -> Result<ExecutionPtr> {
        if (Status done = m_core.run(workflowId, command::UpdateVariables {std::move(variables)}); !done)
            return std::move(done).error();
        return m_core.execution(workflowId);
    });
}

Status EmbeddedWorkflows::removeNow(const Text& workflowId, bool archive)
{
    const Result<ExecutionPtr> execution = m_core.execution(workflowId);
    if (!execution)
        return execution.error();
    if (archive && !isTerminal((*execution)->status)) {
        return Error {ErrorCode::InvalidArgument, "Cannot archive workflow: " + workflowId.str() + " with status: "
                + std::string(toText((*execution)->status))};
    }
    if (Status recalled = m_core.recall(workflowId); !recalled)
        return recalled;
    return m_core.engine().remove(workflowId);
}

void EmbeddedWorkflows::remove(Text workflowId, bool archive, Done done)
{
    m_core.answer<void>(done, [&] { return removeNow(workflowId, archive); });
}

Status EmbeddedWorkflows::bulkOne(const BulkRequest& request, const Text& id)
{
    switch (request.action) {
    case BulkRequest::Action::Pause: return m_core.run(id, command::Pause {});
    case BulkRequest::Action::Resume: return m_core.run(id, command::Resume {});
    case BulkRequest::Action::Restart: return restartNow(id, request.useLatestDefinitions);
    case BulkRequest::Action::Retry: return m_core.run(id, command::Retry {false});
    case BulkRequest::Action::Terminate: return m_core.run(id, command::Terminate {request.reason});
    case BulkRequest::Action::Remove: return removeNow(id, request.archive);
    case BulkRequest::Action::TerminateRemove: break;      // its first step
    }
    return m_core.run(id, command::Terminate {request.reason});
}

void EmbeddedWorkflows::bulk(BulkRequest request, Reply<BulkResult> reply)
{
    m_core.answer<BulkResult>(reply, [&]() -> Result<BulkResult> {
        const std::string path = std::string(methodOf(request.action)) + ".arg0";
        if (request.ids.empty())
            return violated(path, "WorkflowIds list cannot be null.");
        if (request.ids.size() > kMostBulkIds)
            return violated(path, "Cannot process more than 1000 workflows. Please use multiple requests.");
        BulkResult result;
        for (const Text& id : request.ids) {
            if (const Status done = bulkOne(request, id); done)
                result.successes.push_back(id);
            else
                result.errors.emplace_back(id, done.error().message);
            // The real server goes on with the second step whatever the first one came to, and notes each.
            if (request.action != BulkRequest::Action::TerminateRemove)
                continue;
            if (const Status removed = removeNow(id, request.archive); removed)
                result.successes.push_back(id);
            else
                result.errors.emplace_back(id, removed.error().message);
        }
        return result;
    });
}

}  // namespace baton

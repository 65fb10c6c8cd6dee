// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/core.h"

#include <algorithm>
#include <unordered_set>

// Executions that ended leave memory for the archive, and are read there or brought back.

namespace baton {
namespace {

constexpr std::size_t kLeastAtOnce = 64;
constexpr std::size_t kMostOfFamily = 100'000;

Error noSuchTask(std::string_view taskId)
{
    return {ErrorCode::NotFound, "Task not found for taskId: " + std::string(taskId)};
}

bool isOpen(const ExecutionPtr& execution)
{
    return execution && !isTerminal(execution->status);
}

}  // namespace

void EmbeddedCore::flush()
{
    if (!m_sinkOutside)
        return;
    m_handlers.tellWaiting([this](std::string_view id, const Value& document) { keep("message", id, document); });
    if (!m_unflushed)
        return;
    m_flushed = m_sinkOutside->flush();
    m_unflushed = !m_flushed.ok();
    if (m_archive && m_flushed && m_ended.size() > std::max(m_evictAt, m_mostEnded + kLeastAtOnce))
        evict();
}

// A parent looks at its sub-workflows as long as it runs, and hears from those that outlive it.
bool EmbeddedCore::isHeldInMemory(const Execution& execution) const
{
    if (!execution.parentWorkflowId.empty() && isOpen(m_engine.execution(execution.parentWorkflowId)))
        return true;
    return std::ranges::any_of(execution.tasks, [&](const TaskPtr& task) {
        return task && !task->subWorkflowId.empty() && isOpen(m_engine.execution(task->subWorkflowId));
    });
}

void EmbeddedCore::evict()
{
    std::vector<ExecutionPtr> leaving;
    std::vector<Text> ids;
    std::vector<Text> staying;
    std::unordered_set<Text> seen;
    for (std::size_t surplus = m_ended.size() - m_mostEnded; surplus > 0; --surplus) {
        const Text id = std::move(m_ended.front());
        m_ended.pop_front();
        ExecutionPtr execution = m_engine.execution(id);
        if (!execution || !isTerminal(execution->status) || !seen.insert(id).second)
            continue;
        if (isHeldInMemory(*execution)) {
            staying.push_back(id);
        } else {
            ids.push_back(id);
            leaving.push_back(std::move(execution));
        }
    }
    const bool archived = leaving.empty() || m_archive->archive(leaving).ok();
    if (archived) {
        m_engine.forget(ids);
        for (const Text& id : ids)
            m_index.forget(id);
    } else {
        m_ended.insert(m_ended.end(), ids.begin(), ids.end());
    }
    m_ended.insert(m_ended.end(), staying.begin(), staying.end());
    m_evictAt = m_ended.size() + std::max(kLeastAtOnce, m_ended.size() / 8);
}

Result<ExecutionPtr> EmbeddedCore::execution(std::string_view workflowId)
{
    ExecutionPtr found = m_engine.execution(workflowId);
    if (!found && m_archive) {
        Result<ExecutionPtr> kept = m_archive->find(workflowId);
        if (!kept)
            return kept;
        found = std::move(kept).value();
    }
    if (!found)
        return Error {ErrorCode::NotFound, "No such workflow found by id: " + std::string(workflowId)};
    return found;
}

Result<TaskView> EmbeddedCore::task(std::string_view taskId)
{
    ExecutionPtr execution;
    TaskSlot slot = kNoTask;
    if (const TaskIndex::Place* place = m_index.find(taskId)) {
        execution = m_engine.execution(place->workflowId);
        slot = place->slot;
    } else if (m_archive) {
        Result<ExecutionPtr> kept = m_archive->findOfTask(taskId);
        if (!kept)
            return std::move(kept).error();
        execution = std::move(kept).value();
        slot = execution ? execution->slotOfTaskId(taskId) : kNoTask;
    }
    if (!execution || !execution->task(slot))
        return noSuchTask(taskId);
    return TaskView {execution->tasks[slot], execution};
}

Result<std::vector<TaskLogEntry>> EmbeddedCore::logs(std::string_view taskId)
{
    if (!m_archive || m_index.find(taskId))
        return m_index.logs(taskId);
    const Result<ExecutionPtr> owner = m_archive->findOfTask(taskId);
    if (!owner)
        return owner.error();
    if (!*owner)
        return std::vector<TaskLogEntry>();
    Result<std::vector<TaskLogEntry>> entries = m_archive->logs((*owner)->workflowId);
    if (entries)
        std::erase_if(*entries, [&](const TaskLogEntry& entry) { return entry.taskId != taskId; });
    return entries;
}

Status EmbeddedCore::forEach(bool whole, const std::function<bool(const Execution& outline)>& isWorth,
                             const std::function<void(const ExecutionPtr&)>& visit)
{
    if (m_archive) {
        Status failure;
        const Status read = m_archive->forEach([&](const ExecutionPtr& outline) {
            if (!isWorth(*outline) || !failure)
                return;
            const Result<ExecutionPtr> execution = whole ? m_archive->find(outline->workflowId) : outline;
            if (!execution)
                failure = execution.error();
            else if (*execution)
                visit(*execution);
        });
        if (!read || !failure)
            return read ? failure : read;
    }
    const World& world = m_engine.world();
    for (const Text& id : world.order) {
        const ExecutionPtr execution = m_engine.execution(id);
        if (execution && isWorth(*execution))
            visit(execution);
    }
    return {};
}

Result<std::vector<ExecutionPtr>> EmbeddedCore::family(std::string_view workflowId)
{
    std::vector<ExecutionPtr> members;
    std::unordered_set<Text> seen;
    std::vector<Text> asked {Text(workflowId)};
    while (!asked.empty() && members.size() < kMostOfFamily) {
        const Text id = std::move(asked.back());
        asked.pop_back();
        if (id.empty() || m_engine.execution(id) || !seen.insert(id).second)
            continue;
        const Result<ExecutionPtr> member = m_archive->find(id);
        if (!member)
            return member.error();
        if (!*member)
            continue;
        members.push_back(*member);
        asked.push_back((*member)->parentWorkflowId);
        for (const TaskPtr& task : (*member)->tasks) {
            if (task)
                asked.push_back(task->subWorkflowId);
        }
    }
    return members;
}

Status EmbeddedCore::recall(std::string_view workflowId)
{
    if (!m_archive || m_engine.execution(workflowId))
        return {};
    Result<std::vector<ExecutionPtr>> members = family(workflowId);
    if (!members)
        return std::move(members).error();
    for (const ExecutionPtr& member : *members) {
        Result<std::vector<TaskLogEntry>> entries = m_archive->logs(member->workflowId);
        if (!entries)
            return std::move(entries).error();
        m_index.add(*member);
        for (TaskLogEntry& entry : *entries)
            m_index.addLog(std::move(entry));
        m_engine.adopt(member);
        m_ended.push_back(member->workflowId);
    }
    m_archive->recalled(*members);
    return {};
}

Status EmbeddedCore::run(const Text& workflowId, const Command& command)
{
    if (Status recalled = recall(workflowId); !recalled)
        return recalled;
    return m_engine.run(workflowId, command);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/decisionpass.h"

#include "engine/conductor/decide/ending.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/retry.h"
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decide/timeouts.h"
#include "engine/conductor/types/childworkflow.h"

#include <algorithm>

namespace baton {

namespace {

constexpr std::size_t kFewItems = 12;

bool isPending(const TaskRun* task)
{
    return task && !task->retried && !task->executed && task->status != TaskStatus::Skipped;
}

}  // namespace

DecisionPass::DecisionPass(Draft& draft, std::vector<TaskSlot> candidates, bool everywhere)
    : m_draft(draft)
    , m_candidates(std::move(candidates))
    , m_everywhere(everywhere)
{
}

Verdict DecisionPass::run()
{
    if (Verdict verdict = checkWorkflowTimeout(m_draft))
        return verdict;
    if (m_draft.execution().status == WorkflowStatus::Paused)
        return {};
    if (!m_everywhere)
        addWatchers();
    for (const int position : m_draft.index().terminates())
        noteTermination(m_draft.latestSlot(m_draft.index().at(position).task->taskReferenceName));
    if (Verdict verdict = mapFirst())
        return verdict;
    for (const TaskSlot slot : m_candidates) {
        if (Verdict verdict = visit(slot))
            return verdict;
    }
    if (isOver())
        return finishWorkflow();
    carryOut();
    return {};
}

// Nothing has run yet: the flow begins with the first task that was not skipped.
Verdict DecisionPass::mapFirst()
{
    const DefinitionIndex& index = m_draft.index();
    if (!m_draft.execution().open.empty())
        return {};
    if (index.topLevel().empty())
        return Termination {Text("No tasks found to be executed"), WorkflowStatus::Completed};
    const IndexedTask* first = &index.at(index.topLevel().front());
    const TaskRun* there = m_draft.execution().latest(first->task->taskReferenceName);
    if (there && there->status == TaskStatus::Skipped) {
        first = nextInFlow(m_draft, first->task->taskReferenceName);
        there = first ? m_draft.execution().latest(first->task->taskReferenceName) : nullptr;
    }
    if (there || !first)
        return {};
    std::vector<MappedTask> mapped;
    Verdict verdict = mapTask(m_draft, first->task, first, {}, mapped);
    add(std::move(mapped));
    return verdict;
}

// Loops and exclusive joins look whenever something around them changed.
void DecisionPass::addWatchers()
{
    const auto isWatching = [](const TaskRun* task) { return task && !isTerminal(task->status); };
    bool insideUnknownLoop = false;
    for (const TaskSlot slot : m_candidates) {
        const TaskRun* task = m_draft.execution().task(slot);
        insideUnknownLoop = insideUnknownLoop || (task && task->iteration > 0 && !m_draft.index().find(baseName(*task)));
    }
    const auto addOnce = [&](TaskSlot slot) {
        if (slot != kNoTask && isWatching(m_draft.execution().task(slot)))
            m_candidates.push_back(slot);
    };
    for (const int position : m_draft.index().watchers()) {
        const TaskRun* watcher = taskByName(m_draft.execution(), m_draft.index(),
            m_draft.index().at(position).task->taskReferenceName);
        addOnce(watcher ? m_draft.latestSlot(watcher->referenceTaskName) : kNoTask);
    }
    if (insideUnknownLoop) {
        for (const TaskSlot slot : m_draft.execution().open) {
            const TaskRun* task = m_draft.execution().task(slot);
            if (task && task->taskType == "DO_WHILE")
                addOnce(slot);
        }
    }
    std::sort(m_candidates.begin(), m_candidates.end());
    m_candidates.erase(std::unique(m_candidates.begin(), m_candidates.end()), m_candidates.end());
}

Verdict DecisionPass::visit(TaskSlot slot)
{
    const TaskRun* task = m_draft.execution().task(slot);
    if (!isPending(task))
        return {};
    noteTermination(slot);
    const TaskType* system = systemType(task->taskType);
    if (system && !isTerminal(task->status) && !isKnown(task->referenceTaskName)) {
        m_items.push_back({slot, std::nullopt});
        if (m_items.size() > kFewItems)
            m_names.insert(task->referenceTaskName);
    }
    if (Verdict verdict = checkTaskTimeouts(m_draft, slot))
        return verdict;
    task = m_draft.execution().task(slot);
    return isTerminal(task->status) ? conclude(slot) : Verdict();
}

// A task has ended: it is tried again, or the flow goes on.
Verdict DecisionPass::conclude(TaskSlot slot)
{
    if (!isSuccessful(m_draft.task(slot).status)) {
        RetryDecision decision = retryAfterFailure(m_draft, slot);
        if (decision.verdict)
            return decision.verdict;
        if (decision.attempt) {
            m_hasNew = true;
            m_items.push_back({kNoTask, std::move(decision.attempt)});
            return {};
        }
    }
    std::vector<MappedTask> mapped;
    if (Verdict verdict = mapSuccessors(m_draft, slot, mapped))
        return verdict;
    m_executed.push_back(slot);
    add(std::move(mapped));
    return {};
}

void DecisionPass::add(std::vector<MappedTask> mapped)
{
    for (MappedTask& entry : mapped) {
        if (isKnown(entry.task.referenceTaskName))
            continue;
        m_hasNew = true;
        if (m_items.size() >= kFewItems)
            m_names.insert(entry.task.referenceTaskName);
        m_items.push_back({kNoTask, std::move(entry)});
    }
}

bool DecisionPass::isKnown(const Text& referenceName)
{
    const auto nameOf = [&](const Item& item) -> const Text& {
        return item.mapped ? item.mapped->task.referenceTaskName : m_draft.task(item.slot).referenceTaskName;
    };
    if (m_items.size() <= kFewItems && m_names.empty()) {
        return std::any_of(m_items.begin(), m_items.end(),
            [&](const Item& item) { return nameOf(item) == referenceName; });
    }
    if (m_names.size() < m_items.size()) {
        for (const Item& item : m_items)
            m_names.insert(nameOf(item));
    }
    return m_names.contains(referenceName);
}

void DecisionPass::noteTermination(TaskSlot slot)
{
    const TaskRun* task = slot == kNoTask ? nullptr : m_draft.execution().task(slot);
    if (task && task->taskType == "TERMINATE" && isTerminal(task->status) && isSuccessful(task->status))
        m_terminate = slot;
}

bool DecisionPass::isOver() const
{
    return m_terminate != kNoTask || (!m_hasNew && isComplete(m_draft));
}

// `executed` of what ended in this last round stays as it was, as the real server leaves it.
Verdict DecisionPass::finishWorkflow()
{
    if (std::optional<Text> reason = permissiveFailures(m_draft))
        return Termination {std::move(*reason)};
    endExecution(m_draft, m_terminate);
    return {};
}

void DecisionPass::carryOut()
{
    for (const TaskSlot slot : m_executed) {
        std::vector<FieldChange> changes {{Field::Executed, true}};
        if (m_draft.task(slot).endTime == 0)
            changes.push_back({Field::TaskEndTime, m_draft.now()});
        if (std::optional<Value> output = outputWithOwnChild(m_draft.task(slot)))
            changes.push_back({Field::OutputData, std::move(*output)});
        m_draft.change(slot, EventKind::TaskExecuted, std::move(changes));
    }
    std::vector<std::pair<std::size_t, std::size_t>> places;   // item -> index among the scheduled
    std::vector<MappedTask> mapped;
    for (Item& item : m_items) {
        if (!item.mapped)
            continue;
        if (!item.mapped->task.retriedTaskId.empty())
            markRetried(m_draft, item.mapped->task);
        mapped.push_back(std::move(*item.mapped));
    }
    const std::vector<TaskSlot> scheduled = scheduleTasks(m_draft, std::move(mapped));
    const auto isHere = [&](TaskSlot slot) {
        const TaskType* type = systemType(m_draft.task(slot).taskType);
        return type && !type->isAsynchronous();
    };
    m_changed = std::any_of(scheduled.begin(), scheduled.end(), isHere);

    std::vector<TaskSlot> running;
    for (const Item& item : m_items) {
        if (!item.mapped)
            running.push_back(item.slot);
    }
    running.insert(running.end(), scheduled.begin(), scheduled.end());
    for (const TaskSlot slot : running) {
        const TaskRun* task = m_draft.execution().task(slot);
        const TaskType* type = task ? systemType(task->taskType) : nullptr;
        if (type && !type->isAsynchronous() && !isTerminal(task->status) && type->execute(m_draft, slot))
            m_changed = true;
    }
}

}  // namespace baton

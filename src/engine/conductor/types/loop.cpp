// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/types/loop.h"

#include "engine/conductor/decide/evaluate.h"
#include "engine/conductor/decide/mapping.h"
#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/types/evaluation.h"

#include <algorithm>

namespace baton {

namespace {

Value outputOf(const TaskRun& task)
{
    return task.outputData.isObject() ? task.outputData : Value::object();
}

std::string memberKey(int iteration)
{
    return std::to_string(iteration);
}

}  // namespace

Loop::Loop(Draft& draft, TaskSlot slot)
    : m_draft(draft)
    , m_slot(slot)
    , m_loop(draft.task(slot))
    , m_body(draft.cache().body(m_loop.workflowTask))
{
}

bool Loop::advance()
{
    const std::vector<Member> members = this->members();
    if (members.empty())
        return begin();

    std::string failure;
    Value output = withRound(members, failure);
    const Value& keep = m_loop.workflowTask->inputParameters["keepLastN"];
    if (keep.isInteger() && m_loop.iteration > keep.asInteger())
        forgetOld(static_cast<int>(std::max<std::int64_t>(0, keep.asInteger())), output);
    if (!failure.empty())
        return fail(TaskStatus::Failed, failure, std::move(output));

    // What an unfinished round has so far is only kept when the workflow ends within this call, as on the real server.
    if (!isIterationComplete(members)) {
        if (!m_draft.wasLookedAt(m_slot))
            m_draft.noteLook(m_slot);
        return false;
    }
    const Result<bool> more = wantsMore(output);
    if (!more)
        return fail(TaskStatus::FailedWithTerminalError, conditionFailure(scriptFailureText(more.error())), std::move(output));
    if (*more)
        return nextIteration(m_loop.iteration + 1, std::move(output));
    m_draft.setStatus(m_slot, TaskStatus::Completed, {{Field::OutputData, std::move(output)}},
        Value::object({{"iterations", m_loop.iteration}}));
    return true;
}

// The loop's output with that of the present round, up to a task that failed.
Value Loop::withRound(const std::vector<Member>& members, std::string& failure) const
{
    ObjectBuilder round(members.size());
    for (const Member& member : members) {
        const TaskRun& task = m_draft.task(member.slot);
        round.set(member.indexed->task->taskReferenceName.view(), outputOf(task));
        if (!isSuccessful(task.status)) {
            failure = joined({orNullWord(task.reasonForIncompletion), " "});
            break;
        }
    }
    return outputOf(m_loop).with(memberKey(m_loop.iteration), std::move(round).build());
}

Value Loop::outputSoFar() const
{
    const std::vector<Member> members = this->members();
    std::string failure;
    Value output = withRound(members, failure);
    // A TERMINATE's output is made only after the loop was looked at.
    for (const Member& member : members) {
        if (m_draft.task(member.slot).taskType == "TERMINATE") {
            const std::string round = memberKey(m_loop.iteration);
            output = std::move(output).with(round, output[round].with(member.indexed->task->taskReferenceName.view(), Value::object()));
        }
    }
    return output;
}

// In the order in which they were scheduled first.
std::vector<Loop::Member> Loop::members() const
{
    std::vector<Member> found;
    if (m_loop.iteration <= 0)
        return found;
    for (const IndexedTask& indexed : m_body->all()) {
        const TaskSlot slot = m_draft.latestSlot(iterated(indexed.task->taskReferenceName, m_loop.iteration));
        if (slot != kNoTask)
            found.push_back({&indexed, slot});
    }
    std::sort(found.begin(), found.end(), [](const Member& a, const Member& b) { return a.slot < b.slot; });
    return found;
}

bool Loop::begin()
{
    Value output = outputOf(m_loop);
    if (isListLoop() && items().empty()) {
        m_draft.setStatus(m_slot, TaskStatus::Completed, {{Field::OutputData, std::move(output).with("iteration", 0)}},
            Value::object({{"iterations", 0}}));
        return true;
    }
    return nextIteration(1, std::move(output));
}

bool Loop::nextIteration(int iteration, Value output)
{
    output = withLoopItem(std::move(output).with("iteration", iteration), iteration);
    m_draft.change(m_slot, EventKind::TaskChanged,
        {{Field::Iteration, iteration}, {Field::OutputData, std::move(output)}, {Field::TaskUpdateTime, m_draft.now()}},
        Value::object({{"iteration", iteration}}));
    const WorkflowTaskPtr& first = m_loop.workflowTask->loopOver.front();
    const IndexedTask* indexed = m_draft.index().find(first->taskReferenceName);
    if (indexed && indexed->task != first)
        indexed = nullptr;
    std::vector<MappedTask> mapped;
    MapRequest request;
    request.retryCount = m_loop.retryCount;
    request.iteration = iteration;
    if (Verdict verdict = mapTask(m_draft, first, indexed, request, mapped)) {
        const Error* error = std::get_if<Error>(&*verdict);
        const std::string reason = error ? error->message : std::get<Termination>(*verdict).reason.str();
        m_draft.setStatus(m_slot, TaskStatus::FailedWithTerminalError,
            {{Field::TaskReason, Value(iteration == 1 ? reason : conditionFailure(reason))}});
        return true;
    }
    (void)scheduleTasks(m_draft, std::move(mapped));
    return true;
}

bool Loop::fail(TaskStatus status, const std::string& reason, Value output)
{
    m_draft.setStatus(m_slot, status, {{Field::TaskReason, Value(reason)}, {Field::OutputData, std::move(output)}});
    return true;
}

// Iterations before the last `keep` disappear, from the output and from the execution.
void Loop::forgetOld(int keep, Value& output)
{
    const int last = m_loop.iteration - keep;
    for (int i = last; i >= 1 && output.contains(memberKey(i)); --i)
        output = output.without(memberKey(i));
    for (int i = last; i >= 1; --i) {
        bool any = false;
        for (const IndexedTask& indexed : m_body->all()) {
            const Text name = iterated(indexed.task->taskReferenceName, i);
            for (TaskSlot slot = m_draft.latestSlot(name); slot != kNoTask; slot = m_draft.latestSlot(name)) {
                Event removed;
                removed.kind = EventKind::TaskRemoved;
                removed.slot = slot;
                m_draft.record(std::move(removed));
                any = true;
            }
        }
        if (!any)
            break;
    }
}

bool Loop::isListLoop() const
{
    if (!isBlank(m_loop.workflowTask->items))
        return true;
    const Value& items = m_loop.workflowTask->inputParameters["_items"];
    return items.isArray() || (items.isText() && !isBlank(items.asText()));
}

Value Loop::items() const
{
    Value found;
    if (!isBlank(m_loop.workflowTask->items))
        found = resolveNow(m_draft, Value::object({{"items", m_loop.workflowTask->items}}), m_loop.taskId)["items"];
    if (found.isNull()) {
        found = resolveCompleted(m_draft, *m_loop.workflowTask, indexedTask(m_draft, m_loop), m_loop.taskId)["_items"];
    }
    if (found.isArray() || found.isNull())
        return found;
    return Value::array({found});
}

Value Loop::withLoopItem(Value output, int iteration) const
{
    if (!isListLoop())
        return output;
    output = std::move(output).with("loopIndex", iteration - 1);
    const Value list = items();
    const auto index = static_cast<std::size_t>(iteration - 1);
    return index < list.size() ? std::move(output).with("loopItem", list.at(index)) : output;
}

// Every direct task and every descendant that was scheduled has ended, and what follows each is there too.
bool Loop::isIterationComplete(const std::vector<Member>& members) const
{
    const auto isThere = [&](const IndexedTask& indexed) {
        return m_draft.latestSlot(iterated(indexed.task->taskReferenceName, m_loop.iteration)) != kNoTask;
    };
    for (const int position : m_body->topLevel()) {
        if (!isThere(m_body->at(position)))
            return false;
    }
    for (const Member& member : members) {
        if (!isTerminal(m_draft.task(member.slot).status))
            return false;
        if (member.indexed->next >= 0 && !isThere(m_body->at(member.indexed->next)))
            return false;
    }
    return true;
}

std::string Loop::conditionFailure(std::string_view why) const
{
    return joined({"Unable to evaluate condition ", m_loop.workflowTask->loopCondition, ", exception ", why});
}

Result<bool> Loop::wantsMore(const Value& output) const
{
    const std::string_view condition = m_loop.workflowTask->loopCondition;
    const bool isList = isListLoop();
    const bool hasItem = isList && static_cast<std::size_t>(m_loop.iteration) < items().size();
    if (isBlank(condition))
        return hasItem;
    const Result<Value> result = evaluateScript(m_draft, condition, conditionInput(output));
    if (!result)
        return result.error();
    return toBoolean(*result) && (!isList || hasItem);
}

// The loop's input, its own output under its name, and the latest output of each task inside under that task's name.
Value Loop::conditionInput(Value output) const
{
    const std::string_view condition = m_loop.workflowTask->loopCondition;
    const auto names = namesIn(condition);
    const auto isSeen = [&](std::string_view name) {
        return !names || std::find(names->begin(), names->end(), name) != names->end();
    };
    Value input = resolveCompleted(m_draft, *m_loop.workflowTask, indexedTask(m_draft, m_loop), m_loop.taskId);
    const std::string_view own = m_loop.referenceTaskName;
    if (isSeen(own)) {
        if (names && usesOnlyCounters(condition, own)) {
            Value counters = Value::object();
            for (const char* key : {"iteration", "loopItem", "loopIndex"}) {
                if (const Value* found = output.find(key))
                    counters = std::move(counters).with(key, *found);
            }
            output = std::move(counters);
        }
        input = std::move(input).with(own, std::move(output));
    }
    for (const IndexedTask& indexed : m_body->all()) {
        const Text& name = indexed.task->taskReferenceName;
        if (!isSeen(name))
            continue;
        for (int i = m_loop.iteration; i > 0; --i) {
            if (const TaskRun* task = m_draft.execution().latest(iterated(name, i))) {
                input = std::move(input).with(name.view(), outputOf(*task));
                break;
            }
        }
    }
    if (isListLoop()) {
        const Value list = items();
        const auto index = static_cast<std::size_t>(m_loop.iteration - 1);
        input = std::move(input).with("loopIndex", m_loop.iteration - 1);
        if (index < list.size())
            input = std::move(input).with("loopItem", list.at(index));
    }
    return input;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/waiting.h"

#include <algorithm>
#include <map>

// A workflow played with outputs given for its tasks instead of workers, as the real server plays it.

namespace baton {
namespace {

constexpr int kMostLoops = 20'000;
constexpr int kMostDepth = 64;
constexpr std::string_view kOperators[] {"JOIN", "DO_WHILE", "SET_VARIABLE", "FORK", "INLINE", "TERMINATE", "DECISION", "DYNAMIC",
    "FORK_JOIN", "FORK_JOIN_DYNAMIC", "SWITCH", "SUB_WORKFLOW"};

using Mocks = std::map<Text, std::vector<Value>>;

bool isOperator(const TaskRun& task)
{
    return std::ranges::find(kOperators, task.taskType.view()) != std::end(kOperators);
}

// Given outputs come in turn: the last of the list is the first to be taken.
Mocks mocksOf(const Value& request)
{
    Mocks mocks;
    for (const Member& member : request["taskRefToMockOutput"].members()) {
        const auto items = member.value.items();
        mocks[Text(member.key.view())] = std::vector<Value>(items.rbegin(), items.rend());
    }
    return mocks;
}

/// One workflow, and those below it, under test.
class MockPlay {
public:
    explicit MockPlay(EmbeddedCore& core) noexcept : m_core(core) { }

    void play(const Value& request, const Text& workflowId, int depth)
    {
        Mocks mocks = mocksOf(request);
        while (!mocks.empty() && m_loops++ < kMostLoops) {
            m_core.settle();
            const ExecutionPtr execution = m_core.engine().execution(workflowId);
            if (!execution || isTerminal(execution->status) || !isServed(*execution, mocks))
                return;
            bool moved = false;
            for (const TaskPtr& task : execution->tasksBySeq()) {
                if (!isTerminal(task->status))
                    moved = playTask(request, *execution, *task, mocks, depth) || moved;
            }
            if (!moved)
                return;
        }
        m_core.settle();
    }

private:
    // Every task that waits for an answer has one given.
    static bool isServed(const Execution& execution, const Mocks& mocks)
    {
        const std::vector<TaskPtr> tasks = execution.tasksBySeq();
        return std::ranges::all_of(tasks, [&](const TaskPtr& task) {
            return isTerminal(task->status) || isOperator(*task) || mocks.contains(task->referenceTaskName);
        });
    }

    // True when something may have changed.
    bool playTask(const Value& request, const Execution& execution, const TaskRun& task, Mocks& mocks, int depth)
    {
        const Value& below = request["subWorkflowTestRequest"][task.referenceTaskName.view()];
        if (task.taskType == "SUB_WORKFLOW" && !task.subWorkflowId.empty() && below.isObject() && depth < kMostDepth)
            play(below, task.subWorkflowId, depth + 1);
        const auto mock = mocks.find(task.referenceTaskName);
        if (mock == mocks.end() || mock->second.empty() || isOperator(task)) {
            const bool had = mock != mocks.end();
            if (had)
                mocks.erase(mock);
            (void)m_core.engine().run(execution.workflowId, command::Decide {});
            return had || task.taskType == "SUB_WORKFLOW";
        }
        const Value given = std::move(mock->second.back());
        mock->second.pop_back();
        TaskResult result = resultOf(execution, task);
        result.status = taskStatusFrom(given["status"].asText("COMPLETED")).value_or(TaskStatus::Completed);
        result.outputData = result.outputData.mergedWith(given["output"].isObject() ? given["output"] : Value::object());
        (void)m_core.engine().run(execution.workflowId, command::UpdateTask {std::move(result), kNoTask});
        return true;
    }

    EmbeddedCore& m_core;
    int m_loops = 0;
};

}  // namespace

Result<ExecutionPtr> playTest(EmbeddedCore& core, const Value& request)
{
    Result<StartRequest> start = startRequestFromWire(request);
    if (!start)
        return std::move(start).error();
    // No worker polls this domain.
    const Value domains = start->taskToDomain.isObject() ? start->taskToDomain : Value::object();
    start->taskToDomain = domains.with("*", core.engine().context().ids.nextId());
    const Result<Text> id = core.start(std::move(start).value());
    if (!id)
        return id.error();
    MockPlay(core).play(request, *id, 0);
    return core.execution(*id);
}

}  // namespace baton

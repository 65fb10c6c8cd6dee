// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/proofreader.h"

#include "engine/debugger/likevalue.h"
#include "engine/value/json.h"

#include <algorithm>

namespace baton {
namespace {

Text label(const TaskRun* task)
{
    if (!task)
        return {};
    return Text(task->referenceTaskName.str() + (task->retryCount > 0 ? " #" + std::to_string(task->retryCount + 1) : ""));
}

/// Puts both lists side by side.
class ProofReader {
public:
    ProofReader(const Execution& recorded, const Execution& ours) : m_recorded(recorded), m_ours(ours)
    {
        m_like.pair(recorded.workflowId, ours.workflowId);
        m_like.ignoreTimes();
    }

    ReplayProof read()
    {
        const std::vector<TaskPtr> theirs = m_recorded.tasksBySeq();
        const std::vector<TaskPtr> mine = m_ours.tasksBySeq();
        for (std::size_t i = 0; i < std::min(theirs.size(), mine.size()); ++i) {
            m_like.pair(theirs[i]->taskId, mine[i]->taskId);
            m_like.pair(theirs[i]->subWorkflowId, mine[i]->subWorkflowId);
            for (const char* member : {"subWorkflowId", "workflowId"})
                m_like.pair(theirs[i]->outputData[member].toText(), mine[i]->outputData[member].toText());
        }
        for (std::size_t i = 0; i < std::max(theirs.size(), mine.size()) && !m_proof.mismatch; ++i) {
            const TaskRun* a = i < theirs.size() ? theirs[i].get() : nullptr;
            const TaskRun* b = i < mine.size() ? mine[i].get() : nullptr;
            compare(i, a, b);
            m_proof.tasks += m_proof.mismatch ? 0U : 1U;
        }
        const std::size_t end = m_proof.tasks;
        say(end, "workflow status", nullptr, nullptr, toText(m_recorded.status), toText(m_ours.status));
        // The output of what was terminated may be what a cancelled task had told by then.
        const bool ofCancelled = std::ranges::any_of(theirs, [](const TaskPtr& task) {
            return task->status == TaskStatus::Canceled && !task->outputData.empty();
        });
        if (isTerminal(m_recorded.status) && !ofCancelled)
            say(end, "workflow output", nullptr, nullptr, m_recorded.output, m_ours.output);
        m_proof.verdict = m_proof.mismatch ? ReplayProof::Verdict::Different : ReplayProof::Verdict::Same;
        return std::move(m_proof);
    }

private:
    void say(std::size_t index, const char* field, const TaskRun* a, const TaskRun* b, const Value& recorded, const Value& ours)
    {
        if (!m_proof.mismatch && !m_like.same(recorded, ours))
            m_proof.mismatch = ReplayProof::Mismatch {index, field, label(a), label(b), recorded, ours};
    }

    void compare(std::size_t index, const TaskRun* a, const TaskRun* b)
    {
        const auto what = [](const TaskRun* task) {
            // How often a loop went round shows in its body.
            const int iteration = task && task->taskType != "DO_WHILE" ? task->iteration : 0;
            return task ? Value::array({task->referenceTaskName, task->taskType, task->retryCount, iteration}) : Value();
        };
        say(index, "task", a, b, what(a), what(b));
        if (!a || !b)
            return;
        say(index, "input", a, b, a->inputData, b->inputData);
        // What is still open shows what a worker told meanwhile, or a join had seen: no decision of ours.
        if (!isTerminal(a->status) && !isTerminal(b->status))
            return;
        // Whether a join failed or was cancelled before it looked depends on the moment of its last look.
        if (a->taskType == "JOIN" && isTerminal(a->status) && isTerminal(b->status) && !isSuccessful(a->status) && !isSuccessful(b->status))
            return;
        say(index, "status", a, b, toText(a->status), toText(b->status));
        // What a worker had told before it was cancelled is not kept apart; the wording of a failed script is its library's.
        const bool isWording = !a->outputData["error"].isNull() && !b->outputData["error"].isNull();
        if (a->status != TaskStatus::Canceled && !isWording)
            say(index, "output", a, b, a->outputData, b->outputData);
    }

    const Execution& m_recorded;
    const Execution& m_ours;
    LikeValues m_like;
    ReplayProof m_proof;
};

}  // namespace

ReplayProof readProof(const Execution& recorded, const Execution& ours)
{
    return ProofReader(recorded, ours).read();
}

std::string interventionIn(const Execution& recorded, std::size_t index)
{
    constexpr EpochMs kNoticeable = 25;   // a decider schedules what follows at once
    if (!recorded.reRunFromWorkflowId.empty())
        return "it was rerun: the tasks before that are no longer all there";
    if (recorded.lastRetriedTime > 0)
        return "it was retried, and its record does not tell what was retried in it or in its sub-workflows";
    for (const WorkflowTask* task : allTasks(*recorded.definition)) {
        if (toJson(task->inputParameters).find("${workflow.env.") != std::string::npos)
            return "it reads the server's environment, which is not recorded";
    }
    if (!isTerminal(recorded.status) && recorded.endTime > 0)
        return "it had ended before and was set going again from outside";
    const std::vector<TaskPtr> tasks = recorded.tasksBySeq();
    EpochMs before = 0;   // how long a start takes tells nothing
    for (std::size_t i = 0; i < tasks.size() && i <= index + 1; ++i) {
        const TaskPtr& task = tasks[i];
        const EpochMs gap = task->scheduledTime - std::max(before, EpochMs {0});
        if (i > 0 && task->retryCount == 0 && task->startDelayInSeconds == 0 && gap > kNoticeable)
            return "it was set going again from outside before " + task->referenceTaskName.str() + ", which was scheduled "
                + std::to_string(gap) + " ms after everything before it had ended";
        before = std::max({before, task->endTime, task->scheduledTime, task->startTime});
    }
    return {};
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/edit.h"

#include "engine/journal/cursor.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

using Forked = Result<std::unique_ptr<Rehearsal>>;

Error noAttempt()
{
    return {ErrorCode::NotFound, "there is no such attempt at this moment", {}, {}, 0, 0, "go to a moment after it was scheduled"};
}

/// Makes the fork of one edit.
class Editor {
public:
    Editor(const Rehearsal& rehearsal, std::size_t position, const Text& workflowId)
        : m_rehearsal(rehearsal), m_position(std::min(position, rehearsal.journal().size())), m_workflowId(workflowId)
    {
    }

    Forked operator()(const edit::Input& edit)
    {
        const std::optional<std::size_t> at = lastEvent(edit.slot, [](const Event& event) { return event.kind == EventKind::TaskScheduled; });
        if (!at || !edit.value.isObject())
            return at ? Error {ErrorCode::InvalidArgument, "a task's input is an object"} : noAttempt();
        std::size_t cut = *at + 1;   // with what was scheduled in the same breath: the branches of a fork belong together
        while (cut < m_rehearsal.journal().size() && m_rehearsal.journal().event(cut).kind == EventKind::TaskScheduled
               && m_rehearsal.journal().event(cut).workflowId == m_workflowId)
            ++cut;
        return overridden(cut, command::OverrideTask {edit.slot, {{Field::InputData, edit.value}}});
    }

    Forked operator()(const edit::Output& edit)
    {
        if (!edit.value.isObject())
            return Error {ErrorCode::InvalidArgument, "a task's output is an object"};
        return afterEnd(edit.slot, {{Field::OutputData, edit.value}});
    }

    Forked operator()(const edit::Outcome& edit)
    {
        return afterEnd(edit.slot, {{Field::TaskStatus, static_cast<int>(edit.status)}, {Field::TaskReason, edit.reason}});
    }

    Forked operator()(const edit::Variables& edit)
    {
        if (!edit.value.isObject())
            return Error {ErrorCode::InvalidArgument, "the variables are an object"};
        return overridden(m_position, command::OverrideWorkflow {{{Field::Variables, edit.value}}});
    }

    Forked operator()(const edit::WorkflowInput& edit)
    {
        RehearsalSetup setup = m_rehearsal.setup();
        setup.input = edit.value;
        Forked started = Rehearsal::start(std::move(setup));
        if (started)
            (*started)->stepForward();
        return started;
    }

    Forked operator()(const edit::Clock& edit)
    {
        Forked forked = m_rehearsal.fork(m_position);
        if (!forked)
            return forked;
        (*forked)->moveTo((*forked)->journal().size());
        (*forked)->advanceClock(edit.to);
        return forked;
    }

    Forked operator()(const edit::Failure& edit)
    {
        Forked forked = inHand(edit.slot);
        if (!forked)
            return forked;
        TaskResult result = resultOf(**forked, edit.slot);
        result.status = edit.terminal ? TaskStatus::FailedWithTerminalError : TaskStatus::Failed;
        result.reasonForIncompletion = edit.reason;
        if (auto answered = (*forked)->answer(std::move(result)); !answered)
            return std::move(answered).error();
        return forked;
    }

    Forked operator()(const edit::Crash& edit)
    {
        Forked forked = inHand(edit.slot);
        if (forked)
            (*forked)->abandon(m_workflowId, edit.slot);
        return forked;
    }

    Forked operator()(const edit::Delay& edit)
    {
        Forked forked = inHand(edit.slot);
        if (forked && edit.milliseconds > 0)
            (*forked)->advanceClock((*forked)->world().now + edit.milliseconds);
        return forked;
    }

    Forked operator()(const edit::Duplicate& edit)
    {
        const std::optional<std::size_t> at = lastEvent(edit.slot, [](const Event& event) { return endsAttempt(event.kind); });
        if (!at)
            return Error {ErrorCode::Conflict, "the attempt has not ended at this moment"};
        Forked forked = m_rehearsal.fork(*at + 1);
        if (!forked)
            return forked;
        (*forked)->moveTo((*forked)->journal().size());
        const TaskRun& task = *(*forked)->world().find(m_workflowId)->task(edit.slot);
        TaskResult result = resultOf(**forked, edit.slot);
        result.status = task.status;
        result.outputData = task.outputData;
        // A server takes no notice of it, or refuses: both are an answer.
        (void)(*forked)->command(m_workflowId, command::UpdateTask {std::move(result), edit.slot});
        return forked;
    }

private:
    template <typename Fits>
    [[nodiscard]] std::optional<std::size_t> lastEvent(TaskSlot slot, const Fits& fits) const
    {
        for (std::size_t i = m_position; i-- > 0;) {
            const Event& event = m_rehearsal.journal().event(i);
            if (event.slot == slot && event.workflowId == m_workflowId && fits(event))
                return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] static TaskResult resultOf(const Rehearsal& rehearsal, TaskSlot slot, const Text& workflowId)
    {
        TaskResult result;
        const Execution* execution = rehearsal.world().find(workflowId);
        const TaskRun* task = execution ? execution->task(slot) : nullptr;
        result.taskId = task ? task->taskId : Text();
        result.workflowInstanceId = workflowId;
        result.workerId = task ? task->workerId : Text();
        return result;
    }

    [[nodiscard]] TaskResult resultOf(const Rehearsal& rehearsal, TaskSlot slot) const
    {
        return resultOf(rehearsal, slot, m_workflowId);
    }

    // A fork in which a worker has the attempt in hand.
    [[nodiscard]] Forked inHand(TaskSlot slot) const
    {
        std::optional<std::size_t> at = lastEvent(slot, [](const Event& event) { return event.kind == EventKind::TaskStarted; });
        if (!at)
            at = lastEvent(slot, [](const Event& event) { return event.kind == EventKind::TaskScheduled; });
        if (!at)
            return noAttempt();
        Forked forked = m_rehearsal.fork(*at + 1);
        if (forked)
            (*forked)->moveTo((*forked)->journal().size());
        return forked;
    }

    [[nodiscard]] Forked afterEnd(TaskSlot slot, std::vector<FieldChange> changes) const
    {
        const std::optional<std::size_t> at = lastEvent(slot, [](const Event& event) { return endsAttempt(event.kind); });
        if (!at) {
            return Error {ErrorCode::Conflict, "the attempt has not ended at this moment", {}, {}, 0, 0,
                          "answer it instead, or go to a moment after its end"};
        }
        return overridden(*at + 1, command::OverrideTask {slot, std::move(changes)});
    }

    [[nodiscard]] Forked overridden(std::size_t cut, const Command& command) const
    {
        Forked forked = m_rehearsal.forkExactly(cut);
        if (!forked)
            return forked;
        for (const Command& one : {command, Command(command::Decide {})}) {
            (*forked)->moveTo((*forked)->journal().size());
            if (auto done = (*forked)->command(m_workflowId, one); !done)
                return std::move(done).error();
        }
        (*forked)->moveTo(cut + 1);
        return forked;
    }

    const Rehearsal& m_rehearsal;
    std::size_t m_position;
    Text m_workflowId;
};

struct Describer {
    const Execution* execution;

    [[nodiscard]] std::string of(const char* what, TaskSlot slot) const
    {
        const TaskRun* task = execution ? execution->task(slot) : nullptr;
        return std::string(what) + (task ? task->referenceTaskName.str() : std::to_string(slot));
    }
    std::string operator()(const edit::Input& edit) const { return of("input of ", edit.slot); }
    std::string operator()(const edit::Output& edit) const { return of("output of ", edit.slot); }
    std::string operator()(const edit::Outcome& edit) const { return of("status of ", edit.slot); }
    std::string operator()(const edit::Variables&) const { return "variables"; }
    std::string operator()(const edit::WorkflowInput&) const { return "workflow input"; }
    std::string operator()(const edit::Clock&) const { return "clock"; }
    std::string operator()(const edit::Failure& edit) const { return of("failure of ", edit.slot); }
    std::string operator()(const edit::Crash& edit) const { return of("crash in ", edit.slot); }
    std::string operator()(const edit::Delay& edit) const { return of("delay of ", edit.slot); }
    std::string operator()(const edit::Duplicate& edit) const { return of("second answer of ", edit.slot); }
};

}  // namespace

Result<std::unique_ptr<Rehearsal>> withEdit(const Rehearsal& rehearsal, std::size_t position, const Text& workflowId, const Edit& edit)
{
    return std::visit(Editor(rehearsal, position, workflowId), edit);
}

std::string describe(const Edit& edit, const Execution* execution)
{
    return std::visit(Describer {execution}, edit);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/statuslook.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

StatusLook lookOfNothing()
{
    return {Tone::Neutral, u"status-none"_s};
}

StatusLook lookOf(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Scheduled: return {Tone::Neutral, u"status-scheduled"_s};
    case TaskStatus::InProgress: return {Tone::Active, u"status-in-progress"_s};
    case TaskStatus::Completed: return {Tone::Success, u"status-completed"_s};
    case TaskStatus::CompletedWithErrors: return {Tone::Warning, u"status-completed-with-errors"_s};
    case TaskStatus::Failed: return {Tone::Danger, u"status-failed"_s};
    case TaskStatus::FailedWithTerminalError: return {Tone::Danger, u"status-failed-terminal"_s};
    case TaskStatus::TimedOut: return {Tone::Warning, u"status-timed-out"_s};
    case TaskStatus::Canceled: return {Tone::Neutral, u"status-canceled"_s};
    case TaskStatus::Skipped: return {Tone::Skipped, u"status-skipped"_s};
    }
    return lookOfNothing();
}

StatusLook lookOf(WorkflowStatus status)
{
    switch (status) {
    case WorkflowStatus::Running: return {Tone::Active, u"status-running"_s};
    case WorkflowStatus::Completed: return {Tone::Success, u"status-completed"_s};
    case WorkflowStatus::Failed: return {Tone::Danger, u"status-failed"_s};
    case WorkflowStatus::TimedOut: return {Tone::Warning, u"status-timed-out"_s};
    case WorkflowStatus::Terminated: return {Tone::Danger, u"status-terminated"_s};
    case WorkflowStatus::Paused: return {Tone::Warning, u"status-paused"_s};
    }
    return lookOfNothing();
}

StatusLook lookOf(EventKind kind)
{
    switch (kind) {
    case EventKind::WorkflowStarted:
    case EventKind::WorkflowResumed: return {Tone::Accent, u"event-started"_s};
    case EventKind::WorkflowPaused: return lookOf(WorkflowStatus::Paused);
    case EventKind::WorkflowCompleted: return lookOf(WorkflowStatus::Completed);
    case EventKind::WorkflowFailed: return lookOf(WorkflowStatus::Failed);
    case EventKind::WorkflowTimedOut: return lookOf(WorkflowStatus::TimedOut);
    case EventKind::WorkflowTerminated: return lookOf(WorkflowStatus::Terminated);
    case EventKind::WorkflowRetried:
    case EventKind::WorkflowRerun:
    case EventKind::WorkflowRestarted:
    case EventKind::WorkflowRevived:
    case EventKind::TaskRetried:
    case EventKind::TaskReset: return {Tone::Warning, u"event-retry"_s};
    case EventKind::VariablesSet: return {Tone::Accent, u"variables"_s};
    case EventKind::TaskScheduled: return lookOf(TaskStatus::Scheduled);
    case EventKind::TaskStarted:
    case EventKind::TaskProgressed: return lookOf(TaskStatus::InProgress);
    case EventKind::TaskCompleted: return lookOf(TaskStatus::Completed);
    case EventKind::TaskFailed: return lookOf(TaskStatus::Failed);
    case EventKind::TaskTimedOut: return lookOf(TaskStatus::TimedOut);
    case EventKind::TaskCanceled: return lookOf(TaskStatus::Canceled);
    case EventKind::TaskSkipped: return lookOf(TaskStatus::Skipped);
    case EventKind::ClockAdvanced: return {Tone::Accent, u"virtual-clock"_s};
    case EventKind::WorkflowChanged:
    case EventKind::WorkflowRemoved:
    case EventKind::TaskExecuted:
    case EventKind::TaskChanged:
    case EventKind::TaskRemoved:
    case EventKind::TaskLogged: break;
    }
    return {Tone::Neutral, u"event-note"_s};
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/words.h"

#include <QDateTime>
#include <QLocale>

namespace baton::ui {

using namespace Qt::StringLiterals;

QString Words::of(TaskStatus status)
{
    switch (status) {
    case TaskStatus::Scheduled: return tr("Scheduled");
    case TaskStatus::InProgress: return tr("In progress");
    case TaskStatus::Completed: return tr("Completed");
    case TaskStatus::CompletedWithErrors: return tr("Completed with errors");
    case TaskStatus::Failed: return tr("Failed");
    case TaskStatus::FailedWithTerminalError: return tr("Failed for good");
    case TaskStatus::TimedOut: return tr("Timed out");
    case TaskStatus::Canceled: return tr("Canceled");
    case TaskStatus::Skipped: return tr("Skipped");
    }
    return tr("Unknown status");
}

QString Words::of(WorkflowStatus status)
{
    switch (status) {
    case WorkflowStatus::Running: return tr("Running");
    case WorkflowStatus::Completed: return tr("Completed");
    case WorkflowStatus::Failed: return tr("Failed");
    case WorkflowStatus::TimedOut: return tr("Timed out");
    case WorkflowStatus::Terminated: return tr("Terminated");
    case WorkflowStatus::Paused: return tr("Paused");
    }
    return tr("Unknown status");
}

QString Words::of(EventKind kind)
{
    switch (kind) {
    case EventKind::WorkflowStarted: return tr("Workflow started");
    case EventKind::WorkflowPaused: return tr("Workflow paused");
    case EventKind::WorkflowResumed: return tr("Workflow resumed");
    case EventKind::WorkflowCompleted: return tr("Workflow completed");
    case EventKind::WorkflowFailed: return tr("Workflow failed");
    case EventKind::WorkflowTimedOut: return tr("Workflow timed out");
    case EventKind::WorkflowTerminated: return tr("Workflow terminated");
    case EventKind::WorkflowRetried: return tr("Workflow retried");
    case EventKind::WorkflowRerun: return tr("Workflow rerun");
    case EventKind::WorkflowRestarted: return tr("Workflow restarted");
    case EventKind::WorkflowRevived: return tr("Workflow revived by a sub-workflow");
    case EventKind::WorkflowChanged: return tr("Workflow updated");
    case EventKind::WorkflowRemoved: return tr("Workflow removed");
    case EventKind::VariablesSet: return tr("Variables set");
    case EventKind::TaskScheduled: return tr("Task scheduled");
    case EventKind::TaskStarted: return tr("Task started");
    case EventKind::TaskProgressed: return tr("Task in progress");
    case EventKind::TaskCompleted: return tr("Task completed");
    case EventKind::TaskFailed: return tr("Task failed");
    case EventKind::TaskTimedOut: return tr("Task timed out");
    case EventKind::TaskCanceled: return tr("Task canceled");
    case EventKind::TaskSkipped: return tr("Task skipped");
    case EventKind::TaskRetried: return tr("Attempt superseded by a retry");
    case EventKind::TaskExecuted: return tr("Successors mapped");
    case EventKind::TaskReset: return tr("Task put back");
    case EventKind::TaskChanged: return tr("Task updated");
    case EventKind::TaskRemoved: return tr("Task removed");
    case EventKind::ClockAdvanced: return tr("Clock advanced");
    case EventKind::TaskLogged: return tr("Task wrote a log line");
    }
    return tr("Unknown event");
}

QString Words::of(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added: return tr("Added");
    case ChangeKind::Removed: return tr("Removed");
    case ChangeKind::Replaced: return tr("Changed");
    }
    return {};
}

QString Words::of(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument: return tr("This breaks a rule of the workflow language");
    case ErrorCode::ParseError: return tr("This file could not be understood");
    case ErrorCode::NotFound: return tr("This was not found");
    case ErrorCode::Conflict: return tr("This is not possible in the present state");
    case ErrorCode::Unsupported: return tr("This is not supported");
    case ErrorCode::Timeout: return tr("This took too long");
    case ErrorCode::Unavailable: return tr("This is not available right now");
    case ErrorCode::IoError: return tr("This could not be read or written");
    case ErrorCode::Cancelled: return tr("This was cancelled");
    case ErrorCode::Internal: return tr("Something went wrong inside the program");
    }
    return {};
}

QString Words::of(Value::Type type)
{
    switch (type) {
    case Value::Type::Null: return tr("null");
    case Value::Type::Bool: return tr("true/false");
    case Value::Type::Integer: return tr("integer");
    case Value::Type::Decimal: return tr("decimal");
    case Value::Type::Text: return tr("text");
    case Value::Type::Array: return tr("list");
    case Value::Type::Object: return tr("object");
    }
    return {};
}

QString Words::of(Field field)
{
    switch (field) {
    case Field::TaskStatus:
    case Field::WorkflowStatus: return tr("Status");
    case Field::InputData:
    case Field::Input: return tr("Input");
    case Field::OutputData:
    case Field::Output: return tr("Output");
    case Field::Variables: return tr("Variables");
    case Field::TaskReason:
    case Field::WorkflowReason: return tr("Reason");
    case Field::RetryCount: return tr("Retries");
    case Field::Iteration: return tr("Iteration");
    case Field::StartTime: return tr("Started");
    case Field::TaskEndTime:
    case Field::WorkflowEndTime: return tr("Ended");
    case Field::ScheduledTime: return tr("Scheduled");
    case Field::CallbackAfterSeconds: return tr("Call back after (s)");
    case Field::WorkerId: return tr("Worker");
    case Field::PollCount: return tr("Polls");
    case Field::SubWorkflowId: return tr("Sub-workflow");
    default: return toQString(fieldName(field));
    }
}

QString Words::duration(std::int64_t ms)
{
    const QLocale locale;
    const auto two = [](std::int64_t number) { return u"%1"_s.arg(number, 2, 10, QLatin1Char('0')); };
    if (ms < 0)
        return u"\u2212"_s + duration(ms == INT64_MIN ? INT64_MAX : -ms);
    if (ms < 1000)
        return tr("%1 ms").arg(ms);
    if (ms < 60'000)
        return tr("%1 s").arg(locale.toString(static_cast<double>(ms) / 1000.0, 'f', ms % 1000 == 0 ? 0 : (ms < 10'000 ? 2 : 1)));
    if (ms < 3'600'000)
        return tr("%1 min %2 s").arg(ms / 60'000).arg(two(ms / 1000 % 60));
    if (ms < 86'400'000)
        return tr("%1 h %2 min").arg(ms / 3'600'000).arg(two(ms / 60'000 % 60));
    return tr("%1 d %2 h").arg(locale.toString(static_cast<qlonglong>(ms / 86'400'000))).arg(ms / 3'600'000 % 24);
}

QString Words::clock(EpochMs at)
{
    return at == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(at).toString(u"HH:mm:ss.zzz"_s);
}

QString Words::moment(EpochMs at)
{
    if (at == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' + clock(at);
}

QString Words::since(EpochMs start, EpochMs at)
{
    const EpochMs ms = at - start;
    if (ms < 0 || ms < 60'000)
        return ms < 0 ? duration(ms) : u'+' + duration(ms);
    const QTime time = QTime::fromMSecsSinceStartOfDay(static_cast<int>(ms % 86'400'000));
    if (ms < 3'600'000)
        return u'+' + time.toString(u"m:ss"_s);
    if (ms < 86'400'000)
        return u'+' + time.toString(u"h:mm:ss"_s);
    return tr("+%1 d %2", "days and hours since the start").arg(QLocale().toString(static_cast<qlonglong>(ms / 86'400'000)), time.toString(u"hh:mm"_s));
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string toUtf8(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

}  // namespace baton::ui

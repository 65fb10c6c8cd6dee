// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/trace.h"

#include "engine/value/json.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iomanip>
#include <ostream>
#include <string>

namespace baton::cli {

namespace {

constexpr std::size_t kFactWidth = 96;

std::string_view words(EventKind kind)
{
    switch (kind) {
    case EventKind::WorkflowStarted: return "workflow started";
    case EventKind::WorkflowPaused: return "workflow paused";
    case EventKind::WorkflowResumed: return "workflow resumed";
    case EventKind::WorkflowCompleted: return "workflow completed";
    case EventKind::WorkflowFailed: return "workflow failed";
    case EventKind::WorkflowTimedOut: return "workflow timed out";
    case EventKind::WorkflowTerminated: return "workflow terminated";
    case EventKind::VariablesSet: return "variables set";
    case EventKind::TaskScheduled: return "scheduled";
    case EventKind::TaskStarted: return "started";
    case EventKind::TaskProgressed: return "in progress";
    case EventKind::TaskCompleted: return "completed";
    case EventKind::TaskFailed: return "failed";
    case EventKind::TaskTimedOut: return "timed out";
    case EventKind::TaskCanceled: return "cancelled";
    case EventKind::TaskSkipped: return "skipped";
    case EventKind::TaskReset: return "put back";
    case EventKind::TaskRemoved: return "removed";
    case EventKind::ClockAdvanced: return "clock moved";
    default: return toText(kind);
    }
}

std::string sinceStart(EpochMs at, EpochMs start)
{
    const auto ms = std::max<EpochMs>(0, at - start);
    std::array<char, 40> text {};
    std::snprintf(text.data(), text.size(), "%02lld:%02lld:%02lld.%03lld", static_cast<long long>(ms / 3600000),
                  static_cast<long long>(ms / 60000 % 60), static_cast<long long>(ms / 1000 % 60), static_cast<long long>(ms % 1000));
    return text.data();
}

/// Cuts at a whole character.
std::string shortened(std::string text)
{
    if (text.size() <= kFactWidth)
        return text;
    std::size_t end = kFactWidth - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "...";
}

/// The members of an object that say most in a line: scalars first, in their order.
std::string brief(const Value& value)
{
    std::string line;
    for (const Member& member : value.members()) {
        if (member.value.isObject() || member.value.isArray() || member.value.isNull())
            continue;
        line += (line.empty() ? "" : "  ") + member.key.str() + "=" + (member.value.isText() ? std::string(member.value.asText()) : toJson(member.value));
    }
    return line.empty() && !value.empty() ? toJson(value) : line;
}

std::string fact(const Event& event, const TaskRun* task)
{
    for (const FieldChange& change : event.changes)
        if ((change.field == Field::TaskReason || change.field == Field::WorkflowReason) && !change.value.asText().empty())
            return std::string(change.value.asText());
    for (const FieldChange& change : event.changes)
        if ((change.field == Field::OutputData || change.field == Field::Output || change.field == Field::Variables) && !change.value.empty())
            return brief(change.value);
    if (event.kind == EventKind::TaskScheduled && task != nullptr)
        return brief(task->inputData);
    if (event.kind == EventKind::WorkflowStarted && event.started)
        return brief(event.started->input);
    return event.detail.isNull() ? std::string() : brief(event.detail);
}

void printLine(std::ostream& out, std::size_t number, const std::string& time, std::string_view task, std::string_view what, const std::string& fact)
{
    out << std::right << std::setw(5) << number << "  " << time << "  " << std::left << std::setw(32) << task << "  " << std::setw(19)
        << what << "  " << fact << '\n';
}

}  // namespace

void printTrace(std::ostream& out, const Rehearsal& rehearsal)
{
    const Journal& journal = rehearsal.journal();
    const EpochMs start = journal.size() > 0 ? journal.event(0).at : 0;
    out << " step  time          " << std::left << std::setw(32) << "task" << "  " << std::setw(19) << "what happened" << "  result\n"
        << std::string(5, '-') << "  " << std::string(12, '-') << "  " << std::string(32, '-') << "  " << std::string(19, '-') << "  "
        << std::string(40, '-') << '\n';
    World world;
    for (std::size_t i = 0; i < journal.size(); ++i) {
        const Event& event = journal.event(i);
        apply(world, event);
        if (isBookkeeping(event.kind))
            continue;
        const Execution* execution = world.find(event.workflowId);
        const TaskRun* task = execution != nullptr && event.slot != kNoTask ? execution->task(event.slot) : event.task.get();
        std::string name = task != nullptr ? task->referenceTaskName.str() : execution != nullptr && execution->definition ? execution->definition->name.str() : "";
        if (task != nullptr && task->retryCount > 0)
            name += " #" + std::to_string(task->retryCount + 1);
        if (event.workflowId != rehearsal.mainWorkflowId())
            name.insert(0, "  ");
        printLine(out, i + 1, sinceStart(event.at, start), name, words(event.kind), shortened(fact(event, task)));
    }
}

void printSummary(std::ostream& out, const Rehearsal& rehearsal)
{
    const Execution* execution = rehearsal.world().find(rehearsal.mainWorkflowId());
    if (execution == nullptr)
        return;
    out << "status: " << toText(execution->status) << '\n';
    if (!execution->reasonForIncompletion.empty())
        out << "reason: " << execution->reasonForIncompletion.view() << '\n';
    for (const TaskPtr& task : execution->tasksBySeq())
        if (!isTerminal(task->status) && !isTerminal(execution->status))
            out << "waits for: " << task->referenceTaskName.view() << " (" << task->taskType.view() << ", " << toText(task->status) << ")\n";
    out << "output: " << toPrettyJson(execution->output) << '\n';
}

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/event.h"

#include <array>

namespace baton {
namespace {

using namespace std::string_view_literals;

// In the order of EventKind.
constexpr std::array kNames {
    "WorkflowStarted"sv, "WorkflowPaused"sv,  "WorkflowResumed"sv,    "WorkflowCompleted"sv, "WorkflowFailed"sv,
    "WorkflowTimedOut"sv, "WorkflowTerminated"sv, "WorkflowRetried"sv, "WorkflowRerun"sv,    "WorkflowRestarted"sv,
    "WorkflowRevived"sv, "WorkflowChanged"sv, "WorkflowRemoved"sv,    "VariablesSet"sv,      "TaskScheduled"sv,
    "TaskStarted"sv,     "TaskProgressed"sv,  "TaskCompleted"sv,      "TaskFailed"sv,        "TaskTimedOut"sv,
    "TaskCanceled"sv,    "TaskSkipped"sv,     "TaskRetried"sv,        "TaskExecuted"sv,      "TaskReset"sv,
    "TaskChanged"sv,     "TaskRemoved"sv,     "ClockAdvanced"sv,      "TaskLogged"sv,
};
static_assert(kNames.size() == static_cast<std::size_t>(EventKind::TaskLogged) + 1);

}  // namespace

std::string_view toText(EventKind kind) noexcept
{
    const auto index = static_cast<std::size_t>(kind);
    return index < kNames.size() ? kNames[index] : std::string_view {};
}

std::optional<EventKind> eventKindFrom(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == text)
            return static_cast<EventKind>(i);
    }
    return std::nullopt;
}

bool isBookkeeping(EventKind kind) noexcept
{
    return kind == EventKind::WorkflowChanged || kind == EventKind::TaskRetried || kind == EventKind::TaskExecuted
        || kind == EventKind::TaskChanged;
}

bool isTaskEvent(EventKind kind) noexcept
{
    return kind == EventKind::TaskLogged || (kind >= EventKind::TaskScheduled && kind <= EventKind::TaskRemoved);
}

}  // namespace baton

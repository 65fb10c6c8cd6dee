// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/enums.h"

#include <array>
#include <cstddef>

namespace baton {
namespace {

using namespace std::string_view_literals;

// In the order of the enumerations.
constexpr std::array kWorkflowStatuses {"RUNNING"sv, "COMPLETED"sv, "FAILED"sv, "TIMED_OUT"sv, "TERMINATED"sv, "PAUSED"sv};
constexpr std::array kTaskStatuses {"SCHEDULED"sv, "IN_PROGRESS"sv, "COMPLETED"sv, "COMPLETED_WITH_ERRORS"sv, "FAILED"sv,
                                    "FAILED_WITH_TERMINAL_ERROR"sv, "TIMED_OUT"sv, "CANCELED"sv, "SKIPPED"sv};
constexpr std::array kRetryLogics {"FIXED"sv, "LINEAR_BACKOFF"sv, "EXPONENTIAL_BACKOFF"sv};
constexpr std::array kTaskTimeoutPolicies {"RETRY"sv, "TIME_OUT_WF"sv, "ALERT_ONLY"sv};
constexpr std::array kWorkflowTimeoutPolicies {"TIME_OUT_WF"sv, "ALERT_ONLY"sv};
constexpr std::array kJoinModes {"ASYNC"sv, "SYNC"sv};

template <std::size_t N, typename Enum>
std::string_view nameIn(const std::array<std::string_view, N>& names, Enum value) noexcept
{
    const auto index = static_cast<std::size_t>(value);
    return index < N ? names[index] : std::string_view {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const std::array<std::string_view, N>& names, std::string_view text) noexcept
{
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == text)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace

std::string_view toText(WorkflowStatus status) noexcept { return nameIn(kWorkflowStatuses, status); }
std::string_view toText(TaskStatus status) noexcept { return nameIn(kTaskStatuses, status); }
std::string_view toText(RetryLogic logic) noexcept { return nameIn(kRetryLogics, logic); }
std::string_view toText(TaskTimeoutPolicy policy) noexcept { return nameIn(kTaskTimeoutPolicies, policy); }
std::string_view toText(WorkflowTimeoutPolicy policy) noexcept { return nameIn(kWorkflowTimeoutPolicies, policy); }
std::string_view toText(JoinMode mode) noexcept { return nameIn(kJoinModes, mode); }

std::optional<WorkflowStatus> workflowStatusFrom(std::string_view text) noexcept
{
    return valueIn<WorkflowStatus>(kWorkflowStatuses, text);
}

std::optional<TaskStatus> taskStatusFrom(std::string_view text) noexcept
{
    return valueIn<TaskStatus>(kTaskStatuses, text);
}

std::optional<RetryLogic> retryLogicFrom(std::string_view text) noexcept
{
    return valueIn<RetryLogic>(kRetryLogics, text);
}

std::optional<TaskTimeoutPolicy> taskTimeoutPolicyFrom(std::string_view text) noexcept
{
    return valueIn<TaskTimeoutPolicy>(kTaskTimeoutPolicies, text);
}

std::optional<WorkflowTimeoutPolicy> workflowTimeoutPolicyFrom(std::string_view text) noexcept
{
    return valueIn<WorkflowTimeoutPolicy>(kWorkflowTimeoutPolicies, text);
}

std::optional<JoinMode> joinModeFrom(std::string_view text) noexcept
{
    return valueIn<JoinMode>(kJoinModes, text);
}

bool isTerminal(WorkflowStatus status) noexcept
{
    return status != WorkflowStatus::Running && status != WorkflowStatus::Paused;
}

bool isSuccessful(WorkflowStatus status) noexcept
{
    return status == WorkflowStatus::Completed || status == WorkflowStatus::Paused;
}

bool isTerminal(TaskStatus status) noexcept
{
    return status != TaskStatus::Scheduled && status != TaskStatus::InProgress;
}

bool isSuccessful(TaskStatus status) noexcept
{
    switch (status) {
    case TaskStatus::Scheduled:
    case TaskStatus::InProgress:
    case TaskStatus::Completed:
    case TaskStatus::CompletedWithErrors:
    case TaskStatus::Skipped:
        return true;
    case TaskStatus::Failed:
    case TaskStatus::FailedWithTerminalError:
    case TaskStatus::TimedOut:
    case TaskStatus::Canceled:
        return false;
    }
    return false;
}

bool isRetriable(TaskStatus status) noexcept
{
    return status != TaskStatus::FailedWithTerminalError && status != TaskStatus::Canceled && status != TaskStatus::Skipped;
}

}  // namespace baton

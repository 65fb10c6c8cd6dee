// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace baton {

// Enumerations as Conductor spells them. toText gives the wire spelling; the from-text functions know only that.

enum class WorkflowStatus : std::uint8_t { Running, Completed, Failed, TimedOut, Terminated, Paused };
enum class TaskStatus : std::uint8_t {
    Scheduled, InProgress, Completed, CompletedWithErrors, Failed, FailedWithTerminalError, TimedOut, Canceled, Skipped
};
enum class RetryLogic : std::uint8_t { Fixed, LinearBackoff, ExponentialBackoff };
enum class TaskTimeoutPolicy : std::uint8_t { Retry, TimeOutWorkflow, AlertOnly };
enum class WorkflowTimeoutPolicy : std::uint8_t { TimeOutWorkflow, AlertOnly };
enum class JoinMode : std::uint8_t { Async, Sync };

[[nodiscard]] std::string_view toText(WorkflowStatus status) noexcept;
[[nodiscard]] std::string_view toText(TaskStatus status) noexcept;
[[nodiscard]] std::string_view toText(RetryLogic logic) noexcept;
[[nodiscard]] std::string_view toText(TaskTimeoutPolicy policy) noexcept;
[[nodiscard]] std::string_view toText(WorkflowTimeoutPolicy policy) noexcept;
[[nodiscard]] std::string_view toText(JoinMode mode) noexcept;

[[nodiscard]] std::optional<WorkflowStatus> workflowStatusFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<TaskStatus> taskStatusFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<RetryLogic> retryLogicFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<TaskTimeoutPolicy> taskTimeoutPolicyFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<WorkflowTimeoutPolicy> workflowTimeoutPolicyFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<JoinMode> joinModeFrom(std::string_view text) noexcept;

[[nodiscard]] bool isTerminal(WorkflowStatus status) noexcept;
[[nodiscard]] bool isSuccessful(WorkflowStatus status) noexcept;   // COMPLETED, PAUSED
[[nodiscard]] bool isTerminal(TaskStatus status) noexcept;         // all but SCHEDULED, IN_PROGRESS
[[nodiscard]] bool isSuccessful(TaskStatus status) noexcept;       // as the real server's table has it
[[nodiscard]] bool isRetriable(TaskStatus status) noexcept;

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/task/taskhandler.h"

namespace baton::tasks {

inline constexpr std::string_view kInvalidApplication = "UW_001";
inline constexpr std::string_view kCreditCheckFailed = "UW_002";
inline constexpr std::string_view kIncomeVerificationFailed = "UW_003";
inline constexpr std::string_view kRiskAssessmentFailed = "UW_004";
inline constexpr std::string_view kPolicyViolation = "UW_005";
inline constexpr std::string_view kManualReviewRequired = "UW_006";
inline constexpr std::string_view kExternalServiceError = "UW_007";
inline constexpr std::string_view kInsufficientData = "UW_008";
inline constexpr std::string_view kDecisionEngineError = "UW_009";
inline constexpr std::string_view kWorkflowError = "UW_010";

/// A failure no retry mends. The field's name is in the details.
[[nodiscard]] TaskOutput refused(std::string_view code, std::string message, std::string_view field = {});

/// A provider's error: Unavailable and Timeout are UW_007 and retried; InvalidArgument is `wrong` and retried, for the next
/// answer may be right; NotFound is `unknown` and terminal.
[[nodiscard]] TaskOutput failedBy(const Error& error, std::string_view wrong, std::string_view unknown);

}  // namespace baton::tasks

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace baton::tasks {

/// Where a loan application stands. Every decision of underwriting is a state of the same name.
enum class ApplicationState : std::uint8_t {
    Draft, Submitted, UnderReview, ManualReview, ProcessingError, Approved, ConditionalApproval, CounterOffer, Denied,
    OfferAccepted, Funded, Withdrawn, Expired
};
inline constexpr int kApplicationStateCount = 13;

[[nodiscard]] std::string_view toText(ApplicationState state) noexcept;    // draft submitted under_review ...
[[nodiscard]] std::optional<ApplicationState> applicationStateFrom(std::string_view text) noexcept;

/// Whether an application may go from one state to the other. Staying where it is always may: a repeated update is harmless.
[[nodiscard]] bool isLegalTransition(ApplicationState from, ApplicationState to) noexcept;

[[nodiscard]] std::vector<ApplicationState> nextStates(ApplicationState from);

}  // namespace baton::tasks

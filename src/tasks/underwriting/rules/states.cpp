// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/states.h"

#include "tasks/underwriting/words.h"

namespace baton::tasks {

namespace {

using State = ApplicationState;

constexpr Words<State, kApplicationStateCount> kStates {{"draft", "submitted", "under_review", "manual_review",
    "processing_error", "approved", "conditional_approval", "counter_offer", "denied", "offer_accepted", "funded", "withdrawn",
    "expired"}};

template <typename... States>
constexpr std::uint32_t setOf(States... states)
{
    return ((1U << static_cast<unsigned>(states)) | ... | 0U);
}

constexpr std::uint32_t kDecisions
    = setOf(State::Approved, State::ConditionalApproval, State::CounterOffer, State::Denied, State::ManualReview);

constexpr std::uint32_t nextOf(State from)
{
    switch (from) {
    case State::Draft: return setOf(State::Submitted, State::Withdrawn);
    case State::Submitted:
        return kDecisions | setOf(State::UnderReview, State::ProcessingError, State::Withdrawn);
    case State::UnderReview: return kDecisions | setOf(State::ProcessingError, State::Withdrawn);
    case State::ManualReview:
        return kDecisions | setOf(State::UnderReview, State::ProcessingError, State::Withdrawn);
    case State::ProcessingError: return setOf(State::UnderReview, State::ManualReview, State::Withdrawn);
    case State::Approved:
        return setOf(State::OfferAccepted, State::ManualReview, State::Expired, State::Withdrawn);
    case State::ConditionalApproval:
        return kDecisions | setOf(State::OfferAccepted, State::Expired, State::Withdrawn);
    case State::CounterOffer: return kDecisions | setOf(State::OfferAccepted, State::Expired, State::Withdrawn);
    case State::Denied: return setOf(State::UnderReview);   // a request to look again
    case State::OfferAccepted: return setOf(State::Funded, State::ManualReview, State::Withdrawn);
    case State::Expired: return setOf(State::Submitted);
    case State::Funded:
    case State::Withdrawn: break;
    }
    return 0;
}

}  // namespace

std::string_view toText(ApplicationState state) noexcept
{
    return kStates.text(state);
}

std::optional<ApplicationState> applicationStateFrom(std::string_view text) noexcept
{
    return kStates.from(text);
}

bool isLegalTransition(ApplicationState from, ApplicationState to) noexcept
{
    return from == to || (nextOf(from) & setOf(to)) != 0;
}

std::vector<ApplicationState> nextStates(ApplicationState from)
{
    std::vector<ApplicationState> states;
    for (int i = 0; i < kApplicationStateCount; ++i) {
        const auto state = static_cast<ApplicationState>(i);
        if (state != from && isLegalTransition(from, state))
            states.push_back(state);
    }
    return states;
}

}  // namespace baton::tasks

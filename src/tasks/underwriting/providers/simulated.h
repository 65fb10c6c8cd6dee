// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/providers/provider.h"

namespace baton::tasks {

/// What a user can have go wrong with a provider. Rates are 0..1 of the applications; the same ones every time.
struct Faults {
    double slowRate = 0;
    std::chrono::seconds slowness {30};
    double downRate = 0;
    int downAttempts = 1;        // attempts of a task that find it down; then it answers. 0: it stays down
    double wrongRate = 0;        // answers that make no sense: a score of 9999, a negative income
    double unknownRate = 0;      // nothing is known under the id

    [[nodiscard]] bool any() const noexcept { return slowRate > 0 || downRate > 0 || wrongRate > 0 || unknownRate > 0; }
};

struct SimulationSettings {
    std::uint64_t seed = 1;      // another seed gives every application another file
    Faults applications, bureau, income, model, engine, notifier, states;
};

/// Providers that draw plausible files: scores, incomes, debts and verifications hang together, and the same application id
/// always gets the same ones, on every machine. Every id is known. The model and the decision engine are absent; states are
/// given by nobody and every change is accepted; a message goes nowhere but gets an id.
[[nodiscard]] Providers simulatedProviders(const SimulationSettings& settings = {});

/// The same providers with the faults of the settings before them. Those without faults are handed on as they are.
[[nodiscard]] Providers withFaults(Providers providers, const SimulationSettings& settings);

}  // namespace baton::tasks

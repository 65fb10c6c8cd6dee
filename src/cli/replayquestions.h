// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/replayimpact.h"

#include <iosfwd>

namespace baton::cli {

/// Which changed parameter how many of the flips from the first to the last policy go back to.
[[nodiscard]] Status writeAttribution(std::ostream& out, const Casebook& casebook, const std::vector<PolicyText>& policies, const ReplayPlan& plan, const OutcomeTable& table);

/// The portfolio under the first policy with one parameter at several values. `spec` is PATH=FROM:TO or PATH=FROM:TO:POINTS (9);
/// a second one makes it two-way. Errors: a spec that is none, a path that is no number of the policy.
[[nodiscard]] Status writeSweep(std::ostream& out, const Casebook& casebook, const PolicyText& policy, const ReplayPlan& plan, const OutcomeTable& table, const std::vector<std::string>& specs);

/// What would have to change in a row's facts (from 1) for the last policy to approve it, each proven by a run.
[[nodiscard]] Status writeCounterfactuals(std::ostream& out, const ReplayPlan& plan, std::int64_t row);

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/replaysetup.h"
#include "engine/replay/analysis/counterfactual.h"
#include "engine/replay/analysis/whatif.h"

namespace baton::cli {

/// Makes variants of a policy with parameters changed; the casebook's workflow decides.
[[nodiscard]] VariantMaker variantMaker(const Casebook& casebook, const PolicyText& policy);

/// Which rows a change of one parameter can touch, for the parameters whose reach can be told from the outcomes: limits of score,
/// debt and amount, bounds of the risk levels. Every other parameter may touch every row.
[[nodiscard]] ImpactFinder underwritingImpact();

/// The facts an applicant (or an underwriter) could change: debts, income, the amount, the term and the credit score.
[[nodiscard]] std::vector<Lever> underwritingLevers();

/// What leads from one policy to the other, as parameters of the first to change; lists that differ in length change whole.
[[nodiscard]] Result<std::vector<ParameterValue>> changesBetween(const PolicyText& before, const PolicyText& after);

/// The value a policy has at a path; null when there is none.
[[nodiscard]] Result<Value> parameterOf(const PolicyText& policy, const std::string& path);

}  // namespace baton::cli

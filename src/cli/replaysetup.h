// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/casebook.h"
#include "engine/replay/plan.h"

namespace baton::cli {

/// How a replay is to be made from a casebook.
struct ReplayRequest {
    std::vector<std::string> policies;           // PolicyText::id, "standard", or a file each; empty: the casebook's first two
    std::vector<std::uint32_t> rows;             // of the data set, ascending; empty: all
    std::vector<StandingAnswer> answers;
    unsigned threads = 0;
    std::uint64_t seed = 1;
};

/// The plan, ready for BatchReplay::make. Errors name the policy or file that is wrong.
[[nodiscard]] Result<ReplayPlan> prepareReplay(const Casebook& casebook, const ReplayRequest& request);

/// What is read from every run of an underwriting workflow.
[[nodiscard]] std::vector<MeasureSpec> underwritingMeasures();

/// The text of a policy by id (PolicyText::id, or its beginning, "standard") or file; empty id: the first.
[[nodiscard]] Result<PolicyText> findPolicy(const Casebook& casebook, const std::string& id);

/// A variant that decides by this policy text. Errors: the first mistake of the policy, with its line.
[[nodiscard]] Result<ReplayVariant> variantOf(const Casebook& casebook, const PolicyText& policy, Text name);

/// One parameter given another value: its path (limits.credit_score_minimum.value) and the value; null leaves it out.
struct ParameterChange {
    std::string path;
    Value value;
};
/// The policy with some parameters changed, as YAML (JSON is YAML too). Errors: a path that leads nowhere.
[[nodiscard]] Result<PolicyText> changedPolicy(const PolicyText& policy, const std::vector<ParameterChange>& changes);

/// The parameters in which two policies differ, in the order of the first.
struct PolicyDifference {
    std::string path;
    Value before;
    Value after;
};
[[nodiscard]] Result<std::vector<PolicyDifference>> policyDifferences(const PolicyText& before, const PolicyText& after);

/// When every run of a replay begins; a rehearsal of the same case has to begin then too.
[[nodiscard]] EpochMs replayMorning() noexcept;

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/decisions.h"

namespace baton {

// A screening signal for whoever manages the risk, not a finding of law: 0.80 comes from guidelines for employment
// (29 CFR 1607.4(D)); no regulator of lending has made it a rule. Small groups are hidden: their figures are chance.

struct FairnessSettings {
    DecisionScale scale;
    std::size_t smallestCell = 30;
    double threshold = 0.80;
    double confidence = kConfidence;
    std::string reference {};          // the group others are held against; empty: the one with the highest approval rate
};

/// One group of one attribute under one variant.
struct GroupFigures {
    std::string group;
    std::size_t n = 0;
    std::size_t approved = 0;
    bool hidden = false;               // too small to be shown: everything below is unset
    Estimate approvalRate;
    Estimate impactRatio;              // to the reference group's approval rate
    Estimate scoreDifference;          // standardized, of the risk score; positive: more risk than the reference group
    double fisher = 1;                 // how likely a gap like this is by chance
    // Against what was decided at the time, where that is known (approved then counts as 1):
    Estimate truePositiveRate;
    Estimate falsePositiveRate;
    bool belowThreshold = false;
};

/// How many of each group came to a task: where in the funnel a gap appears.
struct FunnelStep {
    std::string task;
    std::vector<Estimate> reached;     // by group, as in AttributeFigures::groups; n = 0 where hidden
    std::vector<Estimate> impactRatio;
};

struct AttributeFigures {
    std::string attribute;
    std::size_t variant = 0;
    std::string reference;             // empty: no group is large enough
    std::vector<GroupFigures> groups;
    // Over the groups that are shown, as Fairlearn defines them:
    double parityDifference = 0;       // demographic_parity_difference
    double parityRatio = 1;            // demographic_parity_ratio: the smallest impact ratio
    double oddsDifference = 0;         // equalized_odds_difference; NaN without history
    std::vector<FunnelStep> funnel;
};

/// One attribute under one variant (kHistory: what was decided at the time).
[[nodiscard]] AttributeFigures fairnessOf(const OutcomeTable& table, std::size_t attribute, std::size_t variant, const FairnessSettings& settings = {});

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/whatif.h"

namespace baton {

/// How much of the changed decisions goes back to one changed parameter.
struct FlipShare {
    std::string path;
    double flips = 0;              // Shapley's value; all parts sum to the flips
    Interval interval {};          // where sampled; else low = high = flips
    std::size_t alone = 0;         // how many flip by this change alone
    std::size_t decisive = 0;      // how many would not have flipped without it
};

struct FlipAttribution {
    std::size_t flips = 0;
    bool exact = true;             // every subset was run; else drawn orders
    std::size_t runs = 0;          // portfolios of the flipped rows
    std::vector<FlipShare> shares; // as the changes were given
    std::vector<std::vector<double>> byRow;   // flipped row x change
    RowList rows;                  // the flipped rows, as indexes of the table
};

struct AttributionSettings {
    std::size_t exactUpTo = 10;    // changes: 2^n runs of the flipped rows
    std::size_t orders = 40;       // drawn above that
    std::uint64_t seed = 1;
};

/// Splits the flips from the first to the second variant of the table over the changes that lead from one policy to the other.
/// `maker` makes the first policy with some of the changes; the flipped rows run again for each subset needed.
[[nodiscard]] Result<FlipAttribution> attributeFlips(const ReplayPlan& plan, const OutcomeTable& table, std::size_t first, std::size_t second,
                                                     const std::vector<ParameterValue>& changes, const VariantMaker& maker,
                                                     const AttributionSettings& settings = {});

}  // namespace baton

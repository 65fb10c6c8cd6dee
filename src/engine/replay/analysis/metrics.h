// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/fairness.h"

namespace baton {

/// One figure of a replay by name, for gates and summaries: flip_rate, approval_rate_a, air_min_b...
struct Metric {
    std::string name;
    double value = 0;              // NaN where it cannot be told
};

/// All of them, in a fixed order. Figures of one variant end in its name in lower case; flips and swaps compare the first
/// variant with the last (with a single one: what was decided at the time with it).
[[nodiscard]] std::vector<Metric> metricsOf(const OutcomeTable& table, const std::vector<Text>& variantNames, const FigureSettings& settings,
                                            const FairnessSettings& fairness);

/// Whether the condition, JavaScript over the metrics' names (flip_rate > 0.02), holds. Errors: it is no JavaScript, it names
/// what is no metric, it gives no boolean.
[[nodiscard]] Result<bool> holds(std::string_view condition, const std::vector<Metric>& metrics);

}  // namespace baton

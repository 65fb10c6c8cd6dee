// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/decisions.h"

namespace baton {

/// `count` of the numbers 0 to all - 1, drawn by the seed, ascending; all of them when count is not smaller.
[[nodiscard]] std::vector<std::uint32_t> drawRows(std::size_t all, std::size_t count, std::uint64_t seed);

/// As many rows of each group, for a review of every kind of case.
[[nodiscard]] RowList drawStratified(const Segmentation& groups, std::size_t ofEach, std::uint64_t seed);

/// The rows whose measure lies nearest to a threshold, nearest first; ties in order.
[[nodiscard]] RowList nearestTo(const OutcomeTable& table, std::size_t variant, std::size_t measure, double threshold, std::size_t count);

/// A case whose outcome is held fast: a regression test of the policy. Known by its row's id or number and its expected words.
struct PinnedCase {
    std::string id;                       // the data set's id, or its row number from 1
    std::string decision;
    std::vector<std::pair<std::string, std::string>> measures {};   // further words that have to be as they were
};
struct PinFault {
    std::string id;
    std::string what;                     // what came instead, or that the case is missing
};
/// The chosen rows as pins, and what of the pins a table breaks.
[[nodiscard]] std::vector<PinnedCase> pinCases(const OutcomeTable& table, const DataTable& data, const Text& idColumn, std::size_t variant, const RowList& rows);
[[nodiscard]] std::vector<PinFault> brokenPins(const std::vector<PinnedCase>& pins, const OutcomeTable& table, const DataTable& data, const Text& idColumn, std::size_t variant);
[[nodiscard]] Value pinsValue(const std::vector<PinnedCase>& pins);
[[nodiscard]] Result<std::vector<PinnedCase>> pinsFrom(const Value& value);

}  // namespace baton

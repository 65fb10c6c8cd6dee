// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/decisions.h"

namespace baton {

/// One reason code and how many declined applications carry it, by variant.
struct ReasonCount {
    std::string code;
    std::vector<std::size_t> counts;      // by variant
    std::vector<std::size_t> first;       // how often it stands first
};

/// The reasons of declined applications, the most frequent (in the last variant) first.
struct ReasonFigures {
    std::vector<ReasonCount> reasons;
    std::vector<std::size_t> declines;           // by variant
    std::vector<std::size_t> withoutReason;      // declined and no reason stated: a fault of the policy or the workflow
    std::vector<std::size_t> aboveFour;          // more than the four a notice is likely to be helped by
};
/// From the notices where the table has them, else from the decision's own reasons.
[[nodiscard]] ReasonFigures reasonsOf(const OutcomeTable& table, const DecisionScale& scale);
[[nodiscard]] RowList rowsWithReason(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale, std::string_view code);
[[nodiscard]] RowList declinesWithoutReason(const OutcomeTable& table, std::size_t variant, const DecisionScale& scale);

/// One way through the workflow and how many took it, by variant.
struct PathCount {
    WordCode path = 0;                    // in OutcomeTable::paths
    std::vector<std::size_t> counts;
};
/// How often a task was there and how often one followed another on the way, by variant; loops and retries count once a row.
struct StepCount {
    std::string from;                     // reference name; empty: the start
    std::string to;                       // empty: the end
    std::vector<std::size_t> counts;
};
struct PathFigures {
    std::vector<PathCount> paths;         // the most frequent first
    std::vector<StepCount> tasks;         // from = the task, to empty; in order of first appearance
    std::vector<StepCount> edges;
};
[[nodiscard]] PathFigures pathsOf(const OutcomeTable& table);
[[nodiscard]] RowList rowsOfPath(const OutcomeTable& table, std::size_t variant, WordCode path);
[[nodiscard]] RowList rowsThrough(const OutcomeTable& table, std::size_t variant, std::string_view reference);

/// The reference names of a path's tasks, without status, iteration and repetition.
[[nodiscard]] std::vector<std::string_view> stepsOf(std::string_view path);

}  // namespace baton

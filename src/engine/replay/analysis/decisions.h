// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/statistics.h"
#include "engine/replay/outcometable.h"

namespace baton {

/// The words of a decision from best to worst for the applicant; the first `approving` of them grant what was asked for.
struct DecisionScale {
    std::vector<std::string> words {"approved", "conditional_approval", "counter_offer", "manual_review", "denied", "blocked"};
    std::size_t approving = 2;
    std::vector<std::string> declining {"denied", "counter_offer", "blocked"};   // what a notice with reasons is owed for

    [[nodiscard]] bool approves(std::string_view word) const noexcept;
    [[nodiscard]] bool declines(std::string_view word) const noexcept;
    /// 0 the best; a word that is not known comes after all others, no decision at all last.
    [[nodiscard]] std::size_t rank(std::string_view word) const noexcept;
};

/// Indexes of rows of the table. Null where all rows are meant.
using RowList = std::vector<std::uint32_t>;

/// How decisions of one side (kHistory: at the time) went over into those of the other.
struct DecisionMatrix {
    std::size_t first = 0;
    std::size_t second = 0;
    std::vector<WordCode> firstWords;          // best first; only those that occur
    std::vector<WordCode> secondWords;
    std::vector<std::size_t> counts;           // row by row: firstWords x secondWords
    std::size_t total = 0;

    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const { return counts.at(row * secondWords.size() + column); }
};
[[nodiscard]] DecisionMatrix matrixOf(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale, const RowList* rows = nullptr);
/// The rows behind one cell, in order.
[[nodiscard]] RowList rowsBehind(const OutcomeTable& table, std::size_t first, std::size_t second, WordCode firstWord, WordCode secondWord);

/// Who changes sides between approval and no approval. A flip is any change of decision.
struct SwapSet {
    std::size_t total = 0;
    std::size_t bothApprove = 0;
    std::size_t swappedIn = 0;
    std::size_t swappedOut = 0;
    std::size_t neitherApproves = 0;
    std::size_t flips = 0;

    [[nodiscard]] double flipRate() const noexcept { return total == 0 ? 0 : static_cast<double>(flips) / static_cast<double>(total); }
};
[[nodiscard]] SwapSet swapSetOf(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale);
enum class SwapPart : std::uint8_t { BothApprove, SwappedIn, SwappedOut, NeitherApproves, Flips };
[[nodiscard]] RowList rowsBehind(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale, SwapPart part);

/// What a set of decisions costs and earns. Money is that of granted loans; loss = probability of default x amount x share lost.
struct Figures {
    std::size_t rows = 0;
    std::size_t approved = 0;
    Estimate approvalRate;
    Estimate price;              // mean rate of what was approved
    Estimate exposure;           // sum of what was granted
    Estimate expectedLoss;       // sum
};

struct FigureSettings {
    DecisionScale scale;
    double lossGivenDefault = 0.45;
    double confidence = kConfidence;
};
[[nodiscard]] Figures figuresOf(const OutcomeTable& table, std::size_t variant, const FigureSettings& settings, const RowList* rows = nullptr);

/// Rows in groups by some fact, known before the run.
struct Segmentation {
    std::string name;
    std::vector<std::string> labels;           // numbers in bands of about equal size, lowest first; words by the alphabet
    std::vector<std::uint32_t> segmentOf;      // by row of the table

    [[nodiscard]] RowList rowsOf(std::size_t segment) const;
};
/// By a column of the data set. NotFound when there is none such.
[[nodiscard]] Result<Segmentation> segmentsByColumn(const OutcomeTable& table, const DataTable& data, std::string_view column, std::size_t bands = 5);
/// By a protected attribute, for the fairness screen.
[[nodiscard]] Segmentation segmentsByProtected(const OutcomeTable& table, std::size_t attribute);

}  // namespace baton

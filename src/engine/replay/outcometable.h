// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/datatable.h"
#include "engine/replay/measure.h"

#include <limits>
#include <optional>
#include <unordered_map>

namespace baton {

/// How far a run came. Waiting: a person or an outside system has to answer. Refused: the engine gave it up (see problems).
enum class RunStatus : std::uint8_t { NotRun, Completed, Failed, TimedOut, Terminated, Waiting, Refused };
[[nodiscard]] std::string_view toText(RunStatus status) noexcept;

using WordCode = std::uint32_t;

/// Words by number, in order of first use; 0 is the empty word (nothing there).
class WordPool {
public:
    WordPool() { (void)codeOf({}); }
    WordPool(const WordPool& other) { (void)take(other); }
    WordPool(WordPool&&) noexcept = default;
    WordPool& operator=(const WordPool& other);
    WordPool& operator=(WordPool&&) noexcept = default;

    WordCode codeOf(std::string_view word);                               // adds it when it is new
    [[nodiscard]] WordCode find(std::string_view word) const noexcept;    // 0 when absent
    [[nodiscard]] std::string_view word(WordCode code) const noexcept { return m_words[code]; }
    [[nodiscard]] std::size_t size() const noexcept { return m_words.size(); }
    /// The numbers of the other pool's words here, adding those that are new.
    [[nodiscard]] std::vector<WordCode> take(const WordPool& other);

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::vector<std::string_view> m_words;                                // into the keys below, which stay where they are
    std::unordered_map<std::string, WordCode, Hash, std::equal_to<>> m_codes;
};

/// What one variant did with every row: one entry for each row of the table in every column.
struct VariantColumns {
    std::vector<RunStatus> status;
    std::vector<WordCode> path;                     // in OutcomeTable::paths
    std::vector<WordCode> stoppedAt;                // in OutcomeTable::references: what a Waiting or Failed run stands at
    std::vector<std::uint16_t> attempts;            // of tasks, retries included
    std::vector<std::vector<WordCode>> words;       // by measure; empty for a Number
    std::vector<std::vector<double>> numbers;       // by measure; empty for others; NaN: nothing there
};

/// A run the engine refused, and why.
struct RunProblem {
    std::uint32_t row = 0;                          // of the data set, from 0
    std::uint32_t variant = 0;
    std::string problem;
    bool operator==(const RunProblem&) const = default;
};

/// The result of a batch replay, in columns: one row for each usable row of the data set, in its order. A value; the same
/// bytes at any number of threads.
struct OutcomeTable {
    static constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

    std::vector<MeasureSpec> measures;
    std::vector<Text> protectedNames;
    std::vector<std::uint32_t> rows;                // of the data set, from 0, ascending
    std::vector<WordCode> history;                  // what was decided at the time, in the decision's pool
    std::vector<std::vector<WordCode>> protectedWords;   // by name; joined after the run, no task has seen them
    std::vector<VariantColumns> variants;
    std::vector<WordPool> pools;                    // by measure
    WordPool paths;
    WordPool references;
    WordPool protectedPool;
    std::vector<BadRow> badRows;                    // in order of their lines
    std::vector<RunProblem> problems;

    OutcomeTable() = default;
    OutcomeTable(std::vector<MeasureSpec> measures, std::vector<Text> protectedNames, std::size_t variants);

    [[nodiscard]] std::size_t size() const noexcept { return rows.size(); }
    /// The measure of that role; none when the plan has none such.
    [[nodiscard]] std::optional<std::size_t> measureOf(MeasureRole role) const noexcept;
    [[nodiscard]] std::optional<std::size_t> measureNamed(std::string_view name) const noexcept;
    /// A variant's decision of a row (its code in the decision's pool); what was decided at the time with kHistory.
    static constexpr std::size_t kHistory = static_cast<std::size_t>(-1);
    [[nodiscard]] WordCode decision(std::size_t variant, std::size_t row) const noexcept;
    [[nodiscard]] std::string_view decisionWord(WordCode code) const noexcept;
    /// Puts the rows of another part behind this one's; both are of the same plan.
    void append(const OutcomeTable& part);
    /// The same content, the same number, on every platform (64 bit FNV-1a over all columns and words).
    [[nodiscard]] std::uint64_t digest() const;
    [[nodiscard]] std::size_t bytes() const noexcept;   // about what it holds in memory
};

/// The same words, only the given rows (indexes of the table) in the given order.
[[nodiscard]] OutcomeTable withRows(const OutcomeTable& table, const std::vector<std::uint32_t>& rows);

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/decisions.h"

#include "engine/replay/cellvalue.h"
#include "engine/value/json.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace baton {

namespace {

template <typename Visit>
void eachRow(const OutcomeTable& table, const RowList* rows, const Visit& visit)
{
    if (rows != nullptr) {
        for (const std::uint32_t row : *rows)
            visit(std::size_t {row});
        return;
    }
    for (std::size_t row = 0; row < table.size(); ++row)
        visit(row);
}

std::vector<bool> approvingCodes(const OutcomeTable& table, const DecisionScale& scale)
{
    const auto measure = table.measureOf(MeasureRole::Decision);
    std::vector<bool> approving(measure ? table.pools[*measure].size() : 1);
    for (std::size_t code = 0; code < approving.size(); ++code)
        approving[code] = scale.approves(table.decisionWord(static_cast<WordCode>(code)));
    return approving;
}

double numberAt(const OutcomeTable& table, std::size_t variant, std::optional<std::size_t> measure, std::size_t row) noexcept
{
    return measure ? table.variants[variant].numbers[*measure][row] : OutcomeTable::kNothing;
}

SwapPart partOf(bool first, bool second) noexcept
{
    if (first)
        return second ? SwapPart::BothApprove : SwapPart::SwappedOut;
    return second ? SwapPart::SwappedIn : SwapPart::NeitherApproves;
}

std::string shortNumber(double number)
{
    return toJson(Value(std::round(number * 1000) / 1000));
}

Segmentation numberBands(std::string name, const std::vector<double>& numbers, std::size_t bands)
{
    std::vector<double> sorted;
    for (const double number : numbers)
        if (!std::isnan(number))
            sorted.push_back(number);
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> bounds;   // upper, of all bands but the last
    for (std::size_t i = 1; i < bands && !sorted.empty(); ++i) {
        const double bound = sorted[std::min(sorted.size() - 1, i * sorted.size() / bands)];
        if (bound < sorted.back() && (bounds.empty() || bound > bounds.back()))
            bounds.push_back(bound);
    }
    Segmentation made {std::move(name), {}, {}};
    for (std::size_t i = 0; i <= bounds.size(); ++i) {
        const std::string low = i == 0 ? std::string {} : shortNumber(bounds[i - 1]);
        made.labels.push_back(bounds.empty() ? "all" : i == 0 ? "\u2264 " + shortNumber(bounds[0]) : i == bounds.size() ? "> " + low : low + " - " + shortNumber(bounds[i]));
    }
    const auto missing = static_cast<std::uint32_t>(made.labels.size());
    bool isMissing = false;
    for (const double number : numbers) {
        isMissing = isMissing || std::isnan(number);
        made.segmentOf.push_back(std::isnan(number) ? missing : static_cast<std::uint32_t>(std::lower_bound(bounds.begin(), bounds.end(), number) - bounds.begin()));
    }
    if (isMissing)
        made.labels.emplace_back();
    return made;
}

Segmentation wordGroups(std::string name, const std::vector<std::string>& words)
{
    std::map<std::string, std::uint32_t> groups;
    for (const std::string& word : words)
        groups.emplace(word, 0);
    Segmentation made {std::move(name), {}, {}};
    for (auto& [word, number] : groups) {
        number = static_cast<std::uint32_t>(made.labels.size());
        made.labels.push_back(word);
    }
    for (const std::string& word : words)
        made.segmentOf.push_back(groups[word]);
    return made;
}

}  // namespace

bool DecisionScale::approves(std::string_view word) const noexcept
{
    return rank(word) < approving;
}

bool DecisionScale::declines(std::string_view word) const noexcept
{
    return std::find(declining.begin(), declining.end(), word) != declining.end();
}

std::size_t DecisionScale::rank(std::string_view word) const noexcept
{
    if (word.empty())
        return words.size() + 1;
    return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

DecisionMatrix matrixOf(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale, const RowList* rows)
{
    const auto measure = table.measureOf(MeasureRole::Decision);
    const std::size_t words = measure ? table.pools[*measure].size() : 1;
    std::vector<std::size_t> all(words * words);
    DecisionMatrix matrix;
    matrix.first = first;
    matrix.second = second;
    eachRow(table, rows, [&](std::size_t row) {
        ++all[table.decision(first, row) * words + table.decision(second, row)];
        ++matrix.total;
    });
    std::vector<WordCode> order(words);
    for (std::size_t i = 0; i < words; ++i)
        order[i] = static_cast<WordCode>(i);
    std::stable_sort(order.begin(), order.end(), [&](WordCode a, WordCode b) { return scale.rank(table.decisionWord(a)) < scale.rank(table.decisionWord(b)); });
    for (const WordCode code : order) {
        std::size_t inRow = 0;
        std::size_t inColumn = 0;
        for (std::size_t other = 0; other < words; ++other) {
            inRow += all[code * words + other];
            inColumn += all[other * words + code];
        }
        if (inRow > 0)
            matrix.firstWords.push_back(code);
        if (inColumn > 0)
            matrix.secondWords.push_back(code);
    }
    for (const WordCode a : matrix.firstWords)
        for (const WordCode b : matrix.secondWords)
            matrix.counts.push_back(all[a * words + b]);
    return matrix;
}

RowList rowsBehind(const OutcomeTable& table, std::size_t first, std::size_t second, WordCode firstWord, WordCode secondWord)
{
    RowList rows;
    eachRow(table, nullptr, [&](std::size_t row) {
        if (table.decision(first, row) == firstWord && table.decision(second, row) == secondWord)
            rows.push_back(static_cast<std::uint32_t>(row));
    });
    return rows;
}

SwapSet swapSetOf(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale)
{
    const auto approving = approvingCodes(table, scale);
    SwapSet set;
    eachRow(table, nullptr, [&](std::size_t row) {
        const WordCode a = table.decision(first, row);
        const WordCode b = table.decision(second, row);
        ++set.total;
        set.flips += a != b ? 1U : 0U;
        switch (partOf(approving[a], approving[b])) {
        case SwapPart::BothApprove: ++set.bothApprove; break;
        case SwapPart::SwappedIn: ++set.swappedIn; break;
        case SwapPart::SwappedOut: ++set.swappedOut; break;
        case SwapPart::NeitherApproves:
        case SwapPart::Flips: ++set.neitherApproves; break;
        }
    });
    return set;
}

RowList rowsBehind(const OutcomeTable& table, std::size_t first, std::size_t second, const DecisionScale& scale, SwapPart part)
{
    const auto approving = approvingCodes(table, scale);
    RowList rows;
    eachRow(table, nullptr, [&](std::size_t row) {
        const WordCode a = table.decision(first, row);
        const WordCode b = table.decision(second, row);
        if (part == SwapPart::Flips ? a != b : partOf(approving[a], approving[b]) == part)
            rows.push_back(static_cast<std::uint32_t>(row));
    });
    return rows;
}

Figures figuresOf(const OutcomeTable& table, std::size_t variant, const FigureSettings& settings, const RowList* rows)
{
    const auto approving = approvingCodes(table, settings.scale);
    const auto rate = table.measureOf(MeasureRole::Rate);
    const auto granted = table.measureOf(MeasureRole::Granted);
    const auto risk = table.measureOf(MeasureRole::DefaultProbability);
    const bool isHistory = variant == OutcomeTable::kHistory;
    Figures figures;
    Moments prices;
    Moments amounts;
    Moments losses;
    eachRow(table, rows, [&](std::size_t row) {
        ++figures.rows;
        const bool approved = approving[table.decision(variant, row)];
        figures.approved += approved ? 1U : 0U;
        if (isHistory)
            return;
        // Over all rows, what was not approved as 0: the sum then has the variance of approving or not.
        const double amount = approved ? numberAt(table, variant, granted, row) : 0;
        const double known = std::isnan(amount) ? 0 : amount;
        const double probability = numberAt(table, variant, risk, row);
        amounts.add(known);
        losses.add(std::isnan(probability) ? 0 : known * probability * settings.lossGivenDefault);
        if (const double price = numberAt(table, variant, rate, row); approved && !std::isnan(price))
            prices.add(price);
    });
    figures.approvalRate = shareOf(figures.approved, figures.rows, settings.confidence);
    figures.price = meanOf(prices, settings.confidence);
    figures.exposure = sumOf(amounts, settings.confidence);
    figures.expectedLoss = sumOf(losses, settings.confidence);
    return figures;
}

RowList Segmentation::rowsOf(std::size_t segment) const
{
    RowList rows;
    for (std::size_t row = 0; row < segmentOf.size(); ++row)
        if (segmentOf[row] == segment)
            rows.push_back(static_cast<std::uint32_t>(row));
    return rows;
}

Result<Segmentation> segmentsByColumn(const OutcomeTable& table, const DataTable& data, std::string_view column, std::size_t bands)
{
    const auto found = std::find(data.columns.begin(), data.columns.end(), Text(column));
    if (found == data.columns.end())
        return Error {ErrorCode::NotFound, "has no column '" + std::string(column) + "'", data.source, {}, 0, 0, "name one of its columns"};
    const auto at = static_cast<std::size_t>(found - data.columns.begin());
    std::vector<double> numbers;
    std::vector<std::string> words;
    std::map<std::string_view, bool> distinct;
    bool isNumeric = true;
    for (const std::uint32_t row : table.rows) {
        const std::string_view cell = data.rows[row].cells[at].view();
        const Value value = cellValue(cell);
        isNumeric = isNumeric && (value.isNumber() || value.isNull());
        numbers.push_back(value.isNumber() ? value.asDecimal() : OutcomeTable::kNothing);
        words.push_back(value.isNull() ? std::string {} : std::string(cell));
        if (distinct.size() <= 12)
            distinct.emplace(cell, true);
    }
    return isNumeric && distinct.size() > 12 ? numberBands(std::string(column), numbers, bands) : wordGroups(std::string(column), words);
}

Segmentation segmentsByProtected(const OutcomeTable& table, std::size_t attribute)
{
    std::vector<std::string> words;
    for (const WordCode code : table.protectedWords[attribute])
        words.emplace_back(table.protectedPool.word(code));
    return wordGroups(table.protectedNames[attribute].str(), words);
}

}  // namespace baton

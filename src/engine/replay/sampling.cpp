// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/sampling.h"

#include "engine/base/ids.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace baton {

namespace {

void shuffleFirst(std::vector<std::uint32_t>& rows, std::size_t count, SeededIdSource& chance)
{
    for (std::size_t i = 0; i < std::min(count, rows.size()); ++i)
        std::swap(rows[i], rows[i + static_cast<std::size_t>(chance.nextNumber(rows.size() - i))]);
    rows.resize(std::min(count, rows.size()));
    std::sort(rows.begin(), rows.end());
}

/// How a case is called: by the id column where there is one, else by its number.
class CaseNames {
public:
    CaseNames(const DataTable& data, const Text& idColumn) : m_data(data)
    {
        const auto found = std::find(data.columns.begin(), data.columns.end(), idColumn);
        if (!idColumn.empty() && found != data.columns.end())
            m_column = static_cast<std::size_t>(found - data.columns.begin());
    }
    [[nodiscard]] std::string of(std::uint32_t row) const
    {
        return m_column ? m_data.rows[row].cells[*m_column].str() : std::to_string(row + 1);
    }

private:
    const DataTable& m_data;
    std::optional<std::size_t> m_column;
};

}  // namespace

std::vector<std::uint32_t> drawRows(std::size_t all, std::size_t count, std::uint64_t seed)
{
    std::vector<std::uint32_t> rows(all);
    std::iota(rows.begin(), rows.end(), 0U);
    if (count >= all)
        return rows;
    SeededIdSource chance(seed);
    shuffleFirst(rows, count, chance);
    return rows;
}

RowList drawStratified(const Segmentation& groups, std::size_t ofEach, std::uint64_t seed)
{
    SeededIdSource chance(seed);
    RowList drawn;
    for (std::size_t group = 0; group < groups.labels.size(); ++group) {
        RowList rows = groups.rowsOf(group);
        shuffleFirst(rows, ofEach, chance);
        drawn.insert(drawn.end(), rows.begin(), rows.end());
    }
    std::sort(drawn.begin(), drawn.end());
    return drawn;
}

RowList nearestTo(const OutcomeTable& table, std::size_t variant, std::size_t measure, double threshold, std::size_t count)
{
    const std::vector<double>& numbers = table.variants.at(variant).numbers.at(measure);
    RowList rows;
    for (std::size_t row = 0; row < numbers.size(); ++row)
        if (!std::isnan(numbers[row]))
            rows.push_back(static_cast<std::uint32_t>(row));
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return std::abs(numbers[a] - threshold) < std::abs(numbers[b] - threshold); });
    rows.resize(std::min(rows.size(), count));
    return rows;
}

std::vector<PinnedCase> pinCases(const OutcomeTable& table, const DataTable& data, const Text& idColumn, std::size_t variant, const RowList& rows)
{
    const CaseNames names(data, idColumn);
    std::vector<PinnedCase> pins;
    for (const std::uint32_t row : rows) {
        PinnedCase pin {names.of(table.rows[row]), std::string(table.decisionWord(table.decision(variant, row))), {}};
        for (std::size_t m = 0; m < table.measures.size(); ++m)
            if (table.measures[m].kind == MeasureKind::Words)
                pin.measures.emplace_back(table.measures[m].name.str(), table.pools[m].word(table.variants[variant].words[m][row]));
        pins.push_back(std::move(pin));
    }
    return pins;
}

std::vector<PinFault> brokenPins(const std::vector<PinnedCase>& pins, const OutcomeTable& table, const DataTable& data, const Text& idColumn, std::size_t variant)
{
    const CaseNames names(data, idColumn);
    std::map<std::string, std::size_t> places;
    for (std::size_t row = 0; row < table.size(); ++row)
        places.emplace(names.of(table.rows[row]), row);
    std::vector<PinFault> faults;
    for (const PinnedCase& pin : pins) {
        const auto place = places.find(pin.id);
        if (place == places.end()) {
            faults.push_back({pin.id, "the case is not there"});
            continue;
        }
        const std::string_view decision = table.decisionWord(table.decision(variant, place->second));
        if (decision != pin.decision)
            faults.push_back({pin.id, "decision: " + std::string(decision) + " instead of " + pin.decision});
        for (const auto& [name, word] : pin.measures) {
            const auto measure = table.measureNamed(name);
            const std::string_view now = measure ? table.pools[*measure].word(table.variants[variant].words[*measure][place->second]) : std::string_view {};
            if (now != word)
                faults.push_back({pin.id, name + ": " + std::string(now) + " instead of " + word});
        }
    }
    return faults;
}

Value pinsValue(const std::vector<PinnedCase>& pins)
{
    std::vector<Value> items;
    for (const PinnedCase& pin : pins) {
        Value measures = Value::object();
        for (const auto& [name, word] : pin.measures)
            measures = std::move(measures).with(Key(name), word);
        items.push_back(Value::object({{"id", pin.id}, {"decision", pin.decision}, {"measures", measures}}));
    }
    return Value::array(std::move(items));
}

Result<std::vector<PinnedCase>> pinsFrom(const Value& value)
{
    std::vector<PinnedCase> pins;
    for (const Value& item : value.items()) {
        if (!item["id"].isText() || !item["decision"].isText())
            return Error {ErrorCode::InvalidArgument, "a pinned case needs an id and a decision", {}, "[" + std::to_string(pins.size()) + "]", 0, 0, "pin the case again"};
        PinnedCase pin {std::string(item["id"].asText()), std::string(item["decision"].asText()), {}};
        for (const Member& member : item["measures"].members())
            pin.measures.emplace_back(member.key.str(), member.value.asText());
        pins.push_back(std::move(pin));
    }
    return pins;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

#include <algorithm>

namespace baton {

/// A search in the real server's language (its SQLite index): conditions joined by " AND ", each
/// field(=|>|<|IN)value, blanks allowed once around the operator, quotes and brackets dropped, * a wildcard for =. Unknown
/// fields are ignored. sort: field:ASC|DESC joined by |. freeText: what the summary's JSON must hold.
class SearchQuery {
public:
    /// InvalidArgument: "Incorrectly formatted query string: x"; Internal for a time that is no number.
    [[nodiscard]] static Result<SearchQuery> parse(const SearchRequest& request);

    [[nodiscard]] bool matches(const Execution& execution) const;
    [[nodiscard]] bool matches(const TaskView& view) const;
    /// Whether the free text asks for input and output; and the rest of what is asked, of an execution without them.
    [[nodiscard]] bool looksInside() const noexcept { return !m_freeText.empty(); }
    [[nodiscard]] bool mayMatch(const Execution& execution) const;
    /// Puts matches into the asked order; what is equal stays as it was.
    void sort(std::vector<ExecutionPtr>& executions) const;
    void sort(std::vector<TaskView>& views) const;

private:
    enum class Operator : std::uint8_t { Equal, Greater, Less, In };
    struct Condition {
        std::string field;
        Operator op = Operator::Equal;
        std::vector<std::string> values;
        std::optional<EpochMs> time;
    };
    struct Order {
        std::string field;
        bool descending = false;
    };

    [[nodiscard]] static Result<Condition> condition(std::string_view text);
    template <typename Lookup>
    [[nodiscard]] bool holds(const Lookup& valueOf) const;
    template <typename Item, typename Lookup>
    void sortBy(std::vector<Item>& items, const Lookup& valueOf) const;

    std::vector<Condition> m_conditions;
    std::vector<Order> m_order;
    std::string m_freeText;      // lower case; empty: anything
    Text m_classifier;
    bool m_topLevelOnly = false;
};

/// One page of what was found. A negative start or size counts as 0.
template <typename T>
[[nodiscard]] Page<T> pageOf(std::vector<T> found, std::int64_t start, std::int64_t size)
{
    Page<T> page;
    page.totalHits = static_cast<std::int64_t>(found.size());
    const auto from = static_cast<std::size_t>(std::clamp<std::int64_t>(start, 0, page.totalHits));
    const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(size, 0, page.totalHits - static_cast<std::int64_t>(from)));
    for (std::size_t i = 0; i < count; ++i)
        page.results.push_back(std::move(found[from + i]));
    return page;
}

}  // namespace baton

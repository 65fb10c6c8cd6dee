// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/schedulebook.h"
#include "engine/conductor/search/query.h"

#include <algorithm>
#include <charconv>

// The search among what schedules have started, in a query language of its own.

namespace baton {
namespace {

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> listed(std::string_view text)
{
    std::vector<std::string> items;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (const std::string_view item = trimmed(text.substr(0, comma)); !item.empty())
            items.emplace_back(item);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return items;
}

std::vector<std::string_view> clauses(std::string_view query)
{
    std::vector<std::string_view> result;
    std::size_t from = 0;
    for (std::size_t at = query.find("AND"); at != std::string_view::npos; at = query.find("AND", at + 1)) {
        const auto isBlank = [&](std::size_t i) { return i < query.size() && static_cast<unsigned char>(query[i]) <= ' '; };
        if (at <= from || !isBlank(at - 1) || !isBlank(at + 3))
            continue;
        result.push_back(trimmed(query.substr(from, at - from)));
        from = at + 3;
    }
    result.push_back(trimmed(query.substr(from)));
    return result;
}

struct Wanted {
    std::vector<std::string> schedules;
    std::vector<std::string> states;
    std::optional<EpochMs> after;
    std::optional<EpochMs> before;
    std::string workflowPart;
    std::string executionId;

    [[nodiscard]] Status take(std::string_view clause);
    [[nodiscard]] bool matches(const Value& run) const;
};

Status Wanted::take(std::string_view clause)
{
    const auto rest = [&](std::string_view head) -> std::optional<std::string_view> {
        return clause.starts_with(head) ? std::optional(trimmed(clause.substr(head.size()))) : std::nullopt;
    };
    const auto list = [&](std::string_view head) -> std::optional<std::string_view> {
        const auto found = rest(head);
        return found && found->ends_with(')') ? std::optional(found->substr(0, found->size() - 1)) : std::nullopt;
    };
    const auto time = [](std::string_view text, std::optional<EpochMs>& target) -> Status {
        EpochMs value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || text.empty() || end != text.data() + text.size())
            return Error {ErrorCode::Internal, "For input string: \"" + std::string(text) + '"'};
        target = value;
        return {};
    };
    if (clause.empty())
        return {};
    if (const auto names = list("scheduleName IN ("))
        schedules = listed(*names);
    else if (const auto words = list("state IN ("))
        states = listed(*words);
    else if (const auto from = rest("scheduledTime>"))
        return time(*from, after);
    else if (const auto to = rest("scheduledTime<"))
        return time(*to, before);
    else if (const auto name = rest("workflowName="))
        workflowPart = std::string(*name);
    else if (const auto id = rest("executionId="))
        executionId = std::string(*id);
    else
        schedules.emplace_back(clause);
    return {};
}

bool Wanted::matches(const Value& run) const
{
    const auto isAmong = [&](const std::vector<std::string>& words, const char* member) {
        return words.empty() || std::ranges::find(words, run[Key(member)].asText()) != words.end();
    };
    const EpochMs time = run["scheduledTime"].asInteger();
    return isAmong(schedules, "scheduleName") && isAmong(states, "state") && (!after || time > *after)
        && (!before || time < *before) && (executionId.empty() || run["executionId"].asText() == executionId)
        && (workflowPart.empty() || run["workflowName"].asText().find(workflowPart) != std::string_view::npos);
}

void sortBy(std::vector<Value>& runs, std::string_view sort)
{
    std::vector<std::string> orders = listed(sort);
    if (orders.empty())
        orders.emplace_back("scheduledTime:DESC");
    std::reverse(orders.begin(), orders.end());     // the least important one first
    for (const std::string& order : orders) {
        const std::size_t colon = std::min(order.find(':'), order.size());
        std::string_view field = trimmed(std::string_view(order).substr(0, colon));
        std::string direction(trimmed(std::string_view(order).substr(std::min(colon + 1, order.size()))));
        std::ranges::transform(direction, direction.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        if (field != "executionTime" && field != "scheduleName" && field != "workflowName" && field != "state")
            field = "scheduledTime";
        const Key key {std::string(field)};
        std::ranges::stable_sort(runs, [&](const Value& a, const Value& b) {
            const Value& left = direction == "ASC" ? a[key] : b[key];
            const Value& right = direction == "ASC" ? b[key] : a[key];
            return left.isText() ? left.asText() < right.asText() : left.asInteger() < right.asInteger();
        });
    }
}

}  // namespace

Result<Page<Value>> ScheduleBook::runs(const SearchRequest& request) const
{
    Wanted wanted;
    for (const std::string_view clause : clauses(request.query)) {
        if (Status taken = wanted.take(clause); !taken)
            return std::move(taken).error();
    }
    std::vector<Value> found;
    for (const auto& [name, runs] : m_runs)
        std::ranges::copy_if(runs, std::back_inserter(found), [&](const Value& run) { return wanted.matches(run); });
    sortBy(found, request.sort);
    return pageOf(std::move(found), request.start, request.size);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/search/query.h"

#include "engine/conductor/port/wire.h"
#include "engine/value/json.h"

#include <array>
#include <charconv>

namespace baton {
namespace {

constexpr std::array<std::string_view, 12> kFields {"workflowId", "correlationId", "workflowType", "startTime", "endTime",
    "status", "taskId", "taskType", "taskDefName", "updateTime", "parentWorkflowId", "classifier"};

bool isKnown(std::string_view field)
{
    return std::ranges::find(kFields, field) != kFields.end();
}

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return result;
}

std::vector<std::string> split(std::string_view text, std::string_view by)
{
    std::vector<std::string> parts;
    for (std::size_t at = text.find(by); at != std::string_view::npos; at = text.find(by)) {
        parts.emplace_back(text.substr(0, at));
        text.remove_prefix(at + by.size());
    }
    parts.emplace_back(text);
    return parts;
}

// * stands for any text; linear by remembering only the last star.
bool isLike(std::string_view pattern, std::string_view text)
{
    std::size_t p = 0;
    std::size_t t = 0;
    std::size_t star = std::string_view::npos;
    std::size_t after = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            after = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++after;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

struct FieldValue {
    std::string text;
    EpochMs time = 0;
    bool isTime = false;
    bool isSet = true;
};

FieldValue timeValue(EpochMs time)
{
    return {{}, time, true, true};
}

std::string_view classifierOf(const Execution& execution)
{
    const Value& metadata = execution.definition->metadata;
    return metadata["agent_sdk"].isNull() && metadata["agentDef"].isNull() ? "workflow" : "agent";
}

FieldValue fieldOf(const Execution& execution, std::string_view field)
{
    if (field == "workflowId")
        return {execution.workflowId.str()};
    if (field == "correlationId")
        return {execution.correlationId.str()};
    if (field == "workflowType")
        return {execution.definition->name.str()};
    if (field == "status")
        return {std::string(toText(execution.status))};
    if (field == "parentWorkflowId")
        return {execution.parentWorkflowId.str()};
    if (field == "classifier")
        return {std::string(classifierOf(execution))};
    if (field == "startTime")
        return timeValue(execution.createTime);
    if (field == "endTime")
        return timeValue(execution.endTime);
    if (field == "updateTime")
        return timeValue(execution.updateTime > 0 ? execution.updateTime : execution.createTime);
    return {.text = {}, .isSet = false};
}

FieldValue fieldOf(const TaskView& view, std::string_view field)
{
    const TaskRun& task = *view.task;
    if (field == "taskId")
        return {task.taskId.str()};
    if (field == "taskType")
        return {task.taskType.str()};
    if (field == "taskDefName")
        return {task.taskDefName.str()};
    if (field == "status")
        return {std::string(toText(task.status))};
    if (field == "startTime")
        return timeValue(task.startTime);
    if (field == "endTime")
        return timeValue(task.endTime);
    if (field == "updateTime")
        return timeValue(task.updateTime);
    return fieldOf(*view.execution, field);
}

std::optional<EpochMs> number(std::string_view text)
{
    EpochMs value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && !text.empty() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

struct Split {
    std::string_view field;
    std::string_view op;
    std::string_view rest;
};

// The first place where letters, at most one blank and an operator follow one another; shorter names where that is needed
// ("statusINx" is the field "status").
std::optional<Split> splitCondition(std::string_view text)
{
    for (std::size_t from = 0; from < text.size(); ++from) {
        std::size_t end = from;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        for (std::size_t stop = end; stop > from; --stop) {
            const std::size_t at = stop < text.size() && text[stop] == ' ' ? stop + 1 : stop;
            for (const std::string_view op : {"=", ">", "<", "IN"}) {
                if (!text.substr(at).starts_with(op))
                    continue;
                std::string_view rest = text.substr(at + op.size());
                if (rest.starts_with(' '))
                    rest.remove_prefix(1);
                return Split {text.substr(from, stop - from), op, rest};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

Result<SearchQuery::Condition> SearchQuery::condition(std::string_view text)
{
    const std::optional<Split> parts = splitCondition(text);
    if (!parts)
        return Error {ErrorCode::InvalidArgument, "Incorrectly formatted query string: " + std::string(text)};
    Condition condition;
    condition.field = std::string(parts->field);
    std::string values(parts->rest);
    std::erase_if(values, [](char c) { return c == '"' || c == '\'' || c == '(' || c == ')'; });
    condition.values = split(values, ",");
    if (parts->op == "IN")
        condition.op = condition.values.size() == 1 ? Operator::Equal : Operator::In;
    else if (parts->op != "=")
        condition.op = parts->op == ">" ? Operator::Greater : Operator::Less;
    if (condition.field.ends_with("Time")) {
        condition.time = number(condition.values.front());
        if (!condition.time)
            return Error {ErrorCode::Internal, "For input string: \"" + condition.values.front() + '"'};
    }
    return condition;
}

Result<SearchQuery> SearchQuery::parse(const SearchRequest& request)
{
    SearchQuery query;
    if (!request.query.empty()) {
        std::vector<std::string> parts = split(request.query, " AND ");
        while (parts.size() > 1 && parts.back().empty())
            parts.pop_back();
        for (const std::string& part : parts) {
            Result<Condition> read = condition(part);
            if (!read)
                return std::move(read).error();
            if (isKnown(read->field))
                query.m_conditions.push_back(std::move(read).value());
        }
    }
    for (const std::string& part : split(request.sort, "|")) {
        const std::vector<std::string> words = split(part, ":");
        if (words.size() != 2 || !isKnown(words[0]))
            continue;
        const std::string direction = lower(words[1]);
        if (direction == "asc" || direction == "desc")
            query.m_order.push_back({words[0], direction == "desc"});
    }
    if (!request.freeText.empty() && request.freeText != "*")
        query.m_freeText = lower(request.freeText);
    query.m_classifier = request.classifier;
    query.m_topLevelOnly = request.topLevelOnly;
    return query;
}

template <typename Lookup>
bool SearchQuery::holds(const Lookup& valueOf) const
{
    return std::ranges::all_of(m_conditions, [&](const Condition& condition) {
        const FieldValue value = valueOf(condition.field);
        if (!value.isSet)
            return false;
        if (value.isTime) {
            const EpochMs wanted = condition.time.value_or(0);
            switch (condition.op) {
            case Operator::Greater: return value.time > wanted;
            case Operator::Less: return value.time < wanted;
            default: return value.time == wanted;
            }
        }
        const std::string& first = condition.values.front();
        switch (condition.op) {
        case Operator::Greater: return value.text > first;
        case Operator::Less: return value.text < first;
        case Operator::In: return std::ranges::find(condition.values, value.text) != condition.values.end();
        case Operator::Equal: break;
        }
        return first.find('*') == std::string::npos ? value.text == first : isLike(lower(first), lower(value.text));
    });
}

bool SearchQuery::mayMatch(const Execution& execution) const
{
    if (m_topLevelOnly && !execution.parentWorkflowId.empty())
        return false;
    if (!m_classifier.empty() && m_classifier != classifierOf(execution))
        return false;
    return holds([&](std::string_view field) { return fieldOf(execution, field); });
}

bool SearchQuery::matches(const Execution& execution) const
{
    return mayMatch(execution)
        && (m_freeText.empty() || lower(toJson(workflowSummary(execution))).find(m_freeText) != std::string::npos);
}

bool SearchQuery::matches(const TaskView& view) const
{
    if (!holds([&](std::string_view field) { return fieldOf(view, field); }))
        return false;
    return m_freeText.empty() || lower(toJson(taskSummary(view))).find(m_freeText) != std::string::npos;
}

template <typename Item, typename Lookup>
void SearchQuery::sortBy(std::vector<Item>& items, const Lookup& valueOf) const
{
    if (m_order.empty())
        return;
    std::ranges::stable_sort(items, [&](const Item& a, const Item& b) {
        for (const Order& order : m_order) {
            const FieldValue left = valueOf(order.descending ? b : a, order.field);
            const FieldValue right = valueOf(order.descending ? a : b, order.field);
            if (left.time != right.time)
                return left.time < right.time;
            if (left.text != right.text)
                return left.text < right.text;
        }
        return false;
    });
}

void SearchQuery::sort(std::vector<ExecutionPtr>& executions) const
{
    sortBy(executions, [](const ExecutionPtr& execution, std::string_view field) { return fieldOf(*execution, field); });
}

void SearchQuery::sort(std::vector<TaskView>& views) const
{
    sortBy(views, [](const TaskView& view, std::string_view field) { return fieldOf(view, field); });
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/breakpointset.h"

#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace baton {
namespace {

constexpr std::array<std::string_view, 10> kMoments {
    "scheduled", "started", "ended", "status", "edge", "condition", "change", "error", "reason", "event"};
constexpr std::array<std::string_view, 4> kHits {"always", "exactly", "atLeast", "every"};

Error wrong(const char* member, std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, member, 0, 0, {}};
}

/// Reads members and remembers the first mistake.
class Reader {
public:
    explicit Reader(const Value& json) : m_json(json) { }

    void text(const char* member, Text& into)
    {
        if (const Value* value = present(member)) {
            if (value->isText())
                into = value->toText();
            else
                fail(member, "a text is wanted");
        }
    }

    void text(const char* member, std::string& into)
    {
        Text read;
        text(member, read);
        into = read.str();
    }

    void flag(const char* member, bool& into)
    {
        if (const Value* value = present(member)) {
            if (value->isBool())
                into = value->asBool();
            else
                fail(member, "true or false is wanted");
        }
    }

    [[nodiscard]] std::optional<int> number(const char* member)
    {
        const Value* value = present(member);
        if (!value)
            return std::nullopt;
        const bool fits = value->isInteger() && value->asInteger() >= 0 && value->asInteger() <= std::numeric_limits<int>::max();
        if (!fits)
            fail(member, "a whole number from 0 on is wanted");
        return fits ? std::optional(static_cast<int>(value->asInteger())) : std::nullopt;
    }

    template <typename T>
    void word(const char* member, std::optional<T>& into, std::optional<T> (*read)(std::string_view) noexcept)
    {
        const Value* value = present(member);
        if (!value)
            return;
        into = read(value->asText());
        if (!into)
            fail(member, "'" + std::string(value->asText()) + "' is unknown");
    }

    void fail(const char* member, std::string message)
    {
        if (!m_error)
            m_error = wrong(member, std::move(message));
    }

    [[nodiscard]] std::optional<Error>& error() noexcept { return m_error; }

private:
    [[nodiscard]] const Value* present(const char* member) const
    {
        const Value* value = m_json.find(member);
        return value && !value->isNull() ? value : nullptr;
    }

    const Value& m_json;
    std::optional<Error> m_error;
};

std::optional<Breakpoint::Hits> hitsFrom(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < kHits.size(); ++i) {
        if (kHits[i] == text)
            return static_cast<Breakpoint::Hits>(i);
    }
    return std::nullopt;
}

void setText(ObjectBuilder& made, const char* member, std::string_view text)
{
    if (!text.empty())
        made.set(member, Value(text));
}

}  // namespace

std::string_view toText(BreakAt at) noexcept
{
    return kMoments[static_cast<std::size_t>(at)];
}

std::optional<BreakAt> breakAtFrom(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < kMoments.size(); ++i) {
        if (kMoments[i] == text)
            return static_cast<BreakAt>(i);
    }
    return std::nullopt;
}

Value toValue(const Breakpoint& breakpoint)
{
    ObjectBuilder made;
    made.set("at", toText(breakpoint.at));
    setText(made, "workflow", breakpoint.workflow);
    setText(made, "task", breakpoint.task);
    setText(made, "taskType", breakpoint.taskType);
    if (breakpoint.iteration)
        made.set("iteration", *breakpoint.iteration);
    if (breakpoint.attempt)
        made.set("attempt", *breakpoint.attempt);
    if (breakpoint.status)
        made.set("status", toText(*breakpoint.status));
    if (breakpoint.workflowStatus)
        made.set("workflowStatus", toText(*breakpoint.workflowStatus));
    if (breakpoint.event)
        made.set("event", toText(*breakpoint.event));
    setText(made, "from", breakpoint.from);
    setText(made, "to", breakpoint.to);
    setText(made, "expression", breakpoint.expression);
    setText(made, "code", breakpoint.code);
    if (breakpoint.hits != Breakpoint::Hits::Always)
        made.set("hits", kHits[static_cast<std::size_t>(breakpoint.hits)]).set("count", breakpoint.count);
    setText(made, "log", breakpoint.log);
    if (breakpoint.once)
        made.set("once", true);
    if (!breakpoint.enabled)
        made.set("enabled", false);
    setText(made, "note", breakpoint.note);
    return std::move(made).build();
}

Result<Breakpoint> breakpointFrom(const Value& json)
{
    if (!json.isObject())
        return Error {ErrorCode::InvalidArgument, "a breakpoint is an object", {}, {}, 0, 0, "write { \"at\": \"scheduled\", ... }"};
    Breakpoint made;
    Reader reader(json);
    std::optional<BreakAt> at;
    reader.word("at", at, breakAtFrom);
    made.at = at.value_or(BreakAt::Scheduled);
    reader.text("workflow", made.workflow);
    reader.text("task", made.task);
    reader.text("taskType", made.taskType);
    made.iteration = reader.number("iteration");
    made.attempt = reader.number("attempt");
    reader.word("status", made.status, taskStatusFrom);
    reader.word("workflowStatus", made.workflowStatus, workflowStatusFrom);
    reader.word("event", made.event, eventKindFrom);
    reader.text("from", made.from);
    reader.text("to", made.to);
    reader.text("expression", made.expression);
    reader.text("code", made.code);
    std::optional<Breakpoint::Hits> hits;
    reader.word("hits", hits, hitsFrom);
    made.hits = hits.value_or(Breakpoint::Hits::Always);
    made.count = reader.number("count").value_or(1);
    reader.text("log", made.log);
    reader.flag("once", made.once);
    reader.flag("enabled", made.enabled);
    reader.text("note", made.note);
    if (reader.error())
        return *std::move(reader.error());
    return made;
}

}  // namespace baton

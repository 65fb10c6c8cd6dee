// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/path.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace baton {
namespace {

bool isNameByte(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code > 0x20 && code != 0x7f && std::string_view(".[]'\"\\").find(byte) == std::string_view::npos;
}

bool isPlainName(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, isNameByte);
}

class PathReader {
public:
    explicit PathReader(std::string_view text) : m_text(text) { }

    [[nodiscard]] Result<Path> read()
    {
        Path path;
        while (m_at < m_text.size()) {
            const bool bracket = m_text[m_at] == '[';
            if (!bracket && !path.steps.empty() && m_text[m_at++] != '.')
                return error("expected '.' or '['", m_at - 1);
            Result<Path::Step> step = bracket ? bracketed() : name();
            if (!step)
                return std::move(step).error();
            path.steps.push_back(std::move(*step));
        }
        return path;
    }

private:
    [[nodiscard]] Error error(std::string message, std::size_t at) const
    {
        return {.code = ErrorCode::ParseError, .message = std::move(message), .source = std::string(m_text), .line = 1,
                .column = static_cast<int>(std::min<std::size_t>(at, kLongest)) + 1,
                .hint = "a path looks like a.b[0]['odd key']"};
    }

    [[nodiscard]] Result<Path::Step> name()
    {
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isNameByte(m_text[m_at]))
            ++m_at;
        if (m_at == from)
            return error("expected a name", from);
        return Path::Step(Key(m_text.substr(from, m_at - from)));
    }

    [[nodiscard]] Result<Path::Step> bracketed()
    {
        const char first = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        Result<Path::Step> step = first == '\'' || first == '"' ? quoted() : index();
        if (!step)
            return step;
        if (m_at >= m_text.size() || m_text[m_at] != ']')
            return error("expected ']'", m_at);
        ++m_at;
        return step;
    }

    [[nodiscard]] Result<Path::Step> index()
    {
        const std::size_t from = ++m_at;
        std::size_t value = 0;
        const auto [end, code] = std::from_chars(m_text.data() + from, m_text.data() + m_text.size(), value);
        if (code == std::errc::result_out_of_range)
            return error("an index beyond any array", from);
        if (code != std::errc())
            return error("expected an index or a quoted name", from);
        m_at = static_cast<std::size_t>(end - m_text.data());
        return Path::Step(value);
    }

    [[nodiscard]] Result<Path::Step> quoted()
    {
        const char quote = m_text[++m_at];
        const std::size_t from = m_at++;
        std::string name;
        for (; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == '\\' && ++m_at == m_text.size())
                break;
            name += m_text[m_at];
        }
        if (m_at >= m_text.size())
            return error("a quoted name that is never closed", from);
        ++m_at;
        return Path::Step(Key(name));
    }

    static constexpr std::size_t kLongest = 1'000'000;
    std::string_view m_text;
    std::size_t m_at = 0;
};

void appendStep(std::string& text, const Path::Step& step)
{
    if (const auto* index = std::get_if<std::size_t>(&step)) {
        text += '[' + std::to_string(*index) + ']';
        return;
    }
    const std::string_view name = std::get<Key>(step).view();
    if (isPlainName(name)) {
        if (!text.empty())
            text += '.';
        text += name;
        return;
    }
    text += "['";
    for (const char byte : name) {
        if (byte == '\'' || byte == '\\')
            text += '\\';
        text += byte;
    }
    text += "']";
}

const Value* child(const Value& parent, const Path::Step& step) noexcept
{
    if (const auto* key = std::get_if<Key>(&step))
        return parent.find(*key);
    const std::size_t index = *std::get_if<std::size_t>(&step);
    return parent.isArray() && index < parent.size() ? &parent.items()[index] : nullptr;
}

}  // namespace

Result<Path> Path::parse(std::string_view text)
{
    return PathReader(text).read();
}

std::string Path::text() const
{
    std::string text;
    for (const Step& step : steps)
        appendStep(text, step);
    return text;
}

const Value* find(const Value& root, const Path& path) noexcept
{
    const Value* at = &root;
    for (const Path::Step& step : path.steps) {
        at = child(*at, step);
        if (at == nullptr)
            return nullptr;
    }
    return at;
}

namespace {

std::string textOfFirst(const Path& path, std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        appendStep(text, path.steps[i]);
    return text;
}

// Why the step cannot be taken from there for writing, if so.
std::optional<std::string> obstacle(const Value& parent, const Path::Step& step)
{
    if (parent.isNull()) {
        const auto* index = std::get_if<std::size_t>(&step);
        return index != nullptr && *index > 0 ? std::optional<std::string>("an array begins with index 0") : std::nullopt;
    }
    if (std::holds_alternative<Key>(step))
        return parent.isObject() ? std::nullopt : std::optional<std::string>("not an object");
    if (!parent.isArray())
        return "not an array";
    if (*std::get_if<std::size_t>(&step) > parent.size())
        return "the array has only " + std::to_string(parent.size()) + " items";
    return std::nullopt;
}

Value withChild(const Value& parent, const Path::Step& step, Value item)
{
    if (const auto* key = std::get_if<Key>(&step))
        return parent.with(*key, std::move(item));
    const std::size_t index = *std::get_if<std::size_t>(&step);
    if (index == parent.size())
        return parent.appended(std::move(item));
    return parent.withItem(index, std::move(item));
}

}  // namespace

Result<Value> withValueAt(const Value& root, const Path& path, Value value)
{
    static const Value kMissing;
    if (path.steps.size() > static_cast<std::size_t>(Value::kMaxDepth)) {
        return Error {.code = ErrorCode::InvalidArgument,
                      .message = "a path of more than " + std::to_string(Value::kMaxDepth) + " steps"};
    }
    std::vector<const Value*> parents;
    parents.reserve(path.steps.size());
    const Value* at = &root;
    for (const Path::Step& step : path.steps) {
        if (std::optional<std::string> why = obstacle(*at, step)) {
            return Error {.code = ErrorCode::InvalidArgument, .message = std::move(*why),
                          .field = textOfFirst(path, parents.size())};
        }
        parents.push_back(at);
        const Value* next = child(*at, step);
        at = next == nullptr ? &kMissing : next;
    }
    for (std::size_t i = parents.size(); i > 0; --i)
        value = withChild(*parents[i - 1], path.steps[i - 1], std::move(value));
    return value;
}

namespace {

class Differ {
public:
    std::vector<Change> changes;

    void compare(const Value& before, const Value& after)
    {
        if (before.sharesNodeWith(after))
            return;
        if (before.isObject() && after.isObject())
            compareMembers(before, after);
        else if (before.isArray() && after.isArray())
            compareItems(before.items(), after.items());
        else if (!(before == after))
            changes.push_back({ChangeKind::Replaced, m_path, before, after});
    }

private:
    template <typename Step>
    void below(Step step, const Value& before, const Value& after)
    {
        m_path.steps.emplace_back(std::move(step));
        compare(before, after);
        m_path.steps.pop_back();
    }

    template <typename Step>
    void report(ChangeKind kind, Step step, const Value& before, const Value& after)
    {
        m_path.steps.emplace_back(std::move(step));
        changes.push_back({kind, m_path, before, after});
        m_path.steps.pop_back();
    }

    void compareMembers(const Value& before, const Value& after)
    {
        for (const Member& member : after.members()) {
            if (const Value* old = before.find(member.key))
                below(member.key, *old, member.value);
            else
                report(ChangeKind::Added, member.key, Value(), member.value);
        }
        for (const Member& member : before.members()) {
            if (!after.contains(member.key))
                report(ChangeKind::Removed, member.key, member.value, Value());
        }
    }

    void compareItems(std::span<const Value> before, std::span<const Value> after)
    {
        const std::size_t both = std::min(before.size(), after.size());
        for (std::size_t i = 0; i < both; ++i)
            below(i, before[i], after[i]);
        for (std::size_t i = both; i < after.size(); ++i)
            report(ChangeKind::Added, i, Value(), after[i]);
        for (std::size_t i = before.size(); i > both; --i)
            report(ChangeKind::Removed, i - 1, before[i - 1], Value());
    }

    Path m_path;
};

}  // namespace

std::vector<Change> diff(const Value& before, const Value& after)
{
    Differ differ;
    differ.compare(before, after);
    return std::move(differ.changes);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/jsonplace.h"

#include <algorithm>

namespace baton::ui {

namespace {

struct Frame {
    bool isList = false;
    bool expectsName = false;
    std::size_t openedAt = 0;
    std::size_t index = 0;
    std::string name;
};

bool isWordByte(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == '_';
}

/// Goes through JSON text piece by piece; bears any text.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) { }

    [[nodiscard]] const std::vector<Frame>& frames() const noexcept { return m_frames; }
    [[nodiscard]] std::size_t at() const noexcept { return m_at; }

    /// The quotes that open here close there; npos when they do not.
    [[nodiscard]] std::size_t closing(std::size_t open) const noexcept
    {
        for (std::size_t i = open + 1; i < m_text.size() && m_text[i] != '\n'; ++i) {
            if (m_text[i] == '\\')
                ++i;
            else if (m_text[i] == '"')
                return i;
        }
        return std::string_view::npos;
    }

    /// One piece; false at the end. beginsValue() tells whether it began a value, before it was taken.
    bool next()
    {
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at];
        if (c == '"')
            return takeText();
        if (isWordByte(c)) {
            while (m_at < m_text.size() && isWordByte(m_text[m_at]))
                ++m_at;
            return true;
        }
        if (c == '{' || c == '[')
            m_frames.push_back({c == '[', c == '{', m_at, 0, {}});
        else if ((c == '}' || c == ']') && !m_frames.empty())
            m_frames.pop_back();
        else if (c == ':' && !m_frames.empty())
            m_frames.back().expectsName = false;
        else if (c == ',' && !m_frames.empty())
            comma();
        ++m_at;
        return true;
    }

    [[nodiscard]] bool beginsValue() const noexcept
    {
        if (m_at >= m_text.size() || (!m_frames.empty() && m_frames.back().expectsName))
            return false;
        const char c = m_text[m_at];
        return c == '"' || c == '{' || c == '[' || isWordByte(c);
    }

    [[nodiscard]] Path path() const
    {
        Path path;
        for (const Frame& frame : m_frames) {
            if (frame.isList)
                path.steps.emplace_back(frame.index);
            else if (!frame.expectsName)
                path.steps.emplace_back(Key(frame.name));
        }
        return path;
    }

    [[nodiscard]] bool isAt(const Path& path) const
    {
        if (m_frames.size() != path.steps.size())
            return false;
        for (std::size_t i = 0; i < m_frames.size(); ++i) {
            const Frame& frame = m_frames[i];
            const auto* index = std::get_if<std::size_t>(&path.steps[i]);
            if (frame.isList != (index != nullptr) || (index ? *index != frame.index : std::get<Key>(path.steps[i]).view() != frame.name))
                return false;
        }
        return true;
    }

private:
    bool takeText()
    {
        const std::size_t close = closing(m_at);
        const std::size_t end = close == std::string_view::npos ? std::min(m_text.find('\n', m_at), m_text.size()) : close;
        if (!m_frames.empty() && m_frames.back().expectsName)
            m_frames.back().name = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = close == std::string_view::npos ? end : end + 1;
        return true;
    }

    void comma()
    {
        Frame& frame = m_frames.back();
        if (frame.isList) {
            ++frame.index;
        } else {
            frame.expectsName = true;
            frame.name.clear();
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Frame> m_frames;
};

}  // namespace

JsonPlace placeIn(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
    Scanner scanner(text);
    JsonPlace place;
    place.wordStart = offset;
    while (scanner.at() < offset) {
        const std::size_t start = scanner.at();
        const bool quoted = text[start] == '"';
        if (quoted && std::min(scanner.closing(start), text.find('\n', start)) >= offset) {
            place.inText = true;
            place.wordStart = start + 1;
            break;
        }
        const bool word = isWordByte(text[start]);
        Scanner before = word ? scanner : Scanner({});
        (void)scanner.next();
        if (word && scanner.at() >= offset) {
            place.wordStart = start;
            scanner = std::move(before);
            break;
        }
    }
    const auto& frames = scanner.frames();
    place.path = scanner.path();
    if (!frames.empty()) {
        place.spot = frames.back().expectsName ? JsonPlace::Spot::Name : JsonPlace::Spot::Value;
        place.openedAt = frames.back().openedAt;
    }
    return place;
}

std::vector<std::string> namesIn(std::string_view text, std::size_t openedAt)
{
    std::vector<std::string> names;
    if (openedAt >= text.size() || text[openedAt] != '{')
        return names;
    Scanner scanner(text.substr(openedAt));
    while (scanner.next() && !scanner.frames().empty()) {
        const Frame& outer = scanner.frames().front();
        if (scanner.frames().size() == 1 && outer.expectsName && !outer.name.empty() && (names.empty() || names.back() != outer.name))
            names.push_back(outer.name);
    }
    return names;
}

std::optional<std::size_t> offsetOf(std::string_view text, const Path& path)
{
    Scanner scanner(text);
    do {
        if (scanner.beginsValue() && scanner.isAt(path))
            return scanner.at();
    } while (scanner.next());
    return std::nullopt;
}

std::string taskAround(const Value& definition, const Path& path)
{
    static const Key kReference {"taskReferenceName"};
    std::string reference;
    const Value* here = &definition;
    for (const Path::Step& step : path.steps) {
        if (const auto* index = std::get_if<std::size_t>(&step))
            here = &here->at(*index);
        else
            here = &(*here)[std::get<Key>(step)];
        if (const Value& name = (*here)[kReference]; name.isText())
            reference = name.asText();
    }
    return reference;
}

namespace {

bool findTask(const Value& value, std::string_view reference, Path& path)
{
    static const Key kReference {"taskReferenceName"};
    if (value.isObject() && value[kReference].asText() == reference)
        return true;
    for (const Member& member : value.members()) {
        path.steps.emplace_back(member.key);
        if (findTask(member.value, reference, path))
            return true;
        path.steps.pop_back();
    }
    for (std::size_t i = 0; i < value.items().size(); ++i) {
        path.steps.emplace_back(i);
        if (findTask(value.items()[i], reference, path))
            return true;
        path.steps.pop_back();
    }
    return false;
}

}  // namespace

std::optional<Path> pathOfTask(const Value& definition, std::string_view referenceName)
{
    Path path;
    if (referenceName.empty() || !findTask(definition, referenceName, path))
        return std::nullopt;
    return path;
}

}  // namespace baton::ui

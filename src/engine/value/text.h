// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/counted.h"

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace baton {

/// An immutable UTF-8 string: 16 bytes, cheap to copy (short text inline, long text shared by a counted node).
/// Never null; an empty Text stands for "not set" in the model. Safe to copy between threads.
class Text {
public:
    static constexpr std::size_t kInlineCapacity = 14;

    constexpr Text() noexcept = default;
    Text(std::string_view text);
    Text(const char* text) : Text(std::string_view(text)) { }
    Text(const std::string& text) : Text(std::string_view(text)) { }
    Text(const Text& other) noexcept;
    Text(Text&& other) noexcept;
    Text& operator=(const Text& other) noexcept;
    Text& operator=(Text&& other) noexcept;
    ~Text();

    [[nodiscard]] std::string_view view() const noexcept;   // valid while this Text (or, if long, any copy) lives
    operator std::string_view() const noexcept { return view(); }
    [[nodiscard]] std::string str() const { return std::string(view()); }
    [[nodiscard]] bool empty() const noexcept { return m_bytes[kMark] == 0; }
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] std::size_t hash() const noexcept;

    friend bool operator==(const Text& a, const Text& b) noexcept
    {
        return std::memcmp(a.m_bytes, b.m_bytes, sizeof a.m_bytes) == 0
            || (a.isShared() && b.isShared() && a.view() == b.view());
    }
    template <std::convertible_to<std::string_view> Other>
        requires(!std::same_as<Other, Text>)
    friend bool operator==(const Text& a, const Other& b) noexcept { return a.view() == std::string_view(b); }
    friend auto operator<=>(const Text& a, const Text& b) noexcept { return a.view() <=> b.view(); }

private:
    friend class Value;
    struct Node : Counted {
        std::size_t size;   // the bytes follow the node
        explicit Node(std::size_t length) noexcept : size(length) { }
    };
    // m_bytes[kMark] holds the inline length, or kShared; then the first eight bytes hold the Node pointer.
    // The byte before it stays 0 here; a Value keeps its type there. Unused bytes are 0.
    static constexpr std::size_t kMark = 15;
    static constexpr unsigned char kShared = 0xff;
    alignas(8) unsigned char m_bytes[16] = {};

    [[nodiscard]] bool isShared() const noexcept { return m_bytes[kMark] == kShared; }
    [[nodiscard]] static std::string_view viewOf(const unsigned char* bytes) noexcept;
    [[nodiscard]] Node* node() const noexcept;
    void drop() noexcept;
    static void destroy(Node* node) noexcept;
};

inline Text::Node* Text::node() const noexcept
{
    Node* node = nullptr;
    std::memcpy(&node, m_bytes, sizeof node);
    return node;
}

inline std::string_view Text::viewOf(const unsigned char* bytes) noexcept
{
    if (bytes[kMark] != kShared)
        return {reinterpret_cast<const char*>(bytes), bytes[kMark]};
    const Node* node = nullptr;
    std::memcpy(&node, bytes, sizeof node);
    return {reinterpret_cast<const char*>(node + 1), node->size};
}

inline std::string_view Text::view() const noexcept
{
    return viewOf(m_bytes);
}

inline void Text::drop() noexcept
{
    if (isShared() && node()->release())
        destroy(node());
}

inline Text::Text(const Text& other) noexcept
{
    std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
    if (isShared())
        node()->retain();
}

inline Text::Text(Text&& other) noexcept
{
    std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
    std::memset(other.m_bytes, 0, sizeof m_bytes);
}

inline Text& Text::operator=(const Text& other) noexcept
{
    return *this = Text(other);
}

inline Text& Text::operator=(Text&& other) noexcept
{
    unsigned char taken[sizeof m_bytes];
    std::memcpy(taken, other.m_bytes, sizeof m_bytes);
    std::memset(other.m_bytes, 0, sizeof m_bytes);
    drop();
    std::memcpy(m_bytes, taken, sizeof m_bytes);
    return *this;
}

inline Text::~Text()
{
    drop();
}

}  // namespace baton

template <>
struct std::hash<baton::Text> {
    std::size_t operator()(const baton::Text& text) const noexcept { return text.hash(); }
};

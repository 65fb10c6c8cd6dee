// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
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
    [[nodiscard]] bool empty() const noexcept { return view().empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return view().size(); }
    [[nodiscard]] std::size_t hash() const noexcept;

    friend bool operator==(const Text& a, const Text& b) noexcept { return a.view() == b.view(); }
    friend bool operator==(const Text& a, std::string_view b) noexcept { return a.view() == b; }
    friend bool operator==(const Text& a, const char* b) noexcept { return a.view() == std::string_view(b); }
    friend auto operator<=>(const Text& a, const Text& b) noexcept { return a.view() <=> b.view(); }

private:
    struct Node;
    friend class Value;
    // m_bytes[15] holds the inline length, or kShared; then the first eight bytes hold the Node pointer.
    alignas(8) unsigned char m_bytes[16] = {};
    static constexpr unsigned char kShared = 0xff;
    [[nodiscard]] Node* node() const noexcept;
};

}  // namespace baton

template <>
struct std::hash<baton::Text> {
    std::size_t operator()(const baton::Text& text) const noexcept { return text.hash(); }
};

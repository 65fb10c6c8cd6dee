// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/counted.h"

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace baton {

/// The name of an object member. Interned: equal names share one node, so that comparing and hashing cost a pointer.
/// The first 65,536 distinct names (each at most 128 bytes) live for ever and are copied without counting; names beyond
/// that are counted, so that hostile input cannot grow the process. Eight bytes. Thread-safe.
class Key {
public:
    static constexpr std::size_t kMaxPermanent = 65'536;
    static constexpr std::size_t kMaxPermanentSize = 128;

    constexpr Key() noexcept = default;      // the empty name
    Key(std::string_view name);
    Key(const char* name) : Key(std::string_view(name)) { }
    Key(const std::string& name) : Key(std::string_view(name)) { }
    Key(const Key& other) noexcept;
    Key(Key&& other) noexcept;
    Key& operator=(const Key& other) noexcept;
    Key& operator=(Key&& other) noexcept;
    ~Key();

    [[nodiscard]] std::string_view view() const noexcept;
    operator std::string_view() const noexcept { return view(); }
    [[nodiscard]] std::string str() const { return std::string(view()); }
    [[nodiscard]] bool empty() const noexcept { return m_node == 0; }
    [[nodiscard]] std::size_t hash() const noexcept;

    friend bool operator==(const Key& a, const Key& b) noexcept { return a.m_node == b.m_node || a.sameText(b); }
    /// Looks at the text: a name that is only compared is not interned.
    template <std::convertible_to<std::string_view> Other>
        requires(!std::same_as<Other, Key>)
    friend bool operator==(const Key& a, const Other& b) noexcept { return a.view() == std::string_view(b); }
    friend std::strong_ordering operator<=>(const Key& a, const Key& b) noexcept { return a.view() <=> b.view(); }

private:
    friend class Value;
    friend class KeyTable;
    struct Node : Counted {
        std::uint32_t size;   // the bytes follow the node
        std::uint64_t hash;
        Node(std::uint32_t length, std::uint64_t hashed) noexcept : size(length), hash(hashed) { }
        [[nodiscard]] std::string_view view() const noexcept { return {reinterpret_cast<const char*>(this + 1), size}; }
    };
    // The address of the node, with the lowest bit set when it is counted; 0 is the empty name.
    static constexpr std::uintptr_t kCounted = 1;
    static constexpr std::uint64_t kEmptyHash = 0x2d358dccaa6c78a5ULL;
    std::uintptr_t m_node = 0;

    [[nodiscard]] bool isCounted() const noexcept { return (m_node & kCounted) != 0; }
    [[nodiscard]] Node* node() const noexcept { return reinterpret_cast<Node*>(m_node & ~kCounted); }
    [[nodiscard]] bool sameText(const Key& other) const noexcept;   // only counted names need to look
    static void destroy(Node* node) noexcept;
};

inline std::string_view Key::view() const noexcept
{
    return m_node == 0 ? std::string_view("") : node()->view();
}

inline std::size_t Key::hash() const noexcept
{
    return m_node == 0 ? kEmptyHash : node()->hash;
}

inline bool Key::sameText(const Key& other) const noexcept
{
    return isCounted() && other.isCounted() && node()->hash == other.node()->hash && view() == other.view();
}

inline Key::Key(const Key& other) noexcept : m_node(other.m_node)
{
    if (isCounted())
        node()->retain();
}

inline Key::Key(Key&& other) noexcept : m_node(other.m_node)
{
    other.m_node = 0;
}

inline Key& Key::operator=(const Key& other) noexcept
{
    return *this = Key(other);
}

inline Key& Key::operator=(Key&& other) noexcept
{
    const std::uintptr_t taken = other.m_node;
    other.m_node = 0;
    if (isCounted() && node()->release())
        destroy(node());
    m_node = taken;
    return *this;
}

inline Key::~Key()
{
    if (isCounted() && node()->release())
        destroy(node());
}

}  // namespace baton

template <>
struct std::hash<baton::Key> {
    std::size_t operator()(const baton::Key& key) const noexcept { return key.hash(); }
};

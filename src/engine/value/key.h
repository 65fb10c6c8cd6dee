// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace baton {

/// The name of an object member. Interned: equal names share one node, so that comparing and hashing cost a pointer.
/// The first 65,536 distinct names (each at most 128 bytes) live for ever and are copied without counting; names beyond
/// that are counted, so that hostile input cannot grow the process. Eight bytes. Thread-safe.
class Key {
public:
    Key() noexcept;                          // the empty name
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
    [[nodiscard]] std::size_t hash() const noexcept;

    friend bool operator==(const Key& a, const Key& b) noexcept { return a.m_node == b.m_node || a.sameText(b); }
    friend std::strong_ordering operator<=>(const Key& a, const Key& b) noexcept { return a.view() <=> b.view(); }

private:
    struct Node;
    [[nodiscard]] bool sameText(const Key& other) const noexcept;   // only counted names need to look
    Node* m_node;
};

}  // namespace baton

template <>
struct std::hash<baton::Key> {
    std::size_t operator()(const baton::Key& key) const noexcept { return key.hash(); }
};

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <cstddef>
#include <new>
#include <utility>

namespace baton {

/// The insides of arrays and objects; only the files of Value see them. Items lie behind the node in the same block.
/// Keys, values and members have no address of their own, so a move to another block is a copy of bytes.
struct Value::ArrayNode : Value::Node {
    using Item = Value;
    static constexpr Type kNodeType = Type::Array;

    [[nodiscard]] static ArrayNode* create(std::size_t room);
    [[nodiscard]] Value* begin() noexcept { return reinterpret_cast<Value*>(this + 1); }
    [[nodiscard]] Value* end() noexcept { return begin() + size; }
    void add(Value&& item) noexcept { ::new (static_cast<void*>(begin() + size++)) Value(std::move(item)); }
    void added() noexcept { }

private:
    using Node::Node;
};

/// Up to kScanned members are looked up by scanning; a node with room for more carries an index behind its members.
struct Value::ObjectNode : Value::Node {
    using Item = Member;
    static constexpr Type kNodeType = Type::Object;
    static constexpr std::size_t kScanned = 16;
    static constexpr std::size_t kAbsent = static_cast<std::size_t>(-1);

    [[nodiscard]] static ObjectNode* create(std::size_t room);
    [[nodiscard]] Member* begin() noexcept { return reinterpret_cast<Member*>(this + 1); }
    [[nodiscard]] Member* end() noexcept { return begin() + size; }
    [[nodiscard]] std::size_t position(const Key& key) noexcept
    {
        if (capacity > kScanned)
            return indexed(key);
        const Member* const all = begin();
        for (std::size_t i = 0, count = size; i < count; ++i) {
            if (all[i].key.m_node == key.m_node)
                return i;
        }
        return key.isCounted() ? alike(key) : kAbsent;
    }
    // The key must be new, the room must be there.
    void add(Key&& key, Value&& value) noexcept
    {
        ::new (static_cast<void*>(begin() + size)) Member {std::move(key), std::move(value)};
        ++size;
        if (capacity > kScanned)
            index(size - 1);
    }
    void added() noexcept;                         // indexes members that were put behind size by other means

private:
    using Node::Node;
    [[nodiscard]] static std::size_t slotsFor(std::size_t room) noexcept;
    [[nodiscard]] static std::size_t firstSlot(const Key& key) noexcept;
    [[nodiscard]] std::uint32_t* slots() noexcept { return reinterpret_cast<std::uint32_t*>(begin() + capacity); }
    void index(std::size_t position) noexcept;
    [[nodiscard]] std::size_t indexed(const Key& key) noexcept;
    [[nodiscard]] std::size_t alike(const Key& key) noexcept;   // another counted key of the same text
};

}  // namespace baton

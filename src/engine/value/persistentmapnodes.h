// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/counted.h"

#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

namespace baton {

/// A node of a PersistentMap, a compressed hash array mapped prefix tree (CHAMP; Steindorfer and Vinju 2015): children and
/// entries lie behind it in one block, packed, and two bitmaps say for which five bits of the hash they are there.
/// Below kLevels the hash is used up: such a node only holds entries of one hash, their number in `entryMap`.
template <typename K, typename V>
struct MapNode : Counted {
    struct Entry {
        K key;
        V value;
    };
    static constexpr unsigned kBits = 5;
    static constexpr unsigned kLevels = 13;
    static_assert(alignof(Entry) <= alignof(MapNode*));
    static_assert(std::is_nothrow_move_constructible_v<Entry>);

    std::uint32_t entryMap;
    std::uint32_t childMap;
    std::uint32_t entryCount;

    // 0 below the last level.
    [[nodiscard]] static std::uint32_t bitOf(std::uint64_t hash, unsigned level) noexcept
    {
        return level < kLevels ? std::uint32_t {1} << ((hash >> (level * kBits)) & 31U) : 0;
    }

    [[nodiscard]] std::size_t childCount() const noexcept { return static_cast<std::size_t>(std::popcount(childMap)); }
    [[nodiscard]] std::size_t entryAt(std::uint32_t bit) const noexcept { return before(entryMap, bit); }
    [[nodiscard]] std::size_t childAt(std::uint32_t bit) const noexcept { return before(childMap, bit); }
    [[nodiscard]] bool isSingleEntry() const noexcept { return entryCount == 1 && childMap == 0; }
    [[nodiscard]] MapNode** children() noexcept { return reinterpret_cast<MapNode**>(this + 1); }
    [[nodiscard]] MapNode* const* children() const noexcept { return reinterpret_cast<MapNode* const*>(this + 1); }
    [[nodiscard]] Entry* entries() noexcept { return reinterpret_cast<Entry*>(children() + childCount()); }
    [[nodiscard]] const Entry* entries() const noexcept { return reinterpret_cast<const Entry*>(children() + childCount()); }

    // A node without content; the caller fills children and entries.
    [[nodiscard]] static MapNode* create(std::uint32_t entryMap, std::uint32_t childMap, std::size_t entryCount)
    {
        const std::size_t links = static_cast<std::size_t>(std::popcount(childMap)) * sizeof(MapNode*);
        void* block = ::operator new(sizeof(MapNode) + links + entryCount * sizeof(Entry));
        auto* node = ::new (block) MapNode;
        node->entryMap = entryMap;
        node->childMap = childMap;
        node->entryCount = static_cast<std::uint32_t>(entryCount);
        return node;
    }

    static void drop(MapNode* node) noexcept
    {
        if (node == nullptr || !node->release())
            return;
        for (std::size_t i = 0; i < node->childCount(); ++i)
            drop(node->children()[i]);
        std::destroy_n(node->entries(), node->entryCount);
        freeBlock(node);
    }

    static MapNode* own(MapNode*& place)
    {
        if (!place->isUnshared())
            place = remade(place, place->entryMap, place->childMap, place->entryCount, kNone, kNone, kNone, kNone);
        return place;
    }

    // In each of these the node is given up and its successor returned; what only the node held is moved, not copied.
    [[nodiscard]] static MapNode* withEntry(MapNode* node, std::uint32_t bit, K&& key, V&& value)
    {
        const bool spent = bit == 0;   // a node below the last level
        const std::size_t at = spent ? node->entryCount : node->entryAt(bit);
        const std::uint32_t map = spent ? node->entryMap + 1 : node->entryMap | bit;
        MapNode* made = remade(node, map, node->childMap, node->entryCount + 1, kNone, at, kNone, kNone);
        ::new (static_cast<void*>(made->entries() + at)) Entry {std::move(key), std::move(value)};
        return made;
    }

    [[nodiscard]] static MapNode* withoutEntry(MapNode* node, std::uint32_t bit, std::size_t at)
    {
        const std::uint32_t map = bit == 0 ? node->entryMap - 1 : node->entryMap & ~bit;
        return remade(node, map, node->childMap, node->entryCount - 1, at, kNone, kNone, kNone);
    }

    // The entry goes a level down, into the child.
    [[nodiscard]] static MapNode* withChildForEntry(MapNode* node, std::uint32_t bit, MapNode* child)
    {
        const std::size_t entry = node->entryAt(bit);
        const std::size_t at = node->childAt(bit);
        MapNode* made = remade(node, node->entryMap & ~bit, node->childMap | bit, node->entryCount - 1, entry, kNone, kNone, at);
        made->children()[at] = child;
        return made;
    }

    // The only entry of the child comes a level up; the child is given up too.
    [[nodiscard]] static MapNode* withEntryForChild(MapNode* node, std::uint32_t bit, Entry&& entry)
    {
        const std::size_t child = node->childAt(bit);
        const std::size_t at = node->entryAt(bit);
        MapNode* made = remade(node, node->entryMap | bit, node->childMap & ~bit, node->entryCount + 1, kNone, at, child, kNone);
        ::new (static_cast<void*>(made->entries() + at)) Entry(std::move(entry));
        return made;
    }

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    MapNode() noexcept = default;

    [[nodiscard]] static std::size_t before(std::uint32_t map, std::uint32_t bit) noexcept
    {
        return static_cast<std::size_t>(std::popcount(map & (bit - 1)));
    }

    static void freeBlock(MapNode* node) noexcept
    {
        node->~MapNode();
        ::operator delete(node);
    }

    // The old node's content less one entry and child, with gaps left for one new entry and child.
    [[nodiscard]] static MapNode* remade(MapNode* old, std::uint32_t entryMap, std::uint32_t childMap, std::size_t entryCount,
                                         std::size_t lessEntry, std::size_t entryGap, std::size_t lessChild,
                                         std::size_t childGap)
    {
        MapNode* made = create(entryMap, childMap, entryCount);
        const bool mine = old->isUnshared();
        std::size_t to = 0;
        for (std::size_t i = 0; i < old->childCount(); ++i) {
            MapNode* child = old->children()[i];
            if (i == lessChild) {
                if (mine)
                    drop(child);
                continue;
            }
            if (!mine)
                child->retain();
            to += to == childGap ? 1 : 0;
            made->children()[to++] = child;
        }
        to = 0;
        for (std::size_t i = 0; i < old->entryCount; ++i) {
            if (i == lessEntry)
                continue;
            to += to == entryGap ? 1 : 0;
            Entry& entry = old->entries()[i];
            void* place = made->entries() + to++;
            if (mine)
                ::new (place) Entry(std::move(entry));
            else
                ::new (place) Entry(std::as_const(entry));
        }
        if (mine) {
            std::destroy_n(old->entries(), old->entryCount);
            freeBlock(old);
        } else {
            drop(old);
        }
        return made;
    }
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/counted.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace baton {

/// The nodes of a PersistentVector: 32-wide branches over leaves of kWidth items. Level 0 is a leaf, level n has branches
/// over level n-1. Leaves are filled from the left, so the shape follows from their number.
template <typename T>
struct VectorNodes {
    // Large items lie in smaller leaves, so that changing one of them copies few.
    static constexpr std::size_t kWidth = sizeof(T) <= 32 ? 32 : sizeof(T) <= 128 ? 16 : 8;
    static constexpr std::size_t kFan = 32;
    static constexpr unsigned kFanBits = 5;

    struct Leaf : Counted {
        std::uint32_t count = 0;   // items made; a vector that was truncated may use fewer
        alignas(T) std::byte room[kWidth * sizeof(T)];

        Leaf() noexcept { }   // leaves the room as it is
        Leaf(const Leaf& other, std::size_t used) : Counted()
        {
            std::uninitialized_copy_n(other.items(), used, reinterpret_cast<T*>(room));
            count = static_cast<std::uint32_t>(used);
        }
        Leaf(const Leaf&) = delete;
        Leaf& operator=(const Leaf&) = delete;
        ~Leaf() { std::destroy_n(items(), count); }

        [[nodiscard]] T* items() noexcept { return std::launder(reinterpret_cast<T*>(room)); }
        [[nodiscard]] const T* items() const noexcept { return std::launder(reinterpret_cast<const T*>(room)); }
        void shrink(std::size_t used) noexcept
        {
            std::destroy(items() + used, items() + count);
            count = static_cast<std::uint32_t>(used);
        }
        void add(T&& item)
        {
            std::construct_at(reinterpret_cast<T*>(room) + count, std::move(item));
            ++count;
        }
    };
    struct Branch : Counted {
        std::array<Counted*, kFan> children {};   // those behind the last are null
    };

    [[nodiscard]] static constexpr std::size_t leavesBelow(unsigned level) noexcept
    {
        return std::size_t {1} << (level * kFanBits);
    }

    // Where at this level the way to the leaf goes on.
    [[nodiscard]] static std::size_t turn(std::size_t leaf, unsigned level) noexcept
    {
        return (leaf >> ((level - 1) * kFanBits)) % kFan;
    }

    [[nodiscard]] static const Leaf* leafAt(const Counted* node, unsigned level, std::size_t leaf) noexcept
    {
        for (; level > 0; --level)
            node = static_cast<const Branch*>(node)->children[turn(leaf, level)];
        return static_cast<const Leaf*>(node);
    }

    static void retain(Counted* node) noexcept
    {
        if (node != nullptr)
            node->retain();
    }

    static void drop(Counted* node, unsigned level) noexcept
    {
        if (node == nullptr || !node->release())
            return;
        if (level == 0) {
            delete static_cast<Leaf*>(node);
            return;
        }
        for (Counted* child : static_cast<Branch*>(node)->children)
            drop(child, level - 1);
        delete static_cast<Branch*>(node);
    }

    // Puts a copy of a shared leaf in its place, with the first `used` items.
    static void ownLeaf(Counted*& place, std::size_t used)
    {
        if (place->isUnshared())
            return;
        Counted* copy = new Leaf(*static_cast<const Leaf*>(place), used);
        drop(std::exchange(place, copy), 0);
    }

    [[nodiscard]] static Branch* ownBranch(Counted*& place, unsigned level)
    {
        if (!place->isUnshared()) {
            auto* copy = new Branch;
            copy->children = static_cast<const Branch*>(place)->children;
            std::ranges::for_each(copy->children, retain);
            drop(std::exchange(place, copy), level);
        }
        return static_cast<Branch*>(place);
    }

    // The leaf, with nothing shared on the way to it.
    [[nodiscard]] static Leaf* ownLeafAt(Counted** place, unsigned level, std::size_t leaf)
    {
        for (; level > 0; --level)
            place = &ownBranch(*place, level)->children[turn(leaf, level)];
        ownLeaf(*place, kWidth);
        return static_cast<Leaf*>(*place);
    }

    // Puts a leaf behind the last one.
    static void store(Counted*& root, unsigned& levels, std::size_t leaf, Leaf* added)
    {
        if (root != nullptr && leaf == leavesBelow(levels)) {
            auto* higher = new Branch;
            higher->children[0] = root;
            root = higher;
            ++levels;
        }
        Counted** place = &root;
        for (unsigned level = levels; level > 0; --level) {
            if (*place == nullptr)
                *place = new Branch;
            place = &ownBranch(*place, level)->children[turn(leaf, level)];
        }
        *place = added;
    }

    // Lets go of all but the first leaves (at least one).
    static void keep(Counted*& place, unsigned level, std::size_t leaves)
    {
        if (level == 0 || leaves == leavesBelow(level))
            return;
        Branch* branch = ownBranch(place, level);
        const std::size_t last = (leaves - 1) / leavesBelow(level - 1);
        for (std::size_t i = last + 1; i < kFan; ++i)
            drop(std::exchange(branch->children[i], nullptr), level - 1);
        keep(branch->children[last], level - 1, leaves - last * leavesBelow(level - 1));
    }

    [[nodiscard]] static bool same(const Counted* a, const Counted* b, unsigned level, std::size_t used)
    {
        if (a == b)
            return true;
        if (a == nullptr || b == nullptr)
            return false;
        if (level == 0) {
            const T* items = static_cast<const Leaf*>(a)->items();
            return std::equal(items, items + used, static_cast<const Leaf*>(b)->items());
        }
        const auto& left = static_cast<const Branch*>(a)->children;
        const auto& right = static_cast<const Branch*>(b)->children;
        for (std::size_t i = 0; i < kFan; ++i) {
            if (!same(left[i], right[i], level - 1, used))
                return false;
        }
        return true;
    }
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/persistentnodes.h"

#include <cassert>
#include <cstddef>
#include <iterator>
#include <type_traits>
#include <utility>

namespace baton {

/// A sequence whose copies share structure: a 32-wide radix tree, with the last items in a leaf of its own. A copy costs
/// O(1), reading and changing an item O(log32 size). A change happens in place where no other copy holds the nodes and
/// copies the way to the item otherwise; other copies never see it. Different copies may be used by different threads.
template <typename T>
class PersistentVector {
public:
    class Iterator;
    using value_type = T;
    using const_iterator = Iterator;

    PersistentVector() noexcept = default;
    PersistentVector(const PersistentVector& other) noexcept
        : m_root(other.m_root), m_tail(other.m_tail), m_size(other.m_size), m_levels(other.m_levels)
    {
        Nodes::retain(m_root);
        Nodes::retain(m_tail);
    }
    PersistentVector(PersistentVector&& other) noexcept { swap(other); }
    PersistentVector& operator=(PersistentVector other) noexcept
    {
        swap(other);
        return *this;
    }
    ~PersistentVector()
    {
        Nodes::drop(m_root, m_levels);
        Nodes::drop(m_tail, 0);
    }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const noexcept { return itemsAt(index)[index % kWidth]; }
    [[nodiscard]] const T& back() const noexcept { return (*this)[m_size - 1]; }
    [[nodiscard]] Iterator begin() const noexcept { return Iterator(this, 0); }
    [[nodiscard]] Iterator end() const noexcept { return Iterator(this, m_size); }

    /// The item, for changing. The reference is good until the next copy or change of this vector.
    [[nodiscard]] T& edit(std::size_t index)
    {
        assert(index < m_size);
        if (index >= tailStart())
            return ownTail()->items()[index % kWidth];
        return Nodes::ownLeafAt(&m_root, m_levels, index / kWidth)->items()[index % kWidth];
    }

    void set(std::size_t index, T value) { edit(index) = std::move(value); }

    void push_back(T value)
    {
        static_assert(std::is_nothrow_move_constructible_v<T>);
        (m_size % kWidth == 0 ? newTail() : ownTail())->add(std::move(value));
        ++m_size;
    }

    /// Keeps the first items; a size beyond the end changes nothing.
    void truncate(std::size_t size)
    {
        if (size >= m_size)
            return;
        if (size == 0) {
            clear();
            return;
        }
        if (size <= tailStart())
            keepLeaves((size - 1) / kWidth);
        m_size = size;
        if (m_tail->isUnshared())
            static_cast<Leaf*>(m_tail)->shrink(size - tailStart());
    }

    void clear() noexcept { PersistentVector().swap(*this); }

    void swap(PersistentVector& other) noexcept
    {
        std::swap(m_root, other.m_root);
        std::swap(m_tail, other.m_tail);
        std::swap(m_size, other.m_size);
        std::swap(m_levels, other.m_levels);
    }

    template <typename Visitor>
    void forEach(Visitor&& visitor) const
    {
        for (const T& item : *this)
            visitor(item);
    }

    /// Does not look at what both share.
    friend bool operator==(const PersistentVector& a, const PersistentVector& b)
    {
        return a.m_size == b.m_size && Nodes::same(a.m_tail, b.m_tail, 0, a.m_size - a.tailStart())
            && Nodes::same(a.m_root, b.m_root, a.m_levels, kWidth);
    }

private:
    using Nodes = VectorNodes<T>;
    using Leaf = typename Nodes::Leaf;
    static constexpr std::size_t kWidth = Nodes::kWidth;

    [[nodiscard]] std::size_t tailStart() const noexcept { return m_size == 0 ? 0 : (m_size - 1) / kWidth * kWidth; }

    [[nodiscard]] const T* itemsAt(std::size_t index) const noexcept
    {
        assert(index < m_size);
        if (index >= tailStart())
            return static_cast<const Leaf*>(m_tail)->items();
        return Nodes::leafAt(m_root, m_levels, index / kWidth)->items();
    }

    [[nodiscard]] Leaf* newTail()
    {
        auto* tail = new Leaf;
        if (m_tail != nullptr)
            Nodes::store(m_root, m_levels, m_size / kWidth - 1, static_cast<Leaf*>(m_tail));
        m_tail = tail;
        return tail;
    }

    // The tail, ours, with exactly the items in use.
    [[nodiscard]] Leaf* ownTail()
    {
        const std::size_t used = m_size - tailStart();
        Nodes::ownLeaf(m_tail, used);
        static_cast<Leaf*>(m_tail)->shrink(used);
        return static_cast<Leaf*>(m_tail);
    }

    // Leaves before this one stay in the tree, this one becomes the tail.
    void keepLeaves(std::size_t leaf)
    {
        Counted* tail = const_cast<Leaf*>(Nodes::leafAt(m_root, m_levels, leaf));
        Nodes::retain(tail);
        Nodes::drop(std::exchange(m_tail, tail), 0);
        if (leaf == 0) {
            Nodes::drop(std::exchange(m_root, nullptr), std::exchange(m_levels, 0U));
            return;
        }
        while (m_levels > 0 && leaf <= Nodes::leavesBelow(m_levels - 1)) {
            Counted* lower = static_cast<typename Nodes::Branch*>(m_root)->children[0];
            Nodes::retain(lower);
            Nodes::drop(std::exchange(m_root, lower), m_levels);
            --m_levels;
        }
        Nodes::keep(m_root, m_levels, leaf);
    }

    Counted* m_root = nullptr;   // full leaves only; itself a leaf at level 0
    Counted* m_tail = nullptr;   // a leaf with the last 1 to kWidth items; null when there are none
    std::size_t m_size = 0;
    unsigned m_levels = 0;       // of branches
};

/// Walks forward; good until the vector changes or goes.
template <typename T>
class PersistentVector<T>::Iterator {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() noexcept = default;
    [[nodiscard]] reference operator*() const noexcept { return m_items[m_index % kWidth]; }
    [[nodiscard]] pointer operator->() const noexcept { return &**this; }
    Iterator& operator++() noexcept
    {
        if (++m_index % kWidth == 0)
            look();
        return *this;
    }
    Iterator operator++(int) noexcept
    {
        Iterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Iterator& other) const noexcept { return m_index == other.m_index; }

private:
    friend class PersistentVector;
    Iterator(const PersistentVector* vector, std::size_t index) noexcept : m_vector(vector), m_index(index) { look(); }
    void look() noexcept { m_items = m_index < m_vector->m_size ? m_vector->itemsAt(m_index) : nullptr; }

    const PersistentVector* m_vector = nullptr;
    const T* m_items = nullptr;
    std::size_t m_index = 0;
};

}  // namespace baton

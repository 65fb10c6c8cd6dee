// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/hash.h"
#include "engine/value/persistentmapnodes.h"
#include "engine/value/text.h"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>

namespace baton {

/// A hash map whose copies share structure (a CHAMP tree). A copy costs O(1), reading and changing O(log32 size). A change
/// happens in place where no other copy holds the nodes and copies the way otherwise; other copies never see it. Different
/// copies may be used by different threads. Equal maps are visited in the same order in every process, as far as
/// std::hash<K> is the same there (and no two keys have one hash).
template <typename K, typename V>
class PersistentMap {
public:
    PersistentMap() noexcept = default;
    PersistentMap(const PersistentMap& other) noexcept : m_root(other.m_root), m_size(other.m_size)
    {
        if (m_root != nullptr)
            m_root->retain();
    }
    PersistentMap(PersistentMap&& other) noexcept { swap(other); }
    PersistentMap& operator=(PersistentMap other) noexcept
    {
        swap(other);
        return *this;
    }
    ~PersistentMap() { Node::drop(m_root); }

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }

    /// nullptr when absent. Good until the next change of this map.
    [[nodiscard]] const V* find(const K& key) const noexcept { return look(hashOf(key), key); }
    template <std::convertible_to<std::string_view> Name>
        requires std::same_as<K, Text> && (!std::same_as<Name, Text>)
    [[nodiscard]] const V* find(const Name& key) const noexcept
    {
        const std::string_view name(key);
        return look(spread(hashOfBytes(name)), name);
    }
    [[nodiscard]] bool contains(const K& key) const noexcept { return find(key) != nullptr; }

    void set(K key, V value)
    {
        const std::uint64_t hash = hashOf(key);
        if (m_root == nullptr)
            m_root = Node::create(0, 0, 0);
        if (insert(m_root, 0, hash, std::move(key), std::move(value)))
            ++m_size;
    }

    /// The value, for changing; made new when absent. The reference is good until the next copy or change of this map.
    [[nodiscard]] V& edit(const K& key)
    {
        if (!contains(key))
            set(key, V());
        const std::uint64_t hash = hashOf(key);
        Node** place = &m_root;
        for (unsigned level = 0;; ++level) {
            Node* node = Node::own(*place);
            const std::uint32_t bit = Node::bitOf(hash, level);
            if (level == Node::kLevels || (node->entryMap & bit) != 0)
                return node->entries()[position(*node, level, hash, key)].value;
            place = &node->children()[node->childAt(bit)];
        }
    }

    /// False when there was none.
    bool erase(const K& key)
    {
        if (!contains(key))
            return false;
        const K held = key;   // the caller's may lie in the map
        remove(m_root, 0, hashOf(held), held);
        if (--m_size == 0)
            clear();
        return true;
    }

    void clear() noexcept { PersistentMap().swap(*this); }

    void swap(PersistentMap& other) noexcept
    {
        std::swap(m_root, other.m_root);
        std::swap(m_size, other.m_size);
    }

    /// visitor(const K&, const V&), in an order that follows from the hashes.
    template <typename Visitor>
    void forEach(Visitor&& visitor) const
    {
        if (m_root != nullptr)
            visit(*m_root, visitor);
    }

    /// Does not look at what both share.
    friend bool operator==(const PersistentMap& a, const PersistentMap& b)
    {
        return a.m_size == b.m_size && (a.m_root == b.m_root || same(*a.m_root, *b.m_root, 0));
    }

private:
    using Node = MapNode<K, V>;
    using Entry = typename Node::Entry;

    [[nodiscard]] static std::uint64_t spread(std::uint64_t hash) noexcept { return mixedHash(hash, 0x9e3779b97f4a7c15ULL); }
    [[nodiscard]] static std::uint64_t hashOf(const K& key) noexcept { return spread(std::hash<K>()(key)); }

    // Where in the node the key is; entryCount when it is not there.
    template <typename Query>
    [[nodiscard]] static std::size_t position(const Node& node, unsigned level, std::uint64_t hash, const Query& key) noexcept
    {
        if (level < Node::kLevels) {
            const std::uint32_t bit = Node::bitOf(hash, level);
            const std::size_t at = node.entryAt(bit);
            return (node.entryMap & bit) != 0 && node.entries()[at].key == key ? at : node.entryCount;
        }
        std::size_t at = 0;
        while (at < node.entryCount && !(node.entries()[at].key == key))
            ++at;
        return at;
    }

    template <typename Query>
    [[nodiscard]] const V* look(std::uint64_t hash, const Query& key) const noexcept
    {
        const Node* node = m_root;
        for (unsigned level = 0; node != nullptr; ++level) {
            const std::size_t at = position(*node, level, hash, key);
            if (at < node->entryCount)
                return &node->entries()[at].value;
            const std::uint32_t bit = Node::bitOf(hash, level);
            node = (node->childMap & bit) != 0 ? node->children()[node->childAt(bit)] : nullptr;
        }
        return nullptr;
    }

    // True when the key is new.
    static bool insert(Node*& place, unsigned level, std::uint64_t hash, K&& key, V&& value)
    {
        const std::uint32_t bit = Node::bitOf(hash, level);
        if (const std::size_t at = position(*place, level, hash, key); at < place->entryCount) {
            Node::own(place)->entries()[at].value = std::move(value);
            return false;
        }
        if ((place->childMap & bit) != 0) {
            Node* node = Node::own(place);
            return insert(node->children()[node->childAt(bit)], level + 1, hash, std::move(key), std::move(value));
        }
        if ((place->entryMap & bit) != 0) {
            Entry above = place->entries()[place->entryAt(bit)];
            const std::uint64_t hashAbove = hashOf(above.key);
            Node* child = Node::create(0, 0, 0);
            insert(child, level + 1, hashAbove, std::move(above.key), std::move(above.value));
            insert(child, level + 1, hash, std::move(key), std::move(value));
            place = Node::withChildForEntry(place, bit, child);
            return true;
        }
        place = Node::withEntry(place, bit, std::move(key), std::move(value));
        return true;
    }

    // The key is there. A child that is left with one entry and nothing else is folded into its parent, so that equal maps
    // have equal trees.
    static void remove(Node*& place, unsigned level, std::uint64_t hash, const K& key)
    {
        const std::uint32_t bit = Node::bitOf(hash, level);
        if (const std::size_t at = position(*place, level, hash, key); at < place->entryCount) {
            place = Node::withoutEntry(place, bit, at);
            return;
        }
        Node* node = Node::own(place);
        Node*& child = node->children()[node->childAt(bit)];
        remove(child, level + 1, hash, key);
        if (child->isSingleEntry()) {
            Entry last = child->entries()[0];
            place = Node::withEntryForChild(node, bit, std::move(last));
        }
    }

    template <typename Visitor>
    static void visit(const Node& node, Visitor& visitor)
    {
        for (std::size_t i = 0; i < node.entryCount; ++i)
            visitor(std::as_const(node.entries()[i].key), std::as_const(node.entries()[i].value));
        for (std::size_t i = 0; i < node.childCount(); ++i)
            visit(*node.children()[i], visitor);
    }

    [[nodiscard]] static bool same(const Node& a, const Node& b, unsigned level)
    {
        if (a.entryMap != b.entryMap || a.childMap != b.childMap)
            return false;
        const auto sameEntry = [](const Entry& x, const Entry& y) { return x.key == y.key && x.value == y.value; };
        if (level == Node::kLevels)
            return std::is_permutation(a.entries(), a.entries() + a.entryCount, b.entries(), sameEntry);
        if (!std::equal(a.entries(), a.entries() + a.entryCount, b.entries(), sameEntry))
            return false;
        for (std::size_t i = 0; i < a.childCount(); ++i) {
            if (a.children()[i] != b.children()[i] && !same(*a.children()[i], *b.children()[i], level + 1))
                return false;
        }
        return true;
    }

    Node* m_root = nullptr;   // null when empty
    std::size_t m_size = 0;
};

}  // namespace baton

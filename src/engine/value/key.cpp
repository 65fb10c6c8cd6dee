// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/key.h"

#include "engine/value/hash.h"

#include <array>
#include <cstring>
#include <limits>
#include <mutex>
#include <new>
#include <stdexcept>

namespace baton {

/// The permanent names: open addressing over slots that only ever go from empty to taken. Readers take no lock.
/// A name is looked for in kMaxProbes slots; where all of them hold others it stays outside for ever, as a counted name.
/// So a name is never permanent for one caller and counted for another.
class KeyTable {
public:
    // Null when the name is not, and will never be, a permanent one.
    Key::Node* intern(std::string_view name, std::uint64_t hash)
    {
        const bool wasFull = m_full.load(std::memory_order_acquire);
        Found found = find(name, hash);
        if (found.node != nullptr || wasFull || found.slot == nullptr)
            return found.node;

        const std::lock_guard lock(m_writing);
        found = find(name, hash);
        if (found.node != nullptr || found.slot == nullptr || m_count == Key::kMaxPermanent)
            return found.node;
        Key::Node* node = create(name, hash);
        found.slot->store(node, std::memory_order_release);
        if (++m_count == Key::kMaxPermanent)
            m_full.store(true, std::memory_order_release);
        return node;
    }

    static Key::Node* create(std::string_view name, std::uint64_t hash)
    {
        if (name.size() > std::numeric_limits<std::uint32_t>::max())
            throw std::length_error("a member name of more than 4 GiB");
        Key::Node* node = new (::operator new(sizeof(Key::Node) + name.size()))
            Key::Node(static_cast<std::uint32_t>(name.size()), hash);
        std::memcpy(static_cast<void*>(node + 1), name.data(), name.size());
        return node;
    }

private:
    using Slot = std::atomic<Key::Node*>;
    struct Found {
        Key::Node* node;
        Slot* slot;   // where it would go; null when there is no place
    };
    static constexpr std::size_t kSlots = 2 * Key::kMaxPermanent;
    static constexpr std::size_t kMaxProbes = 128;

    Found find(std::string_view name, std::uint64_t hash) noexcept
    {
        for (std::size_t probe = 0; probe < kMaxProbes; ++probe) {
            Slot& slot = m_slots[(hash + probe) % kSlots];
            Key::Node* node = slot.load(std::memory_order_acquire);
            if (node == nullptr)
                return {nullptr, &slot};
            if (node->hash == hash && node->view() == name)
                return {node, nullptr};
        }
        return {nullptr, nullptr};
    }

    std::array<Slot, kSlots> m_slots {};
    std::atomic<bool> m_full = false;
    std::mutex m_writing;   // guards m_count and the filling of slots
    std::size_t m_count = 0;
};

namespace {

constinit KeyTable theTable;   // all zero at start: no memory until a name needs it

}  // namespace

Key::Key(std::string_view name)
{
    if (name.empty())
        return;
    const std::uint64_t hash = hashOfBytes(name);
    if (name.size() <= kMaxPermanentSize) {
        if (const Node* permanent = theTable.intern(name, hash)) {
            m_node = reinterpret_cast<std::uintptr_t>(permanent);
            return;
        }
    }
    m_node = reinterpret_cast<std::uintptr_t>(KeyTable::create(name, hash)) | kCounted;
}

void Key::destroy(Node* node) noexcept
{
    node->~Node();
    ::operator delete(node);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/valuenodes.h"

#include "engine/value/hash.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <memory>
#include <new>
#include <stdexcept>

namespace baton {
namespace {

void checkRoom(std::size_t room)
{
    if (room >= std::numeric_limits<std::uint32_t>::max())
        throw std::length_error("an array or object of more than 4,294,967,294 items");
}

}  // namespace

Value::ArrayNode* Value::ArrayNode::create(std::size_t room)
{
    checkRoom(room);
    return ::new (::operator new(sizeof(ArrayNode) + room * sizeof(Value))) ArrayNode(0, room);
}

std::size_t Value::ObjectNode::slotsFor(std::size_t room) noexcept
{
    return room <= kScanned ? 0 : std::bit_ceil(room + room / 2);
}

// Hashes are the same everywhere, so names that crowd one slot could be prepared; where this process was loaded could not.
std::size_t Value::ObjectNode::firstSlot(const Key& key) noexcept
{
    static constexpr char kHere = 0;
    return mixedHash(key.hash() ^ reinterpret_cast<std::uintptr_t>(&kHere), 0x9e3779b97f4a7c15ULL);
}

Value::ObjectNode* Value::ObjectNode::create(std::size_t room)
{
    checkRoom(room);
    const std::size_t slotBytes = slotsFor(room) * sizeof(std::uint32_t);
    auto* node = ::new (::operator new(sizeof(ObjectNode) + room * sizeof(Member) + slotBytes)) ObjectNode(0, room);
    if (slotBytes > 0)
        std::memset(node->slots(), 0, slotBytes);
    return node;
}

std::size_t Value::ObjectNode::indexed(const Key& key) noexcept
{
    const Member* const all = begin();
    const std::uint32_t* const table = slots();
    const std::size_t mask = slotsFor(capacity) - 1;
    for (std::size_t at = firstSlot(key) & mask; table[at] != 0; at = (at + 1) & mask) {
        if (all[table[at] - 1].key == key)
            return table[at] - 1;
    }
    return kAbsent;
}

std::size_t Value::ObjectNode::alike(const Key& key) noexcept
{
    const Member* const found = std::ranges::find_if(begin(), end(), [&key](const Member& member) { return member.key.sameText(key); });
    return found == end() ? kAbsent : static_cast<std::size_t>(found - begin());
}

void Value::ObjectNode::index(std::size_t position) noexcept
{
    const std::size_t mask = slotsFor(capacity) - 1;
    std::size_t at = firstSlot(begin()[position].key) & mask;
    while (slots()[at] != 0)
        at = (at + 1) & mask;
    slots()[at] = static_cast<std::uint32_t>(position + 1);
}

void Value::ObjectNode::added() noexcept
{
    for (std::size_t i = 0; capacity > kScanned && i < size; ++i)
        index(i);
}

namespace {

// What is still to be freed, linked through the dead nodes themselves: no recursion, no allocation.
template <typename NodeType>
class Dead {
public:
    void push(NodeType* node) noexcept
    {
        node->capacity = reinterpret_cast<std::uintptr_t>(m_top);
        m_top = node;
    }

    NodeType* pop() noexcept
    {
        NodeType* node = m_top;
        if (node != nullptr)
            m_top = reinterpret_cast<NodeType*>(static_cast<std::uintptr_t>(node->capacity));
        return node;
    }

private:
    NodeType* m_top = nullptr;
};

}  // namespace

void Value::destroy(Type type, Counted* node) noexcept
{
    Dead<ArrayNode> arrays;
    Dead<ObjectNode> objects;
    const auto free = [&](Type kind, Counted* dead) {
        if (kind == Type::Text)
            Text::destroy(static_cast<Text::Node*>(dead));
        else if (kind == Type::Array)
            arrays.push(static_cast<ArrayNode*>(dead));
        else
            objects.push(static_cast<ObjectNode*>(dead));
    };
    const auto letGo = [&](Value& value) {
        if (value.isShared() && value.first<Counted*>()->release())
            free(value.type(), value.first<Counted*>());
    };

    free(type, node);
    for (bool more = true; more;) {
        more = false;
        while (ArrayNode* dead = arrays.pop()) {
            for (Value& item : *dead)
                letGo(item);
            ::operator delete(dead);
        }
        while (ObjectNode* dead = objects.pop()) {
            for (Member& member : *dead) {
                letGo(member.value);
                member.key.~Key();
            }
            ::operator delete(dead);
            more = true;
        }
    }
}

namespace {

constexpr std::size_t kLeastRoom = 4;

}  // namespace

void Value::adopt(Node* node, Type type) noexcept
{
    drop();
    setFirst(type, node);
    m_bytes[kMark] = kShared;
}

template <typename NodeType>
NodeType* Value::writable(std::size_t room)
{
    auto* old = hasItems() && type() == NodeType::kNodeType ? static_cast<NodeType*>(node()) : nullptr;
    const bool mine = old != nullptr && old->isUnshared();
    if (mine && room <= old->capacity)
        return old;

    using Item = typename NodeType::Item;
    const std::size_t size = old == nullptr ? 0 : old->size;
    NodeType* fresh = NodeType::create(room <= size ? size : std::max(room + room / 2, kLeastRoom));
    if (mine) {
        std::memcpy(static_cast<void*>(fresh->begin()), static_cast<const void*>(old->begin()), size * sizeof(Item));
        old->size = 0;
    } else if (old != nullptr) {
        std::uninitialized_copy(old->begin(), old->end(), fresh->begin());
    }
    fresh->size = static_cast<std::uint32_t>(size);
    fresh->added();
    adopt(fresh, NodeType::kNodeType);
    return fresh;
}

void Value::put(const Key& key, Value&& value)
{
    std::size_t at = ObjectNode::kAbsent;
    if (isObject() && isShared()) {
        auto* object = static_cast<ObjectNode*>(node());
        at = object->position(key);
        if (at == ObjectNode::kAbsent && object->size < object->capacity && object->isUnshared()) {
            object->add(Key(key), std::move(value));
            return;
        }
    }
    if (at != ObjectNode::kAbsent) {
        writable<ObjectNode>(size())->begin()[at].value = std::move(value);
        return;
    }
    Key held = key;   // the caller's may lie in the block that is given up
    writable<ObjectNode>((isObject() ? size() : 0) + 1)->add(std::move(held), std::move(value));
}

void Value::append(Value&& item)
{
    writable<ArrayNode>((isArray() ? size() : 0) + 1)->add(std::move(item));
}

void Value::replaceItem(std::size_t index, Value&& item)
{
    if (isArray() && index < size())
        writable<ArrayNode>(size())->begin()[index] = std::move(item);
}

void Value::reserveMembers(std::size_t room)
{
    adopt(ObjectNode::create(room), Type::Object);
}

Value Value::takeArray(std::span<Value> items)
{
    Value array;
    array.setFirst(Type::Array, std::uint64_t {0});
    if (items.empty())
        return array;
    ArrayNode* node = ArrayNode::create(items.size());
    for (Value& item : items)
        node->add(std::move(item));
    array.adopt(node, Type::Array);
    return array;
}

Value Value::takeObject(std::span<Key> keys, std::span<Value> values)
{
    Value object;
    object.setFirst(Type::Object, std::uint64_t {0});
    if (keys.empty())
        return object;
    ObjectNode* node = ObjectNode::create(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::size_t at = node->position(keys[i]);
        if (at == ObjectNode::kAbsent)
            node->add(std::move(keys[i]), std::move(values[i]));
        else
            node->begin()[at].value = std::move(values[i]);
    }
    object.adopt(node, Type::Object);
    return object;
}

const Value* Value::find(const Key& key) const noexcept
{
    if (!isObject() || !isShared())
        return nullptr;
    auto* object = static_cast<ObjectNode*>(node());
    const std::size_t at = object->position(key);
    return at == ObjectNode::kAbsent ? nullptr : &object->begin()[at].value;
}

}  // namespace baton

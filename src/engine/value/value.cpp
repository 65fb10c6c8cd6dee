// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/value.h"

#include "engine/value/hash.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace baton {
namespace {

constinit const Value kNull;

}  // namespace

Value Value::array(std::vector<Value> items)
{
    return takeArray(items);
}

Value Value::object(std::initializer_list<std::pair<Key, Value>> members)
{
    ObjectBuilder builder(members.size());
    for (const auto& [key, value] : members)
        builder.set(key, value);
    return std::move(builder).build();
}

bool Value::asBool(bool fallback) const noexcept
{
    return isBool() ? first<bool>() : fallback;
}

std::int64_t Value::asInteger(std::int64_t fallback) const noexcept
{
    if (isInteger())
        return first<std::int64_t>();
    const double decimal = isDecimal() ? first<double>() : std::numeric_limits<double>::quiet_NaN();
    if (std::isnan(decimal))
        return fallback;
    constexpr double kLimit = 0x1p63;
    if (decimal >= kLimit)
        return std::numeric_limits<std::int64_t>::max();
    if (decimal < -kLimit)
        return std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(decimal);
}

double Value::asDecimal(double fallback) const noexcept
{
    if (isDecimal())
        return first<double>();
    return isInteger() ? static_cast<double>(first<std::int64_t>()) : fallback;
}

std::string_view Value::asText(std::string_view fallback) const noexcept
{
    return isText() ? Text::viewOf(m_bytes) : fallback;
}

Text Value::toText() const noexcept
{
    Text text;
    if (isText()) {
        retain();
        std::memcpy(text.m_bytes, m_bytes, sizeof m_bytes);
        text.m_bytes[kType] = 0;
    }
    return text;
}

std::span<const Value> Value::items() const noexcept
{
    if (!isArray() || !isShared())
        return {};
    return {reinterpret_cast<const Value*>(node() + 1), node()->size};
}

std::span<const Member> Value::members() const noexcept
{
    if (!isObject() || !isShared())
        return {};
    return {reinterpret_cast<const Member*>(node() + 1), node()->size};
}

const Value& Value::at(std::size_t index) const noexcept
{
    const std::span<const Value> all = items();
    return index < all.size() ? all[index] : kNull;
}

const Value& Value::operator[](const Key& key) const noexcept
{
    const Value* found = find(key);
    return found == nullptr ? kNull : *found;
}

Value Value::with(const Key& key, Value value) const&
{
    Value changed = *this;
    changed.put(key, std::move(value));
    return changed;
}

Value Value::with(const Key& key, Value value) &&
{
    put(key, std::move(value));
    return std::move(*this);
}

Value Value::without(const Key& key) const
{
    if (!contains(key))
        return isObject() ? *this : object();
    ObjectBuilder builder(size() - 1);
    for (const Member& member : members()) {
        if (member.key != key)
            builder.set(member.key, member.value);
    }
    return std::move(builder).build();
}

Value Value::appended(Value item) const&
{
    Value changed = *this;
    changed.append(std::move(item));
    return changed;
}

Value Value::appended(Value item) &&
{
    append(std::move(item));
    return std::move(*this);
}

Value Value::withItem(std::size_t index, Value item) const&
{
    Value changed = *this;
    changed.replaceItem(index, std::move(item));
    return changed;
}

Value Value::withItem(std::size_t index, Value item) &&
{
    replaceItem(index, std::move(item));
    return std::move(*this);
}

void Value::putAll(const Value& other)
{
    if (empty() && other.isObject()) {
        *this = other;
        return;
    }
    if (!isObject())
        *this = object();
    for (const Member& member : other.members())
        put(member.key, Value(member.value));
}

Value Value::mergedWith(const Value& other) const&
{
    Value merged = *this;
    merged.putAll(other);
    return merged;
}

Value Value::mergedWith(const Value& other) &&
{
    putAll(Value(other));   // a copy, as other may be a part of this
    return std::move(*this);
}

bool Value::sharesNodeWith(const Value& other) const noexcept
{
    return std::memcmp(m_bytes, other.m_bytes, sizeof m_bytes) == 0;
}

namespace {

bool sameDecimal(double a, double b) noexcept
{
    return std::isnan(a) ? std::isnan(b) : !(a < b) && !(a > b) && !std::isnan(b);
}

bool sameMembers(const Value& a, const Value& b) noexcept
{
    const std::span<const Member> left = a.members();
    const std::span<const Member> right = b.members();
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const Value* other = left[i].key == right[i].key ? &right[i].value : b.find(left[i].key);
        if (other == nullptr || !(left[i].value == *other))
            return false;
    }
    return true;
}

}  // namespace

bool operator==(const Value& a, const Value& b) noexcept
{
    if (a.sharesNodeWith(b))
        return true;
    if (a.type() != b.type())
        return false;
    switch (a.type()) {
    case Value::Type::Null:
    case Value::Type::Bool:
    case Value::Type::Integer: return false;
    case Value::Type::Decimal: return sameDecimal(a.asDecimal(), b.asDecimal());
    case Value::Type::Text: return a.isShared() && b.isShared() && a.asText() == b.asText();
    case Value::Type::Array: return std::ranges::equal(a.items(), b.items());
    case Value::Type::Object: return sameMembers(a, b);
    }
    return false;
}

std::size_t Value::hash() const noexcept
{
    constexpr std::uint64_t kSpread = 0x9e3779b97f4a7c15ULL;
    std::uint64_t seed = (static_cast<std::uint64_t>(type()) + 1) * kSpread;
    switch (type()) {
    case Type::Null: return seed;
    case Type::Bool: return mixedHash(seed ^ static_cast<std::uint64_t>(first<bool>()), kSpread);
    case Type::Integer: return mixedHash(seed ^ first<std::uint64_t>(), kSpread);
    case Type::Decimal: {
        const double decimal = first<double>();
        const double plain = std::isnan(decimal) ? std::numeric_limits<double>::quiet_NaN() : decimal + 0.0;   // -0.0 is 0.0
        return mixedHash(seed ^ std::bit_cast<std::uint64_t>(plain), kSpread);
    }
    case Type::Text: return seed ^ hashOfBytes(asText());
    case Type::Array:
        for (const Value& item : items())
            seed = mixedHash(seed ^ item.hash(), kSpread);
        return seed;
    case Type::Object:
        for (const Member& member : members())
            seed += mixedHash(member.key.hash() ^ kSpread, member.value.hash());
        return seed;
    }
    return seed;
}

ObjectBuilder::ObjectBuilder(std::size_t expected)
{
    m_object.setFirst(Value::Type::Object, std::uint64_t {0});
    if (expected > 0)
        m_object.reserveMembers(expected);
}

ObjectBuilder& ObjectBuilder::set(const Key& key, Value value)
{
    m_object.put(key, std::move(value));
    return *this;
}

Value ObjectBuilder::build() &&
{
    return std::move(m_object);
}

}  // namespace baton

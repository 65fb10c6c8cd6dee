// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/key.h"
#include "engine/value/text.h"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace baton {

struct Member;

/// An immutable JSON value of 16 bytes. Arrays, objects and long text are shared, counted nodes: a copy costs a counter,
/// never a tree. Objects keep the author's key order; equality ignores it. An integer (64 bit) and a decimal (IEEE double)
/// are different values: 1 != 1.0. Integers beyond 64 bit are held as decimals. Safe to copy and read from any thread.
class Value {
public:
    enum class Type : std::uint8_t { Null, Bool, Integer, Decimal, Text, Array, Object };
    static constexpr int kMaxDepth = 1000;   // parsers refuse more; builders are trusted

    constexpr Value() noexcept = default;
    constexpr Value(std::nullptr_t) noexcept { }
    Value(bool value) noexcept;
    Value(int value) noexcept : Value(static_cast<std::int64_t>(value)) { }
    Value(unsigned value) noexcept : Value(static_cast<std::int64_t>(value)) { }
    Value(std::int64_t value) noexcept;
    Value(double value) noexcept;            // NaN and infinities are kept; the writer writes them as null
    Value(Text value) noexcept;
    Value(std::string_view value) : Value(Text(value)) { }
    Value(const char* value) : Value(Text(value)) { }
    Value(const std::string& value) : Value(Text(value)) { }
    Value(const Value& other) noexcept;
    Value(Value&& other) noexcept;
    Value& operator=(const Value& other) noexcept;
    Value& operator=(Value&& other) noexcept;
    ~Value();

    [[nodiscard]] static Value array(std::vector<Value> items = {});
    /// Later members of the same name win, at the place of the first.
    [[nodiscard]] static Value object(std::initializer_list<std::pair<Key, Value>> members = {});

    [[nodiscard]] Type type() const noexcept;
    [[nodiscard]] bool isNull() const noexcept { return type() == Type::Null; }
    [[nodiscard]] bool isBool() const noexcept { return type() == Type::Bool; }
    [[nodiscard]] bool isInteger() const noexcept { return type() == Type::Integer; }
    [[nodiscard]] bool isDecimal() const noexcept { return type() == Type::Decimal; }
    [[nodiscard]] bool isNumber() const noexcept { return isInteger() || isDecimal(); }
    [[nodiscard]] bool isText() const noexcept { return type() == Type::Text; }
    [[nodiscard]] bool isArray() const noexcept { return type() == Type::Array; }
    [[nodiscard]] bool isObject() const noexcept { return type() == Type::Object; }

    // Readers never fail: another type gives the fallback. A decimal is truncated towards zero (saturating) by asInteger.
    [[nodiscard]] bool asBool(bool fallback = false) const noexcept;
    [[nodiscard]] std::int64_t asInteger(std::int64_t fallback = 0) const noexcept;
    [[nodiscard]] double asDecimal(double fallback = 0) const noexcept;
    [[nodiscard]] std::string_view asText(std::string_view fallback = {}) const noexcept;   // lives as long as this Value
    [[nodiscard]] Text toText() const noexcept;                                             // empty for another type

    // Arrays and objects. Anything else has size 0 and no items.
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] std::span<const Value> items() const noexcept;
    [[nodiscard]] std::span<const Member> members() const noexcept;
    [[nodiscard]] const Value& at(std::size_t index) const noexcept;         // the null value when out of range
    [[nodiscard]] const Value* find(const Key& key) const noexcept;          // nullptr when absent
    [[nodiscard]] const Value& operator[](const Key& key) const noexcept;    // the null value when absent
    [[nodiscard]] bool contains(const Key& key) const noexcept { return find(key) != nullptr; }

    // Changed copies. On a temporary that nobody else holds they change in place (amortised O(1) append and replace).
    [[nodiscard]] Value with(const Key& key, Value value) const&;
    [[nodiscard]] Value with(const Key& key, Value value) &&;
    [[nodiscard]] Value without(const Key& key) const;
    [[nodiscard]] Value appended(Value item) const&;
    [[nodiscard]] Value appended(Value item) &&;
    /// This object's members with the other's put over them, Java's Map.putAll.
    [[nodiscard]] Value mergedWith(const Value& other) const;

    [[nodiscard]] std::size_t hash() const noexcept;                         // ignores member order, as equality does
    [[nodiscard]] bool sharesNodeWith(const Value& other) const noexcept;    // same node: equal without looking
    friend bool operator==(const Value& a, const Value& b) noexcept;

private:
    struct ArrayNode;
    struct ObjectNode;
    friend class ObjectBuilder;
    friend class ArrayBuilder;
    alignas(8) unsigned char m_bytes[16] = {};
};

struct Member {
    Key key;
    Value value;
    bool operator==(const Member&) const = default;
};

/// Makes an object member by member; later members of the same name win at the place of the first. O(1) a member.
class ObjectBuilder {
public:
    explicit ObjectBuilder(std::size_t expected = 0);
    ObjectBuilder& set(const Key& key, Value value);
    [[nodiscard]] std::size_t size() const noexcept { return m_members.size(); }
    [[nodiscard]] Value build() &&;

private:
    std::vector<Member> m_members;
};

}  // namespace baton

template <>
struct std::hash<baton::Value> {
    std::size_t operator()(const baton::Value& value) const noexcept { return value.hash(); }
};

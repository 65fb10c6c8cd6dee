// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/key.h"
#include "engine/value/text.h"

#include <concepts>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace baton {

struct Member;

template <typename T>
concept JsonInteger = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t>
    && !std::same_as<T, char8_t> && !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// An immutable JSON value of 16 bytes. Arrays, objects and long text are shared, counted nodes: a copy costs a counter,
/// never a tree. Objects keep the author's key order; equality ignores it. An integer (64 bit) and a decimal (IEEE double)
/// are different values: 1 != 1.0. Integers beyond 64 bit are held as decimals. Safe to copy and read from any thread.
class Value {
public:
    enum class Type : std::uint8_t { Null, Bool, Integer, Decimal, Text, Array, Object };
    static constexpr int kMaxDepth = 1000;   // parsers refuse more; builders are trusted

    constexpr Value() noexcept = default;
    constexpr Value(std::nullptr_t) noexcept { }
    template <std::same_as<bool> Bool>       // a pointer is no bool
    Value(Bool value) noexcept;
    template <JsonInteger Integer>           // beyond int64: a decimal
    Value(Integer value) noexcept;
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

    [[nodiscard]] Type type() const noexcept { return static_cast<Type>(m_bytes[kType]); }
    [[nodiscard]] bool isNull() const noexcept { return type() == Type::Null; }
    [[nodiscard]] bool isBool() const noexcept { return type() == Type::Bool; }
    [[nodiscard]] bool isInteger() const noexcept { return type() == Type::Integer; }
    [[nodiscard]] bool isDecimal() const noexcept { return type() == Type::Decimal; }
    [[nodiscard]] bool isNumber() const noexcept { return isInteger() || isDecimal(); }
    [[nodiscard]] bool isText() const noexcept { return type() == Type::Text; }
    [[nodiscard]] bool isArray() const noexcept { return type() == Type::Array; }
    [[nodiscard]] bool isObject() const noexcept { return type() == Type::Object; }

    // Readers never fail: another type gives the fallback. A decimal is truncated towards zero (saturating) by asInteger;
    // NaN gives the fallback. asDecimal takes integers too.
    [[nodiscard]] bool asBool(bool fallback = false) const noexcept;
    [[nodiscard]] std::int64_t asInteger(std::int64_t fallback = 0) const noexcept;
    [[nodiscard]] double asDecimal(double fallback = 0) const noexcept;
    [[nodiscard]] std::string_view asText(std::string_view fallback = {}) const noexcept;   // lives as long as this Value
    [[nodiscard]] Text toText() const noexcept;                                             // empty for another type

    // Arrays and objects. Anything else has size 0 and no items.
    [[nodiscard]] std::size_t size() const noexcept { return hasItems() ? node()->size : 0; }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] std::span<const Value> items() const noexcept;
    [[nodiscard]] std::span<const Member> members() const noexcept;
    [[nodiscard]] const Value& at(std::size_t index) const noexcept;         // the null value when out of range
    [[nodiscard]] const Value* find(const Key& key) const noexcept;          // nullptr when absent
    [[nodiscard]] const Value& operator[](const Key& key) const noexcept;    // the null value when absent
    [[nodiscard]] bool contains(const Key& key) const noexcept { return find(key) != nullptr; }

    // Changed copies. On a temporary that nobody else holds they change in place (amortised O(1) append and replace).
    // What is not an object (an array) counts as an empty one.
    [[nodiscard]] Value with(const Key& key, Value value) const&;
    [[nodiscard]] Value with(const Key& key, Value value) &&;
    [[nodiscard]] Value without(const Key& key) const;
    [[nodiscard]] Value appended(Value item) const&;
    [[nodiscard]] Value appended(Value item) &&;
    [[nodiscard]] Value withItem(std::size_t index, Value item) const&;      // unchanged when out of range
    [[nodiscard]] Value withItem(std::size_t index, Value item) &&;
    /// This object's members with the other's put over them, Java's Map.putAll.
    [[nodiscard]] Value mergedWith(const Value& other) const&;
    [[nodiscard]] Value mergedWith(const Value& other) &&;

    [[nodiscard]] std::size_t hash() const noexcept;                         // ignores member order, as equality does
    /// The same node, or the same bits of a scalar or short text: equal without looking.
    [[nodiscard]] bool sharesNodeWith(const Value& other) const noexcept;
    /// NaN equals NaN, so that every value equals itself; 0.0 equals -0.0.
    friend bool operator==(const Value& a, const Value& b) noexcept;

private:
    friend class ObjectBuilder;
    friend class JsonReader;
    struct Node : Counted {
        std::uint32_t size;
        std::uint64_t capacity;   // once dead: the next dead node
        Node(std::uint32_t count, std::uint64_t room) noexcept : size(count), capacity(room) { }
    };
    struct ArrayNode;
    struct ObjectNode;
    // m_bytes[kMark] tells whether the first eight bytes point to a counted node, exactly as in a Text.
    static constexpr std::size_t kType = 14;
    static constexpr std::size_t kMark = Text::kMark;
    static constexpr unsigned char kShared = Text::kShared;
    alignas(8) unsigned char m_bytes[16] = {};

    template <typename T>
    [[nodiscard]] T first() const noexcept;
    template <typename T>
    void setFirst(Type type, T value) noexcept;
    [[nodiscard]] Node* node() const noexcept { return first<Node*>(); }
    [[nodiscard]] bool isShared() const noexcept { return m_bytes[kMark] == kShared; }
    [[nodiscard]] bool hasItems() const noexcept { return isShared() && type() >= Type::Array; }
    void adopt(Node* node, Type type) noexcept;
    void retain() const noexcept;
    void drop() noexcept;
    static void destroy(Type type, Counted* node) noexcept;
    template <typename NodeType>
    NodeType* writable(std::size_t room);                    // unshared, with that room
    void put(const Key& key, Value&& value);
    void append(Value&& item);
    void replaceItem(std::size_t index, Value&& item);
    void putAll(const Value& other);
    void reserveMembers(std::size_t room);
    [[nodiscard]] static Value takeArray(std::span<Value> items);
    [[nodiscard]] static Value takeObject(std::span<Key> keys, std::span<Value> values);
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
    [[nodiscard]] std::size_t size() const noexcept { return m_object.size(); }
    [[nodiscard]] Value build() &&;

private:
    Value m_object;
};

template <typename T>
T Value::first() const noexcept
{
    T value {};
    std::memcpy(&value, m_bytes, sizeof value);
    return value;
}

template <typename T>
void Value::setFirst(Type type, T value) noexcept
{
    std::memcpy(m_bytes, &value, sizeof value);
    m_bytes[kType] = static_cast<unsigned char>(type);
}

template <std::same_as<bool> Bool>
Value::Value(Bool value) noexcept
{
    setFirst(Type::Bool, value);
}

template <JsonInteger Integer>
Value::Value(Integer value) noexcept
{
    if (std::in_range<std::int64_t>(value))
        setFirst(Type::Integer, static_cast<std::int64_t>(value));
    else
        setFirst(Type::Decimal, static_cast<double>(value));
}

inline Value::Value(double value) noexcept
{
    setFirst(Type::Decimal, value);
}

inline Value::Value(Text value) noexcept
{
    std::memcpy(m_bytes, value.m_bytes, sizeof m_bytes);
    std::memset(value.m_bytes, 0, sizeof m_bytes);
    m_bytes[kType] = static_cast<unsigned char>(Type::Text);
}

inline void Value::retain() const noexcept
{
    if (isShared())
        first<Counted*>()->retain();
}

inline void Value::drop() noexcept
{
    if (isShared() && first<Counted*>()->release())
        destroy(type(), first<Counted*>());
}

inline Value::Value(const Value& other) noexcept
{
    std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
    retain();
}

inline Value::Value(Value&& other) noexcept
{
    std::memcpy(m_bytes, other.m_bytes, sizeof m_bytes);
    std::memset(other.m_bytes, 0, sizeof m_bytes);
}

inline Value& Value::operator=(const Value& other) noexcept
{
    return *this = Value(other);
}

inline Value& Value::operator=(Value&& other) noexcept
{
    Value taken(std::move(other));
    unsigned char bytes[sizeof m_bytes];
    std::memcpy(bytes, m_bytes, sizeof bytes);
    std::memcpy(m_bytes, taken.m_bytes, sizeof bytes);
    std::memcpy(taken.m_bytes, bytes, sizeof bytes);
    return *this;
}

inline Value::~Value()
{
    drop();
}

}  // namespace baton

template <>
struct std::hash<baton::Value> {
    std::size_t operator()(const baton::Value& value) const noexcept { return value.hash(); }
};

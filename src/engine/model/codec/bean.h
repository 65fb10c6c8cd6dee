// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/codec/reading.h"
#include "engine/model/codec/scalars.h"

#include <initializer_list>
#include <type_traits>
#include <unordered_map>
#include <variant>

namespace baton {

/// A member that no plain conversion fits. write gives null for what is not set; read false for what it cannot take, and
/// says why itself.
template <typename Bean>
struct Special {
    bool (*read)(Bean& bean, const Value& json, Reading& reading);
    Value (*write)(const Bean& bean, Writing& writing);
};

template <typename Bean>
using BeanMember
    = std::variant<Text Bean::*, bool Bean::*, int Bean::*, std::int64_t Bean::*, Value Bean::*, std::vector<Text> Bean::*,
                   std::optional<int> Bean::*, std::optional<bool> Bean::*, std::optional<JoinMode> Bean::*,
                   RetryLogic Bean::*, TaskTimeoutPolicy Bean::*, WorkflowTimeoutPolicy Bean::*, TaskStatus Bean::*,
                   WorkflowStatus Bean::*, Special<Bean>>;

/// When and as what a member is on the wire.
enum class Wire : std::uint8_t {
    Always,    // a text that is not set is ""
    WhenSet,
    Object,    // always, {} when not set; nothing but an object is taken
    Array,     // always, [] when not set; nothing but a list is taken
    Journal,   // never: in journals only
};

template <typename Bean>
struct BeanRow {
    Key name;
    BeanMember<Bean> member;
    Wire wire;
};

/// The JSON form of a struct: its members in the server's order, and the names that the codec's own code takes care of.
template <typename Bean>
class BeanTable {
public:
    BeanTable(std::initializer_list<BeanRow<Bean>> rows, std::initializer_list<const char*> handled = {})
        : m_rows(rows)
    {
        for (const BeanRow<Bean>& row : m_rows)
            m_byName.emplace(row.name, &row);
        for (const char* name : handled)
            m_byName.emplace(Key(name), nullptr);
    }
    BeanTable(const BeanTable&) = delete;
    BeanTable& operator=(const BeanTable&) = delete;

    [[nodiscard]] const std::vector<BeanRow<Bean>>& rows() const noexcept { return m_rows; }
    /// nullopt: unknown. nullptr: taken care of elsewhere.
    [[nodiscard]] std::optional<const BeanRow<Bean>*> find(const Key& name) const
    {
        const auto found = m_byName.find(name);
        return found == m_byName.end() ? std::nullopt : std::optional(found->second);
    }

private:
    std::vector<BeanRow<Bean>> m_rows;
    std::unordered_map<Key, const BeanRow<Bean>*> m_byName;
};

[[nodiscard]] const Value& emptyFor(Wire wire) noexcept;   // {}, [], "" or null
[[nodiscard]] const Key& rawKey();   // "$raw": in journals, what unknownFields keeps under the names of known members

/// The member as JSON; null when not set.
template <typename Bean>
Value memberValue(const Bean& bean, const BeanRow<Bean>& row, Writing& writing)
{
    return std::visit(
        [&](const auto& member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, Special<Bean>>)
                return member.write(bean, writing);
            else
                return written(bean.*member);
        },
        row.member);
}

template <typename Bean>
bool readMember(Bean& bean, const BeanRow<Bean>& row, const Value& json, Reading& reading)
{
    const auto refuse = [&](const std::string& expected) {
        if (!reading.lenient())
            reading.fail("must be " + expected + ", but is " + std::string(described(json)));
        return false;
    };
    const bool anyShape = reading.journal && std::holds_alternative<Value Bean::*>(row.member);   // events may set anything
    if (row.wire == Wire::Object && !json.isObject() && !anyShape)
        return refuse("an object");
    if (row.wire == Wire::Array && !json.isArray() && !anyShape)
        return refuse("a list");
    return std::visit(
        [&](const auto& member) {
            using Kind = std::decay_t<decltype(member)>;
            if constexpr (std::is_same_v<Kind, Special<Bean>>) {
                return member.read(bean, json, reading);
            } else if constexpr (std::is_same_v<Kind, Value Bean::*>) {
                bean.*member = json;
                return true;
            } else {
                if (!readInto(bean.*member, json))
                    return refuse(expectedFor(bean.*member));
                if (!reading.lenient())
                    return true;
                const Value now = written(bean.*member);   // "3" for 3, and "" for nothing, are kept as they were
                return now == json || (now.isNull() && json == emptyFor(row.wire));
            }
        },
        row.member);
}

/// Reads an object's members into the bean, and what it has no member for into unknownFields.
template <typename Bean>
void readBean(Bean& bean, const BeanTable<Bean>& table, const Value& json, Reading& reading)
{
    if (!json.isObject()) {
        reading.fail("must be an object, but is " + std::string(described(json)));
        return;
    }
    ObjectBuilder unknown;
    if (reading.journal) {
        for (const Member& member : json[rawKey()].members())
            unknown.set(member.key, member.value);
    }
    for (const Member& member : json.members()) {
        if (reading.journal && member.key == rawKey())
            continue;
        const auto row = table.find(member.key);
        if (!row) {
            unknown.set(member.key, member.value);
        } else if (*row && !member.value.isNull()) {
            const Reading::Step step(reading, member.key);
            if (!readMember(bean, **row, member.value, reading))
                unknown.set(member.key, member.value);
            if (reading.failed())
                return;
        }
    }
    if (unknown.size() > 0)
        bean.unknownFields = std::move(unknown).build();
}

/// Is the member as it is in a new bean?
template <typename Bean>
bool isBlank(const BeanRow<Bean>& row, const Value& value, Writing& writing)
{
    static const Bean blank {};
    return value == memberValue(blank, row, writing);
}

/// Adds the bean's known members.
template <typename Bean>
void writeBean(ObjectBuilder& out, const BeanTable<Bean>& table, const Bean& bean, Writing& writing)
{
    for (const BeanRow<Bean>& row : table.rows()) {
        if (writing.style == Writing::Style::Compact) {
            Value value = memberValue(bean, row, writing);
            if (!isBlank(row, value, writing))
                out.set(row.name, value.isNull() ? Value("") : std::move(value));   // null: a text taken from its default
        } else if (row.wire != Wire::Journal) {
            Value value = memberValue(bean, row, writing);
            if (!value.isNull())
                out.set(row.name, std::move(value));
            else if (row.wire != Wire::WhenSet)
                out.set(row.name, emptyFor(row.wire));
        }
    }
}

/// Adds the unknown members, last. Those under the name of a known one (raw values of an import) replace it, unless
/// `knownWins` and it has got a value since.
template <typename Bean>
void writeUnknown(ObjectBuilder& out, const BeanTable<Bean>& table, const Bean& bean, Writing& writing, bool knownWins)
{
    ObjectBuilder raw;
    for (const Member& member : bean.unknownFields.members()) {
        const auto row = table.find(member.key);
        const bool plain = row && *row && !std::holds_alternative<Special<Bean>>((*row)->member);
        if (row && writing.journal)
            raw.set(member.key, member.value);
        else if (!knownWins || !plain || isBlank(**row, memberValue(bean, **row, writing), writing))
            out.set(member.key, member.value);
    }
    if (raw.size() > 0)
        out.set(rawKey(), std::move(raw).build());
}

}  // namespace baton

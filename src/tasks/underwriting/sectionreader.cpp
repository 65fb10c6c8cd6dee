// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/sectionreader.h"

#include "engine/value/json.h"

#include <cmath>

namespace baton::tasks {

namespace {

bool isWhole(const Value& value)
{
    return value.isInteger() || (value.isDecimal() && std::trunc(value.asDecimal()) == value.asDecimal());
}

std::string rangeText(double minimum, double maximum)
{
    return toJson(minimum) + " to " + toJson(maximum);
}

}  // namespace

void SectionReader::fail(const Key& key, std::string message)
{
    if (m_failed)
        return;
    m_failed = true;
    m_error.code = ErrorCode::InvalidArgument;
    m_error.field = std::string(m_name) + "." + key.str();
    m_error.message = std::move(message);
}

void SectionReader::failWord(const Key& key, std::span<const std::string_view> words)
{
    std::string list;
    for (const std::string_view word : words) {
        if (!word.empty())
            list += (list.empty() ? "" : ", ") + std::string(word);
    }
    fail(key, toJson(m_section[key]) + " is none of " + list);
}

Text SectionReader::text(const Key& key)
{
    const Value* value = present(key);
    if (value == nullptr)
        return {};
    if (value->isText())
        return value->toText();
    if (value->isInteger())
        return toJson(*value);
    fail(key, "must be text");
    return {};
}

std::vector<Text> SectionReader::texts(const Key& key)
{
    const Value* value = present(key);
    std::vector<Text> list;
    if (value == nullptr)
        return list;
    if (!value->isArray()) {
        fail(key, "must be a list of texts");
        return list;
    }
    list.reserve(value->size());
    for (const Value& item : value->items()) {
        if (!item.isText())
            fail(key, "must be a list of texts");
        list.push_back(item.toText());
    }
    return list;
}

std::optional<double> SectionReader::number(const Key& key, double minimum, double maximum)
{
    const Value* value = present(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->isNumber() && value->asDecimal() >= minimum && value->asDecimal() <= maximum)
        return value->asDecimal();
    fail(key, toJson(*value) + " is no number from " + rangeText(minimum, maximum));
    return std::nullopt;
}

std::optional<int> SectionReader::integerIn(const Value& section, const Key& key, int minimum, int maximum)
{
    const Value* value = section.find(key);
    if (value == nullptr || value->isNull())
        return std::nullopt;
    if (value->isNumber() && isWhole(*value)) {
        const std::int64_t number = value->asInteger();
        if (number >= minimum && number <= maximum)
            return static_cast<int>(number);
    }
    fail(key, toJson(*value) + " is no whole number from " + std::to_string(minimum) + " to " + std::to_string(maximum));
    return std::nullopt;
}

std::optional<Cents> SectionReader::money(const Key& key)
{
    const Value* value = present(key);
    if (value == nullptr)
        return std::nullopt;
    const std::optional<Cents> cents = value->isNumber() ? centsFrom(value->asDecimal()) : std::nullopt;
    if (cents && *cents >= 0)
        return cents;
    fail(key, toJson(*value) + " is no amount of money");
    return std::nullopt;
}

std::optional<bool> SectionReader::flag(const Key& key)
{
    const Value* value = present(key);
    if (value == nullptr)
        return std::nullopt;
    if (value->isBool())
        return value->asBool();
    fail(key, "must be true or false");
    return std::nullopt;
}

const Value& SectionReader::object(const Key& key)
{
    static const Value nothing;
    const Value* value = present(key);
    if (value == nullptr)
        return nothing;
    if (!value->isObject())
        fail(key, "must be an object");
    return *value;
}

}  // namespace baton::tasks

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/error.h"
#include "engine/value/value.h"
#include "tasks/underwriting/money.h"
#include "tasks/underwriting/words.h"

#include <string>
#include <vector>

namespace baton::tasks {

/// Reads the fields of one object and keeps the first thing that is wrong. Absent and null fields are not wrong.
class SectionReader {
public:
    /// `name` stands before the fields in errors: "credit" gives "credit.credit_score". Both outlive the reader.
    SectionReader(const Value& section, std::string_view name) : m_section(section), m_name(name) { }

    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    [[nodiscard]] const Error& error() const noexcept { return m_error; }
    void fail(const Key& key, std::string message);

    /// A number is taken as text too, as ids of data sets often are numbers.
    [[nodiscard]] Text text(const Key& key);
    [[nodiscard]] std::vector<Text> texts(const Key& key);
    [[nodiscard]] std::optional<double> number(const Key& key, double minimum, double maximum);
    [[nodiscard]] std::optional<int> integer(const Key& key, int minimum, int maximum)
    {
        return integerIn(m_section, key, minimum, maximum);
    }
    [[nodiscard]] std::optional<int> integerIn(const Value& section, const Key& key, int minimum, int maximum);
    [[nodiscard]] std::optional<Cents> money(const Key& key);
    [[nodiscard]] std::optional<bool> flag(const Key& key);
    [[nodiscard]] const Value& object(const Key& key);   // the null value when absent

    /// The enum's first value when absent.
    template <typename Enum, std::size_t Size>
    [[nodiscard]] Enum word(const Key& key, const Words<Enum, Size>& words)
    {
        const Value* value = present(key);
        if (value == nullptr)
            return Enum {};
        const std::optional<Enum> found = value->isText() ? words.from(value->asText()) : std::nullopt;
        if (!found)
            failWord(key, words.spellings);
        return found.value_or(Enum {});
    }

private:
    const Value& m_section;
    std::string_view m_name;
    Error m_error;
    bool m_failed = false;

    [[nodiscard]] const Value* present(const Key& key) const noexcept
    {
        const Value* value = m_section.find(key);
        return value != nullptr && !value->isNull() ? value : nullptr;
    }
    void failWord(const Key& key, std::span<const std::string_view> words);
};

}  // namespace baton::tasks

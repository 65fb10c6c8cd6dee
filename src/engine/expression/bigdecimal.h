// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/value.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace baton {

/// A decimal number as JSONPath filters compare it: exactly, by the digits of its text. No arithmetic.
class BigDecimal {
public:
    /// Digits with an optional sign, point and exponent; nullopt for anything else.
    [[nodiscard]] static std::optional<BigDecimal> parse(std::string_view text);
    /// Nullopt for what is no number, NaN and the infinities.
    [[nodiscard]] static std::optional<BigDecimal> of(const Value& number);

    [[nodiscard]] std::string text() const;            // 1.0, 1E+20: Java's BigDecimal.toString
    [[nodiscard]] std::int32_t asInt() const noexcept; // the low 32 bits of its whole part
    [[nodiscard]] std::strong_ordering compare(const BigDecimal& other) const noexcept;

private:
    bool m_negative = false;
    std::string m_digits;      // without leading zeros; "0" for zero
    std::int64_t m_scale = 0;  // value = digits * 10^-scale
};

}  // namespace baton

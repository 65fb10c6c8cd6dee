// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/duration.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace baton {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t milliseconds;
};
constexpr std::array<Unit, 5> kUnits {{{"d", 86'400'000}, {"h", 3'600'000}, {"m", 60'000}, {"s", 1'000}, {"ms", 1}}};
constexpr double kMost = 9.2e15;   // whole milliseconds a double and an int64 both hold

std::optional<std::int64_t> unitNamed(std::string_view name)
{
    for (const Unit& unit : kUnits)
        if (unit.name == name)
            return unit.milliseconds;
    return std::nullopt;
}

}  // namespace

std::optional<std::chrono::milliseconds> durationFrom(std::string_view text, std::chrono::milliseconds bare)
{
    double total = 0;
    bool any = false;
    while (!text.empty()) {
        if (text.front() != '.' && (text.front() < '0' || text.front() > '9'))
            return std::nullopt;
        double number = 0;
        const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
        if (fault != std::errc {})
            return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
        const std::size_t length = std::min(text.find_first_of("0123456789."), text.size());
        std::optional<std::int64_t> unit = unitNamed(text.substr(0, length));
        if (length == 0 && !any)
            unit = bare.count();
        text.remove_prefix(length);
        if (!unit || (length == 0 && !text.empty()))
            return std::nullopt;
        total += number * static_cast<double>(*unit);
        any = true;
        if (!(total <= kMost))
            return std::nullopt;
    }
    if (!any)
        return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::int64_t>(std::llround(total)));
}

std::string durationText(std::chrono::milliseconds duration)
{
    std::int64_t rest = duration.count();
    if (rest == 0)
        return "0s";
    std::string text;
    if (rest < 0) {
        text = "-";
        rest = -rest;
    }
    for (const Unit& unit : kUnits) {
        if (rest >= unit.milliseconds) {
            text += std::to_string(rest / unit.milliseconds);
            text += unit.name;
            rest %= unit.milliseconds;
        }
    }
    return text;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace baton::cli {

/// One option a command knows: "--input", whether it takes a value, and whether it may be given several times.
struct OptionSpec {
    std::string_view name;
    bool takesValue = false;
    bool repeats = false;
};

/// A command's words, sorted into options and operands. "--name=value" and "--name value" are the same; "--" ends options.
class Arguments {
public:
    /// Errors: InvalidArgument naming the option that is unknown, lacks its value or is given twice.
    [[nodiscard]] static Result<Arguments> parse(const std::vector<std::string>& words, std::initializer_list<OptionSpec> specs);

    [[nodiscard]] bool has(std::string_view name) const { return m_options.contains(name); }
    [[nodiscard]] std::string value(std::string_view name, std::string fallback = {}) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    /// A whole number within bounds, or an error that names the option.
    [[nodiscard]] Result<std::int64_t> number(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) const;
    [[nodiscard]] const std::vector<std::string>& operands() const noexcept { return m_operands; }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_options;
    std::vector<std::string> m_operands;
};

}  // namespace baton::cli

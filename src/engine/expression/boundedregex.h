// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>

namespace baton {

/// A regular expression with Java's flag letters (d i x m s u U) that cannot run away: a match that needs too much work
/// counts as none. Immutable; any thread.
class BoundedRegex {
public:
    /// nullptr for what is no regular expression, or one too big.
    [[nodiscard]] static std::shared_ptr<const BoundedRegex> compile(std::string_view pattern, std::string_view flags);
    [[nodiscard]] bool matches(std::string_view text) const;   // all of it
    ~BoundedRegex();
    BoundedRegex(const BoundedRegex&) = delete;
    BoundedRegex& operator=(const BoundedRegex&) = delete;

private:
    struct Program;
    explicit BoundedRegex(std::unique_ptr<const Program> program);
    std::unique_ptr<const Program> m_program;
};

}  // namespace baton

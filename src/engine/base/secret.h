// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>
#include <utility>

namespace baton {

/// A password, key or token. It has no text form but reveal(): streams, logs and diagnostics show "***" (or nothing when it is
/// empty). A plain value.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : m_text(std::move(text)) { }

    [[nodiscard]] const std::string& reveal() const noexcept { return m_text; }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }
    [[nodiscard]] const char* masked() const noexcept { return m_text.empty() ? "" : "***"; }
    bool operator==(const Secret&) const = default;
    friend std::ostream& operator<<(std::ostream& out, const Secret& secret) { return out << secret.masked(); }

private:
    std::string m_text;
};

}  // namespace baton

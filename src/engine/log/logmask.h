// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/secret.h"
#include "engine/value/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace baton {

/// Knows the secrets and takes them out of what is to be written.
class LogMask {
public:
    void add(const Secret& secret);
    [[nodiscard]] std::string masked(std::string_view text) const;
    /// Of the member or field of that name.
    [[nodiscard]] Value masked(std::string_view name, const Value& value) const;

private:
    std::vector<std::string> m_known;   // the longest first, so that one inside another leaves nothing behind
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace baton {

/// The MD5 digest (RFC 1321) of the bytes. For name-based UUIDs only; it protects nothing.
[[nodiscard]] std::array<std::uint8_t, 16> md5(std::string_view bytes) noexcept;

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace baton {

/// Both halves of the 128-bit product of two numbers, folded: the mixing step of wyhash. The numbers themselves are folded
/// in too, as a product with 0 would forget the other one, and inputs of one hash could be made at will.
[[nodiscard]] inline std::uint64_t mixedHash(std::uint64_t a, std::uint64_t b) noexcept
{
#ifdef __SIZEOF_INT128__
    __extension__ using Product = unsigned __int128;
    const Product product = static_cast<Product>(a) * b;
    return a ^ b ^ static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
    const auto low = [](std::uint64_t word) { return word & 0xffffffffULL; };
    const std::uint64_t bottom = low(a) * low(b);
    const std::uint64_t middle = (a >> 32) * low(b) + (bottom >> 32);
    const std::uint64_t other = low(a) * (b >> 32) + low(middle);
    return a ^ b ^ (a * b) ^ ((a >> 32) * (b >> 32) + (middle >> 32) + (other >> 32));
#endif
}

/// A hash of the bytes; the same in every process and on every platform, so that nothing depends on chance.
[[nodiscard]] inline std::uint64_t hashOfBytes(std::string_view bytes) noexcept
{
    constexpr std::uint64_t kFirst = 0xa0761d6478bd642fULL;
    constexpr std::uint64_t kSecond = 0xe7037ed1a0b428dbULL;
    const auto read = [](const char* from, auto word) {
        std::memcpy(&word, from, sizeof word);
        if constexpr (std::endian::native == std::endian::big)
            word = sizeof word == 8 ? __builtin_bswap64(word) : __builtin_bswap32(static_cast<std::uint32_t>(word));
        return std::uint64_t {word};
    };
    const auto read64 = [&read](const char* from) { return read(from, std::uint64_t {0}); };
    const auto read32 = [&read](const char* from) { return read(from, std::uint32_t {0}); };
    const auto read8 = [](const char* from) { return std::uint64_t {static_cast<unsigned char>(*from)}; };

    const char* at = bytes.data();
    std::size_t left = bytes.size();
    std::uint64_t seed = kFirst;
    for (; left >= 16; left -= 16, at += 16)
        seed = mixedHash(read64(at) ^ kSecond, read64(at + 8) ^ seed);

    std::uint64_t a = 0;
    std::uint64_t b = 0;
    if (left >= 8) {
        a = read64(at);
        b = read64(at + left - 8);
    } else if (left >= 4) {
        a = read32(at);
        b = read32(at + left - 4);
    } else if (left > 0) {
        a = (read8(at) << 16) | (read8(at + left / 2) << 8) | read8(at + left - 1);
    }
    return mixedHash(kSecond ^ bytes.size(), mixedHash(a ^ kSecond, b ^ seed));
}

}  // namespace baton

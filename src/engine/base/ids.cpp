// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/base/ids.h"

#include "engine/base/md5.h"

#include <array>
#include <limits>
#include <random>
#include <utility>

#if defined(__unix__) || defined(__APPLE__)
#include <unistd.h>
#endif

namespace baton {
namespace {

using UuidBytes = std::array<std::uint8_t, 16>;

std::string uuidText(UuidBytes bytes, unsigned version)
{
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0fU) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3fU) | 0x80U);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += kDigits[bytes[i] >> 4];
        text += kDigits[bytes[i] & 0x0fU];
    }
    return text;
}

template <typename Next64>
std::string randomUuid(Next64&& next64)
{
    UuidBytes bytes {};
    for (unsigned half = 0; half < 2; ++half) {
        const std::uint64_t bits = next64();
        for (unsigned i = 0; i < 8; ++i)
            bytes[8 * half + i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
    }
    return uuidText(bytes, 4);
}

// Draws again where a plain remainder would favour small numbers.
template <typename Next64>
std::uint64_t uniformBelow(std::uint64_t below, Next64&& next64)
{
    if (below == 0)
        return 0;
    const std::uint64_t unfair = (std::numeric_limits<std::uint64_t>::max() % below + 1) % below;
    std::uint64_t bits = next64();
    while (bits < unfair)
        bits = next64();
    return bits % below;
}

// The system is asked for many bytes at once: asking it, or the processor, for each word costs a microsecond.
struct EntropyPool {
    std::array<std::uint64_t, 32> words {};   // as much as getentropy gives at once
    std::size_t left = 0;

    void refill()
    {
        left = words.size();
#if defined(__unix__) || defined(__APPLE__)
        if (getentropy(words.data(), sizeof words) == 0)
            return;
#endif
        std::random_device device;
        for (std::uint64_t& word : words)
            word = (std::uint64_t {device()} << 32) | device();
    }
};

std::uint64_t systemEntropy()
{
    static thread_local EntropyPool pool;
    if (pool.left == 0)
        pool.refill();
    return std::exchange(pool.words[--pool.left], 0);
}

// SplitMix64 (Steele, Lea, Flood 2014): the state is a counter, so one number resumes it.
std::uint64_t splitMix64(std::uint64_t& state) noexcept
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t bits = state;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
}

}  // namespace

std::string RandomIdSource::nextId()
{
    return randomUuid(systemEntropy);
}

std::uint64_t RandomIdSource::nextNumber(std::uint64_t below)
{
    return uniformBelow(below, systemEntropy);
}

SeededIdSource::SeededIdSource(std::uint64_t seed) noexcept : m_state(seed) { }

std::string SeededIdSource::nextId()
{
    return randomUuid([this] { return splitMix64(m_state); });
}

std::uint64_t SeededIdSource::nextNumber(std::uint64_t below)
{
    return uniformBelow(below, [this] { return splitMix64(m_state); });
}

std::string nameBasedUuid(std::string_view name)
{
    return uuidText(md5(name), 3);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/value/hash.h"

#include <cmath>
#include <cstdint>
#include <string_view>

namespace baton::tasks {

/// Numbers drawn from a name and a seed: the same on every platform, which the standard library's distributions are not.
class Chance {
public:
    Chance(std::uint64_t seed, std::string_view name, std::string_view purpose) noexcept
        : m_state(mixedHash(hashOfBytes(name) ^ 0x9e3779b97f4a7c15ULL, hashOfBytes(purpose) ^ (seed * 0xbf58476d1ce4e5b9ULL)))
    {
    }
    [[nodiscard]] std::uint64_t bits() noexcept   // splitmix64
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    [[nodiscard]] double uniform() noexcept { return static_cast<double>(bits() >> 11U) * 0x1.0p-53; }   // [0, 1)
    [[nodiscard]] bool happens(double probability) noexcept { return uniform() < probability; }
    /// Mean 0, variance 1: twelve uniforms less six, which no maths library rounds differently. Within -6..6.
    [[nodiscard]] double normal() noexcept
    {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += uniform();
        return sum;
    }
    [[nodiscard]] int below(int bound) noexcept { return static_cast<int>(uniform() * bound); }
    /// A count with this mean, at most 20.
    [[nodiscard]] int count(double mean) noexcept
    {
        int result = 0;
        for (double left = std::exp(-mean), draw = uniform(); draw > left && result < 20; ++result)
            draw *= uniform();
        return result;
    }

private:
    std::uint64_t m_state;
};

}  // namespace baton::tasks

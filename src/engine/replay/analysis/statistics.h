// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace baton {

inline constexpr double kConfidence = 0.95;

struct Interval {
    double low = 0;
    double high = 0;
    bool operator==(const Interval&) const = default;
};

/// A figure with the interval that holds the true one with the given confidence. n = 0: nothing is known, all is NaN.
struct Estimate {
    std::size_t n = 0;
    double value = 0;
    Interval interval {};
};

/// Count, mean and variance of numbers as they come (Welford's method: no loss of digits in long columns).
class Moments {
public:
    void add(double number) noexcept;
    [[nodiscard]] std::size_t count() const noexcept { return m_count; }
    [[nodiscard]] double mean() const noexcept { return m_mean; }
    [[nodiscard]] double sum() const noexcept { return m_mean * static_cast<double>(m_count); }
    [[nodiscard]] double variance() const noexcept;   // of the sample, n - 1; 0 below two

private:
    std::size_t m_count = 0;
    double m_mean = 0;
    double m_squares = 0;
};

/// A share; the interval is Clopper and Pearson's, exact and never too narrow.
[[nodiscard]] Estimate shareOf(std::size_t hits, std::size_t of, double confidence = kConfidence);
/// The mean, and the sum, of a sample; by Student's distribution.
[[nodiscard]] Estimate meanOf(const Moments& moments, double confidence = kConfidence);
[[nodiscard]] Estimate sumOf(const Moments& moments, double confidence = kConfidence);
/// The ratio of two shares (hits/of to hits/of of a reference), by the logarithm (Katz). NaN where the reference is 0.
[[nodiscard]] Estimate ratioOf(std::size_t hits, std::size_t of, std::size_t referenceHits, std::size_t referenceOf, double confidence = kConfidence);
/// The difference of two means in standard deviations (pooled), with Hedges' interval. NaN where it cannot be told.
[[nodiscard]] Estimate standardizedDifference(const Moments& group, const Moments& reference, double confidence = kConfidence);
/// Fisher's exact test of a two by two table, two-sided: how likely a table at least as odd is where nothing is behind it.
[[nodiscard]] double fisherExact(std::size_t a, std::size_t b, std::size_t c, std::size_t d);

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/statistics.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/hypergeometric.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace baton {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double asDouble(std::size_t number) noexcept
{
    return static_cast<double>(number);
}

Estimate unknown(std::size_t n = 0) noexcept
{
    return {n, kNaN, {kNaN, kNaN}};
}

double normalQuantile(double confidence)
{
    return boost::math::quantile(boost::math::normal(), 0.5 + confidence / 2);
}

}  // namespace

void Moments::add(double number) noexcept
{
    ++m_count;
    const double off = number - m_mean;
    m_mean += off / asDouble(m_count);
    m_squares += off * (number - m_mean);
}

double Moments::variance() const noexcept
{
    return m_count < 2 ? 0 : m_squares / asDouble(m_count - 1);
}

Estimate shareOf(std::size_t hits, std::size_t of, double confidence)
{
    if (of == 0)
        return unknown();
    using Binomial = boost::math::binomial_distribution<double>;
    const double risk = (1 - confidence) / 2;
    Estimate share {of, asDouble(hits) / asDouble(of), {0, 1}};
    if (hits > 0)
        share.interval.low = Binomial::find_lower_bound_on_p(asDouble(of), asDouble(hits), risk);
    if (hits < of)
        share.interval.high = Binomial::find_upper_bound_on_p(asDouble(of), asDouble(hits), risk);
    return share;
}

Estimate meanOf(const Moments& moments, double confidence)
{
    if (moments.count() == 0)
        return unknown();
    if (moments.count() == 1)
        return {1, moments.mean(), {kNaN, kNaN}};
    const boost::math::students_t student(asDouble(moments.count() - 1));
    const double reach = boost::math::quantile(student, 0.5 + confidence / 2) * std::sqrt(moments.variance() / asDouble(moments.count()));
    return {moments.count(), moments.mean(), {moments.mean() - reach, moments.mean() + reach}};
}

Estimate sumOf(const Moments& moments, double confidence)
{
    Estimate sum = meanOf(moments, confidence);
    const double n = asDouble(moments.count());
    return {sum.n, moments.count() == 0 ? 0 : sum.value * n, {sum.interval.low * n, sum.interval.high * n}};
}

Estimate ratioOf(std::size_t hits, std::size_t of, std::size_t referenceHits, std::size_t referenceOf, double confidence)
{
    if (of == 0 || referenceOf == 0 || referenceHits == 0)
        return unknown(of);
    const double ratio = (asDouble(hits) / asDouble(of)) / (asDouble(referenceHits) / asDouble(referenceOf));
    if (hits == 0)
        return {of, 0, {0, kNaN}};
    const double error = std::sqrt(1 / asDouble(hits) - 1 / asDouble(of) + 1 / asDouble(referenceHits) - 1 / asDouble(referenceOf));
    const double factor = std::exp(normalQuantile(confidence) * error);
    return {of, ratio, {ratio / factor, ratio * factor}};
}

Estimate standardizedDifference(const Moments& group, const Moments& reference, double confidence)
{
    if (group.count() < 2 || reference.count() < 2)
        return unknown(group.count());
    const double n1 = asDouble(group.count());
    const double n2 = asDouble(reference.count());
    const double pooled = std::sqrt(((n1 - 1) * group.variance() + (n2 - 1) * reference.variance()) / (n1 + n2 - 2));
    if (!(pooled > 0))
        return unknown(group.count());
    const double d = (group.mean() - reference.mean()) / pooled;
    const double reach = normalQuantile(confidence) * std::sqrt((n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2)));
    return {group.count(), d, {d - reach, d + reach}};
}

double fisherExact(std::size_t a, std::size_t b, std::size_t c, std::size_t d)
{
    const std::size_t total = a + b + c + d;
    const std::size_t column = a + c;
    const std::size_t row = a + b;
    if (total == 0 || row == 0 || column == 0 || row == total || column == total)
        return 1;
    if (total > 1'000'000)
        return kNaN;
    const boost::math::hypergeometric_distribution<double> odds(static_cast<unsigned>(column), static_cast<unsigned>(row), static_cast<unsigned>(total));
    const double here = boost::math::pdf(odds, static_cast<unsigned>(a)) * (1 + 1e-7);
    const std::size_t least = row + column > total ? row + column - total : 0;
    double sum = 0;
    for (std::size_t k = least; k <= std::min(row, column); ++k)
        if (const double p = boost::math::pdf(odds, static_cast<unsigned>(k)); p <= here)
            sum += p;
    return std::min(1.0, sum);
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/rules/pricing.h"

#include "tasks/underwriting/rules/facts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace baton::tasks {

namespace {

constexpr EpochMs kDay = 24LL * 60 * 60 * 1000;

/// Rounds an amount that is not negative; cheaper than llround in the loop over the months.
Cents rounded(double cents) noexcept
{
    return static_cast<Cents>(cents + 0.5);
}

/// Interest of one month, rounded half up to the cent. The rate is taken to a millionth of a percent and held as a fraction of
/// 2^64, rounded up: exact for balances up to 170 million units, and several times as fast as doubles in a chain of months.
class MonthlyInterest {
public:
    explicit MonthlyInterest(double ratePercent) noexcept
    {
        const double millionths = std::clamp(std::round(ratePercent * 1e6), 0.0, kYear - 1);
        const auto part = static_cast<Wide>(millionths) << 64U;
        m_fraction = static_cast<std::uint64_t>((part + static_cast<Wide>(kYear) - 1) / static_cast<Wide>(kYear));
    }
    [[nodiscard]] Cents of(Cents balance) const noexcept
    {
        constexpr Wide kHalf = Wide {1} << 63U;
        return static_cast<Cents>((static_cast<Wide>(static_cast<std::uint64_t>(balance)) * m_fraction + kHalf) >> 64U);
    }

private:
    __extension__ using Wide = unsigned __int128;
    static constexpr double kYear = 1200e6;   // 100 % a month, in millionths of a percent a year
    std::uint64_t m_fraction = 0;
};

/// Walks the plan month by month; `visit` sees every instalment.
template <typename Visit>
Repayment walk(Cents principal, double ratePercent, int months, const Visit& visit) noexcept
{
    Repayment result;
    result.payment = monthlyPayment(principal, ratePercent, months);
    const MonthlyInterest monthly(ratePercent);
    Cents balance = std::max<Cents>(0, principal);
    for (int month = 1; month <= months; ++month) {
        const Cents interest = monthly.of(balance);
        const Cents owed = balance + interest;
        Cents payment = result.payment;
        if (month == months || owed < payment)
            payment = owed;
        balance = owed - payment;
        result.totalInterest += interest;
        result.lastPayment = payment;
        visit(Instalment {payment, interest, payment - interest, balance});
    }
    return result;
}

/// The worth today of the payments at a monthly rate, and how it changes with the rate.
struct Worth {
    double value = 0;
    double slope = 0;
};

Worth worth(double payment, double lastPayment, double months, double rate) noexcept
{
    const double growth = 1.0 + rate;
    const double discountLast = std::exp(-months * std::log1p(rate));
    const double level = months - 1.0;
    const double discount = discountLast * growth;   // of the payment before the last
    Worth result;
    const double annuity = rate < 1e-9 ? level : (1.0 - discount) / rate;
    const double annuitySlope
        = rate < 1e-9 ? -level * (level + 1.0) / 2.0 : (level * discount / growth - annuity) / rate;
    result.value = payment * annuity + lastPayment * discountLast;
    result.slope = payment * annuitySlope - lastPayment * months * discountLast / growth;
    return result;
}

}  // namespace

RateParts interestRate(const Policy& policy, int creditScore, RiskLevel level, double addition) noexcept
{
    RateParts parts;
    parts.base = bandOf(policy, creditScore).baseRate;
    parts.adjustment = policy.pricing.levelAdjustment[static_cast<std::size_t>(level)];
    parts.addition = addition;
    const double sum = roundedTo(parts.base + parts.adjustment + addition, policy.pricing.rateDecimals);
    parts.rate = std::clamp(sum, policy.pricing.rateMinimum, policy.pricing.rateMaximum);
    return parts;
}

Cents monthlyPayment(Cents principal, double ratePercent, int months) noexcept
{
    if (principal <= 0 || months <= 0)
        return 0;
    const double amount = static_cast<double>(principal);
    const double monthly = ratePercent / 1200.0;
    if (!(monthly > 0))
        return rounded(amount / months);
    return rounded(amount * monthly / -std::expm1(-months * std::log1p(monthly)));
}

std::vector<Instalment> schedule(Cents principal, double ratePercent, int months)
{
    std::vector<Instalment> plan;
    plan.reserve(static_cast<std::size_t>(std::max(0, months)));
    static_cast<void>(walk(principal, ratePercent, months, [&plan](const Instalment& month) { plan.push_back(month); }));
    return plan;
}

Repayment repayment(Cents principal, double ratePercent, int months) noexcept
{
    return walk(principal, ratePercent, months, [](const Instalment&) { });
}

std::optional<double> annualPercentageRate(Cents received, Cents payment, Cents lastPayment, int months,
    double guessPercent) noexcept
{
    if (received <= 0 || months <= 0)
        return std::nullopt;
    const auto target = static_cast<double>(received);
    const auto each = static_cast<double>(payment);
    const auto last = static_cast<double>(lastPayment);
    if (each * (months - 1) + last <= target)
        return 0.0;

    // The worth falls ever more slowly as the rate rises: Newton from below the root stays below it. What leaves the bracket
    // is halved, or doubled while there is no upper end yet.
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double rate = std::clamp(guessPercent, 0.01, 1200.0) / 1200.0;
    for (int step = 0; step < 200; ++step) {
        const Worth now = worth(each, last, months, rate);
        (now.value > target ? low : high) = rate;
        double next = rate - (now.value - target) / now.slope;
        if (!(next > low && next < high))
            next = std::isinf(high) ? rate * 2 : (low + high) / 2;
        if (std::fabs(next - rate) < 1e-13 * std::max(1.0, rate))
            return next * 1200.0;
        rate = next;
    }
    return rate * 1200.0;
}

Cents feesOf(const Policy& policy, Cents principal) noexcept
{
    return static_cast<Cents>(std::llround(static_cast<double>(principal) * policy.pricing.originationFee / 100.0))
        + policy.pricing.flatFee;
}

Terms termsOf(const Policy& policy, Cents amount, int months, const RateParts& rate, EpochMs now) noexcept
{
    Terms terms;
    terms.amount = amount;
    terms.months = months;
    terms.rate = rate;
    terms.fees = feesOf(policy, amount);
    terms.repayment = repayment(amount, rate.rate, months);
    const auto apr = annualPercentageRate(amount - terms.fees, terms.repayment.payment, terms.repayment.lastPayment, months,
        rate.rate);
    // Rounding of the payments can put the rate of the bare plan a hair below the nominal one.
    terms.apr = std::max(rate.rate, roundedTo(apr.value_or(rate.rate), 3));
    terms.expires = now + policy.pricing.offerDays * kDay;
    return terms;
}

int termFor(const Policy& policy, std::optional<int> requestedMonths) noexcept
{
    return std::clamp(requestedMonths.value_or(policy.pricing.defaultTerm), policy.pricing.minimumTerm,
        policy.pricing.maximumTerm);
}

}  // namespace baton::tasks

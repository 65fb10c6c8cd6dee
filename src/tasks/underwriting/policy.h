// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/applicationrecord.h"
#include "tasks/underwriting/reasoncode.h"

#include <array>
#include <limits>
#include <string>

namespace baton::tasks {

enum class RiskLevel : std::uint8_t { Low, Medium, High, Critical };
inline constexpr std::size_t kRiskLevelCount = 4;

/// From worst to best for the applicant.
enum class Outcome : std::uint8_t { Denied, CounterOffer, ManualReview, ConditionalApproval, Approved };

enum class Severity : std::uint8_t { Soft, Hard };             // Hard denies, Soft sends to manual review
enum class ReviewCause : std::uint8_t { Any, Risk, Fraud, Failure };
enum class ConditionCode : std::uint8_t {
    VerifyIncome, VerifyEmployment, SelfEmployedReturns, ExplainDerogatory, ReduceUtilization, ConfirmDebts, AutomaticPayment
};
inline constexpr std::size_t kConditionCodeCount = 7;
inline constexpr std::size_t kEmploymentStatusCount = 6;
inline constexpr std::size_t kVerificationStatusCount = 5;

[[nodiscard]] std::string_view toText(RiskLevel level) noexcept;         // low medium high critical
[[nodiscard]] std::string_view toText(Outcome outcome) noexcept;         // denied counter_offer manual_review ...
[[nodiscard]] std::string_view toText(Severity severity) noexcept;
[[nodiscard]] std::string_view toText(ReviewCause cause) noexcept;
[[nodiscard]] std::string_view toText(ConditionCode code) noexcept;      // verify_income...
[[nodiscard]] std::optional<RiskLevel> riskLevelFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<Outcome> outcomeFrom(std::string_view text) noexcept;
[[nodiscard]] std::optional<ReviewCause> reviewCauseFrom(std::string_view text) noexcept;

struct Band { double bound = 0; double points = 0; };          // above or below the bound
struct CreditBand { Text name; int minimum = 0; double points = 0; double baseRate = 0; };
struct Limit { double value = 0; Severity severity = Severity::Hard; };
struct ReviewQueue {
    Text name;
    ReviewCause cause = ReviewCause::Any;
    Cents loanAbove = -1;
    Text reviewer;
    Text priority;
    int dueHours = 0;
};
struct ConditionTerms { Text type; Text priority; int dueDays = 0; Text statement; };
struct ReasonTerms { int hmda = 9; bool specific = true; Text statement; };

struct LimitRules {
    Limit creditScoreMinimum, debtToIncomeMaximum, annualIncomeMinimum, loanAmountMinimum, loanAmountMaximum;
    std::optional<Limit> loanToValueMaximum;
    std::optional<Severity> mortgageInsuranceDenied;
};
struct CreditRules {
    std::vector<CreditBand> bands;      // highest first
    std::vector<Band> utilization;      // above; highest first
    double latePaymentPoints = 0, derogatoryItemPoints = 0;
};
struct IncomeRules {
    std::vector<Band> annual;           // below, in whole units; lowest first
    std::array<double, kEmploymentStatusCount> employment {};
    std::array<double, kVerificationStatusCount> verification {};
    double stableWithin = 0, moderateWithin = 0;   // percent
};
struct DebtRules {
    std::vector<Band> ratio;            // above; highest first
    double otherwise = 0;
    bool countNewPayment = false;
    double assumedRate = 0;             // percent a year
};
struct FraudRules {
    std::vector<Band> loanToIncome;     // above; highest first
    double incomeMismatch = 0, verificationFailed = 0, employmentMismatch = 0, identityMismatch = 0;
    Band inquiries, thinFile;           // above; below
    double reviewAt = 0, blockAt = 0;
};
struct RiskRules {
    double creditWeight = 0, incomeWeight = 0, debtWeight = 0, fraudWeight = 0;
    double mediumAt = 0, highAt = 0, criticalAt = 0;
    double defaultSlope = 0, defaultMaximum = 0;
};
struct DecisionRules {
    std::array<Outcome, kRiskLevelCount> byLevel {};
    Outcome unverifiedIncome = Outcome::ConditionalApproval;
};
struct PricingRules {
    std::array<double, kRiskLevelCount> levelAdjustment {};
    double rateMinimum = 0, rateMaximum = 0;       // percent a year
    int rateDecimals = 2;
    double originationFee = 0;                     // percent of the amount
    Cents flatFee = 0;
    int defaultTerm = 0, minimumTerm = 0, maximumTerm = 0;   // months
    int offerDays = 0;
};
struct CounterOfferRules { double amountFactor = 0, rateAddition = 0; int maximumRounds = 0; };
struct NoticeRules {
    int maximumReasons = 4;
    Text creditor, agency;
    int respondWithinDays = 0, copyRequestDays = 0;
    std::array<ReasonTerms, kReasonCodeCount> reasons;
};

/// All numbers an underwriting decision is made of. Made by readPolicy alone, so that what exists is consistent.
struct Policy {
    Text name;
    int version = 0;
    Text description;
    Text currency;
    Text label;       // "standard/1", as outputs name it
    Text hash;        // 16 hex digits over every parameter: equal hashes decide alike
    LimitRules limits;
    CreditRules credit;
    IncomeRules income;
    DebtRules debt;
    FraudRules fraud;
    RiskRules risk;
    DecisionRules decision;
    PricingRules pricing;
    CounterOfferRules counterOffer;
    std::vector<ReviewQueue> queues;    // the last takes every case
    std::array<ConditionTerms, kConditionCodeCount> conditions;
    NoticeRules notice;
    Value document;   // the parameters as they were written

    [[nodiscard]] const ReasonTerms& termsOf(ReasonCode code) const noexcept
    {
        return notice.reasons[static_cast<std::size_t>(code)];
    }
};

}  // namespace baton::tasks

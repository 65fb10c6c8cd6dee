// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/rules/decision.h"
#include "tasks/underwriting/rules/notice.h"

namespace baton::tasks {

// How the rules' results look on the wire. Money is in whole units with two decimals, rates are in percent.

[[nodiscard]] Value moneyValue(Cents cents);
[[nodiscard]] Value moneyValue(const std::optional<Cents>& cents);       // null when unknown
[[nodiscard]] Value numberValue(const std::optional<double>& number);
[[nodiscard]] const Value& codeValue(ReasonCode code);                   // made once
[[nodiscard]] Value wordValue(std::string_view word);                    // null when empty
[[nodiscard]] Value textsValue(const std::vector<Text>& texts);

[[nodiscard]] Value paymentHistoryValue(const PaymentHistory& payments);
[[nodiscard]] Value derogatoryValue(const DerogatoryItems& items);

/// {amount, term_months, interest_rate, apr, monthly_payment, last_payment, total_interest, total_of_payments, fees,
/// amount_financed, offer_expires}
[[nodiscard]] Value termsValue(const Terms& terms);
[[nodiscard]] Value scheduleValue(const Terms& terms);

/// [{code, statement, hmda_code, contribution, decisive, actual, limit}]
[[nodiscard]] Value reasonsValue(const Policy& policy, const Reasons& reasons);
/// [{code, part, points, contribution, actual}]
[[nodiscard]] Value hitsValue(const RuleHits& hits);
/// [{code, rule, limit, actual, severity, excess_percent}]
[[nodiscard]] Value violationsValue(const Compliance& compliance);
/// [{code, type, priority, due_date, statement, status}]
[[nodiscard]] Value conditionsValue(const Policy& policy, const FixedList<ConditionCode, kConditionCodeCount>& conditions,
    EpochMs now);
/// {offered_amount, term_months, interest_rate, apr, monthly_payment, total_interest, risk_level, expires, conditions, ...}
[[nodiscard]] Value counterOfferValue(const Policy& policy, const CounterOffer& offer, const Value& conditions, int round);

/// Reasons as a task is handed them: objects of reasonsValue, plain text, or {code|reason|statement, ...} of others.
[[nodiscard]] std::vector<GivenReason> givenReasonsFrom(const Value& reasons);

}  // namespace baton::tasks

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/writers.h"

#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/rules/timetext.h"

namespace baton::tasks {

Value moneyValue(Cents cents)
{
    return unitsFrom(cents);
}

Value moneyValue(const std::optional<Cents>& cents)
{
    return cents ? Value(unitsFrom(*cents)) : Value();
}

Value numberValue(const std::optional<double>& number)
{
    return number ? Value(*number) : Value();
}

const Value& codeValue(ReasonCode code)
{
    static const std::array<Value, kReasonCodeCount> values = [] {
        std::array<Value, kReasonCodeCount> made;
        for (std::size_t i = 0; i < kReasonCodeCount; ++i)
            made[i] = toText(static_cast<ReasonCode>(i));
        return made;
    }();
    return values[static_cast<std::size_t>(code)];
}

Value wordValue(std::string_view word)
{
    return word.empty() ? Value() : Value(word);
}

Value textsValue(const std::vector<Text>& texts)
{
    std::vector<Value> items;
    items.reserve(texts.size());
    for (const Text& text : texts)
        items.emplace_back(text);
    return Value::array(std::move(items));
}

Value paymentHistoryValue(const PaymentHistory& payments)
{
    ObjectBuilder object(7);
    object.set(key::onTime, payments.onTime)
        .set(key::late30, payments.late30)
        .set(key::late60, payments.late60)
        .set(key::late90, payments.late90)
        .set(key::late120, payments.late120)
        .set(key::chargeOffs, payments.chargeOffs)
        .set(key::collections, payments.collections);
    return std::move(object).build();
}

Value derogatoryValue(const DerogatoryItems& items)
{
    ObjectBuilder object(6);
    object.set(key::bankruptcies, items.bankruptcies)
        .set(key::liens, items.liens)
        .set(key::judgments, items.judgments)
        .set(key::chargeOffs, items.chargeOffs)
        .set(key::collections, items.collections)
        .set(key::total, items.total());
    return std::move(object).build();
}

Value termsValue(const Terms& terms)
{
    ObjectBuilder object(11);
    object.set(key::amount, moneyValue(terms.amount))
        .set(key::termMonths, terms.months)
        .set(key::interestRate, terms.rate.rate)
        .set(key::apr, terms.apr)
        .set(key::monthlyPayment, moneyValue(terms.repayment.payment))
        .set(key::lastPayment, moneyValue(terms.repayment.lastPayment))
        .set(key::totalInterest, moneyValue(terms.repayment.totalInterest))
        .set(key::totalOfPayments, moneyValue(terms.amount + terms.repayment.totalInterest))
        .set(key::fees, moneyValue(terms.fees))
        .set(key::amountFinanced, moneyValue(terms.amount - terms.fees))
        .set(key::offerExpires, timeText(terms.expires));
    return std::move(object).build();
}

Value scheduleValue(const Terms& terms)
{
    std::vector<Value> rows;
    int month = 0;
    for (const Instalment& instalment : schedule(terms.amount, terms.rate.rate, terms.months)) {
        ObjectBuilder row(5);
        row.set(key::month, ++month)
            .set(key::payment, moneyValue(instalment.payment))
            .set(key::interest, moneyValue(instalment.interest))
            .set(key::principal, moneyValue(instalment.principal))
            .set(key::balance, moneyValue(instalment.balance));
        rows.push_back(std::move(row).build());
    }
    return Value::array(std::move(rows));
}

Value reasonsValue(const Policy& policy, const Reasons& reasons)
{
    std::vector<Value> items;
    items.reserve(reasons.size());
    for (const Reason& reason : reasons) {
        const ReasonTerms& terms = policy.termsOf(reason.code);
        ObjectBuilder object(7);
        object.set(key::code, codeValue(reason.code))
            .set(key::statement, terms.statement)
            .set(key::hmdaCode, terms.hmda)
            .set(key::contribution, reason.contribution)
            .set(key::decisive, reason.decisive)
            .set(key::actual, reason.actual);
        if (reason.limit)
            object.set(key::limit, *reason.limit);
        items.push_back(std::move(object).build());
    }
    return Value::array(std::move(items));
}

Value hitsValue(const RuleHits& hits)
{
    std::vector<Value> items;
    items.reserve(hits.size());
    for (const RuleHit& hit : hits) {
        if (hit.baseline)
            continue;
        ObjectBuilder object(5);
        object.set(key::code, codeValue(hit.code))
            .set(key::part, toText(hit.part))
            .set(key::points, hit.points)
            .set(key::contribution, roundedTo(hit.contribution, 4))
            .set(key::actual, hit.actual);
        items.push_back(std::move(object).build());
    }
    return Value::array(std::move(items));
}

Value violationsValue(const Compliance& compliance)
{
    std::vector<Value> items;
    items.reserve(compliance.violations.size());
    for (const Violation& violation : compliance.violations) {
        ObjectBuilder object(6);
        object.set(key::rule, limitName(violation.code))
            .set(key::code, codeValue(violation.code))
            .set(key::limit, violation.limit)
            .set(key::actual, violation.actual)
            .set(key::severity, toText(violation.severity))
            .set(key::excessPercent, violation.excess());
        items.push_back(std::move(object).build());
    }
    return Value::array(std::move(items));
}

Value conditionsValue(const Policy& policy, const FixedList<ConditionCode, kConditionCodeCount>& conditions, EpochMs now)
{
    std::vector<Value> items;
    items.reserve(conditions.size());
    for (const ConditionCode code : conditions) {
        const ConditionTerms& terms = policy.conditions[static_cast<std::size_t>(code)];
        ObjectBuilder object(6);
        object.set(key::code, toText(code))
            .set(key::type, terms.type)
            .set(key::priority, terms.priority)
            .set(key::dueDate, dateText(now + terms.dueDays * kDayMs))
            .set(key::statement, terms.statement)
            .set(key::status, "open");
        items.push_back(std::move(object).build());
    }
    return Value::array(std::move(items));
}

Value counterOfferValue(const Policy& policy, const CounterOffer& offer, const Value& conditions, int round)
{
    ObjectBuilder object(16);
    object.set(key::offeredAmount, moneyValue(offer.terms.amount))
        .set(key::termMonths, offer.terms.months)
        .set(key::interestRate, offer.terms.rate.rate)
        .set(key::apr, offer.terms.apr)
        .set(key::monthlyPayment, moneyValue(offer.terms.repayment.payment))
        .set(key::totalInterest, moneyValue(offer.terms.repayment.totalInterest))
        .set(key::fees, moneyValue(offer.terms.fees))
        .set(key::riskLevel, toText(offer.level))
        .set(key::riskScore, offer.score)
        .set(key::debtToIncomeRatio, offer.debtToIncome)
        .set(key::reason, "A smaller amount meets the policy")
        .set(key::conditions, conditions)
        .set(key::expires, timeText(offer.terms.expires))
        .set(key::round, round)
        .set(key::terms, termsValue(offer.terms))
        .set(key::policyVersion, policy.label);
    return std::move(object).build();
}

std::vector<GivenReason> givenReasonsFrom(const Value& reasons)
{
    std::vector<GivenReason> given;
    given.reserve(reasons.size());
    const auto take = [&given](const Value& item) {
        GivenReason reason;
        const std::string_view text = item.isText() ? item.asText() : item[key::code].asText();
        if (const auto code = reasonCodeFrom(text)) {
            reason.code = *code;
        } else {
            const Value& statement = item[key::statement];
            reason.statement = statement.isText() ? statement.toText()
                : item[key::reason].isText()      ? item[key::reason].toText()
                                                  : Text(text);
            const Value& hmda = item[key::hmdaCode];
            if (hmda.isNumber() && hmda.asInteger() >= 1 && hmda.asInteger() <= 9)
                reason.hmda = static_cast<int>(hmda.asInteger());
        }
        reason.contribution = item[key::contribution].asDecimal();
        reason.decisive = item[key::decisive].asBool(true);
        if (reason.code != ReasonCode::Other || !reason.statement.empty())
            given.push_back(std::move(reason));
    };
    if (reasons.isText()) {
        take(reasons);
        return given;
    }
    for (const Value& item : reasons.items())
        take(item);
    return given;
}

}  // namespace baton::tasks

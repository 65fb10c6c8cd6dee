// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policyreader.h"

#include "engine/value/hash.h"
#include "engine/value/json.h"
#include "tasks/underwriting/policyschema.h"

#include <cstdio>

namespace baton::tasks {

namespace {

// From here on the document has passed the schema, so that every reader finds what it asks for.

Cents moneyOf(const Value& value)
{
    return centsFrom(value.asDecimal()).value_or(0);
}

Limit limitOf(const Value& section)
{
    return {section["value"].asDecimal(), section["severity"].asText() == "soft" ? Severity::Soft : Severity::Hard};
}

std::vector<Band> bandsOf(const Value& list, const Key& bound)
{
    std::vector<Band> bands;
    for (const Value& entry : list.items())
        bands.push_back({entry[bound].asDecimal(), entry["points"].asDecimal()});
    return bands;
}

LimitRules limitsOf(const Value& section)
{
    LimitRules limits;
    limits.creditScoreMinimum = limitOf(section["credit_score_minimum"]);
    limits.debtToIncomeMaximum = limitOf(section["debt_to_income_maximum"]);
    limits.annualIncomeMinimum = limitOf(section["annual_income_minimum"]);
    limits.loanAmountMinimum = limitOf(section["loan_amount_minimum"]);
    limits.loanAmountMaximum = limitOf(section["loan_amount_maximum"]);
    if (const Value* limit = section.find("loan_to_value_maximum"))
        limits.loanToValueMaximum = limitOf(*limit);
    if (const Value* limit = section.find("mortgage_insurance_denied"))
        limits.mortgageInsuranceDenied = limitOf(*limit).severity;
    return limits;
}

CreditRules creditOf(const Value& section)
{
    CreditRules credit;
    for (const Value& band : section["bands"].items())
        credit.bands.push_back({band["name"].toText(), static_cast<int>(band["minimum"].asInteger()),
            band["points"].asDecimal(), band["base_rate"].asDecimal()});
    credit.utilization = bandsOf(section["utilization"], "above");
    credit.latePaymentPoints = section["late_payment_points"].asDecimal();
    credit.derogatoryItemPoints = section["derogatory_item_points"].asDecimal();
    return credit;
}

IncomeRules incomeOf(const Value& section)
{
    IncomeRules income;
    income.annual = bandsOf(section["annual"], "below");
    const Value& employment = section["employment"];
    for (std::size_t i = 0; i < kEmploymentStatusCount; ++i) {
        const std::string_view name = toText(static_cast<EmploymentStatus>(i));
        income.employment[i] = employment[name.empty() ? "unknown" : name].asDecimal();
    }
    const Value& verification = section["verification"];
    for (std::size_t i = 0; i < kVerificationStatusCount; ++i) {
        const std::string_view name = toText(static_cast<VerificationStatus>(i));
        income.verification[i] = verification[name.empty() ? "unknown" : name].asDecimal();
    }
    income.stableWithin = section["variance"]["stable_within"].asDecimal();
    income.moderateWithin = section["variance"]["moderate_within"].asDecimal();
    return income;
}

FraudRules fraudOf(const Value& section)
{
    FraudRules fraud;
    fraud.loanToIncome = bandsOf(section["loan_to_income"], "above");
    fraud.incomeMismatch = section["income_mismatch_points"].asDecimal();
    fraud.verificationFailed = section["verification_failed_points"].asDecimal();
    fraud.employmentMismatch = section["employment_mismatch_points"].asDecimal();
    fraud.identityMismatch = section["identity_mismatch_points"].asDecimal();
    fraud.inquiries = {section["inquiries"]["above"].asDecimal(), section["inquiries"]["points"].asDecimal()};
    fraud.thinFile = {section["thin_file"]["accounts_below"].asDecimal(), section["thin_file"]["points"].asDecimal()};
    fraud.reviewAt = section["review_at"].asDecimal();
    fraud.blockAt = section["block_at"].asDecimal();
    return fraud;
}

RiskRules riskOf(const Value& section)
{
    const Value& weights = section["weights"];
    const Value& levels = section["levels"];
    const Value& probability = section["default_probability"];
    return {weights["credit"].asDecimal(), weights["income"].asDecimal(), weights["debt"].asDecimal(),
        weights["fraud"].asDecimal(), levels["medium"].asDecimal(), levels["high"].asDecimal(),
        levels["critical"].asDecimal(), probability["slope"].asDecimal(), probability["maximum"].asDecimal()};
}

DecisionRules decisionOf(const Value& section)
{
    DecisionRules decision;
    for (std::size_t i = 0; i < kRiskLevelCount; ++i)
        decision.byLevel[i]
            = outcomeFrom(section[toText(static_cast<RiskLevel>(i))].asText()).value_or(Outcome::ManualReview);
    decision.unverifiedIncome = outcomeFrom(section["unverified_income"].asText()).value_or(Outcome::ManualReview);
    return decision;
}

PricingRules pricingOf(const Value& section)
{
    PricingRules pricing;
    for (std::size_t i = 0; i < kRiskLevelCount; ++i)
        pricing.levelAdjustment[i] = section["level_adjustment"][toText(static_cast<RiskLevel>(i))].asDecimal();
    pricing.rateMinimum = section["rate_minimum"].asDecimal();
    pricing.rateMaximum = section["rate_maximum"].asDecimal();
    pricing.rateDecimals = static_cast<int>(section["rate_decimals"].asInteger());
    pricing.originationFee = section["origination_fee"].asDecimal();
    pricing.flatFee = moneyOf(section["flat_fee"]);
    pricing.defaultTerm = static_cast<int>(section["term_months"]["default"].asInteger());
    pricing.minimumTerm = static_cast<int>(section["term_months"]["minimum"].asInteger());
    pricing.maximumTerm = static_cast<int>(section["term_months"]["maximum"].asInteger());
    pricing.offerDays = static_cast<int>(section["offer_days"].asInteger());
    return pricing;
}

std::vector<ReviewQueue> queuesOf(const Value& list)
{
    std::vector<ReviewQueue> queues;
    for (const Value& entry : list.items()) {
        ReviewQueue queue;
        queue.name = entry["name"].toText();
        queue.cause = reviewCauseFrom(entry["cause"].asText()).value_or(ReviewCause::Any);
        if (const Value* above = entry.find("loan_above"))
            queue.loanAbove = moneyOf(*above);
        queue.reviewer = entry["reviewer"].toText();
        queue.priority = entry["priority"].toText();
        queue.dueHours = static_cast<int>(entry["due_hours"].asInteger());
        queues.push_back(std::move(queue));
    }
    return queues;
}

NoticeRules noticeOf(const Value& section)
{
    NoticeRules notice;
    notice.maximumReasons = static_cast<int>(section["maximum_reasons"].asInteger());
    notice.creditor = section["creditor"].toText();
    notice.agency = section["agency"].toText();
    notice.respondWithinDays = static_cast<int>(section["respond_within_days"].asInteger());
    notice.copyRequestDays = static_cast<int>(section["copy_request_days"].asInteger());
    for (std::size_t i = 0; i < kReasonCodeCount; ++i) {
        const Value& terms = section["reasons"][toText(static_cast<ReasonCode>(i))];
        notice.reasons[i] = {static_cast<int>(terms["hmda"].asInteger()), terms["specific"].asBool(),
            terms["statement"].toText()};
    }
    return notice;
}

Value withDecimals(const Value& value)
{
    if (value.isInteger())
        return value.asDecimal();
    if (value.isArray()) {
        std::vector<Value> items;
        for (const Value& item : value.items())
            items.push_back(withDecimals(item));
        return Value::array(std::move(items));
    }
    ObjectBuilder object;
    for (const Member& member : value.members())
        object.set(member.key, withDecimals(member.value));
    return value.isObject() ? std::move(object).build() : value;
}

/// 5 and 5.0 are the same parameter; what a policy is called decides nothing.
Text hashOf(const Value& document)
{
    const Value parameters = document.without("name").without("version").without("description");
    char text[20];
    std::snprintf(text, sizeof text, "%016llx",
        static_cast<unsigned long long>(hashOfBytes(toCanonicalJson(withDecimals(parameters)))));
    return Text(text);
}

std::shared_ptr<Policy> extracted(const Value& document)
{
    auto policy = std::make_shared<Policy>();
    policy->name = document["name"].toText();
    policy->version = static_cast<int>(document["version"].asInteger());
    policy->description = document["description"].toText();
    policy->currency = document["currency"].toText();
    policy->label = policy->name.str() + "/" + std::to_string(policy->version);
    policy->hash = hashOf(document);
    policy->limits = limitsOf(document["limits"]);
    policy->credit = creditOf(document["credit"]);
    policy->income = incomeOf(document["income"]);
    const Value& debt = document["debt"];
    policy->debt = {bandsOf(debt["ratio"], "above"), debt["otherwise"].asDecimal(), debt["count_new_payment"].asBool(),
        debt["assumed_rate"].asDecimal()};
    policy->fraud = fraudOf(document["fraud"]);
    policy->risk = riskOf(document["risk"]);
    policy->decision = decisionOf(document["decision"]);
    policy->pricing = pricingOf(document["pricing"]);
    const Value& counter = document["counter_offer"];
    policy->counterOffer = {counter["amount_factor"].asDecimal(), counter["rate_addition"].asDecimal(),
        static_cast<int>(counter["maximum_rounds"].asInteger())};
    policy->queues = queuesOf(document["manual_review"]["queues"]);
    for (std::size_t i = 0; i < kConditionCodeCount; ++i) {
        const Value& terms = document["conditions"][toText(static_cast<ConditionCode>(i))];
        policy->conditions[i] = {terms["type"].toText(), terms["priority"].toText(),
            static_cast<int>(terms["due_days"].asInteger()), terms["statement"].toText()};
    }
    policy->notice = noticeOf(document["adverse_action"]);
    policy->document = document;
    return policy;
}

}  // namespace

PolicyReading policyFrom(const YamlDocument& document)
{
    PolicyReading reading;
    reading.errors = checkPolicySchema(document);
    if (!reading.errors.empty())
        return reading;
    std::shared_ptr<Policy> policy = extracted(document.value());
    reading.errors = checkPolicyContradictions(document, *policy);
    if (!reading.errors.empty())
        return reading;
    reading.warnings = policyWarnings(document, *policy);
    reading.policy = std::move(policy);
    return reading;
}

PolicyReading readPolicy(std::string_view yaml, std::string_view source)
{
    const Result<YamlDocument> document = parseYaml(yaml, source);
    return document ? policyFrom(*document) : PolicyReading {{}, {document.error()}, {}};
}

PolicyReading readPolicyFile(const std::string& path)
{
    const Result<YamlDocument> document = readYamlFile(path);
    return document ? policyFrom(*document) : PolicyReading {{}, {document.error()}, {}};
}

std::shared_ptr<const Policy> standardPolicy()
{
    return readPolicy(standardPolicyText(), "standard").policy;
}

std::vector<PolicyChange> diffPolicies(const Policy& before, const Policy& after)
{
    std::vector<PolicyChange> changes;
    for (Change& change : diff(before.document, after.document))
        changes.push_back({change.path.text(), std::move(change.before), std::move(change.after)});
    return changes;
}

}  // namespace baton::tasks

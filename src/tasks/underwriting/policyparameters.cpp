// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/policyreader.h"

namespace baton::tasks {

namespace {

using Kind = ParameterKind;

/// Gathers the table; each function adds one section in the order of the file.
struct Table {
    std::vector<ParameterSpec> rows;

    void number(std::string path, std::string unit, double minimum, double maximum, std::string description)
    {
        rows.push_back({std::move(path), Kind::Number, std::move(unit), minimum, maximum, true, {}, std::move(description)});
    }
    void integer(std::string path, std::string unit, double minimum, double maximum, std::string description)
    {
        rows.push_back({std::move(path), Kind::Integer, std::move(unit), minimum, maximum, true, {}, std::move(description)});
    }
    void points(std::string path, std::string description) { number(std::move(path), "points", 0, 100, std::move(description)); }
    void text(std::string path, double longest, std::string description)
    {
        rows.push_back({std::move(path), Kind::Text, {}, 1, longest, true, {}, std::move(description)});
    }
    void word(std::string path, std::vector<std::string> words, std::string description)
    {
        rows.push_back({std::move(path), Kind::Word, {}, 0, 0, true, std::move(words), std::move(description)});
    }
    void flag(std::string path, std::string description)
    {
        rows.push_back({std::move(path), Kind::Bool, {}, 0, 0, true, {}, std::move(description)});
    }
    void list(std::string path, double fewest, double most, std::string description)
    {
        rows.push_back({std::move(path), Kind::List, {}, fewest, most, true, {}, std::move(description)});
    }
    void optionalSection(std::string path, std::string description)
    {
        rows.push_back({std::move(path), Kind::Section, {}, 0, 0, false, {}, std::move(description)});
    }
    void optional() { rows.back().required = false; }
    void bands(const std::string& path, const std::string& bound, const std::string& unit, double maximum,
        const std::string& description)
    {
        list(path, 0, 50, description);
        number(path + "[]." + bound, unit, 0, maximum, "Bound of this entry");
        points(path + "[].points", "Points of this entry");
    }
};

const std::vector<std::string> kSeverities {"hard", "soft"};
const std::vector<std::string> kPriorities {"low", "normal", "high", "urgent"};

void addHead(Table& table)
{
    table.text("name", 60, "Name of the policy; several versions of one name stand side by side");
    table.integer("version", "count", 1, 1e6, "Version of the policy");
    table.text("description", 500, "What the policy is for");
    table.text("currency", 3, "Currency of all amounts, ISO 4217");
}

void addLimits(Table& table)
{
    const auto limit = [&table](const std::string& name, const std::string& unit, double minimum, double maximum,
                           const std::string& description) {
        table.number("limits." + name + ".value", unit, minimum, maximum, description);
        table.word("limits." + name + ".severity", kSeverities, "hard denies, soft sends to manual review");
    };
    limit("credit_score_minimum", "score", 300, 850, "Lowest credit score");
    limit("debt_to_income_maximum", "ratio", 0, 10, "Highest monthly debt payments over monthly income");
    limit("annual_income_minimum", "money", 0, 1e9, "Lowest annual income");
    limit("loan_amount_minimum", "money", 0, 1e11, "Smallest loan");
    limit("loan_amount_maximum", "money", 0, 1e11, "Largest loan");
    table.optionalSection("limits.loan_to_value_maximum", "Looks at loan_to_value of the application, where it is known");
    limit("loan_to_value_maximum", "ratio", 0, 10, "Highest loan over the value of the collateral");
    table.optionalSection("limits.mortgage_insurance_denied", "Looks at mortgage_insurance_denied of the application");
    table.word("limits.mortgage_insurance_denied.severity", kSeverities, "hard denies, soft sends to manual review");
}

void addScoring(Table& table)
{
    table.list("credit.bands", 1, 50, "Credit score bands, highest first");
    table.text("credit.bands[].name", 40, "Name of the band");
    table.integer("credit.bands[].minimum", "score", 300, 850, "Lowest score of the band");
    table.points("credit.bands[].points", "Credit risk of the band");
    table.number("credit.bands[].base_rate", "percent", 0, 100, "Interest rate the band begins at");
    table.bands("credit.utilization", "above", "ratio", 1, "Credit risk of the utilization, highest first");
    table.points("credit.late_payment_points", "Credit risk of each late payment");
    table.points("credit.derogatory_item_points", "Credit risk of each derogatory item");

    table.bands("income.annual", "below", "money", 1e9, "Income risk of the annual income, lowest first");
    for (const char* status : {"employed", "self_employed", "part_time", "retired", "unemployed", "unknown"})
        table.points(std::string("income.employment.") + status, "Income risk of the employment");
    for (const char* status : {"verified", "partial", "unverified", "failed", "unknown"})
        table.points(std::string("income.verification.") + status, "Income risk of the verification");
    table.number("income.variance.stable_within", "percent", 0, 100, "Stated against verified income: stable up to here");
    table.number("income.variance.moderate_within", "percent", 0, 1000, "Moderate up to here, high beyond");

    table.bands("debt.ratio", "above", "ratio", 10, "Debt risk of the debt-to-income ratio, highest first");
    table.points("debt.otherwise", "Debt risk below all entries");
    table.flag("debt.count_new_payment", "Whether the payment of the new loan counts as debt");
    table.number("debt.assumed_rate", "percent", 0, 100, "Rate of the new loan's payment for that");

    table.bands("fraud.loan_to_income", "above", "ratio", 1000, "Fraud risk of the loan over the annual income, highest first");
    table.points("fraud.income_mismatch_points", "Stated and verified income differ by more than the moderate variance");
    table.points("fraud.verification_failed_points", "The income verification failed");
    table.points("fraud.employment_mismatch_points", "Stated and verified employment differ");
    table.points("fraud.identity_mismatch_points", "The application belongs to another user");
    table.integer("fraud.inquiries.above", "count", 0, 1000, "Recent inquiries that are too many");
    table.points("fraud.inquiries.points", "Fraud risk of too many inquiries");
    table.integer("fraud.thin_file.accounts_below", "count", 0, 1000, "Accounts of a thin file");
    table.points("fraud.thin_file.points", "Fraud risk of a thin file");
    table.points("fraud.review_at", "Fraud score from which a person looks");
    table.points("fraud.block_at", "Fraud score from which the application is blocked");
}

void addRisk(Table& table)
{
    for (const char* part : {"credit", "income", "debt", "fraud"})
        table.number(std::string("risk.weights.") + part, "ratio", 0, 1, "Weight in the risk score; the four sum to 1");
    for (const char* level : {"medium", "high", "critical"})
        table.points(std::string("risk.levels.") + level, "Risk score the level begins at");
    table.number("risk.default_probability.slope", "ratio", 0, 10, "Probability of default at a risk score of 100");
    table.number("risk.default_probability.maximum", "ratio", 0, 1, "Highest probability of default");
    const std::vector<std::string> outcomes {"denied", "manual_review", "conditional_approval", "approved"};
    for (const char* level : {"low", "medium", "high", "critical"})
        table.word(std::string("decision.") + level, outcomes, "Decision of the level where no limit is broken");
    table.word("decision.unverified_income", outcomes, "Best decision while the income is not verified");
}

void addPricing(Table& table)
{
    for (const char* level : {"low", "medium", "high", "critical"})
        table.number(std::string("pricing.level_adjustment.") + level, "percent", -50, 50, "Added to the band's base rate");
    table.number("pricing.rate_minimum", "percent", 0, 100, "Lowest interest rate");
    table.number("pricing.rate_maximum", "percent", 0, 100, "Highest interest rate");
    table.integer("pricing.rate_decimals", "count", 0, 6, "Decimals of the interest rate");
    table.number("pricing.origination_fee", "percent", 0, 50, "Fee in percent of the amount, counted in the APR");
    table.number("pricing.flat_fee", "money", 0, 1e6, "Fee that does not depend on the amount, counted in the APR");
    table.integer("pricing.term_months.default", "months", 1, 600, "Term where none is asked for");
    table.integer("pricing.term_months.minimum", "months", 1, 600, "Shortest term");
    table.integer("pricing.term_months.maximum", "months", 1, 600, "Longest term");
    table.integer("pricing.offer_days", "days", 1, 365, "Days until an offer expires");
    table.number("counter_offer.amount_factor", "ratio", 0.01, 0.99, "Part of the amount that is offered");
    table.number("counter_offer.rate_addition", "percent", 0, 50, "Added to the rate of a counter offer");
    table.integer("counter_offer.maximum_rounds", "count", 0, 20, "How often a smaller amount is tried");
}

void addCaseWork(Table& table)
{
    table.list("manual_review.queues", 1, 50, "Queues for manual review; the first that fits takes the case");
    table.text("manual_review.queues[].name", 60, "Name of the queue");
    table.word("manual_review.queues[].cause", {"any", "risk", "fraud", "failure"}, "What sends a case here");
    table.number("manual_review.queues[].loan_above", "money", 0, 1e11, "Only loans above this amount");
    table.optional();
    table.text("manual_review.queues[].reviewer", 60, "Role of the reviewer");
    table.word("manual_review.queues[].priority", kPriorities, "Priority of the case");
    table.integer("manual_review.queues[].due_hours", "hours", 1, 8760, "Hours until the case is due");
    for (std::size_t i = 0; i < kConditionCodeCount; ++i) {
        const std::string path = "conditions." + std::string(toText(static_cast<ConditionCode>(i)));
        table.word(path + ".type", {"prior_to_funding", "prior_to_closing", "ongoing"}, "When it has to be met");
        table.word(path + ".priority", kPriorities, "Priority of the condition");
        table.integer(path + ".due_days", "days", 1, 3650, "Days until it is due");
        table.text(path + ".statement", 300, "What the applicant is asked for");
    }
}

void addNotice(Table& table)
{
    table.integer("adverse_action.maximum_reasons", "count", 1, 10, "Principal reasons in a notice");
    table.text("adverse_action.creditor", 200, "Name and address of the creditor");
    table.text("adverse_action.agency", 300, "Agency that administers compliance");
    table.integer("adverse_action.respond_within_days", "days", 1, 365, "Days until the notice has to be sent");
    table.integer("adverse_action.copy_request_days", "days", 1, 365, "Days in which a free copy of the report may be asked for");
    for (std::size_t i = 0; i < kReasonCodeCount; ++i) {
        const std::string path = "adverse_action.reasons." + std::string(toText(static_cast<ReasonCode>(i)));
        table.integer(path + ".hmda", "code", 1, 9, "HMDA denial reason");
        table.flag(path + ".specific", "Whether it may stand in a notice beside specific reasons");
        table.text(path + ".statement", 200, "The reason as the applicant reads it");
    }
}

}  // namespace

const std::vector<ParameterSpec>& policyParameters()
{
    static const std::vector<ParameterSpec> parameters = [] {
        Table table;
        addHead(table);
        addLimits(table);
        addScoring(table);
        addRisk(table);
        addPricing(table);
        addCaseWork(table);
        addNotice(table);
        return std::move(table.rows);
    }();
    return parameters;
}

}  // namespace baton::tasks

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/replaysetup.h"

#include "cli/textfile.h"
#include "engine/value/json.h"
#include "tasks/underwriting/handlers/register.h"
#include "tasks/underwriting/policyreader.h"
#include "tasks/underwriting/providers/recorded.h"

#include <algorithm>

namespace baton::cli {

namespace {

using PolicyPtr = std::shared_ptr<const tasks::Policy>;

Result<PolicyPtr> readWhole(const PolicyText& policy)
{
    const auto reading = tasks::readPolicy(policy.text, policy.source);
    if (!reading.ok())
        return reading.errors.front();
    return reading.policy;
}

MeasureSource from(std::string_view text, std::string_view member = {})
{
    MeasureSource source = measureSource(text).valueOr({});
    source.member = member.empty() ? Key() : Key(member);
    return source;
}

MeasureSpec measure(const char* name, MeasureKind kind, MeasureRole role, std::vector<MeasureSource> sources, const char* unit = "")
{
    return {Text(name), kind, role, std::move(sources), unit};
}

Result<ReplayHandlers> handlersFor(const PolicyPtr& policy)
{
    const auto row = std::make_shared<tasks::SingleRow>();
    auto registry = std::make_shared<TaskRegistry>();
    if (Status added = tasks::registerUnderwriting(*registry, policy, tasks::recordedProviders(row)); !added)
        return std::move(added).error();
    return ReplayHandlers {std::move(registry), [row](const Value& record) { row->set(record); }};
}

// A letter each, then two: A..Z, A1, B1...
Text variantName(std::size_t index)
{
    std::string name(1, static_cast<char>('A' + index % 26));
    if (index >= 26)
        name += std::to_string(index / 26);
    return Text(name);
}

}  // namespace

EpochMs replayMorning() noexcept
{
    return 1767603600000;   // 2026-01-05 09:00 UTC, as a rehearsal
}

std::vector<MeasureSpec> underwritingMeasures()
{
    using Kind = MeasureKind;
    using Role = MeasureRole;
    const auto reasons = from("underwriting_decision.decision_reasons", "code");
    return {
        measure("decision", Kind::Word, Role::Decision, {from("output.decision"), from("underwriting_decision.decision")}),
        measure("reasons", Kind::Words, Role::Reasons, {reasons, from("fraud_detection.indicators", "code")}),
        measure("notice_reasons", Kind::Words, Role::NoticeReasons, {from("process_denial.reason_codes")}),
        measure("interest_rate", Kind::Number, Role::Rate,
            {from("underwriting_decision.interest_rate"), from("underwriting_decision.counter_offer.interest_rate")}, "percent"),
        measure("apr", Kind::Number, Role::None,
            {from("underwriting_decision.terms.apr"), from("underwriting_decision.counter_offer.apr")}, "percent"),
        measure("monthly_payment", Kind::Number, Role::Payment,
            {from("underwriting_decision.terms.monthly_payment"), from("underwriting_decision.counter_offer.monthly_payment")}, "money"),
        measure("requested_amount", Kind::Number, Role::Requested, {from("input.loan_amount")}, "money"),
        measure("granted_amount", Kind::Number, Role::Granted,
            {from("underwriting_decision.terms.amount"), from("underwriting_decision.counter_offer.offered_amount")}, "money"),
        measure("risk_score", Kind::Number, Role::Score, {from("risk_assessment.risk_score")}, "points"),
        measure("risk_level", Kind::Word, Role::None, {from("risk_assessment.risk_level")}),
        measure("probability_of_default", Kind::Number, Role::DefaultProbability, {from("risk_assessment.probability_of_default")}, "ratio"),
        measure("credit_score", Kind::Number, Role::None, {from("credit_check.credit_score")}, "score"),
        measure("debt_to_income", Kind::Number, Role::None, {from("risk_assessment.debt_to_income_ratio")}, "ratio"),
        measure("fraud_score", Kind::Number, Role::None, {from("fraud_detection.fraud_score")}, "points"),
    };
}

Result<PolicyText> findPolicy(const Casebook& casebook, const std::string& id)
{
    const auto shipped = std::find_if(casebook.policies.begin(), casebook.policies.end(), [&](const PolicyText& p) {
        return id.empty() || p.id == id || p.id.starts_with(id + "-");
    });
    if (shipped != casebook.policies.end())
        return *shipped;
    auto text = readTextFile(id);
    if (!text) {
        Error error = std::move(text).error();
        error.hint = "name a policy file, or one of: standard-1, cautious-1";
        return error;
    }
    return PolicyText {id, id, std::move(text).value()};
}

Result<ReplayVariant> variantOf(const Casebook& casebook, const PolicyText& policy, Text name)
{
    auto read = readWhole(policy);
    if (!read)
        return std::move(read).error();
    ReplayVariant variant;
    variant.name = std::move(name);
    variant.policy = (*read)->label.str();
    variant.policyHash = (*read)->hash.str();
    variant.policySource = policy.source;
    variant.workflow = casebook.workflow;
    variant.handlers = [held = *read] { return handlersFor(held); };
    return variant;
}

Result<ReplayPlan> prepareReplay(const Casebook& casebook, const ReplayRequest& request)
{
    if (!casebook.table || !casebook.mapping)
        return Error {ErrorCode::InvalidArgument, "there is no data set to replay", casebook.source, {}, 0, 0, "give a data set and --map FILE"};
    ReplayPlan plan;
    plan.data = casebook.table;
    plan.mapping = *casebook.mapping;
    plan.library = casebook.library;
    plan.taskDefs = casebook.taskDefs;
    plan.measures = underwritingMeasures();
    plan.answers = request.answers;
    plan.rows = request.rows;
    plan.threads = request.threads;
    plan.startAt = replayMorning();
    plan.seed = request.seed;
    std::vector<std::string> ids = request.policies;
    for (std::size_t i = 0; ids.size() < 2 && i < casebook.policies.size() && request.policies.empty(); ++i)
        ids.push_back(casebook.policies[i].id);
    for (const std::string& id : ids) {
        const auto text = findPolicy(casebook, id);
        if (!text)
            return text.error();
        auto variant = variantOf(casebook, *text, variantName(plan.variants.size()));
        if (!variant)
            return std::move(variant).error();
        plan.variants.push_back(std::move(variant).value());
    }
    return plan;
}

Result<PolicyText> changedPolicy(const PolicyText& policy, const std::vector<ParameterChange>& changes)
{
    const auto document = parseYaml(policy.text, policy.source);
    if (!document)
        return document.error();
    Value root = document->value();
    for (const ParameterChange& change : changes) {
        const auto path = Path::parse(change.path);
        if (!path)
            return Error(path.error()).in(policy.source);
        auto changed = withValueAt(root, *path, change.value);
        if (!changed)
            return Error(changed.error()).in(policy.source);
        root = std::move(changed).value();
    }
    return PolicyText {policy.id + "*", policy.source, toPrettyJson(root)};
}

Result<std::vector<PolicyDifference>> policyDifferences(const PolicyText& before, const PolicyText& after)
{
    const auto first = readWhole(before);
    const auto second = first ? readWhole(after) : first;
    if (!second)
        return second.error();
    std::vector<PolicyDifference> differences;
    for (tasks::PolicyChange& change : tasks::diffPolicies(**first, **second))
        differences.push_back({std::move(change.path), std::move(change.before), std::move(change.after)});
    return differences;
}

}  // namespace baton::cli

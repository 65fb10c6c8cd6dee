// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/replayimpact.h"
#include "engine/replay/analysis/attribution.h"
#include "engine/replay/batchreplay.h"

#include <QtTest/QTest>

#include <numeric>

using namespace baton;
using namespace baton::cli;

namespace {

const SystemClock kClock;

struct Portfolio {
    Casebook casebook = Casebook::fromSample("underwriting-full").valueOr({});
    PolicyText policy = findPolicy(casebook, "standard").valueOr({});
    ReplayPlan plan;

    explicit Portfolio(std::size_t rows, std::vector<std::string> policies = {"standard"})
    {
        ReplayRequest request;
        request.policies = std::move(policies);
        request.threads = 2;
        for (std::uint32_t row = 0; row < rows; ++row)
            request.rows.push_back(row * 7);
        plan = prepareReplay(casebook, request).valueOr({});
    }
    [[nodiscard]] std::shared_ptr<const OutcomeTable> run(const ReplayPlan& what) const { return replayAll(what, kClock).valueOr(nullptr); }
};

}  // namespace

class TestWhatIf : public QObject {
    Q_OBJECT

private slots:
    void aChangedParameterIsAFullRunBitForBit_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("saves");
        QTest::newRow("score") << "limits.credit_score_minimum.value" << 690.0 << true;
        QTest::newRow("debt") << "limits.debt_to_income_maximum.value" << 0.36 << true;
        QTest::newRow("amount") << "limits.loan_amount_maximum.value" << 120000.0 << true;
        QTest::newRow("level") << "risk.levels.medium" << 15.0 << true;
        QTest::newRow("late payments") << "credit.late_payment_points" << 9.0 << false;
    }
    void aChangedParameterIsAFullRunBitForBit()
    {
        QFETCH(QString, path);
        QFETCH(double, value);
        QFETCH(bool, saves);
        const Portfolio world(200);
        const std::string name = path.toStdString();
        const auto before = parameterOf(world.policy, name);
        QVERIFY(before && before->isNumber());
        const ParameterValue after {name, before->isInteger() ? Value(static_cast<std::int64_t>(value)) : Value(value)};
        const VariantMaker maker = variantMaker(world.casebook, world.policy);
        const WhatIf whatIf(world.plan, world.run(world.plan), maker, underwritingImpact(), kClock);
        const auto outcome = whatIf.run({{name, *before}}, {after});
        QVERIFY(outcome);
        ReplayPlan whole = world.plan;
        whole.variants = {maker({after}).valueOr({})};
        const auto full = world.run(whole);
        QCOMPARE(outcome->table->digest(), full->digest());
        QVERIFY(outcome->table->digest() != whatIf.base().digest());
        QCOMPARE(outcome->ran < 200, saves);
    }

    void flipsAreSplitOverTheChangedParameters()
    {
        const Portfolio world(300, {"standard", "cautious"});
        const auto table = world.run(world.plan);
        const PolicyText cautious = findPolicy(world.casebook, "cautious").valueOr({});
        auto changes = changesBetween(world.policy, cautious);
        QVERIFY(changes);
        AttributionSettings settings;
        settings.exactUpTo = 0;
        settings.orders = 3;
        const auto split = attributeFlips(world.plan, *table, 0, 1, *changes, variantMaker(world.casebook, world.policy), settings);
        QVERIFY2(split.ok(), split ? "" : split.error().oneLine().c_str());
        QVERIFY(split->flips > 0 && !split->exact);
        double sum = 0;
        for (const FlipShare& share : split->shares)
            sum += share.flips;
        QVERIFY(std::abs(sum - static_cast<double>(split->flips)) < 1e-9);
    }

    void exactSharesAreShapleys()
    {
        Portfolio world(200, {"standard", "standard"});
        const VariantMaker maker = variantMaker(world.casebook, world.policy);
        const std::vector<ParameterValue> changes {{"limits.credit_score_minimum.value", Value(650)}, {"limits.debt_to_income_maximum.value", Value(0.36)}};
        world.plan.variants[1] = maker(changes).valueOr({});
        const auto table = world.run(world.plan);
        const auto split = attributeFlips(world.plan, *table, 0, 1, changes, maker);
        QVERIFY(split && split->exact);
        QCOMPARE(split->runs, std::size_t {4});
        const double both = static_cast<double>(split->flips);
        const auto a = static_cast<double>(split->shares[0].alone);
        const auto b = static_cast<double>(split->shares[1].alone);
        QVERIFY(std::abs(split->shares[0].flips - (a + both - b) / 2) < 1e-9);   // Shapley's value of two, by hand
        QVERIFY(std::abs(split->shares[1].flips - (b + both - a) / 2) < 1e-9);
    }

    void counterfactualsAreTrueAndSmallest()
    {
        const Portfolio world(200);
        const auto table = world.run(world.plan);
        auto search = CounterfactualSearch::make(world.plan, 0);
        QVERIFY(search);
        const auto approves = [](std::string_view word) { return word == "approved" || word == "conditional_approval"; };
        int tried = 0;
        for (std::size_t row = 0; row < table->size() && tried < 3; ++row) {
            if (table->decisionWord(table->decision(0, row)) != "denied")
                continue;
            ++tried;
            const auto found = (*search)->find(table->rows[row], underwritingLevers(), approves, 1500);
            QVERIFY(found);
            for (const Counterfactual& one : *found) {
                QVERIFY(approves(one.decision));
                QVERIFY(one.steps >= 1);
                for (const LeverChange& change : one.changes)
                    QVERIFY(change.from < change.to || change.from > change.to);
            }
        }
        QCOMPARE(tried, 3);
    }
};

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "fixture.h"

#include "tasks/underwriting/providers/chance.h"
#include "tasks/underwriting/rules/pricing.h"
#include "tasks/underwriting/rules/timetext.h"

#include <cmath>

using namespace baton;
using namespace baton::tasks;

class TestPricing : public QObject {
    Q_OBJECT

private slots:
    void paysByTheAnnuityFormula_data();
    void paysByTheAnnuityFormula();
    void sumsToPrincipalPlusInterest();
    void neverOwesLessThanNothing();
    void findsTheApr_data();
    void findsTheApr();
    void agreesWithBisectionOverThePayments();
    void aprOfAFeelessLoanIsItsRate();
    void holdsRatesWithinBounds();
    void pricesALoanWhole();
    void writesTimes();
};

void TestPricing::paysByTheAnnuityFormula_data()
{
    QTest::addColumn<qint64>("principal");
    QTest::addColumn<double>("rate");
    QTest::addColumn<int>("months");
    QTest::addColumn<qint64>("payment");
    // Visual FoxPro's documentation of PAYMENT(): 100,000 at 10.5 % over 20 years is 998.38.
    QTest::newRow("FoxPro") << qint64 {10000000} << 10.5 << 240 << qint64 {99838};
    // By hand: 1,200 at 0 % over 12 months; at 12 % one month: 1,000 x 1.01.
    QTest::newRow("no interest") << qint64 {120000} << 0.0 << 12 << qint64 {10000};
    QTest::newRow("one month") << qint64 {100000} << 12.0 << 1 << qint64 {101000};
    // A hair above 0 % must not differ from 0 %.
    QTest::newRow("hardly any interest") << qint64 {120000} << 1e-9 << 12 << qint64 {10000};
    QTest::newRow("nothing lent") << qint64 {0} << 5.0 << 12 << qint64 {0};
    QTest::newRow("no months") << qint64 {100} << 5.0 << 0 << qint64 {0};
}

void TestPricing::paysByTheAnnuityFormula()
{
    QFETCH(qint64, principal);
    QFETCH(double, rate);
    QFETCH(int, months);
    QFETCH(qint64, payment);
    QCOMPARE(monthlyPayment(principal, rate, months), static_cast<Cents>(payment));
}

void TestPricing::sumsToPrincipalPlusInterest()
{
    Chance chance(7, "loans", "test");
    for (int i = 0; i < 2000; ++i) {
        const Cents principal = 1 + static_cast<Cents>(chance.uniform() * 1e8);
        const double rate = chance.happens(0.1) ? 0.0 : roundedTo(chance.uniform() * 30, 2);
        const int months = 1 + chance.below(600);
        const auto plan = schedule(principal, rate, months);
        QCOMPARE(plan.size(), static_cast<std::size_t>(months));
        Cents paid = 0;
        Cents interest = 0;
        Cents repaid = 0;
        for (const Instalment& instalment : plan) {
            paid += instalment.payment;
            interest += instalment.interest;
            repaid += instalment.principal;
            QCOMPARE(instalment.payment, instalment.interest + instalment.principal);
            QVERIFY(instalment.balance >= 0 && instalment.payment >= 0);
        }
        QCOMPARE(plan.back().balance, Cents {0});
        QCOMPARE(repaid, principal);
        QCOMPARE(paid, principal + interest);
        const Repayment sum = repayment(principal, rate, months);
        QCOMPARE(sum.totalInterest, interest);
        QCOMPARE(sum.lastPayment, plan.back().payment);
    }
}

void TestPricing::neverOwesLessThanNothing()
{
    // 1.00 over 600 months rounds to payments of nothing: the last one takes it all.
    const auto tiny = schedule(100, 0, 600);
    QCOMPARE(tiny.back().payment, Cents {100});
    // 0.60 a hundred times over rounds up: the plan is paid off early and stays at 0.
    const auto early = schedule(60, 0, 100);
    QCOMPARE(early[59].balance, Cents {0});
    QCOMPARE(early.back().payment, Cents {0});
}

void TestPricing::findsTheApr_data()
{
    QTest::addColumn<qint64>("received");
    QTest::addColumn<qint64>("payment");
    QTest::addColumn<int>("months");
    QTest::addColumn<double>("apr");
    QTest::addColumn<double>("tolerance");
    // 12 CFR 1026 (Regulation Z), Appendix J, paragraph (c)(1)(i): 5,000 advanced, 24 payments of 230: 9.69 %.
    QTest::newRow("Regulation Z, J (c)(1)(i)") << qint64 {500000} << qint64 {23000} << 24 << 9.69 << 0.005;
    // Adobe's FormCalc reference of Apr(): Apr(35000, 269.50, 360) = 0.08515404566; Apr(157500, 960, 650) = 0.07161332404.
    QTest::newRow("FormCalc 1") << qint64 {3500000} << qint64 {26950} << 360 << 8.515404566 << 0.0005;
    QTest::newRow("FormCalc 2") << qint64 {15750000} << qint64 {96000} << 650 << 7.161332404 << 0.0005;
    // By hand: one payment of 110 for 100 after a month is 10 % a month.
    QTest::newRow("one payment") << qint64 {10000} << qint64 {11000} << 1 << 120.0 << 1e-9;
    QTest::newRow("no interest") << qint64 {120000} << qint64 {10000} << 12 << 0.0 << 1e-9;
    QTest::newRow("a gift") << qint64 {130000} << qint64 {10000} << 12 << 0.0 << 1e-9;
    // A loan shark's: 100 received, 100 paid back every month.
    QTest::newRow("very high") << qint64 {10000} << qint64 {10000} << 60 << 1200.0 << 1e-6;
}

void TestPricing::findsTheApr()
{
    QFETCH(qint64, received);
    QFETCH(qint64, payment);
    QFETCH(int, months);
    QFETCH(double, apr);
    QFETCH(double, tolerance);
    const auto found = annualPercentageRate(received, payment, payment, months);
    QVERIFY(found.has_value());
    QVERIFY2(std::fabs(*found - apr) <= tolerance, QByteArray::number(*found, 'g', 12).constData());
    QVERIFY(!annualPercentageRate(0, payment, payment, months));
}

void TestPricing::agreesWithBisectionOverThePayments()
{
    Chance chance(11, "aprs", "test");
    for (int i = 0; i < 300; ++i) {
        const Cents principal = 100000 + static_cast<Cents>(chance.uniform() * 1e8);
        const int months = 1 + chance.below(480);
        const auto plan = schedule(principal, 1 + chance.uniform() * 24, months);
        const Cents received = principal - static_cast<Cents>(static_cast<double>(principal) * 0.05 * chance.uniform());
        double low = 0;
        double high = 1;
        for (int step = 0; step < 200; ++step) {
            const double rate = (low + high) / 2;
            double worth = 0;
            for (std::size_t month = plan.size(); month-- > 0;)
                worth = (worth + static_cast<double>(plan[month].payment)) / (1 + rate);
            (worth > static_cast<double>(received) ? low : high) = rate;
        }
        const auto apr = annualPercentageRate(received, plan.front().payment, plan.back().payment, months);
        QVERIFY(apr.has_value());
        // Once a plan is paid off early its payments are not level any more; such tiny loans are not among these.
        QVERIFY2(std::fabs(*apr - low * 1200) < 1e-6, QByteArray::number(*apr - low * 1200).constData());
    }
}

void TestPricing::aprOfAFeelessLoanIsItsRate()
{
    const Repayment loan = repayment(25000000, 7.25, 360);
    const auto apr = annualPercentageRate(25000000, loan.payment, loan.lastPayment, 360);
    QVERIFY(std::fabs(*apr - 7.25) < 0.001);
}

void TestPricing::holdsRatesWithinBounds()
{
    const auto policy = standardPolicy();
    QCOMPARE(interestRate(*policy, 820, RiskLevel::Low).rate, 5.5);
    QCOMPARE(interestRate(*policy, 700, RiskLevel::Medium).rate, 9.5);       // 8 + 1.5
    QCOMPARE(interestRate(*policy, 500, RiskLevel::Critical).rate, 22.0);    // 16 + 6
    QCOMPARE(interestRate(*policy, 500, RiskLevel::Critical, 9).rate, 25.0); // 31 is held at 25
    QCOMPARE(interestRate(*policy, 820, RiskLevel::Low, -9).rate, 5.0);
}

void TestPricing::pricesALoanWhole()
{
    // 50,000 at 6.5 % over 60 months: i = 0.065 / 12; 50,000 i / (1 - (1 + i)^-60) = 978.307... -> 978.31.
    const auto policy = standardPolicy();
    const Terms terms = termsOf(*policy, 5000000, 60, interestRate(*policy, 760, RiskLevel::Low), test::kStart);
    QCOMPARE(terms.repayment.payment, Cents {97831});
    QCOMPARE(terms.fees, Cents {50000});
    // 49,500 received for 60 payments of 978.31: 6.92 % (bisection by hand calculator: 0.576729 % a month).
    QVERIFY2(std::fabs(terms.apr - 6.921) < 0.002, QByteArray::number(terms.apr).constData());
    QCOMPARE(terms.expires, test::kStart + 7 * 24 * 3600 * 1000LL);
    QCOMPARE(termFor(*policy, std::nullopt), 60);
    QCOMPARE(termFor(*policy, 3), 6);
    QCOMPARE(termFor(*policy, 600), 480);
}

void TestPricing::writesTimes()
{
    QCOMPARE(timeText(0).str(), std::string("1970-01-01T00:00:00Z"));
    QCOMPARE(timeText(test::kStart + 86399999).str(), std::string("2026-01-01T23:59:59Z"));
    QCOMPARE(timeText(-1).str(), std::string("1969-12-31T23:59:59Z"));
    QCOMPARE(dateText(951782400000).str(), std::string("2000-02-29"));
    QCOMPARE(dateText(std::numeric_limits<EpochMs>::max()).str(), std::string("9999-12-31"));
    QCOMPARE(dateText(std::numeric_limits<EpochMs>::min()).str(), std::string("0001-01-01"));
}

QTEST_GUILESS_MAIN(TestPricing)
#include "tst_pricing.moc"

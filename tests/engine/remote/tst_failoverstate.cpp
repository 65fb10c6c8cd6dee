// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverstate.h"

#include <QTest>

using namespace baton;

namespace {

constexpr EpochMs kStart = 1'000'000;

FailoverSettings settings()
{
    FailoverSettings settings;
    settings.probeInterval = Milliseconds(5000);
    settings.failuresToLeave = 3;
    settings.successesToReturn = 3;
    settings.stableBeforeReturn = Milliseconds(15'000);
    return settings;
}

/// A failover on a clock that the test moves: each look comes when it is due.
struct Bench {
    explicit Bench(const FailoverSettings& given = settings(), bool embedded = true) : state(given, embedded, kStart) { }

    void look(HealthState health)
    {
        now = std::max(now, state.nextLook());
        HealthReport report;
        report.state = health;
        report.checkedAt = now;
        state.looked(report, now);
    }
    void look(HealthState health, int times)
    {
        for (int i = 0; i < times; ++i)
            look(health);
    }
    /// Looks until the work is back; how long that took.
    std::int64_t untilConnected()
    {
        const EpochMs begin = now;
        for (int i = 0; i < 1000 && state.view().phase != FailoverPhase::Connected; ++i)
            look(HealthState::Healthy);
        return now - begin;
    }
    [[nodiscard]] FailoverPhase phase() const { return state.view().phase; }
    [[nodiscard]] FailoverReason reason() const { return state.view().reason; }

    EpochMs now = kStart;
    FailoverState state;
};

}  // namespace

class TestFailoverState : public QObject {
    Q_OBJECT

private slots:
    void beginsWithTheServerWhenItIsWell()
    {
        Bench bench;
        QCOMPARE(bench.phase(), FailoverPhase::Starting);
        QVERIFY(!bench.state.view().active());
        QCOMPARE(bench.state.nextLook(), kStart);
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
        QVERIFY(bench.state.view().active() == Origin::Remote);
        QCOMPARE(bench.state.nextLook(), kStart + 5000);
    }

    void beginsWithoutTheServer_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<bool>("embedded");
        QTest::addColumn<bool>("required");
        QTest::addColumn<int>("looks");
        QTest::addColumn<int>("phase");
        QTest::newRow("somebody stands in") << true << true << false << 1 << static_cast<int>(FailoverPhase::Rehearsing);
        QTest::newRow("not allowed") << false << true << false << 1 << static_cast<int>(FailoverPhase::Waiting);
        QTest::newRow("nobody there") << true << false << false << 1 << static_cast<int>(FailoverPhase::Waiting);
        QTest::newRow("required, one look") << true << true << true << 1 << static_cast<int>(FailoverPhase::Starting);
        QTest::newRow("required, enough looks") << true << true << true << 3 << static_cast<int>(FailoverPhase::Refused);
    }
    void beginsWithoutTheServer()
    {
        QFETCH(bool, enabled);
        QFETCH(bool, embedded);
        QFETCH(bool, required);
        QFETCH(int, looks);
        QFETCH(int, phase);
        FailoverSettings given = settings();
        given.enabled = enabled;
        given.requireServerAtStart = required;
        Bench bench(given, embedded);
        bench.look(HealthState::Unreachable, looks);
        QCOMPARE(static_cast<int>(bench.phase()), phase);
        QCOMPARE(bench.reason(), FailoverReason::Unreachable);
    }

    void oneBadLookMovesNothing()
    {
        Bench bench;
        bench.look(HealthState::Healthy);
        bench.look(HealthState::Unreachable);
        QCOMPARE(bench.phase(), FailoverPhase::Unsteady);
        QVERIFY(bench.state.view().active() == Origin::Remote);
        QVERIFY(bench.state.nextLook() < bench.now + 5000);   // looked at more often now
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
        QCOMPARE(bench.state.view().switches, std::uint64_t {0});
    }

    void leavesAfterThreeBadLooksAndSaysWhy_data()
    {
        QTest::addColumn<int>("health");
        QTest::addColumn<int>("reason");
        QTest::newRow("unreachable") << static_cast<int>(HealthState::Unreachable) << static_cast<int>(FailoverReason::Unreachable);
        QTest::newRow("unhealthy") << static_cast<int>(HealthState::Unhealthy) << static_cast<int>(FailoverReason::Unhealthy);
        QTest::newRow("credentials") << static_cast<int>(HealthState::NeedsAuthentication) << static_cast<int>(FailoverReason::NeedsAuthentication);
        QTest::newRow("path") << static_cast<int>(HealthState::WrongPath) << static_cast<int>(FailoverReason::WrongPath);
    }
    void leavesAfterThreeBadLooksAndSaysWhy()
    {
        QFETCH(int, health);
        QFETCH(int, reason);
        Bench bench;
        bench.look(HealthState::Healthy);
        bench.look(static_cast<HealthState>(health), 3);
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
        QCOMPARE(static_cast<int>(bench.reason()), reason);
        QVERIFY(bench.state.view().active() == Origin::Embedded);
        QVERIFY(!bench.state.view().sideEffects);
        QCOMPARE(bench.state.view().switches, std::uint64_t {1});
    }

    void returnsOnlyWhenItHasBeenWellForLongEnough()
    {
        Bench bench;
        bench.look(HealthState::Unreachable);
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.phase(), FailoverPhase::Returning);
        QVERIFY(bench.state.view().active() == Origin::Embedded);
        QCOMPARE(bench.state.view().returnAt, bench.now + 15'000);
        bench.look(HealthState::Unreachable);                      // not so well after all
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
        QCOMPARE(bench.state.view().returnAt, EpochMs {0});
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.untilConnected(), std::int64_t {15'000});
        QCOMPARE(bench.reason(), FailoverReason::Recovered);
        QVERIFY(bench.state.view().sideEffects);
    }

    void needsEnoughLooksHoweverFarApart()
    {
        FailoverSettings given = settings();
        given.stableBeforeReturn = Milliseconds(0);
        Bench bench(given);
        bench.look(HealthState::Unreachable);
        bench.look(HealthState::Healthy, 2);
        QCOMPARE(bench.phase(), FailoverPhase::Returning);
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
    }

    void aServerThatFlapsIsTrustedLessAndLess()
    {
        Bench bench;
        bench.look(HealthState::Unreachable);
        std::vector<std::int64_t> delays;
        for (int i = 0; i < 7; ++i) {
            bench.look(HealthState::Healthy);
            delays.push_back(bench.state.returnDelay());
            bench.untilConnected();
            bench.look(HealthState::Unreachable, 3);
            QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
        }
        QCOMPARE(delays, (std::vector<std::int64_t> {15'000, 30'000, 60'000, 120'000, 240'000, 240'000, 240'000}));
        bench.look(HealthState::Healthy);
        bench.untilConnected();
        bench.look(HealthState::Healthy, 2000);                    // nearly three good hours
        bench.look(HealthState::Unreachable, 3);
        QCOMPARE(bench.state.returnDelay(), std::int64_t {15'000});
    }

    void aFailedCallBringsTheNextLookNear()
    {
        Bench bench;
        bench.look(HealthState::Healthy);
        bench.now += 1000;
        bench.state.callFailed(bench.now);
        QCOMPARE(bench.state.nextLook(), bench.now);
        bench.look(HealthState::Healthy);
        bench.state.callFailed(bench.now);                         // but not a storm of them
        QCOMPARE(bench.state.nextLook(), bench.now + 100);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
    }

    void withoutAStandInItWaitsAndReturnsAtOnce()
    {
        Bench bench(settings(), false);
        bench.look(HealthState::Healthy);
        bench.look(HealthState::Unreachable, 3);
        QCOMPARE(bench.phase(), FailoverPhase::Waiting);
        QVERIFY(bench.state.view().active() == Origin::Remote);
        bench.look(HealthState::Healthy);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
        QCOMPARE(bench.state.view().switches, std::uint64_t {0});
    }

    void somebodyMayChoose()
    {
        Bench bench;
        bench.look(HealthState::Healthy);
        bench.state.choose(FailoverChoice::Embedded, bench.now);
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
        QCOMPARE(bench.reason(), FailoverReason::Chosen);
        bench.look(HealthState::Healthy, 20);
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);        // however well the server is
        bench.state.choose(FailoverChoice::Remote, bench.now);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
        bench.look(HealthState::Unreachable, 5);
        QCOMPARE(bench.phase(), FailoverPhase::Waiting);           // and however ill
        bench.state.choose(FailoverChoice::Automatic, bench.now);
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
        QCOMPARE(bench.reason(), FailoverReason::Unreachable);
    }

    void nobodyToChooseIsNoChoice()
    {
        Bench bench(settings(), false);
        bench.look(HealthState::Healthy);
        bench.state.choose(FailoverChoice::Embedded, bench.now);
        QCOMPARE(bench.phase(), FailoverPhase::Connected);
    }

    void settingsChangeWhileItRuns()
    {
        Bench bench;
        bench.look(HealthState::Unreachable);
        QVERIFY(!bench.state.view().sideEffects);
        FailoverSettings other = settings();
        other.sideEffectsWhileRehearsing = true;
        bench.state.reconfigure(other, bench.now);
        QVERIFY(bench.state.view().sideEffects);
        other.enabled = false;
        bench.state.reconfigure(other, bench.now);
        QCOMPARE(bench.phase(), FailoverPhase::Waiting);
        other.enabled = true;
        bench.state.reconfigure(other, bench.now);
        bench.look(HealthState::Unreachable);
        QCOMPARE(bench.phase(), FailoverPhase::Rehearsing);
    }
};

QTEST_GUILESS_MAIN(TestFailoverState)
#include "tst_failoverstate.moc"

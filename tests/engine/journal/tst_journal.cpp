// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/journal/cursor.h"

#include "engine/model/randomevents.h"
#include "engine/model/statehash.h"

#include <QTest>

using namespace baton;

namespace {

MemoryJournal journalOf(const std::vector<EventPtr>& events)
{
    MemoryJournal journal;
    for (const EventPtr& event : events)
        journal.append(event);
    return journal;
}

/// The hash of the state after 0, 1, 2... events, folded plainly.
std::vector<std::uint64_t> hashesAlong(const Journal& journal, StateHasher& hasher)
{
    World world;
    std::vector<std::uint64_t> hashes {hasher.hash(world)};
    for (std::size_t i = 0; i < journal.size(); ++i) {
        apply(world, journal.event(i));
        hashes.push_back(hasher.hash(world));
    }
    return hashes;
}

}  // namespace

class TestJournal : public QObject {
    Q_OBJECT

private slots:
    void appendsAndForks();
    void takesEventsFromAnEngine();
    void anyCheckpointPlusTheRestIsTheWhole_data();
    void anyCheckpointPlusTheRestIsTheWhole();
    void goesForwardAndBackOverTheSameStates();
    void jumpsAnywhere();
    void aCopyOfTheWorldStays();
    void growsUnderTheCursor();
    void preparesAheadInPieces();
    void aForkTakesItsCheckpointsAlong();
    void manyOpenTasksMeanFewerCheckpoints();
    void anEmptyJournal();
};

void TestJournal::appendsAndForks()
{
    const auto events = test::RandomEvents(1).some(100);
    MemoryJournal journal = journalOf(events);
    journal.append(EventPtr());
    QCOMPARE(journal.size(), std::size_t {100});
    MemoryJournal fork = journal.forked(40);
    QCOMPARE(fork.size(), std::size_t {40});
    for (std::size_t i = 0; i < 40; ++i)
        QCOMPARE(&fork.event(i), &journal.event(i));
    fork.append(Event {});
    QCOMPARE(fork.size(), std::size_t {41});
    QCOMPARE(journal.size(), std::size_t {100});
    QCOMPARE(&journal.event(40), events[40].get());
    QCOMPARE(journal.forked(1000).size(), std::size_t {100});
}

void TestJournal::takesEventsFromAnEngine()
{
    MemoryJournal journal;
    EventSink& sink = journal;
    Event event;
    event.kind = EventKind::ClockAdvanced;
    event.at = 7;
    sink.take(event);
    QCOMPARE(journal.size(), std::size_t {1});
    QCOMPARE(journal.event(0).at, EpochMs {7});
}

void TestJournal::anyCheckpointPlusTheRestIsTheWhole_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 21; seed <= 24; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestJournal::anyCheckpointPlusTheRestIsTheWhole()
{
    QFETCH(quint64, seed);
    constexpr std::size_t kLength = 300;
    const auto events = test::RandomEvents(seed).some(kLength);
    StateHasher hasher;
    std::vector<World> moments {World {}};
    for (const EventPtr& event : events) {
        moments.push_back(moments.back());
        apply(moments.back(), *event);
    }
    const auto whole = hasher.hash(moments.back());
    for (std::size_t k = 0; k <= kLength; ++k) {
        World world = moments[k];
        for (std::size_t i = k; i < kLength; ++i)
            apply(world, *events[i]);
        QCOMPARE(hasher.hash(world), whole);
    }
}

void TestJournal::goesForwardAndBackOverTheSameStates()
{
    const MemoryJournal journal = journalOf(test::RandomEvents(31).some(900));
    StateHasher hasher;
    const auto hashes = hashesAlong(journal, hasher);
    Cursor cursor(journal);
    QVERIFY(!cursor.previous() && !cursor.back());
    for (std::size_t i = 0; i < journal.size(); ++i) {
        QCOMPARE(cursor.next(), &journal.event(i));
        QVERIFY(cursor.forward());
        QCOMPARE(cursor.position(), i + 1);
        QCOMPARE(hasher.hash(cursor.world()), hashes[i + 1]);
    }
    QVERIFY(cursor.atEnd() && !cursor.next() && !cursor.forward());
    for (std::size_t i = journal.size(); i-- > 0;) {
        QCOMPARE(cursor.previous(), &journal.event(i));
        QVERIFY(cursor.back());
        QCOMPARE(hasher.hash(cursor.world()), hashes[i]);
    }
    QCOMPARE(cursor.position(), std::size_t {0});
}

void TestJournal::jumpsAnywhere()
{
    const MemoryJournal journal = journalOf(test::RandomEvents(32).some(1500));
    StateHasher hasher;
    const auto hashes = hashesAlong(journal, hasher);
    std::mt19937_64 chance(1);
    for (const bool prepared : {false, true}) {
        Cursor cursor(journal);
        if (prepared)
            QVERIFY(cursor.prepare(journal.size()));
        for (int i = 0; i < 300; ++i) {
            const std::size_t target = chance() % (journal.size() + 1);
            cursor.moveTo(target);
            QCOMPARE(cursor.position(), target);
            QCOMPARE(hasher.hash(cursor.world()), hashes[target]);
        }
        cursor.moveTo(journal.size() + 500);
        QVERIFY(cursor.atEnd());
        cursor.toStart();
        QCOMPARE(hasher.hash(cursor.world()), hashes.front());
        cursor.toEnd();
        QCOMPARE(hasher.hash(cursor.world()), hashes.back());
        QCOMPARE(hasher.hash(worldAfter(journal, journal.size())), hashes.back());
    }
}

void TestJournal::aCopyOfTheWorldStays()
{
    const MemoryJournal journal = journalOf(test::RandomEvents(33).some(400));
    StateHasher hasher;
    const auto hashes = hashesAlong(journal, hasher);
    Cursor cursor(journal);
    cursor.moveTo(200);
    const World kept = cursor.world();
    cursor.toEnd();
    cursor.moveTo(150);
    cursor.moveTo(260);
    QCOMPARE(hasher.hash(kept), hashes[200]);
}

void TestJournal::growsUnderTheCursor()
{
    const auto events = test::RandomEvents(34).some(600);
    MemoryJournal journal;
    StateHasher hasher;
    Cursor cursor(journal);
    for (const EventPtr& event : events) {
        journal.append(event);
        QVERIFY(!cursor.atEnd());
        cursor.toEnd();
    }
    QCOMPARE(hasher.hash(cursor.world()), hashesAlong(journal, hasher).back());
}

void TestJournal::preparesAheadInPieces()
{
    const MemoryJournal journal = journalOf(test::RandomEvents(35).some(1000));
    StateHasher hasher;
    const auto hashes = hashesAlong(journal, hasher);
    Checkpoints checkpoints;
    int pieces = 1;
    while (!checkpoints.extend(journal, 7))
        ++pieces;
    QCOMPARE(pieces, 1000 / 7 + 1);
    std::size_t moments = 0;
    std::size_t last = journal.size() + 1;
    for (std::size_t position = journal.size(); position > 0; --position) {
        const auto& moment = checkpoints.before(position);
        QVERIFY(moment.position <= position && position - moment.position <= Checkpoints::kEvery);
        QCOMPARE(hasher.hash(moment.world), hashes[moment.position]);
        moments += moment.position != last ? 1 : 0;
        last = moment.position;
    }
    QVERIFY(moments < 40);
}

void TestJournal::aForkTakesItsCheckpointsAlong()
{
    MemoryJournal journal = journalOf(test::RandomEvents(36).some(700));
    Cursor cursor(journal);
    cursor.toEnd();
    MemoryJournal fork = journal.forked(333);
    for (const EventPtr& event : test::RandomEvents(37).some(200))
        fork.append(event);
    StateHasher hasher;
    const auto hashes = hashesAlong(fork, hasher);
    Cursor other(fork, cursor.checkpoints().forked(333));
    QVERIFY(other.checkpoints().last().position <= 333);
    QVERIFY(other.checkpoints().last().position + Checkpoints::kEvery > 333);
    for (const std::size_t target : std::vector<std::size_t> {533, 334, 333, 332, 0, 420}) {
        other.moveTo(target);
        QCOMPARE(hasher.hash(other.world()), hashes[target]);
    }
}

void TestJournal::manyOpenTasksMeanFewerCheckpoints()
{
    MemoryJournal journal;
    Event start;
    start.kind = EventKind::WorkflowStarted;
    start.workflowId = "w";
    start.started = std::make_shared<Execution>();
    journal.append(start);
    for (TaskSlot slot = 0; slot < 8000; ++slot) {
        auto task = std::make_shared<TaskRun>();
        task->referenceTaskName = Text("t" + std::to_string(slot));
        Event event;
        event.kind = EventKind::TaskScheduled;
        event.workflowId = "w";
        event.slot = slot;
        event.task = task;
        journal.append(event);
    }
    Cursor cursor(journal);
    cursor.toEnd();
    QCOMPARE(cursor.world().find("w")->open.size(), std::size_t {8000});
    const auto& last = cursor.checkpoints().before(7600);
    QVERIFY(7600 - last.position < 600);
    QVERIFY(cursor.checkpoints().before(last.position - 1).position + 300 < last.position);
}

void TestJournal::anEmptyJournal()
{
    const MemoryJournal journal;
    Cursor cursor(journal);
    cursor.toEnd();
    cursor.moveTo(5);
    QCOMPARE(cursor.position(), std::size_t {0});
    QVERIFY(cursor.atEnd() && !cursor.forward() && !cursor.back());
    QVERIFY(cursor.prepare(10));
    QCOMPARE(worldAfter(journal, 3).executions.size(), std::size_t {0});
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"

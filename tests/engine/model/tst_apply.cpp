// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/openslots.h"
#include "engine/model/randomevents.h"
#include "engine/model/statehash.h"

#include <QTest>

using namespace baton;

namespace {

std::shared_ptr<TaskRun> run(const char* name, int seq)
{
    auto task = std::make_shared<TaskRun>();
    task->referenceTaskName = name;
    task->taskId = Text(std::string(name) + std::to_string(seq));
    task->seq = seq;
    return task;
}

Event scheduled(TaskSlot slot, TaskPtr task)
{
    Event event;
    event.kind = EventKind::TaskScheduled;
    event.slot = slot;
    event.task = std::move(task);
    return event;
}

Event changed(TaskSlot slot, std::vector<FieldChange> changes, EventKind kind = EventKind::TaskChanged)
{
    Event event;
    event.kind = kind;
    event.slot = slot;
    event.changes = std::move(changes);
    return event;
}

Execution withTasks(std::initializer_list<const char*> names)
{
    Execution execution;
    int seq = 0;
    for (const char* name : names) {
        const auto slot = static_cast<TaskSlot>(seq++);
        apply(execution, scheduled(slot, run(name, seq)));
    }
    return execution;
}

}  // namespace

class TestApply : public QObject {
    Q_OBJECT

private slots:
    void keepsIndexesRight_data();
    void keepsIndexesRight();
    void neverTouchesAnEarlierMoment();
    void changesInPlaceWhatNobodyElseHolds();
    void copiesWhatSomebodyHolds();
    void ignoresWhatDoesNotFit();
    void findsTheAttemptBeforeARemovedOne();
    void keepsTheHighestSeq();
    void listsOpenTasks();
    void restartsFromNothing();
    void movesTheClockForwardOnly();
    void addsAndRemovesExecutions();
    void sortsTasksAsTheServerDoes();
};

void TestApply::keepsIndexesRight_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestApply::keepsIndexesRight()
{
    QFETCH(quint64, seed);
    test::RandomEvents events(seed);
    for (int i = 0; i < 800; ++i) {
        const Event event = events.next();
        const Execution* execution = events.world().find(event.workflowId);
        if (!execution)
            continue;
        Execution fresh = *execution;
        rebuildIndexes(fresh);
        QVERIFY(fresh.latestByReference == execution->latestByReference);
        QCOMPARE(fresh.open, execution->open);
        QCOMPARE(fresh.lastSeq, execution->lastSeq);
    }
}

void TestApply::neverTouchesAnEarlierMoment()
{
    test::RandomEvents events(99);
    StateHasher hasher;
    std::vector<World> moments;
    std::vector<std::uint64_t> hashes;
    for (int i = 0; i < 1000; ++i) {
        (void)events.next();
        if (i % 7 != 0)
            continue;
        moments.push_back(events.world());
        hashes.push_back(hasher.hash(events.world()));
    }
    for (std::size_t i = 0; i < moments.size(); ++i)
        QCOMPARE(hasher.hash(moments[i]), hashes[i]);
}

void TestApply::changesInPlaceWhatNobodyElseHolds()
{
    Execution execution = withTasks({"a", "b"});
    const TaskRun* before = execution.task(1);
    apply(execution, changed(1, {{Field::OutputData, Value::object({{"v", 1}})}}, EventKind::TaskCompleted));
    QCOMPARE(execution.task(1), before);
    QVERIFY(execution.task(1)->outputData == Value::object({{"v", 1}}));
}

void TestApply::copiesWhatSomebodyHolds()
{
    Execution execution = withTasks({"a"});
    const TaskPtr held = execution.tasks[0];
    const Execution kept = execution;
    apply(execution, changed(0, {{Field::PollCount, 5}}));
    QCOMPARE(held->pollCount, 0);
    QCOMPARE(kept.task(0)->pollCount, 0);
    QCOMPARE(execution.task(0)->pollCount, 5);
}

void TestApply::ignoresWhatDoesNotFit()
{
    Execution execution = withTasks({"a"});
    const auto before = execution.stateHash();
    apply(execution, scheduled(2, run("far", 9)));
    apply(execution, scheduled(0, run("taken", 9)));
    apply(execution, scheduled(kNoTask, run("nowhere", 9)));
    apply(execution, scheduled(1, nullptr));
    apply(execution, changed(1, {{Field::PollCount, 5}}));
    apply(execution, changed(kNoTask, {{Field::PollCount, 5}}));
    apply(execution, changed(7, {}, EventKind::TaskRemoved));
    apply(execution, changed(0, {{Field::PollCount, 5}}, EventKind::TaskLogged));
    QCOMPARE(execution.stateHash(), before);
}

void TestApply::findsTheAttemptBeforeARemovedOne()
{
    Execution execution = withTasks({"a", "b", "a", "a"});
    QCOMPARE(execution.latest("a")->seq, 4);
    apply(execution, changed(3, {}, EventKind::TaskRemoved));
    QCOMPARE(execution.latest("a")->seq, 3);
    QVERIFY(!execution.task(3));
    apply(execution, changed(0, {}, EventKind::TaskRemoved));
    QCOMPARE(execution.latest("a")->seq, 3);
    apply(execution, changed(2, {}, EventKind::TaskRemoved));
    QVERIFY(!execution.latest("a"));
    QVERIFY(execution.latest("b"));
    QCOMPARE(execution.tasks.size(), std::size_t {4});
    QCOMPARE(execution.slotOfTaskId("b2"), TaskSlot {1});
    QCOMPARE(execution.slotOfTaskId("a1"), kNoTask);
}

void TestApply::keepsTheHighestSeq()
{
    Execution execution = withTasks({"a", "b", "c"});
    QCOMPARE(execution.lastSeq, 3);
    apply(execution, changed(2, {}, EventKind::TaskRemoved));
    QCOMPARE(execution.lastSeq, 2);
    apply(execution, changed(0, {{Field::Seq, 9}}));
    QCOMPARE(execution.lastSeq, 9);
    apply(execution, changed(0, {{Field::Seq, 1}}));
    QCOMPARE(execution.lastSeq, 2);
}

void TestApply::listsOpenTasks()
{
    using Slots = std::vector<TaskSlot>;
    Execution execution = withTasks({"a", "b", "c", "d"});
    QCOMPARE(execution.open, (Slots {0, 1, 2, 3}));
    apply(execution, changed(1, {{Field::Executed, true}}, EventKind::TaskExecuted));
    apply(execution, changed(2, {{Field::Retried, true}}, EventKind::TaskRetried));
    apply(execution, changed(3, {{Field::TaskStatus, static_cast<int>(TaskStatus::Skipped)}}));
    QCOMPARE(execution.open, (Slots {0}));
    apply(execution, changed(2, {{Field::Retried, false}}, EventKind::TaskReset));
    QCOMPARE(execution.open, (Slots {0, 2}));
}

void TestApply::restartsFromNothing()
{
    Execution execution = withTasks({"a", "b"});
    Event event;
    event.kind = EventKind::WorkflowRestarted;
    auto started = std::make_shared<Execution>();
    started->input = "again";
    event.started = started;
    apply(execution, event);
    QVERIFY(execution.tasks.empty());
    QVERIFY(execution.open.empty());
    QVERIFY(!execution.latest("a"));
    QCOMPARE(execution.lastSeq, 0);
    QVERIFY(execution.input == Value("again"));
    apply(execution, scheduled(0, run("a", 1)));
    QCOMPARE(execution.latest("a")->seq, 1);
}

void TestApply::movesTheClockForwardOnly()
{
    World world;
    Event event;
    event.kind = EventKind::ClockAdvanced;
    event.at = 500;
    apply(world, event);
    QCOMPARE(world.now, EpochMs {500});
    event.at = 400;
    apply(world, event);
    QCOMPARE(world.now, EpochMs {500});
}

void TestApply::addsAndRemovesExecutions()
{
    World world;
    Event event;
    event.kind = EventKind::WorkflowStarted;
    event.workflowId = "w";
    event.started = std::make_shared<Execution>();
    apply(world, event);
    QVERIFY(world.find("w"));
    QCOMPARE(world.order.size(), std::size_t {1});
    const Execution* before = world.find("w");
    Event change = changed(kNoTask, {{Field::Priority, 3}}, EventKind::WorkflowChanged);
    change.workflowId = "w";
    apply(world, change);
    QCOMPARE(world.find("w"), before);
    QCOMPARE(before->priority, 3);
    const World held = world;
    change.kind = EventKind::WorkflowRemoved;
    apply(world, change);
    QVERIFY(!world.find("w"));
    QVERIFY(held.find("w"));
    QCOMPARE(world.order.size(), std::size_t {1});
    change.kind = EventKind::WorkflowChanged;
    apply(world, change);
    QVERIFY(!world.find("w"));
}

void TestApply::sortsTasksAsTheServerDoes()
{
    Execution execution;
    apply(execution, scheduled(0, run("first", 2)));
    apply(execution, scheduled(1, run("skipped", 0)));
    apply(execution, scheduled(2, run("second", 1)));
    apply(execution, scheduled(3, run("skipped too", 0)));
    std::string names;
    for (const TaskPtr& task : execution.tasksBySeq())
        names += task->referenceTaskName.str() + ", ";
    QCOMPARE(names, std::string("skipped, skipped too, second, first, "));
}

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"

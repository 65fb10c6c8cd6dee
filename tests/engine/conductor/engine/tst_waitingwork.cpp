// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/queues/waitingwork.h"

#include <QTest>

using namespace baton;

namespace {

WorkItem item(std::string_view type, EpochMs due, int priority, std::uint64_t order, std::string_view domain = {})
{
    WorkItem work;
    work.kind = WorkItem::Kind::WorkerTask;
    work.taskType = Text(type);
    work.domain = Text(domain);
    work.due = due;
    work.priority = priority;
    work.order = order;
    return work;
}

std::string orders(WaitingWork& waiting, EpochMs now)
{
    std::string text;
    for (const WorkItem& work : waiting.all(now))
        text += std::to_string(work.order) + ' ';
    return text;
}

}  // namespace

class TestWaitingWork : public QObject {
    Q_OBJECT

private slots:
    void theReadyComeByPriorityThenTimeThenAge()
    {
        WaitingWork waiting;
        std::vector<WaitingWork::Ticket> tickets;
        tickets.push_back(waiting.add(item("t", 10, 0, 1), 10));
        tickets.push_back(waiting.add(item("t", 5, 0, 2), 10));
        tickets.push_back(waiting.add(item("u", 9, 7, 3), 10));
        tickets.push_back(waiting.add(item("t", 20, 99, 4), 10));
        tickets.push_back(waiting.add(item("t", 10, 0, 0), 10));
        QCOMPARE(orders(waiting, 10), std::string("3 2 0 1 4 "));
        QCOMPARE(orders(waiting, 20), std::string("4 3 2 0 1 "));
        QCOMPARE(waiting.first(10)->order, 3U);
        QCOMPARE(waiting.firstOf("t", 10)->order, 2U);
        QCOMPARE(waiting.firstOf("t", 20)->order, 4U);
    }

    void nothingIsReadyBeforeItsTime()
    {
        WaitingWork waiting;
        const auto ticket = waiting.add(item("t", 20, 0, 1), 10);
        QCOMPARE(waiting.firstOf("t", 19), nullptr);
        QCOMPARE(waiting.nextReady("t", 19), std::optional<EpochMs>(20));
        QCOMPARE(waiting.first(19)->order, 1U);
        QVERIFY(waiting.firstOf("t", 20));
        QCOMPARE(waiting.nextReady("t", 25), std::optional<EpochMs>(25));
        QCOMPARE(waiting.nextReady("u", 25), std::nullopt);
    }

    void aTicketThatGoesTakesItsItemAlong()
    {
        WaitingWork waiting;
        auto kept = waiting.add(item("t", 0, 0, 1), 0);
        {
            const auto gone = waiting.add(item("t", 0, 0, 2), 0);
            QCOMPARE(waiting.size("t"), std::size_t {2});
        }
        QCOMPARE(waiting.size("t"), std::size_t {1});
        kept = waiting.add(item("t", 0, 0, 3), 0);
        QCOMPARE(orders(waiting, 0), std::string("3 "));
        waiting.move(kept, 50, 0);
        QCOMPARE(waiting.firstOf("t", 49), nullptr);
        kept = {};
        QVERIFY(!waiting.first(0));
        QCOMPARE(waiting.sizes().size(), std::size_t {1});
    }

    void queuesAreNamedAsWorkersKnowThem()
    {
        QCOMPARE(queueName({}, "t", {}, {}), Text("t"));
        QCOMPARE(queueName("d", "t", "n", "i"), Text("d:t@n-i"));
        WaitingWork waiting;
        const auto ticket = waiting.add(item("t", 0, 0, 1, "d"), 0);
        QVERIFY(waiting.firstOf("d:t", 0));
        QVERIFY(!waiting.firstOf("t", 0));
    }
};

QTEST_GUILESS_MAIN(TestWaitingWork)
#include "tst_waitingwork.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/resultjournal.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;

namespace {

JournalEntry entry(std::string_view taskId, std::string_view origin = "s", EpochMs at = 1'000)
{
    JournalEntry made {.origin = Text(origin), .taskType = "credit_check", .referenceName = "credit", .createdAt = at};
    made.result.taskId = Text(taskId);
    made.result.workflowInstanceId = "w";
    made.result.status = TaskStatus::Completed;
    made.result.outputData = Value::object({{"score", 700}, {"rate", 4.0}, {"name", "Nguyễn"}});
    made.result.logs.push_back({"a line", 5});
    return made;
}

JournalMark mark(std::int64_t id, JournalState state, EpochMs at = 2'000)
{
    return {id, state, 3, at, "because"};
}

Status append(ResultJournal& journal, std::vector<JournalEntry>& entries)
{
    JournalWrites writes {.entries = entries};
    Status done = journal.write(writes);
    entries = std::move(writes.entries);
    return done;
}

Status apply(ResultJournal& journal, std::vector<JournalMark> marks)
{
    JournalWrites writes {.marks = std::move(marks)};
    return journal.write(writes);
}

}  // namespace

class TestResultJournal : public QObject {
    Q_OBJECT
private slots:
    void givesBackWhatItWasGiven();
    void knowsWhatIsPendingForWhichServer();
    void listsDeadLettersNewestFirst();
    void forgetsWhatWasDelivered();
    void survivesTheProcess();
    void belongsToOneProcess();
    void refusesAFileThatIsNone();
    void knowsWhatIsInHand();
    void keepsLargeResults();
    void keepsAName();
};

void TestResultJournal::givesBackWhatItWasGiven()
{
    const auto journal = openResultJournal(":memory:").value();
    std::vector<JournalEntry> entries {entry("t1"), entry("t2")};
    QVERIFY(append(*journal, entries).ok());
    QVERIFY(entries[0].id > 0 && entries[1].id > entries[0].id);
    const JournalEntry found = journal->find("t1").value().value();
    QCOMPARE(found.id, entries[0].id);
    QCOMPARE(found.origin, Text("s"));
    QCOMPARE(found.taskType, Text("credit_check"));
    QCOMPARE(found.referenceName, Text("credit"));
    QCOMPARE(found.state, JournalState::Pending);
    QCOMPARE(found.createdAt, EpochMs {1'000});
    QCOMPARE(found.result.workflowInstanceId, Text("w"));
    QCOMPARE(found.result.status, TaskStatus::Completed);
    QCOMPARE(found.result.outputData, entries[0].result.outputData);
    QVERIFY(found.result.outputData["rate"].isDecimal());
    QCOMPARE(found.result.logs.size(), std::size_t {1});
    QCOMPARE(journal->entry(entries[1].id).value()->result.taskId, Text("t2"));
    QVERIFY(!journal->find("t3").value().has_value());
    QVERIFY(!journal->entry(99).value().has_value());
}

void TestResultJournal::knowsWhatIsPendingForWhichServer()
{
    const auto journal = openResultJournal(":memory:").value();
    std::vector<JournalEntry> entries {entry("t1", "here", 500), entry("t2", "there"), entry("t3", "here")};
    QVERIFY(append(*journal, entries).ok());
    const std::vector<JournalEntry> here = journal->pending("here").value();
    QCOMPARE(here.size(), std::size_t {2});
    QCOMPARE(here[0].result.taskId, Text("t1"));
    QCOMPARE(journal->counts().value(), (JournalCounts {3, 0, 500}));
    const std::vector<JournalMark> marks {mark(entries[0].id, JournalState::Delivered), mark(entries[2].id, JournalState::Dead)};
    QVERIFY(apply(*journal, marks).ok());
    QCOMPARE(journal->pending("here").value().size(), std::size_t {0});
    QCOMPARE(journal->counts().value(), (JournalCounts {1, 1, 1'000}));
    const JournalEntry dead = journal->entry(entries[2].id).value().value();
    QCOMPARE(dead.attempts, 3);
    QCOMPARE(dead.reason, std::string("because"));
    QCOMPARE(dead.updatedAt, EpochMs {2'000});
}

void TestResultJournal::listsDeadLettersNewestFirst()
{
    const auto journal = openResultJournal(":memory:").value();
    std::vector<JournalEntry> entries {entry("t1"), entry("t2"), entry("t3"), entry("t4")};
    QVERIFY(append(*journal, entries).ok());
    const std::vector<JournalMark> marks {mark(entries[0].id, JournalState::Dead), mark(entries[1].id, JournalState::Ignored),
        mark(entries[2].id, JournalState::Dead)};
    QVERIFY(apply(*journal, marks).ok());
    const std::vector<JournalEntry> dead = journal->list(JournalState::Dead, 2, 0).value();
    QCOMPARE(dead.size(), std::size_t {2});
    QCOMPARE(dead[0].result.taskId, Text("t3"));
    QCOMPARE(dead[1].state, JournalState::Ignored);
    QCOMPARE(journal->list(JournalState::Dead, 2, 2).value()[0].result.taskId, Text("t1"));
    QCOMPARE(journal->list(JournalState::Dead, -5, -5).value().size(), std::size_t {0});
    QVERIFY(journal->remove(entries[0].id).ok());
    QCOMPARE(journal->list(JournalState::Dead, 10, 0).value().size(), std::size_t {2});
}

void TestResultJournal::forgetsWhatWasDelivered()
{
    const auto journal = openResultJournal(":memory:").value();
    std::vector<JournalEntry> entries;
    for (int i = 0; i < 10; ++i)
        entries.push_back(entry("t" + std::to_string(i)));
    QVERIFY(append(*journal, entries).ok());
    for (std::size_t i = 0; i < 8; ++i) {
        const std::vector<JournalMark> marks {mark(entries[i].id, JournalState::Delivered, static_cast<EpochMs>(i * 100))};
        QVERIFY(apply(*journal, marks).ok());
    }
    QVERIFY(journal->prune(0, 4).ok());
    QCOMPARE(journal->list(JournalState::Delivered, 100, 0).value().size(), std::size_t {2});
    QVERIFY(journal->prune(700, 1000).ok());
    QCOMPARE(journal->list(JournalState::Delivered, 100, 0).value().size(), std::size_t {1});
    QCOMPARE(journal->pending("s").value().size(), std::size_t {2});   // never
}

void TestResultJournal::survivesTheProcess()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("results.db")).toStdString();
    {
        const auto journal = openResultJournal(path).value();
        std::vector<JournalEntry> entries {entry("t1")};
        QVERIFY(append(*journal, entries).ok());
    }
    const auto journal = openResultJournal(path).value();
    QCOMPARE(journal->pending("s").value().at(0).result.outputData["score"], Value(700));
}

void TestResultJournal::belongsToOneProcess()
{
    QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("results.db")).toStdString();
    const auto journal = openResultJournal(path).value();
    std::vector<JournalEntry> entries {entry("t1")};
    QVERIFY(append(*journal, entries).ok());
    const auto second = openResultJournal(path);
    QVERIFY(!second.ok());
    QCOMPARE(second.error().code, ErrorCode::Unavailable);
}

void TestResultJournal::refusesAFileThatIsNone()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("results.db"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    const auto journal = openResultJournal(path.toStdString());
    QVERIFY(!journal.ok());
    QCOMPARE(journal.error().source, path.toStdString());
    QVERIFY(!openResultJournal(folder.filePath(QStringLiteral("none/results.db")).toStdString()).ok());
}

void TestResultJournal::knowsWhatIsInHand()
{
    const auto journal = openResultJournal(":memory:").value();
    const std::vector<HeldTask> tasks {{"t1", "w1", "a", "r1", "here"}, {"t2", "w2", "a", "r2", "there"}, {"t3", "w3", "b", "r3", "here"}};
    JournalWrites writes {.taken = tasks};
    QVERIFY(journal->write(writes).ok());
    QVERIFY(journal->write(writes).ok());   // once more changes nothing
    QCOMPARE(journal->held("here").value(), (std::vector<HeldTask> {tasks[0], tasks[2]}));
    JournalWrites gone {.letGo = {Text("t1"), Text("unknown")}};
    QVERIFY(journal->write(gone).ok());
    QCOMPARE(journal->held("here").value(), std::vector<HeldTask> {tasks[2]});
}

void TestResultJournal::keepsLargeResults()
{
    const auto journal = openResultJournal(":memory:").value();
    std::vector<JournalEntry> entries {entry("t1")};
    entries[0].result.outputData = Value::object({{"text", std::string(10'000'000, 'y')}});
    QVERIFY(append(*journal, entries).ok());
    QCOMPARE(journal->find("t1").value()->result.outputData, entries[0].result.outputData);
}

void TestResultJournal::keepsAName()
{
    const auto journal = openResultJournal(":memory:").value();
    QCOMPARE(journal->identity("first").value(), Text("first"));
    QCOMPARE(journal->identity("second").value(), Text("first"));
}

QTEST_GUILESS_MAIN(TestResultJournal)
#include "tst_resultjournal.moc"

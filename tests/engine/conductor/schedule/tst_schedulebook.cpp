// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/schedulebook.h"
#include "engine/value/json.h"

#include <QTest>

using namespace baton;

namespace {

constexpr EpochMs kNow = 1'900'000'000'000;   // 17:46:40

Value schedule(std::string_view members)
{
    return parseJson(R"({"name":"s","startWorkflowRequest":{"name":"w"})" + std::string(members) + "}").value();
}

/// All that is due until then, looked at each second.
std::vector<EpochMs> dueUntil(ScheduleBook& book, EpochMs from, EpochMs to)
{
    std::vector<EpochMs> moments;
    for (EpochMs now = from; now <= to; now += 1000) {
        while (const auto due = book.takeDue(now))
            moments.push_back(due->scheduledTime - kNow);
    }
    return moments;
}

using Moments = std::vector<EpochMs>;

}  // namespace

class TestScheduleBook : public QObject {
    Q_OBJECT

private slots:
    void isDueAtEachMoment();
    void missesWhatPassedUnlessItCatchesUp();
    void keepsToStartAndEnd();
    void severalExpressionsRunBesideEachOther();
    void aPausedOneIsNeverDue();
    void nothingIsDueWhileItDoesNotRun();
    void nonsenseIsKeptAndNeverDue();
    void refusesWhatIsIncomplete();
    void goesOnFromADocument();
    void searches();
    void remembersAndSearchesRuns();
};

void TestScheduleBook::isDueAtEachMoment()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *")"), kNow));
    QCOMPARE(book.nextDue(), std::optional(kNow + 20'000));
    QCOMPARE(dueUntil(book, kNow, kNow + 65'000), (Moments {20'000, 40'000, 60'000}));
    const auto due = (book.takeDue(kNow + 80'000));
    QVERIFY(due);
    QCOMPARE(due->cron, Text("*/20 * * * * * UTC"));
    QCOMPARE(due->schedule["name"], Value("s"));
}

void TestScheduleBook::missesWhatPassedUnlessItCatchesUp()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *")"), kNow));
    QCOMPARE(dueUntil(book, kNow + 70'000, kNow + 70'000), (Moments {20'000}));
    QCOMPARE(book.nextDue(), std::optional(kNow + 80'000));

    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *","runCatchupScheduleInstances":true)"), kNow));
    QCOMPARE(dueUntil(book, kNow + 70'000, kNow + 70'000), (Moments {20'000, 40'000, 60'000}));
}

void TestScheduleBook::keepsToStartAndEnd()
{
    ScheduleBook book;
    const std::string start = std::to_string(kNow + 40'000);
    const std::string end = std::to_string(kNow + 80'000);
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *","scheduleStartTime":)" + start
        + R"(,"scheduleEndTime":)" + end), kNow));
    QCOMPARE(dueUntil(book, kNow, kNow + 200'000), (Moments {40'000, 60'000, 80'000}));
    QVERIFY(!book.nextDue());
}

void TestScheduleBook::severalExpressionsRunBesideEachOther()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"0 0 0 1 1 *","cronSchedules":[{"cronExpression":"*/30 * * * * *"},
        {"cronExpression":"0 47 18 * * *","zoneId":"Europe/Paris"},{"cronExpression":"rubbish"}])"), kNow));
    QCOMPARE(dueUntil(book, kNow, kNow + 60'000), (Moments {20'000, 20'000, 50'000}));
}

void TestScheduleBook::aPausedOneIsNeverDue()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *")"), kNow));
    QVERIFY(!book.setPaused("s", false, {}, kNow));
    QVERIFY(book.setPaused("s", true, "holidays", kNow));
    QCOMPARE((*book.find("s"))["pausedReason"], Value("holidays"));
    QVERIFY(!book.nextDue());
    QCOMPARE(dueUntil(book, kNow, kNow + 60'000), Moments());
    QVERIFY(book.setPaused("s", false, {}, kNow + 61'000));
    QVERIFY((*book.find("s"))["pausedReason"].isNull());
    QCOMPARE(book.nextDue(), std::optional(kNow + 80'000));
    QCOMPARE(book.setPaused("t", true, {}, kNow).error().message, std::string("Schedule 't' not found"));
}

void TestScheduleBook::nothingIsDueWhileItDoesNotRun()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *")"), kNow));
    book.setRunning(false);
    QVERIFY(!book.nextDue() && !book.takeDue(kNow + 50'000));
    book.setRunning(true);
    QCOMPARE(dueUntil(book, kNow + 50'000, kNow + 50'000), (Moments {20'000}));
}

void TestScheduleBook::nonsenseIsKeptAndNeverDue()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"rubbish")"), kNow));
    QVERIFY(book.find("s"));
    QVERIFY(!book.nextDue());
    QVERIFY(book.save(schedule({}), kNow));
    QVERIFY(!book.nextDue());
}

void TestScheduleBook::refusesWhatIsIncomplete()
{
    ScheduleBook book;
    QCOMPARE(book.save(schedule(R"(,"cronExpression":"* * * * * *","zoneId":"Mars/Olympus")"), kNow).error().message,
        std::string("Unknown time-zone ID: Mars/Olympus"));
    for (const char* json : {"[]", "{}", R"({"name":""})", R"({"name":"x"})", R"({"name":"x","startWorkflowRequest":1})"})
        QVERIFY(!book.save(parseJson(json).value(), kNow));
    QVERIFY(book.all({}).empty());
}

void TestScheduleBook::goesOnFromADocument()
{
    ScheduleBook book;
    QVERIFY(book.save(schedule(R"(,"cronExpression":"*/20 * * * * *","runCatchupScheduleInstances":true)"), kNow));
    QVERIFY(book.takeDue(kNow + 20'000));
    ScheduleBook later;
    QVERIFY(later.restore(book.document("s")));
    QCOMPARE(*later.find("s"), *book.find("s"));
    QCOMPARE(dueUntil(later, kNow + 85'000, kNow + 85'000), (Moments {40'000, 60'000, 80'000}));
    QVERIFY(!later.restore(Value(1)));
}

void TestScheduleBook::searches()
{
    ScheduleBook book;
    for (const char* name : {"Nightly", "nightly-2", "weekly"}) {
        QVERIFY(book.save(schedule({}).with("name", name), kNow));
    }
    QVERIFY(book.setPaused("weekly", true, {}, kNow));
    QCOMPARE(book.search({.workflowName = {}, .scheduleName = "NIGHT", .paused = {}}).totalHits, 2);
    QCOMPARE(book.search({.workflowName = {}, .scheduleName = {}, .paused = true}).totalHits, 1);
    QCOMPARE(book.search({.workflowName = "other", .scheduleName = {}, .paused = {}}).totalHits, 0);
    QCOMPARE(book.search({.workflowName = "w", .scheduleName = {}, .paused = {}, .start = 1, .size = 1}).results.size(), 1U);
}

void TestScheduleBook::remembersAndSearchesRuns()
{
    ScheduleBook book;
    for (int i = 0; i < 150; ++i) {
        const Text forgotten = book.addRun(Value::object({{"executionId", std::to_string(i)}, {"scheduleName", i % 3 == 0 ? "a" : "b"},
            {"workflowName", "loans"}, {"scheduledTime", i}, {"state", i == 7 ? "FAILED" : "EXECUTED"}}));
        QVERIFY(forgotten.empty());
    }
    const auto hits = [&](const char* query) {
        SearchRequest request;
        request.query = query;
        return book.runs(request)->totalHits;
    };
    QCOMPARE(hits(""), 150);
    QCOMPARE(hits("scheduleName IN (a)"), 50);
    QCOMPARE(hits("scheduleName IN (a,b) AND state IN (FAILED)"), 1);
    QCOMPARE(hits("scheduledTime>100 AND scheduledTime<103"), 2);
    QCOMPARE(hits("workflowName=oan"), 150);
    QCOMPARE(hits("executionId=12"), 1);
    QCOMPARE(hits("a"), 50);
    SearchRequest wrong;
    wrong.query = "scheduledTime>x";
    QVERIFY(!book.runs(wrong));
    QCOMPARE(book.runs({})->results.front()["scheduledTime"], Value(149));
    SearchRequest ascending;
    ascending.sort = "scheduleName:DESC,scheduledTime:ASC";
    QCOMPARE(book.runs(ascending)->results.front()["scheduledTime"], Value(1));
    for (int i = 0; i < 100; ++i)
        (void)book.addRun(Value::object({{"executionId", "n"}, {"scheduleName", "a"}, {"scheduledTime", 1000 + i}}));
    QCOMPARE(hits("scheduleName IN (a)"), 100);
}

QTEST_GUILESS_MAIN(TestScheduleBook)
#include "tst_schedulebook.moc"

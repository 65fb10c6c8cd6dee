// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/schedule/schedulebook.h"
#include "engine/value/json.h"

#include <QTest>

using namespace baton;

class TestCronExpression : public QObject {
    Q_OBJECT

private slots:
    void meansWhatTheRealServerSays_data();
    void meansWhatTheRealServerSays();
    void followsTheClocksOfZones();
    void knowsZonesAsJavaDoes_data();
    void knowsZonesAsJavaDoes();
    void staysWithinSight();
};

namespace {

Value dataFile(const char* name)
{
    return readJsonFile(std::string(BATON_TEST_DATA "/engine/conductor/schedule/data/") + name).value();
}

std::vector<EpochMs> momentsIn(const Value& list)
{
    std::vector<EpochMs> moments;
    for (const Value& item : list.items())
        moments.push_back(item.asInteger());
    return moments;
}

}  // namespace

void TestCronExpression::meansWhatTheRealServerSays_data()
{
    QTest::addColumn<int>("index");
    const Value all = dataFile("expressions.json");
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%d %s", static_cast<int>(i), std::string(all.at(i)["cron"].asText()).c_str()) << static_cast<int>(i);
}

// Recorded from GET /scheduler/nextFewSchedules with that start time and a limit of 5.
void TestCronExpression::meansWhatTheRealServerSays()
{
    QFETCH(int, index);
    const Value given = dataFile("expressions.json").at(static_cast<std::size_t>(index));
    const auto next = ScheduleBook::nextRuns(given["cron"].asText(), {}, 1'900'000'000'000, 0, 5, 1'795'438'707'616);
    if (given["next"].isNull()) {
        QVERIFY(!next);
        QCOMPARE(next.error().message, std::string("Invalid cron expression"));
        return;
    }
    QVERIFY(next);
    QCOMPARE(*next, momentsIn(given["next"]));
}

// Recorded from the library the real server uses, around changes of the clock.
void TestCronExpression::followsTheClocksOfZones()
{
    const Value all = dataFile("zones.json");
    for (const Value& given : all.items()) {
        const TimeZone zone = TimeZone::find(given["zone"].asText()).value();
        const CronExpression cron = CronExpression::parse(given["cron"].asText()).value();
        std::vector<EpochMs> moments;
        std::optional<EpochMs> moment = given["from"].asInteger();
        while (moments.size() < 6 && (moment = cron.next(*moment, zone)))
            moments.push_back(*moment);
        QVERIFY2(moments == momentsIn(given["next"]), toJson(given).c_str());
    }
    QVERIFY(all.size() > 1000);
}

void TestCronExpression::knowsZonesAsJavaDoes_data()
{
    QTest::addColumn<QString>("words");      // of the refusal; empty: known
    QTest::addColumn<int>("offset");         // on 2026-01-01
    QTest::newRow("Mars/Olympus") << "Unknown time-zone ID: Mars/Olympus" << 0;
    QTest::newRow("") << "Invalid ID for ZoneOffset, invalid format: " << 0;
    QTest::newRow("utc") << "Unknown time-zone ID: utc" << 0;
    QTest::newRow("EST") << "Unknown time-zone ID: EST" << 0;
    QTest::newRow("PST") << "Unknown time-zone ID: PST" << 0;
    QTest::newRow("gmt+2") << "Unknown time-zone ID: gmt+2" << 0;
    QTest::newRow("europe/berlin") << "Unknown time-zone ID: europe/berlin" << 0;
    QTest::newRow("Europe") << "Unknown time-zone ID: Europe" << 0;
    QTest::newRow("a b") << "Invalid ID for region-based ZoneId, invalid format: a b" << 0;
    QTest::newRow("UTC+25") << "Invalid ID for offset-based ZoneId: UTC+25" << 0;
    QTest::newRow("UTC+") << "Invalid ID for offset-based ZoneId: UTC+" << 0;
    QTest::newRow("+18:01") << "Zone offset not in valid range: -18:00 to +18:00" << 0;
    QTest::newRow("A") << "Invalid ID for ZoneOffset, invalid format: A" << 0;
    QTest::newRow("CET-1CEST") << "Unknown time-zone ID: CET-1CEST" << 0;
    QTest::newRow("../../etc/passwd") << "Invalid ID for region-based ZoneId, invalid format: ../../etc/passwd" << 0;
    QTest::newRow("Z") << "" << 0;
    QTest::newRow("UT") << "" << 0;
    QTest::newRow("GMT+0") << "" << 0;
    QTest::newRow("UTC+1") << "" << 3600;
    QTest::newRow("+5") << "" << 18000;
    QTest::newRow("+0530") << "" << 19800;
    QTest::newRow("-03:30") << "" << -12600;
    QTest::newRow("+053010") << "" << 19810;
    QTest::newRow("+18:00") << "" << 64800;
    QTest::newRow("Etc/GMT+5") << "" << -18000;
    QTest::newRow("US/Pacific") << "" << -28800;
    QTest::newRow("Asia/Ho_Chi_Minh") << "" << 25200;
}

void TestCronExpression::knowsZonesAsJavaDoes()
{
    QFETCH(QString, words);
    QFETCH(int, offset);
    const Result<TimeZone> zone = TimeZone::find(QTest::currentDataTag());
    QCOMPARE(QString::fromStdString(zone ? std::string() : zone.error().message), words);
    if (zone)
        QCOMPARE(zone->offsetAt(1'767'225'600'000), offset);
}

void TestCronExpression::staysWithinSight()
{
    const TimeZone utc;
    const CronExpression each = CronExpression::parse("* * * * * *").value();
    for (const EpochMs moment : {std::numeric_limits<EpochMs>::max(), std::numeric_limits<EpochMs>::min(), EpochMs {253'402'300'800'000}})
        QVERIFY(!each.next(moment, utc));
    QVERIFY(!CronExpression::parse("0 0 12 ? * 1#2147483647").value().next(0, utc));
    QVERIFY(!CronExpression::parse("0 0 12 L-2147483648 * ?").value().next(0, utc));
    QVERIFY(!CronExpression::parse("0 0 12 ? * 99999999999L"));
}

QTEST_GUILESS_MAIN(TestCronExpression)
#include "tst_cronexpression.moc"

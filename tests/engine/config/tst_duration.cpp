// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/duration.h"

#include <QTest>

using namespace baton;
using namespace std::chrono_literals;

class TestDuration : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void writesWhatReadsBack();
};

void TestDuration::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds");   // -1: refused
    QTest::newRow("seconds") << QByteArray("30s") << qint64 {30'000};
    QTest::newRow("hours and minutes") << QByteArray("1h30m") << qint64 {5'400'000};
    QTest::newRow("milliseconds") << QByteArray("250ms") << qint64 {250};
    QTest::newRow("fraction") << QByteArray("1.5s") << qint64 {1'500};
    QTest::newRow("days") << QByteArray("2d") << qint64 {172'800'000};
    QTest::newRow("bare") << QByteArray("7") << qint64 {7'000};
    QTest::newRow("zero") << QByteArray("0s") << qint64 {0};
    for (const char* bad : {"", "s", "-1s", "1x", "1s2", "1 s", "1e3s", "99999999999999999999d", "nan", "inf", "0x10", "+1s", "."})
        QTest::newRow(*bad == '\0' ? "empty" : bad) << QByteArray(bad) << qint64 {-1};
}

void TestDuration::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto duration = durationFrom(text.toStdString(), 1s);
    QCOMPARE(duration ? static_cast<qint64>(duration->count()) : qint64 {-1}, milliseconds);
}

void TestDuration::writesWhatReadsBack()
{
    for (const auto duration : {0ms, 1ms, 999ms, 1'000ms, 61'001ms, 90'061'001ms})
        QCOMPARE(durationFrom(durationText(duration), 1s), std::optional(duration));
    QCOMPARE(durationText(5'400'000ms), std::string("1h30m"));
}

QTEST_GUILESS_MAIN(TestDuration)
#include "tst_duration.moc"

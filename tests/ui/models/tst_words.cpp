// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/valuetext.h"
#include "ui/models/words.h"

#include <QLocale>
#include <QSet>
#include <QTest>

using namespace baton;
using namespace baton::ui;

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void durationsAreShort_data();
    void durationsAreShort();
    void offsetsAreCompact();
    void everyEventHasWordsOfItsOwn();
    void valuesFitOnALine();
};

void TestWords::durationsAreShort_data()
{
    QTest::addColumn<qlonglong>("ms");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << 0LL << "0 ms";
    QTest::newRow("milliseconds") << 350LL << "350 ms";
    QTest::newRow("seconds") << 12'345LL << "12.3 s";
    QTest::newRow("whole seconds") << 12'000LL << "12 s";
    QTest::newRow("minutes") << 125'000LL << "2 min 05 s";
    QTest::newRow("hours") << 11'400'000LL << "3 h 10 min";
    QTest::newRow("days") << 2'606'400'000LL << "30 d 4 h";
    QTest::newRow("before") << -350LL << QString::fromUtf8("\u2212" "350 ms");
    QTest::newRow("least") << std::numeric_limits<qlonglong>::min() << Words::duration(std::numeric_limits<qlonglong>::min());
}

void TestWords::durationsAreShort()
{
    QFETCH(qlonglong, ms);
    QFETCH(QString, words);
    QCOMPARE(Words::duration(ms), words);
}

void TestWords::offsetsAreCompact()
{
    QCOMPARE(Words::since(1'000, 1'350), QStringLiteral("+350 ms"));
    QCOMPARE(Words::since(0, 60'000), QStringLiteral("+1:00"));
    QCOMPARE(Words::since(0, 3'661'000), QStringLiteral("+1:01:01"));
    QCOMPARE(Words::since(0, 30LL * 86'400'000 + 4LL * 3'600'000), QStringLiteral("+30 d 04:00"));
}

void TestWords::everyEventHasWordsOfItsOwn()
{
    QSet<QString> all;
    for (int kind = 0; kind <= static_cast<int>(EventKind::TaskLogged); ++kind)
        all.insert(Words::of(static_cast<EventKind>(kind)));
    QCOMPARE(all.size(), static_cast<int>(EventKind::TaskLogged) + 1);
    QVERIFY(!Words::of(static_cast<EventKind>(200)).isEmpty());
    QVERIFY(!Words::of(static_cast<TaskStatus>(200)).isEmpty());
}

void TestWords::valuesFitOnALine()
{
    QCOMPARE(shownValue(Value("a\nb")), QString::fromUtf8("a\u23ce" "b"));
    QCOMPARE(shownValue(Value(std::string(1000, 'x')), 10).size(), 10);
    QCOMPARE(shownValue(Value::array({1, "b"})), QStringLiteral("[1, b]"));
    QCOMPARE(shownValue(Value::array(std::vector<Value>(7, Value(1)))), QStringLiteral("[7]"));
    QCOMPARE(shownNumber(Value(0.221000003814697)), QStringLiteral("0.221"));
    QCOMPARE(shownNumber(Value(240'000)), QStringLiteral("240000"));
    QVERIFY(!shownValue(Value(std::string_view("\xff\xfe bad"))).isEmpty());
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/replay/datatable.h"

#include <QTest>

using namespace baton;

class DataTableTest : public QObject {
    Q_OBJECT

private slots:
    void readsRowsWithTheirLines()
    {
        const auto table = parseCsv("a,b\n1,\"x\ny\"\r\n2,z\n", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size(), std::size_t {2});
        QCOMPARE(table->rows[0].line, 2);
        QCOMPARE(table->rows[0].cells[1].str(), std::string("x\ny"));
        QCOMPARE(table->rows[1].line, 4);
    }

    void namesColumnsWithoutAName()
    {
        const auto table = parseCsv("\"\",dir\n\"1\",0.5\n", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->columns[0].str(), std::string("row"));
        QVERIFY(table->rowValue(0)["row"] == Value(1));
        QVERIFY(table->rowValue(0)["dir"] == Value(0.5));
    }

    void keepsBadRowsWithLineAndReason()
    {
        const auto table = parseCsv("a,b\n1\n2,3\n4,5,6\n", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size(), std::size_t {1});
        QCOMPARE(table->badRows.size(), std::size_t {2});
        QCOMPARE(table->badRows[0].line, 2);
        QVERIFY(table->badRows[0].problem.find("1 cells") != std::string::npos);
        QCOMPARE(table->badRows[1].line, 4);
    }

    void aStrayQuoteSpoilsItsLineOnly()
    {
        const auto table = parseCsv("a,b\n1,x\"y\n2,3\n", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->badRows.size(), std::size_t {1});
        QCOMPARE(table->badRows[0].line, 2);
        QCOMPARE(table->rows.size(), std::size_t {1});
    }

    void aLoneCarriageReturnEndsARowOnTheSameLine()
    {
        const auto table = parseCsv("a,b\n1,2\r3,4\n5\r", "t.csv");
        QVERIFY(table.ok());
        QCOMPARE(table->rows.size(), std::size_t {2});
        QCOMPARE(table->rows[0].line, 2);
        QCOMPARE(table->rows[1].line, 2);
        QCOMPARE(table->badRows.at(0).line, 3);
    }

    void refusesWhatIsNoTable_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("same name twice") << QByteArray("a,a\n1,2\n") << 1;
        QTest::newRow("open quote") << QByteArray("a,b\n1,2\n\"3,4\n5,6\n") << 3;
        QTest::newRow("not UTF-8") << QByteArray("a,b\n\xff,2\n") << 2;
    }

    void refusesWhatIsNoTable()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto table = parseCsv(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), "t.csv");
        QVERIFY(!table.ok());
        QCOMPARE(table.error().source, std::string("t.csv"));
        QCOMPARE(table.error().line, line);
        QVERIFY(!table.error().hint.empty());
    }

    void readsTheWholeSample()
    {
        const auto table = readCsvFile(BATON_SOURCE_DIR "/resources/samples/underwriting/hmda-boston.csv");
        QVERIFY2(table.ok(), table.ok() ? "" : table.error().oneLine().c_str());
        QCOMPARE(table->rows.size(), std::size_t {2381});
        QCOMPARE(table->badRows.size(), std::size_t {0});
        QCOMPARE(table->columns.size(), std::size_t {14});
    }
};

QTEST_GUILESS_MAIN(DataTableTest)
#include "tst_datatable.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "engine/replay/mapping.h"
#include "engine/value/json.h"

#include <QTest>

using namespace baton;

namespace {

Result<MappedCase> mapOne(const char* yaml, const char* csv)
{
    const auto table = parseCsv(csv, "cases.csv");
    auto mapping = Mapping::parse(yaml, "m.yaml");
    if (!mapping)
        return mapping.error();
    const auto scripts = makeJavaScript();
    const auto mapper = CaseMapper::make(std::move(mapping).value(), *table, *scripts);
    if (!mapper)
        return mapper.error();
    return mapper->map(*table, 0);
}

}  // namespace

class MappingTest : public QObject {
    Q_OBJECT

private slots:
    void takesColumnsConstantsAndExpressions()
    {
        const auto mapped = mapOne("fields:\n  input.amount: {column: a, type: integer}\n  input.purpose: home\n"
                                   "  credit.score: {expression: '$.a * 2 + 1'}\n  protected.group: {column: b}\n",
                                   "a,b\n20,x\n");
        QVERIFY2(mapped.ok(), mapped.ok() ? "" : mapped.error().oneLine().c_str());
        QCOMPARE(toJson(mapped->input), std::string(R"({"amount":20,"purpose":"home"})"));
        QCOMPARE(toJson(mapped->record), std::string(R"({"credit":{"score":41}})"));
        QCOMPARE(toJson(mapped->protectedFacts), std::string(R"({"group":"x"})"));
    }

    void tellsWhatPeopleCallColumns()
    {
        const auto mapping = Mapping::parse("columns:\n  b: {en: [Debt, what is owed], vi: [Nợ]}\n  a: {en: [Age]}\n"
                                            "fields:\n  input.a: {column: a}\n", "m.yaml");
        QVERIFY2(mapping.ok(), mapping.ok() ? "" : mapping.error().oneLine().c_str());
        QCOMPARE(mapping->columnWords.size(), std::size_t {3});
        QCOMPARE(mapping->columnWords[0].column.str(), std::string("b"));
        QCOMPARE(mapping->columnWords[0].description, std::string("what is owed"));
        QCOMPARE(mapping->columnWords[1].language, std::string("vi"));
        QCOMPARE(mapping->columnWords[2].label, std::string("Age"));
    }

    void protectedFactsNeverReachInputOrRecord()
    {
        const auto mapped = mapOne("fields:\n  input.a: {column: a}\n  protected.b: {column: b}\n", "a,b\n1,secret\n");
        QVERIFY(mapped.ok());
        QVERIFY(toJson(mapped->input).find("secret") == std::string::npos);
        QVERIFY(toJson(mapped->record).find("secret") == std::string::npos);
    }

    void namesFileLineAndField_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<QByteArray>("part");
        const auto row = [](const char* name, const char* yaml, const char* source, int line, const char* part) {
            QTest::newRow(name) << QByteArray(yaml) << QByteArray(source) << line << QByteArray(part);
        };
        row("columns no map", "columns: [a]\nfields:\n  input.x: {column: a}\n", "m.yaml", 1, "map of columns");
        row("column without a label", "columns:\n  a: {en: []}\nfields:\n  input.x: {column: a}\n", "m.yaml", 2, "a label");
        row("missing column", "fields:\n  input.x: {column: nope}\n", "m.yaml", 2, "no column 'nope'");
        row("two sources", "fields:\n  input.x: {column: a, constant: 1}\n", "m.yaml", 2, "exactly one");
        row("unknown section", "fields:\n  somewhere.x: 1\n", "m.yaml", 2, "place");
        row("unknown setting", "fields:\n  input.x: {colum: a}\n", "m.yaml", 2, "no setting");
        row("broken expression", "fields:\n  input.x: {expression: '$.a +'}\n", "m.yaml", 2, "no JavaScript");
        row("failing expression", "fields:\n  input.x: {expression: '$.a.b.c'}\n", "cases.csv", 2, "failed");
        row("wrong type", "fields:\n  input.x: {column: b, type: number}\n", "cases.csv", 2, "not a number");
        row("missing value", "fields:\n  input.x: {column: c, missing: bad_row}\n", "cases.csv", 2, "missing");
        row("unknown word", "fields:\n  input.x: {column: b, words: {y: 1}}\n", "cases.csv", 2, "none of the words");
        row("no fields", "name: x\n", "m.yaml", 0, "at least one field");
    }

    void namesFileLineAndField()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, source);
        QFETCH(int, line);
        QFETCH(QByteArray, part);
        const auto mapped = mapOne(yaml.constData(), "a,b,c\n1,text,\n");
        QVERIFY(!mapped.ok());
        QCOMPARE(mapped.error().source, source.toStdString());
        if (line > 0)
            QCOMPARE(mapped.error().line, line);
        QVERIFY2(mapped.error().message.find(part.toStdString()) != std::string::npos, mapped.error().oneLine().c_str());
        QVERIFY(!mapped.error().hint.empty());
    }

    void everyRowOfTheSampleIsACaseButTheOneWithoutFacts()
    {
        const std::string folder = BATON_SOURCE_DIR "/resources/samples/underwriting/";
        const auto table = readCsvFile(folder + "hmda-boston.csv");
        auto mapping = Mapping::readFile(folder + "hmda-boston.mapping.yaml");
        QVERIFY2(mapping.ok(), mapping.ok() ? "" : mapping.error().oneLine().c_str());
        const auto scripts = makeJavaScript();
        const auto mapper = CaseMapper::make(std::move(mapping).value(), *table, *scripts);
        QVERIFY2(mapper.ok(), mapper.ok() ? "" : mapper.error().oneLine().c_str());
        std::vector<int> badLines;
        for (std::size_t row = 0; row < table->rows.size(); ++row) {
            const auto mapped = mapper->map(*table, row);
            if (!mapped) {
                badLines.push_back(mapped.error().line);
                continue;
            }
            QVERIFY(mapped->input["loan_amount"].isNumber());
            QVERIFY(mapped->record["credit"]["credit_score"].asInteger() >= 300);
        }
        QCOMPARE(badLines, std::vector<int> {2382});   // the last row has no credit history at all
    }
};

QTEST_GUILESS_MAIN(MappingTest)
#include "tst_mapping.moc"

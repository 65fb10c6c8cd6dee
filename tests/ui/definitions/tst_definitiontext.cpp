// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/value/json.h"
#include "ui/definitions/completion.h"
#include "ui/definitions/jsonplace.h"
#include "ui/definitions/linediff.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace baton;
using namespace baton::ui;

namespace {

/// Text with its cursor at the bar.
struct Marked {
    std::string text;
    std::size_t cursor = 0;
    explicit Marked(std::string marked) : text(std::move(marked)), cursor(text.find('|')) { text.erase(cursor, 1); }
};

Schema schema()
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/schemas/workflow.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Schema::parse(file.readAll().toStdString()).value();
}

WorkflowDefPtr definition()
{
    return workflowDefFrom(parseJson(R"({"name":"w","version":1,"inputParameters":["amount"],"tasks":[
        {"name":"credit_check","taskReferenceName":"credit","type":"SIMPLE"},
        {"name":"set","taskReferenceName":"set_ref","type":"SET_VARIABLE","inputParameters":{"tries":1}}]})").value()).value();
}

std::vector<std::string> offered(const std::string& marked)
{
    const Marked at(marked);
    CompletionFacts facts {definition(), [](std::string_view type) {
                               return type == "credit_check" ? std::vector<std::string> {"credit_score"} : std::vector<std::string>();
                           }};
    return completionsAt(at.text, at.cursor, schema(), facts).choices;
}

bool has(const std::vector<std::string>& choices, const char* choice)
{
    return std::find(choices.begin(), choices.end(), choice) != choices.end();
}

std::string joined(const std::vector<DiffLine>& lines)
{
    std::string text;
    for (const DiffLine& line : lines)
        text += (line.kind == DiffLine::Kind::Same ? ' ' : line.kind == DiffLine::Kind::Added ? '+' : '-') + std::string(line.text) + "\n";
    return text;
}

}  // namespace

class DefinitionTextTest : public QObject {
    Q_OBJECT

private slots:
    void tellsWhereTheCursorStands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("spot");
        QTest::addColumn<QByteArray>("path");
        using Spot = JsonPlace::Spot;
        const auto row = [](const char* text, Spot spot, const char* path) {
            QTest::newRow(text) << QByteArray(text) << static_cast<int>(spot) << QByteArray(path);
        };
        row("|", Spot::Outside, "");
        row("{|", Spot::Name, "");
        row("{\"na|", Spot::Name, "");
        row("{\"name\": |", Spot::Value, "name");
        row("{\"name\": \"a|b\"}", Spot::Value, "name");
        row("{\"a\": [1, {\"b\": |}]}", Spot::Value, "a[1].b");
        row("{\"a\": [1, 2|]}", Spot::Value, "a[1]");
        row("{\"a\": {\"x\": 1}, |", Spot::Name, "");
        row("{\"a\": \"un|finished\n \"b\": 1}", Spot::Value, "a");
        row("{\"a\": \"\\\"|\"}", Spot::Value, "a");
        row("{\"a\": tr|ue}", Spot::Value, "a");
        row("}}]|{\"a\":", Spot::Outside, "");
    }
    void tellsWhereTheCursorStands()
    {
        QFETCH(QByteArray, text);
        const Marked at(text.toStdString());
        const JsonPlace place = placeIn(at.text, at.cursor);
        QTEST(static_cast<int>(place.spot), "spot");
        QTEST(QByteArray::fromStdString(place.path.text()), "path");
    }

    void findsPlacesAndTasks()
    {
        const std::string text = R"({"name": "w", "tasks": [{"taskReferenceName": "a"}, {"taskReferenceName": "s",
            "decisionCases": {"x": [{"taskReferenceName": "inner", "type": "SIMPLE"}]}}]})";
        const Value json = parseJson(text).value();
        const auto path = pathOfTask(json, "inner");
        QVERIFY(path);
        QCOMPARE(path->text(), std::string("tasks[1].decisionCases.x[0]"));
        const auto offset = offsetOf(text, *path);
        QVERIFY(offset);
        QVERIFY(text.substr(*offset).starts_with("{\"taskReferenceName\": \"inner\""));
        QCOMPARE(taskAround(json, placeIn(text, text.find("SIMPLE")).path), std::string("inner"));
        QCOMPARE(taskAround(json, placeIn(text, text.find("decisionCases")).path), std::string("s"));
        QCOMPARE(taskAround(json, placeIn(text, 3).path), std::string());
        QVERIFY(!pathOfTask(json, "nowhere"));
        QVERIFY(!offsetOf(text, Path::parse("tasks[9]").value()));
    }

    void everyPathOfADefinitionIsFoundInItsText()
    {
        QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/samples/underwriting/underwriting_workflow.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        for (const Change& change : diff(parseJson(text).value(), Value::object()))
            QVERIFY2(offsetOf(text, change.path), change.path.text().c_str());
    }

    void offersMembersBySchemaThatAreNotThere()
    {
        const auto choices = offered("{\"name\": \"x\", \"tasks\": [{\"type\": \"SIMPLE\", \"|");
        QVERIFY(has(choices, "taskReferenceName"));
        QVERIFY(!has(choices, "type"));
        QVERIFY(!has(choices, "failureWorkflow"));   // belongs to the workflow
        QCOMPARE(offered("{\"tasks\": [{\"taskRef|").front(), std::string("taskReferenceName"));
        QVERIFY(has(offered("{\"|"), "failureWorkflow"));
        QVERIFY(has(offered("{\"tasks\": [{\"decisionCases\": {\"yes\": [{\"|"), "loopCondition"));
    }

    void offersValues()
    {
        QVERIFY(has(offered("{\"tasks\": [{\"type\": \"FORK|"), "FORK_JOIN_DYNAMIC"));
        QVERIFY(has(offered("{\"timeoutPolicy\": \"|\"}"), "ALERT_ONLY"));
        QCOMPARE(offered("{\"restartable\": |"), (std::vector<std::string> {"true", "false"}));
        QVERIFY(has(offered("{\"tasks\": [{\"joinOn\": [\"|"), "credit"));
    }

    void offersReferences()
    {
        const auto choices = offered("{\"tasks\": [{\"inputParameters\": {\"x\": \"${|");
        QCOMPARE(choices.front(), std::string("workflow.input.amount"));
        QVERIFY(has(choices, "credit.output.credit_score"));
        QVERIFY(has(choices, "workflow.variables.tries"));
        QCOMPARE(offered("{\"outputParameters\": {\"x\": \"a ${b} ${credit.output.c|\"}}"), (std::vector<std::string> {"credit.output.credit_score"}));
        QVERIFY(offered("{\"outputParameters\": {\"x\": \"${credit}|\"}}").empty());
    }

    void tellsLinesApart()
    {
        QCOMPARE(joined(lineDiff("a\nb\nc\n", "a\nx\nc\n")), std::string(" a\n-b\n+x\n c\n"));
        QCOMPARE(joined(lineDiff("", "a\n")), std::string("+a\n"));
        QCOMPARE(joined(lineDiff("a\n", "")), std::string("-a\n"));
        QCOMPARE(joined(lineDiff("a\nb\n", "a\nb\n")), std::string(" a\n b\n"));
        const auto hunks = hunksOf(lineDiff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nX\n6\n7\n8\n9\n"), 1);
        QCOMPARE(joined(hunks), std::string(" \n 4\n-5\n+X\n 6\n \n"));
    }

    /// Any two texts: what stays and goes is the one, what stays and comes the other.
    void differencesLeadFromOneToTheOther()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 300; ++round) {
            const auto make = [&] {
                std::string text;
                for (auto n = random() % 30; n > 0; --n)
                    text += std::string(1, static_cast<char>('a' + random() % 4)) + "\n";
                return text;
            };
            const std::string before = make();
            const std::string after = make();
            std::string left;
            std::string right;
            for (const DiffLine& line : lineDiff(before, after, round % 3 == 0 ? 3 : 1000)) {
                if (line.kind != DiffLine::Kind::Added)
                    left += std::string(line.text) + "\n";
                if (line.kind != DiffLine::Kind::Removed)
                    right += std::string(line.text) + "\n";
            }
            QCOMPARE(left, before);
            QCOMPARE(right, after);
        }
    }

    void bearsAnyText()
    {
        std::mt19937 random(11);
        const std::string letters = "{}[]\",:\\ \n$a1.";
        const Schema known = schema();
        for (int round = 0; round < 2000; ++round) {
            std::string text;
            for (auto n = random() % 60; n > 0; --n)
                text += letters[random() % letters.size()];
            const std::size_t offset = random() % (text.size() + 2);
            (void)completionsAt(text, offset, known, {definition(), {}});
            (void)namesIn(text, offset);
        }
    }
};

QTEST_GUILESS_MAIN(DefinitionTextTest)
#include "tst_definitiontext.moc"

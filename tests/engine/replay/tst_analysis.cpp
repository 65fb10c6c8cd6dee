// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/replay/analysis/fairness.h"
#include "engine/replay/analysis/metrics.h"
#include "engine/replay/analysis/reasons.h"
#include "engine/replay/dataformats.h"
#include "engine/replay/report/svgchart.h"
#include "engine/replay/sampling.h"
#include "engine/value/json.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

#include <cmath>

using namespace baton;

namespace {

const std::string kGolden = BATON_TEST_DATA "/golden/fairness/";

/// The cases of the golden file as a table of one variant.
OutcomeTable goldenTable()
{
    const DataTable data = readCsvFile(kGolden + "cases.csv").valueOr({});
    OutcomeTable table({{Text("decision"), MeasureKind::Word, MeasureRole::Decision, {}, {}}, {Text("risk_score"), MeasureKind::Number, MeasureRole::Score, {}, {}}}, {Text("group")}, 1);
    for (std::uint32_t row = 0; row < data.rows.size(); ++row) {
        const auto& cells = data.rows[row].cells;
        table.rows.push_back(row);
        table.history.push_back(table.pools[0].codeOf(cells[2].view()));
        table.protectedWords[0].push_back(table.protectedPool.codeOf(cells[0].view()));
        VariantColumns& now = table.variants[0];
        now.status.push_back(RunStatus::Completed);
        now.stoppedAt.push_back(0);
        now.attempts.push_back(1);
        now.path.push_back(table.paths.codeOf(cells[3] == "approved" ? "check:COMPLETED offer:COMPLETED" : "check:COMPLETED denial:COMPLETED"));
        now.words[0].push_back(table.pools[0].codeOf(cells[3].view()));
        now.numbers[1].push_back(std::stod(cells[1].str()));
    }
    return table;
}

Value goldenFigures()
{
    QFile file(QString::fromStdString(kGolden + "fairlearn.json"));
    return file.open(QIODevice::ReadOnly) ? parseJson(file.readAll().toStdString()).valueOr({}) : Value();
}

bool near(double a, double b, double within = 1e-12)
{
    return std::abs(a - b) <= within;
}

/// Two variants, decided by words: rows of "approved denied".
OutcomeTable tableOf(const std::vector<std::array<const char*, 3>>& rows)
{
    OutcomeTable table({{Text("decision"), MeasureKind::Word, MeasureRole::Decision, {}, {}}, {Text("reasons"), MeasureKind::Words, MeasureRole::Reasons, {}, {}},
        {Text("rate"), MeasureKind::Number, MeasureRole::Rate, {}, {}}}, {}, 2);
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        table.rows.push_back(row);
        table.history.push_back(table.pools[0].codeOf(rows[row][0]));
        for (std::size_t v = 0; v < 2; ++v) {
            VariantColumns& variant = table.variants[v];
            const std::string_view word = rows[row][v + 1];
            variant.status.push_back(RunStatus::Completed);
            variant.stoppedAt.push_back(0);
            variant.attempts.push_back(1);
            variant.path.push_back(table.paths.codeOf("a:COMPLETED loop__1:COMPLETED loop__2:COMPLETED " + std::string(word) + ":COMPLETED"));
            variant.words[0].push_back(table.pools[0].codeOf(word));
            variant.words[1].push_back(table.pools[1].codeOf(word == "denied" ? (v == 0 ? "DTI;LATE" : "") : ""));
            variant.numbers[2].push_back(word == "approved" ? 5.0 + row : OutcomeTable::kNothing);
        }
    }
    return table;
}

}  // namespace

class TestAnalysis : public QObject {
    Q_OBJECT

private slots:
    void fairnessIsFairlearns()
    {
        const OutcomeTable table = goldenTable();
        const Value golden = goldenFigures();
        const AttributeFigures figures = fairnessOf(table, 0, 0);
        QCOMPARE(figures.reference, std::string(golden["reference"].asText()));
        QVERIFY(near(figures.parityDifference, golden["demographic_parity_difference"].asDecimal()));
        QVERIFY(near(figures.parityRatio, golden["demographic_parity_ratio"].asDecimal()));
        QVERIFY(near(figures.oddsDifference, golden["equalized_odds_difference"].asDecimal()));
        QCOMPARE(figures.groups.size(), std::size_t {4});
        for (const GroupFigures& group : figures.groups) {
            const Value& wanted = golden["by_group"][Key(group.group)];
            QCOMPARE(group.hidden, group.group == "tiny");
            if (group.hidden)
                continue;
            QCOMPARE(static_cast<std::int64_t>(group.n), static_cast<std::int64_t>(wanted["count"].asDecimal()));
            QVERIFY(near(group.approvalRate.value, wanted["selection_rate"].asDecimal()));
            QVERIFY(near(group.truePositiveRate.value, wanted["true_positive_rate"].asDecimal()));
            QVERIFY(near(group.falsePositiveRate.value, wanted["false_positive_rate"].asDecimal()));
            QVERIFY(near(group.scoreDifference.value, wanted["smd"].asDecimal(), 1e-10));
            QVERIFY(near(group.fisher, wanted["fisher"].asDecimal(), 1e-9));
            QVERIFY(near(group.approvalRate.interval.low, wanted["rate_low"].asDecimal(), 1e-9));
            QVERIFY(near(group.approvalRate.interval.high, wanted["rate_high"].asDecimal(), 1e-9));
            QVERIFY(group.impactRatio.interval.low <= group.impactRatio.value && group.impactRatio.value <= group.impactRatio.interval.high);
        }
        QCOMPARE(figures.funnel.size(), std::size_t {2});   // everybody comes to the check: no gap can appear there
    }

    void smallCellsStayHidden()
    {
        FairnessSettings settings;
        settings.smallestCell = 100'000;
        const AttributeFigures figures = fairnessOf(goldenTable(), 0, 0, settings);
        QVERIFY(figures.reference.empty());
        for (const GroupFigures& group : figures.groups)
            QVERIFY(group.hidden && group.approvalRate.n == 0);
    }

    void matricesAndSwapsCount()
    {
        const OutcomeTable table = tableOf({{"approved", "approved", "denied"}, {"denied", "denied", "approved"}, {"approved", "approved", "approved"}, {"", "denied", "denied"}, {"denied", "approved", "denied"}});
        const DecisionScale scale;
        const DecisionMatrix matrix = matrixOf(table, 0, 1, scale);
        QCOMPARE(matrix.total, std::size_t {5});
        QCOMPARE(std::string(table.decisionWord(matrix.firstWords[0])), std::string("approved"));
        QCOMPARE(matrix.at(0, 0), std::size_t {1});
        QCOMPARE(matrix.at(0, 1), std::size_t {2});
        QCOMPARE(matrix.at(1, 0), std::size_t {1});
        QCOMPARE(rowsBehind(table, 0, 1, matrix.firstWords[0], matrix.secondWords[1]), (RowList {0, 4}));
        const SwapSet set = swapSetOf(table, 0, 1, scale);
        QCOMPARE(set.swappedOut, std::size_t {2});
        QCOMPARE(set.swappedIn, std::size_t {1});
        QCOMPARE(set.flips, std::size_t {3});
        QCOMPARE(rowsBehind(table, 0, 1, scale, SwapPart::SwappedIn), (RowList {1}));
        const DecisionMatrix then = matrixOf(table, OutcomeTable::kHistory, 0, scale);
        QCOMPARE(then.firstWords.size(), std::size_t {3});   // approved, denied, unknown
    }

    void reasonsAndPathsCount()
    {
        const OutcomeTable table = tableOf({{"", "denied", "denied"}, {"", "denied", "approved"}, {"", "approved", "denied"}});
        const ReasonFigures reasons = reasonsOf(table, {});
        QCOMPARE(reasons.declines, (std::vector<std::size_t> {2, 2}));
        QCOMPARE(reasons.withoutReason, (std::vector<std::size_t> {0, 2}));
        QCOMPARE(reasons.reasons.size(), std::size_t {2});
        QCOMPARE(rowsWithReason(table, 0, {}, "LATE"), (RowList {0, 1}));
        QCOMPARE(stepsOf("a:COMPLETED loop__1:COMPLETED loop__2:FAILED"), (std::vector<std::string_view> {"a", "loop"}));
        const PathFigures paths = pathsOf(table);
        QCOMPARE(paths.paths.size(), std::size_t {2});
        QCOMPARE(rowsThrough(table, 0, "denied"), (RowList {0, 1}));
        std::size_t ends = 0;
        for (const StepCount& edge : paths.edges)
            ends += edge.to.empty() ? edge.counts[0] : 0;
        QCOMPARE(ends, std::size_t {3});
    }

    void gatesSpeakOfMetrics()
    {
        const auto metrics = metricsOf(tableOf({{"", "denied", "approved"}, {"", "approved", "approved"}}), {Text("A"), Text("B")}, {}, {});
        QVERIFY(*holds("flip_rate > 0.4 && flip_rate < 0.6 && swapped_in === 1 && approval_rate_b === 1", metrics));
        QVERIFY(!*holds("flip_rate > 0.6", metrics));
        QVERIFY(!holds("flip_rates > 0.6", metrics));
        QVERIFY(!holds("flip_rate >", metrics));
        QVERIFY(!holds("flip_rate", metrics));
    }

    void estimatesKnowWhatTheyDoNotKnow()
    {
        QCOMPARE(shareOf(0, 0).n, std::size_t {0});
        QCOMPARE(shareOf(0, 20).interval.low, 0.0);
        QVERIFY(near(shareOf(0, 20).interval.high, 1 - std::pow(0.025, 1.0 / 20), 1e-9));   // the rule of three, exactly
        QCOMPARE(shareOf(20, 20).interval.high, 1.0);
        Moments moments;
        for (const double x : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0})
            moments.add(x);
        QCOMPARE(moments.mean(), 5.0);
        QVERIFY(near(moments.variance(), 32.0 / 7, 1e-12));
        QVERIFY(std::isnan(ratioOf(1, 2, 0, 5).value));
    }

    void samplesAreTheSameForTheSameSeed()
    {
        QCOMPARE(drawRows(1000, 10, 3), drawRows(1000, 10, 3));
        QVERIFY(drawRows(1000, 10, 3) != drawRows(1000, 10, 4));
        QCOMPARE(drawRows(5, 10, 1).size(), std::size_t {5});
        const OutcomeTable table = goldenTable();
        QCOMPARE(drawStratified(segmentsByProtected(table, 0), 5, 1).size(), std::size_t {20});
        const RowList close = nearestTo(table, 0, 1, 47, 3);
        QCOMPARE(close.size(), std::size_t {3});
        QVERIFY(std::abs(table.variants[0].numbers[1][close[0]] - 47) <= std::abs(table.variants[0].numbers[1][close[2]] - 47));
    }

    void readsJsonData()
    {
        const auto table = parseJsonTable("[\n {\"a\": 1, \"b\": {\"c\": \"x\"}},\n 5,\n {\"a\": null, \"d\": [1, 2]}\n]", "t.json");
        QVERIFY(table);
        QCOMPARE(table->columns, (std::vector<Text> {Text("a"), Text("b.c"), Text("d")}));
        QCOMPARE(table->rows.size(), std::size_t {2});
        QCOMPARE(table->rows[1].line, 4);
        QCOMPARE(table->badRows.size(), std::size_t {1});
        QCOMPARE(table->badRows[0].line, 3);
        QCOMPARE(table->rows[1].cells[2].str(), std::string("[1,2]"));
        QVERIFY(parseJsonTable("{\"rows\": [{\"a\": 1}]}", "t.json"));
        QVERIFY(!parseJsonTable("5", "t.json"));
        QVERIFY(!parseJsonLines("", "t.jsonl"));
    }

    void chartsAreSafeAndPlain()
    {
        const std::string svg = svgBars({"a < b & \"c\"", {"A", "B"}, {{"<script>", {0.25, 0.5}, {{0.2, 0.3}, {0.4, 0.6}}}}, 1, true});
        QVERIFY(svg.find("<script>") == std::string::npos);
        QVERIFY(svg.find("25.0 %") != std::string::npos);
        QCOMPARE(fixedText(-0.0001, 2), std::string("0.00"));
        QVERIFY(svgLines({"t", "x", {"A"}, {1, 2, 3}, {{0.1, 0.2, 0.3}}, true}).find("<path") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/replaysetup.h"
#include "engine/replay/batchreplay.h"

#include <QtTest/QTest>

using namespace baton;
using namespace baton::cli;

namespace {

constexpr std::size_t kBostonRows = 2380;   // of the sample that can be used; one has no scores

Casebook full()
{
    return Casebook::fromSample("underwriting-full").valueOr({});
}

std::shared_ptr<const OutcomeTable> run(const ReplayPlan& plan)
{
    const SystemClock clock;
    return replayAll(plan, clock).valueOr(nullptr);
}

ReplayPlan planOf(const Casebook& casebook, unsigned threads, std::size_t rows = 0)
{
    ReplayRequest request;
    request.policies = {"standard", "cautious"};
    request.threads = threads;
    for (std::uint32_t row = 0; row < rows; ++row)
        request.rows.push_back(row);
    return prepareReplay(casebook, request).valueOr({});
}

/// A table of the sample's columns with the given rows.
std::shared_ptr<const DataTable> tableOf(const Casebook& casebook, std::vector<DataRow> rows)
{
    DataTable table = *casebook.table;
    table.rows = std::move(rows);
    return std::make_shared<const DataTable>(std::move(table));
}

std::size_t columnOf(const DataTable& table, std::string_view name)
{
    return static_cast<std::size_t>(std::find(table.columns.begin(), table.columns.end(), Text(name)) - table.columns.begin());
}

}  // namespace

class TestBatchReplay : public QObject {
    Q_OBJECT

private slots:
    void sameTableAtAnyNumberOfThreads()
    {
        const Casebook casebook = full();
        const auto one = run(planOf(casebook, 1));
        QVERIFY(one);
        QCOMPARE(one->size() + one->badRows.size(), std::size_t {2381});
        QCOMPARE(one->size(), kBostonRows);
        QVERIFY(one->problems.empty());
        for (const unsigned threads : {2U, 8U}) {
            const auto many = run(planOf(casebook, threads));
            QVERIFY(many);
            QCOMPARE(many->digest(), one->digest());
            QCOMPARE(many->rows, one->rows);
        }
    }

    void aRowIsTheRehearsalOfItsCase()
    {
        const Casebook casebook = full();
        const ReplayPlan plan = planOf(casebook, 1, 60);
        const auto table = run(plan);
        QVERIFY(table);
        const MeasureReader reader(plan.measures);
        for (std::size_t i = 0; i < table->size(); ++i) {
            for (std::size_t v = 0; v < 2; ++v) {
                RehearsalRequest request;
                request.row = table->rows[i];
                request.policy = v == 0 ? "standard" : "cautious";
                request.seed = rowSeed(plan.seed, table->rows[i]);
                request.startAt = plan.startAt;
                auto setup = prepareRehearsal(casebook, request);
                QVERIFY(setup);
                const auto rehearsal = Rehearsal::start(std::move(setup).value());
                QVERIFY(rehearsal);
                (void)(*rehearsal)->run();
                const Execution* const execution = (*rehearsal)->world().find((*rehearsal)->mainWorkflowId());
                QVERIFY(execution);
                for (std::size_t m = 0; m < plan.measures.size(); ++m) {
                    const Value value = reader.read(m, *execution);
                    if (plan.measures[m].kind == MeasureKind::Number) {
                        const double number = table->variants[v].numbers[m][i];
                        QVERIFY(value.isNumber() ? value.asDecimal() == number : number != number);
                    } else {
                        QCOMPARE(value.toText().str(), std::string(table->pools[m].word(table->variants[v].words[m][i])));
                    }
                }
            }
        }
    }

    void protectedAttributesChangeNothing()
    {
        const Casebook casebook = full();
        ReplayPlan plan = planOf(casebook, 2, 300);
        const auto before = run(plan);
        std::vector<DataRow> rows = casebook.table->rows;
        const std::size_t black = columnOf(*casebook.table, "black");
        const std::size_t single = columnOf(*casebook.table, "single");
        for (DataRow& row : rows)
            for (const std::size_t column : {black, single})
                row.cells[column] = row.cells[column] == "yes" ? Text("no") : Text("yes");
        plan.data = tableOf(casebook, rows);
        const auto after = run(plan);
        QVERIFY(before && after);
        QCOMPARE(before->protectedNames, (std::vector<Text> {Text("black"), Text("single")}));
        QVERIFY(before->protectedPool.word(before->protectedWords[0][0]) != after->protectedPool.word(after->protectedWords[0][0]));
        OutcomeTable with = *before;
        OutcomeTable without = *after;
        for (OutcomeTable* const table : {&with, &without}) {
            table->protectedWords.clear();
            table->protectedPool = {};
        }
        QCOMPARE(with.digest(), without.digest());
    }

    void protectedAttributesCannotBeMapped_data()
    {
        QTest::addColumn<QString>("field");
        QTest::newRow("column") << "input.x: {column: black}";
        QTest::newRow("expression") << "credit.x: {expression: \"$.black === 'yes' ? 1 : 0\"}";
        QTest::newRow("brackets") << "application.x: {expression: \"$['single']\"}";
    }
    void protectedAttributesCannotBeMapped()
    {
        QFETCH(QString, field);
        const Casebook casebook = full();
        const std::string yaml = "fields:\n  " + field.toStdString() + "\n  protected.black: {column: black}\n  protected.single: {expression: \"$.single\"}\n";
        ReplayPlan plan = planOf(casebook, 1, 5);
        plan.mapping = Mapping::parse(yaml, "m.yaml").valueOr({});
        const Status status = checkPlan(plan);
        QVERIFY(!status);
        QCOMPARE(status.error().line, 2);
        QVERIFY(status.error().message.find("protected column") != std::string::npos);
    }

    void aComputedNameFindsNoProtectedColumn()
    {
        const Casebook casebook = full();
        const auto mapping = Mapping::parse("fields:\n  input.x: {expression: \"String($['bla' + 'ck'])\"}\n"
                                            "  input.all: {expression: \"Object.keys($).join()\"}\n"
                                            "  protected.black: {column: black}\n", "m.yaml");
        const auto scripts = makeJavaScript();
        const auto mapper = CaseMapper::make(*mapping, *casebook.table, *scripts);
        QVERIFY(mapper);
        const auto mapped = mapper->map(*casebook.table, 0);
        QVERIFY(mapped);
        QCOMPARE(std::string(mapped->input["x"].asText()), std::string("undefined"));
        QVERIFY(mapped->input["all"].asText().find("black") == std::string_view::npos);
        QCOMPARE(std::string(mapped->protectedFacts["black"].asText()), std::string("no"));
    }

    void badRowsAreListedWithTheirLines()
    {
        const Casebook casebook = full();
        ReplayPlan plan = planOf(casebook, 2);
        std::vector<DataRow> rows(casebook.table->rows.begin(), casebook.table->rows.begin() + 600);
        rows[7].cells[columnOf(*casebook.table, "ccs")] = Text("many");
        rows[400].cells[columnOf(*casebook.table, "hir")] = Text();
        plan.data = tableOf(casebook, rows);
        const auto table = run(plan);
        QVERIFY(table);
        QCOMPARE(table->size(), std::size_t {598});
        QCOMPARE(table->badRows.size(), std::size_t {2});
        QCOMPARE(table->badRows[0].line, rows[7].line);
        QCOMPARE(table->badRows[1].line, rows[400].line);
        QVERIFY(table->badRows[0].problem.starts_with("credit."));
        QCOMPARE(table->rows[7], std::uint32_t {8});
    }

    void pausesGoesOnAndCancels()
    {
        const Casebook casebook = full();
        const SystemClock clock;
        auto replay = BatchReplay::make(planOf(casebook, 2), clock);
        QVERIFY(replay);
        std::atomic<int> told {0};
        (*replay)->onProgress = [&](const ReplayProgress&) { ++told; };
        (*replay)->pause();     // before the start: nothing to pause
        (*replay)->start();
        (*replay)->pause();
        QCOMPARE(static_cast<int>((*replay)->progress().state), static_cast<int>(ReplayProgress::State::Paused));
        (*replay)->resume();
        (*replay)->wait();
        QCOMPARE((*replay)->progress().done, std::size_t {2381});
        QVERIFY((*replay)->progress().rowsPerSecond > 0);
        QVERIFY(told > 1);
        const auto whole = (*replay)->table().valueOr(nullptr);
        QCOMPARE(whole->digest(), run(planOf(casebook, 1))->digest());

        auto cut = BatchReplay::make(planOf(casebook, 2), clock);
        (*cut)->onProgress = [&](const ReplayProgress& now) {
            if (now.done > 300)
                (*cut)->cancel();
        };
        (*cut)->start();
        (*cut)->wait();
        QCOMPARE(static_cast<int>((*cut)->progress().state), static_cast<int>(ReplayProgress::State::Cancelled));
        const auto part = (*cut)->table().valueOr(nullptr);
        QVERIFY(part && part->size() > 0 && part->size() < whole->size());
        for (std::size_t i = 0; i < part->size(); ++i)
            QCOMPARE(part->rows[i], whole->rows[i]);
    }

    void standingAnswersTakeThePlaceOfPeople()
    {
        const Casebook casebook = full();
        ReplayPlan plan = planOf(casebook, 2);
        const auto waiting = run(plan);
        const auto count = [](const OutcomeTable& table, RunStatus status) {
            return std::count(table.variants[1].status.begin(), table.variants[1].status.end(), status);
        };
        QVERIFY(count(*waiting, RunStatus::Waiting) > 0);
        plan.answers = {{Text("conditions_met"), Value::object({{"conditions_met", true}})},
            {Text("counter_answer"), Value::object({{"accepted", true}})}, {Text("manual_review"), Value::object({{"decision", "approved"}})}};
        const auto answered = run(plan);
        QCOMPARE(count(*answered, RunStatus::Waiting), 0);
        QVERIFY(count(*answered, RunStatus::Completed) > count(*waiting, RunStatus::Completed));
    }

    void nothingRunsOnAPlanThatCannotWork()
    {
        const Casebook casebook = full();
        ReplayPlan plan = planOf(casebook, 1);
        plan.data = tableOf(casebook, {});
        QVERIFY(!checkPlan(plan));
        plan = planOf(casebook, 1);
        plan.mapping = Mapping::parse("fields: {input.x: {column: nowhere}}", "m.yaml").valueOr({});
        QVERIFY(checkPlan(plan).error().message.find("nowhere") != std::string::npos);
        plan = planOf(casebook, 1);
        plan.variants.clear();
        QVERIFY(!checkPlan(plan));
    }
};

QTEST_GUILESS_MAIN(TestBatchReplay)
#include "tst_batchreplay.moc"

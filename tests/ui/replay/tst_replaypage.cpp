// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/casebook.h"
#include "ui/kit/fonts.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/theme.h"
#include "ui/replay/barboard.h"
#include "ui/replay/figuretable.h"
#include "ui/replay/figuresview.h"
#include "ui/replay/mappingtab.h"
#include "ui/replay/parametermodel.h"
#include "ui/replay/policytab.h"
#include "ui/replay/replaypage.h"
#include "ui/replay/sensitivitytab.h"
#include "windowreplay.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest/QTest>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

/// The sample as the window opens it, with so many of its rows.
DocumentPtr sample(std::size_t rows)
{
    auto casebook = cli::Casebook::fromSample("underwriting-full").valueOr({});
    DataTable table = *casebook.table;
    table.rows.resize(rows);
    casebook.table = std::make_shared<const DataTable>(std::move(table));
    auto data = std::make_shared<DataSet>();
    data->title = "HMDA Boston 1990";
    for (const Text& column : casebook.table->columns)
        data->columns.push_back({Key(column.view()), {}, {}});
    for (std::size_t row = 0; row < casebook.table->rows.size(); ++row)
        data->rows.push_back(casebook.table->rowValue(row));
    Document document;
    document.title = casebook.title;
    document.workflow = casebook.workflow;
    document.dataSet = data;
    document.context = std::make_shared<const cli::Casebook>(std::move(casebook));
    return std::make_shared<const Document>(std::move(document));
}

}  // namespace

class TestReplayPage : public QObject {
    Q_OBJECT

    MemorySettings m_settings;
    ReplayServices m_services = replayServices();
    std::unique_ptr<ReplayPage> m_page;

    template <typename T>
    T* find(const QString& name) const
    {
        T* const found = m_page->findChild<T*>(name);
        if (found == nullptr)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    QAction* action(const QString& id) const
    {
        for (QAction* one : m_page->actionList())
            if (one->objectName() == id)
                return one;
        return nullptr;
    }
    void shoot(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("BATON_SHOT_FOLDER");
        if (!folder.isEmpty())
            m_page->grab().save(QDir(folder).filePath(name + u".png"_s));
    }

private slots:
    void initTestCase()
    {
        installFonts(FontChoice::Bundled);
        Theme theme;
        theme.apply(qEnvironmentVariable("BATON_SHOT_THEME") == "dark"_L1 ? ThemeChoice::Dark : ThemeChoice::Light);
        m_page = std::make_unique<ReplayPage>(m_services, m_settings);
        m_page->resize(1440, 900);
        m_page->show();
    }

    void saysWhatIsMissing()
    {
        QVERIFY(!action(u"replay.run"_s)->isEnabled());
        QVERIFY(m_page->findChild<QWidget*>(u"replayEmpty"_s)->isVisible());
    }

    void runsAndShowsFigures()
    {
        m_page->setDocument(sample(300));
        QCOMPARE(find<QComboBox>(u"replayFirst"_s)->currentText(), u"standard-1"_s);
        QCOMPARE(find<QComboBox>(u"replaySecond"_s)->currentText(), u"cautious-1"_s);
        QSignalSpy finished(&m_page->controller(), &ReplayController::finished);
        action(u"replay.run"_s)->trigger();
        QVERIFY(m_page->controller().isBusy());
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 200'000);
        QCOMPARE(m_page->cases().rowCount(), 300);
        auto* matrix = find<FigureTable>(u"matrixAB"_s);
        QVERIFY(matrix->rowCount() >= 2);
        shoot(u"replay-decisions"_s);
    }

    void aCellOpensTheApplicationsBehindIt()
    {
        auto* matrix = find<FigureTable>(u"matrixAB"_s);
        int total = 0;
        int cells = 0;
        for (int row = 0; row < matrix->rowCount(); ++row) {
            for (int column = 1; column < matrix->columnCount(); ++column) {
                if (matrix->item(row, column)->text() == u"\u00b7"_s)
                    continue;
                matrix->setCurrentCell(row, column);
                QTest::keyClick(matrix, Qt::Key_Return);
                total += m_page->cases().rowCount();
                ++cells;
            }
        }
        QVERIFY(cells >= 2);
        QCOMPARE(total, 300);
        action(u"replay.all"_s)->trigger();
        QCOMPARE(m_page->cases().rowCount(), 300);
    }

    void theListSortsAndFilters()
    {
        QAbstractItemModelTester tester(&m_page->cases(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto* search = find<QLineEdit>(u"caseSearch"_s);
        QTest::keyClicks(search, u"denied"_s);
        const int denied = m_page->cases().rowCount();
        QVERIFY(denied > 0 && denied < 300);
        search->clear();
        QCOMPARE(m_page->cases().rowCount(), 300);
        int risk = -1;
        for (int column = 0; column < m_page->cases().columnCount(); ++column)
            if (m_page->cases().headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().startsWith(u"Risk"_s))
                risk = column;
        QVERIFY(risk > 0);
        m_page->cases().sort(risk, Qt::DescendingOrder);
        const auto at = [&](int row) { return m_page->cases().data(m_page->cases().index(row, risk), CaseListModel::RawRole).toDouble(); };
        QVERIFY(at(0) >= at(1) && at(1) >= at(50));
        const OutcomeTable listed = withRows(*m_page->controller().table(), m_page->cases().shownRows());
        QCOMPARE(listed.size(), std::size_t {300});
        QCOMPARE(listed.rows.front(), m_page->cases().dataRow(0));
        m_page->cases().sort(-1, Qt::AscendingOrder);
        QCOMPARE(m_page->cases().dataRow(0), 0U);
    }

    void openingACaseFindsWhereThePoliciesPart()
    {
        auto* swap = find<FigureTable>(u"replaySwap"_s);
        swap->setCurrentCell(swap->rowCount() - 1, 1);   // any change of decision
        QTest::keyClick(swap, Qt::Key_Space);
        QVERIFY(m_page->cases().rowCount() > 0);
        std::vector<OpenedCase> opened;
        connect(m_page.get(), &ReplayPage::caseOpened, this, [&](const OpenedCase& one) { opened.push_back(one); });
        QTest::keyClick(find<QTableView>(u"caseList"_s), Qt::Key_Return);
        QCOMPARE(opened.size(), std::size_t {1});
        QVERIFY(!opened.front().partsAt.empty());
        // Its run is the row's: it ends in the decision the list shows.
        auto rehearsal = Rehearsal::start(opened.front().setup);
        QVERIFY(rehearsal);
        (void)(*rehearsal)->run();
        const Execution* const execution = (*rehearsal)->world().find((*rehearsal)->mainWorkflowId());
        const auto table = m_page->controller().table();
        const auto row = m_page->cases().tableRow(0);
        const MeasureReader reader(table->measures);
        QCOMPARE(std::string(reader.read(*table->measureOf(MeasureRole::Decision), *execution).asText()), std::string(table->decisionWord(table->decision(1, row))));
    }

    void everyTabIsFilled()
    {
        auto* tabs = find<FiguresView>(u"replayFigures"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            shoot(u"replay-tab%1"_s.arg(tab));
        }
        for (const QString& name : {u"segmentTable"_s, u"reasonTable"_s, u"wayTable"_s, u"fairnessTable"_s, u"policyDifferences"_s})
            QVERIFY2(find<FigureTable>(name)->rowCount() > 0, qPrintable(name));
        auto* column = find<QComboBox>(u"segmentColumn"_s);
        QCOMPARE(column->findText(u"black"_s), -1);     // protected columns are for the fairness screen alone
        column->setCurrentIndex(column->findText(u"lvr"_s));
        QVERIFY(find<FigureTable>(u"segmentTable"_s)->rowCount() >= 4);
        QVERIFY(!find<BarBoard>(u"segmentChart"_s)->series().isEmpty());
    }

    void policiesAreEditedWithUndo()
    {
        PolicyTab& tab = m_page->policies();
        QSignalSpy failed(&tab, &PolicyTab::failed);
        auto* model = find<QTableView>(u"policyParameters"_s)->model();
        QTest::keyClicks(find<QLineEdit>(u"policySearch"_s), u"credit_score_minimum.value"_s);
        QCOMPARE(model->rowCount(), 1);
        const QModelIndex value = model->index(0, ParameterModel::Current);
        QCOMPARE(value.data().toString(), u"580"_s);
        QVERIFY(!model->index(0, ParameterModel::Range).data().toString().isEmpty());
        QVERIFY(model->setData(value, u"640"_s, Qt::EditRole));
        QCOMPARE(value.data().toString(), u"640"_s);
        tab.undoStack().undo();
        QCOMPARE(value.data().toString(), u"580"_s);
        tab.undoStack().redo();
        QCOMPARE(value.data().toString(), u"640"_s);
        QVERIFY(!model->setData(value, u"12000"_s, Qt::EditRole));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(value.data().toString(), u"640"_s);
        find<QLineEdit>(u"policySearch"_s)->clear();
        tab.undoStack().undo();
    }

    void aCurveIsDrawnInTheBackground()
    {
        auto* tab = find<SensitivityTab>(u"sensitivityTab"_s);
        auto* parameter = find<QComboBox>(u"sweepParameter"_s);
        parameter->setCurrentIndex(parameter->findText(u"limits.credit_score_minimum.value"_s));
        QVERIFY(parameter->currentIndex() >= 0);
        QSignalSpy finished(tab, &SensitivityTab::finished);
        find<QPushButton>(u"sweepRun"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 200'000);
        QCOMPARE(find<FigureTable>(u"sweepTable"_s)->rowCount(), 9);
        find<FiguresView>(u"replayFigures"_s)->setCurrentWidget(tab);
        shoot(u"replay-sensitivity"_s);
    }

    void theMappingIsPreviewedWhileTyping()
    {
        auto* text = find<QPlainTextEdit>(u"mappingText"_s);
        QVERIFY(text->toPlainText().contains(u"id_column"_s));
        QVERIFY(find<QPlainTextEdit>(u"mappingPreview"_s)->toPlainText().contains(u"HMDA-0001"_s));
        text->setPlainText(u"fields:\n  input.x: {column: nowhere}\n"_s);
        QTRY_VERIFY(!find<QPushButton>(u"mappingApply"_s)->isEnabled());
        text->setPlainText(u"fields:\n  input.x: {column: black}\n  protected.black: {column: black}\n"_s);
        QTRY_VERIFY(find<QLabel>(u"mappingProblem"_s)->text().contains(u"protected column"_s));
    }
};

QTEST_MAIN(TestReplayPage)
#include "tst_replaypage.moc"

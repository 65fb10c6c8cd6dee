// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/definitionpage.h"
#include "ui/definitions/diffview.h"
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/settingsstore.h"
#include "ui/models/findingmodel.h"
#include "ui/models/words.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <Qsci/qsciscintilla.h>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

const QString kGood = uR"({
  "name": "loans",
  "version": 4,
  "schemaVersion": 2,
  "ownerEmail": "a@example.com",
  "tasks": [
    {"name": "credit_check", "taskReferenceName": "credit", "type": "SIMPLE", "inputParameters": {}},
    {"name": "decide", "taskReferenceName": "decide", "type": "SIMPLE", "inputParameters": {"score": "${credit.output.score}"}}
  ]
}
)"_s;

}  // namespace

class DefinitionPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { installFonts(FontChoice::Bundled); }

    void checksWhileWriting()
    {
        Bench bench;
        QCOMPARE(bench.show(kGood)->tasks.size(), std::size_t {2});
        QCOMPARE(bench.find<Badge>(u"definitionState"_s)->text(), u"No problems"_s);
        QString twice = kGood;
        twice.replace(u"\"taskReferenceName\": \"decide\""_s, u"\"taskReferenceName\": \"credit\""_s);
        bench.write(twice);
        QVERIFY(bench.find<Badge>(u"definitionState"_s)->text().startsWith(u"1 error"_s));
        QVERIFY(!bench.page->editor().findingAt(8).isEmpty() || !bench.page->editor().findingAt(7).isEmpty());
        bench.write(kGood.chopped(4));   // cut off: no JSON
        QVERIFY(bench.find<Badge>(u"definitionState"_s)->text().contains(u"error"_s));
        QVERIFY(bench.last);             // the graph keeps what could be read last
        bench.write(kGood);
        QCOMPARE(bench.find<Badge>(u"definitionState"_s)->text(), u"No problems"_s);
    }

    void aFindingLeadsToItsLine()
    {
        Bench bench;
        QString twice = kGood;
        twice.replace(u"\"taskReferenceName\": \"decide\""_s, u"\"taskReferenceName\": \"credit\""_s);
        (void)bench.show(twice);
        auto* tree = bench.find<RowTree>(u"definitionFindings"_s);
        QVERIFY(tree->model()->rowCount() > 0);
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QTest::keyClick(tree, Qt::Key_Return);
        int line = 0;
        int column = 0;
        bench.text()->getCursorPosition(&line, &column);
        QVERIFY2(line == 6 || line == 7, qPrintable(QString::number(line)));
    }

    void graphAndTextFollowEachOther()
    {
        Bench bench;
        (void)bench.show(kGood);
        QSignalSpy moved(bench.page.get(), &DefinitionPage::taskAtCursorChanged);
        bench.page->showTask(u"decide"_s);
        int line = 0;
        int column = 0;
        bench.text()->getCursorPosition(&line, &column);
        QCOMPARE(line, 7);
        QTRY_VERIFY(!moved.isEmpty() && moved.back().front().toString() == u"decide"_s);
        QTest::keyClick(bench.text(), Qt::Key_Up);
        QTRY_COMPARE(moved.back().front().toString(), u"credit"_s);
    }

    void completesByKeys()
    {
        Bench bench;
        (void)bench.show(kGood);
        bench.page->setOutputs([](std::string_view) { return std::vector<std::string> {"credit_score"}; });
        bench.write(kGood + u" "_s);
        bench.page->editor().goTo(7, 91);
        bench.page->showTask(u"credit"_s);
        bench.text()->setCursorPosition(6, static_cast<int>(kGood.split(u'\n')[6].indexOf(u"{}"_s)) + 1);
        bench.page->editor().setFocus();
        for (const char c : {'"', 'x', '"', ':', ' ', '"', '$', '{', 'c', 'r'})
            QTest::keyClick(bench.text(), c);
        QTest::keyClick(bench.text(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY2(bench.text()->isListActive(), qPrintable(bench.text()->text(6)));
        QTest::keyClick(bench.text(), Qt::Key_Return);
        QVERIFY2(bench.text()->text(6).contains(u"\"x\": \"${credit.output.credit_score}"_s), qPrintable(bench.text()->text(6)));
    }

    void savesAfterShowingWhatChanges()
    {
        Bench bench;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"loans.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(kGood.toUtf8()) > 0);
        file.close();
        bench.page->setDefinition(kGood, {u"loans"_s, path});
        QVERIFY(!bench.page->isModified());
        bench.page->raiseVersion();
        QVERIFY(bench.page->isModified());
        bench.answer(QDialogButtonBox::Cancel);
        bench.page->save();
        QVERIFY(bench.page->isModified());   // nothing was written
        bench.answer(QDialogButtonBox::Save);
        bench.page->save();
        QVERIFY(bench.diff.contains(u"\"version\": 5"_s) && bench.diff.contains(u"\u2212"_s));
        QVERIFY(!bench.page->isModified());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"version\": 5"));
    }

    void aFolderThatCannotBeWrittenLosesNothing()
    {
        Bench bench;
        bench.page->setDefinition(kGood, {u"loans"_s, u"/nowhere/at/all/loans.json"_s});
        bench.page->raiseVersion();
        QSignalSpy failed(bench.page.get(), &DefinitionPage::failed);
        bench.answer(QDialogButtonBox::Save);
        bench.page->save();
        QCOMPARE(failed.size(), 1);
        QVERIFY(bench.page->isModified());
        QVERIFY(bench.page->editor().text().contains(u"\"version\": 5"_s));
    }

    void whatIsNotSavedSurvives()
    {
        Bench bench;
        (void)bench.show(kGood);
        bench.write(QString(kGood).replace(u"loans"_s, u"loans_two"_s));
        bench.page->setDefinition(u"{\"name\": \"other\", \"tasks\": []}"_s, {u"other"_s, {}});
        QVERIFY(bench.page->editor().text().contains(u"loans_two"_s));
        auto* banner = bench.find<Banner>(u"definitionBanner"_s);
        QVERIFY(banner->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton*>(), Qt::LeftButton);   // show the other one
        QVERIFY(bench.page->editor().text().contains(u"other"_s));
        QVERIFY(!bench.page->isModified());
        bench.restart();
        banner = bench.find<Banner>(u"definitionBanner"_s);
        QVERIFY(banner->isVisible());
        QTest::mouseClick(banner->findChild<QPushButton*>(), Qt::LeftButton);   // take it up again
        QVERIFY(bench.page->editor().text().contains(u"loans_two"_s));
    }

    void laysOutInOneStep()
    {
        Bench bench;
        (void)bench.show(u"{\"name\":\"x\",\"version\":1,\"tasks\":[]}"_s);
        bench.page->formatText();
        QVERIFY(bench.page->editor().text().contains(u"\n  \"name\": \"x\","_s));
        QTest::keyClick(bench.text(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(bench.page->editor().text(), u"{\"name\":\"x\",\"version\":1,\"tasks\":[]}"_s);
        QSignalSpy failed(bench.page.get(), &DefinitionPage::failed);
        bench.write(u"{\"name\": "_s);
        bench.page->formatText();
        QCOMPARE(failed.size(), 1);
        QCOMPARE(bench.page->editor().text(), u"{\"name\": "_s);
    }

    void aNewOneIsSound()
    {
        Bench bench;
        QSignalSpy checked(&bench.page->checker(), &DefinitionChecker::checked);
        bench.page->newDefinition();
        QVERIFY(checked.wait());
        QVERIFY(checked.back().front().value<CheckedText>().definition);
    }

private:
    struct Bench {
        MemorySettings settings;
        std::unique_ptr<DefinitionPage> page;
        WorkflowDefPtr last;
        QString diff;

        Bench() { restart(); }
        void restart()
        {
            page.reset();
            page = std::make_unique<DefinitionPage>(settings, new QWidget);
            page->resize(1100, 700);
            QObject::connect(page.get(), &DefinitionPage::definitionChanged, page.get(), [this](const WorkflowDefPtr& d) { last = d; });
            page->show();
            page->activateWindow();
            (void)QTest::qWaitForWindowActive(page.get());
        }
        WorkflowDefPtr show(const QString& text)
        {
            QSignalSpy checked(&page->checker(), &DefinitionChecker::checked);
            page->setDefinition(text, {u"loans"_s, {}});
            (void)checked.wait();
            return last;
        }
        void write(const QString& text)
        {
            QSignalSpy checked(&page->checker(), &DefinitionChecker::checked);
            page->editor().replaceText(text);
            page->checker().checkNow();
            (void)checked.wait();
        }
        /// Answers the dialog that comes next.
        void answer(QDialogButtonBox::StandardButton button)
        {
            QTimer::singleShot(0, page.get(), [this, button] {
                auto* dialog = page->findChild<QDialog*>(u"saveDialog"_s);
                QVERIFY(dialog);
                diff = dialog->findChild<DiffView*>()->text();
                QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(button), Qt::LeftButton);
            });
        }
        QsciScintilla* text() { return &page->editor().editor(); }
        template <typename Widget>
        Widget* find(const QString& name)
        {
            return page->findChild<Widget*>(name);
        }
    };
};

QTEST_MAIN(DefinitionPageTest)
#include "tst_definitionpage.moc"

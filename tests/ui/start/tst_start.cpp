// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/settingsstore.h"
#include "ui/start/casepanel.h"
#include "ui/start/recentfiles.h"
#include "ui/start/recentlist.h"
#include "ui/start/startpage.h"
#include "ui/support/fakeservices.h"
#include "ui/support/shots.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestStart : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { dressForPictures(false); }
    void remembersRecentFiles();
    void marksMissingFiles();
    void bearsBrokenSettings();
    void offersSamplesAndFiles();
    void picksAnApplicant();
    void picksAPolicy();
    void takesAnInputByHand();

private:
    static DocumentPtr open(const char* sample)
    {
        return std::make_shared<const Document>(fakeServices().openSample(sample).value());
    }
};

void TestStart::remembersRecentFiles()
{
    MemorySettings settings;
    {
        RecentFiles files(settings);
        const QAbstractItemModelTester tester(&files, QAbstractItemModelTester::FailureReportingMode::Fatal);
        for (int i = 0; i < 20; ++i)
            files.add(u"/data/%1.json"_s.arg(i));
        files.add(u"/data/10.json"_s);
        QCOMPARE(files.rowCount(), RecentFiles::kMost);
        QCOMPARE(files.paths().first(), u"/data/10.json"_s);
        QCOMPARE(files.paths().count(u"/data/10.json"_s), 1);
        files.forget(u"/data/19.json"_s);
    }
    RecentFiles again(settings);
    QCOMPARE(again.rowCount(), RecentFiles::kMost - 1);
    again.forgetAll();
    QCOMPARE(RecentFiles(settings).rowCount(), 0);
}

void TestStart::marksMissingFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    MemorySettings settings;
    RecentFiles files(settings);
    files.add(path);
    QVERIFY(!files.index(0).data(RecentFiles::MissingRole).toBool());
    QVERIFY(file.remove());
    files.check();
    QVERIFY(files.index(0).data(RecentFiles::MissingRole).toBool());
}

void TestStart::bearsBrokenSettings()
{
    MemorySettings settings;
    settings.setValue(u"recentFiles"_s, 17);
    QVERIFY(RecentFiles(settings).rowCount() <= 1);
    settings.setValue(u"recentFiles"_s, QStringList(1000, u"/same"_s));
    QVERIFY(RecentFiles(settings).rowCount() <= RecentFiles::kMost);
}

void TestStart::offersSamplesAndFiles()
{
    MemorySettings settings;
    RecentFiles files(settings);
    files.add(u"/data/a.json"_s);
    QAction openAction(u"Open"_s);
    QAction palette(u"Palette"_s);
    StartPage page(files, &openAction, &palette);
    page.setSamples(fakeServices().samples());
    page.resize(1000, 700);
    page.show();
    QSignalSpy samples(&page, &StartPage::sampleChosen);
    QTest::mouseClick(page.findChild<QAbstractButton*>(u"sample-underwriting"_s), Qt::LeftButton);
    QCOMPARE(samples.value(0).value(0).toString(), u"underwriting"_s);
    QTest::keyClick(page.findChild<QAbstractButton*>(u"sample-branching"_s), Qt::Key_Space);
    QCOMPARE(samples.value(1).value(0).toString(), u"branching"_s);
    QSignalSpy opening(&openAction, &QAction::triggered);
    QTest::mouseClick(page.findChild<QPushButton*>(u"startOpen"_s), Qt::LeftButton);
    QCOMPARE(opening.count(), 1);
    auto* list = page.findChild<RecentList*>();
    QSignalSpy chosen(&page, &StartPage::fileChosen);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(files.index(0)).center());
    QCOMPARE(chosen.value(0).value(0).toString(), u"/data/a.json"_s);
    list->setCurrentIndex(files.index(0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.count(), 2);
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(page.findChild<QLabel*>(u"noRecent"_s)->isVisible());
}

void TestStart::picksAnApplicant()
{
    CasePanel panel;
    panel.resize(300, 600);
    panel.show();
    panel.setDocument(open("underwriting"));
    QSignalSpy chosen(&panel, &CasePanel::chosen);
    QTest::keyClicks(panel.findChild<QLineEdit*>(u"applicantSearch"_s), u"A-1042"_s);
    auto* table = panel.findChild<QTableView*>(u"applicantTable"_s);
    QCOMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<RehearsalChoice>().applicant, std::optional<std::size_t>(41));
    QTest::mouseClick(panel.findChild<QPushButton*>(u"applicantButton"_s), Qt::LeftButton);
    QCOMPARE(chosen.count(), 2);
}

void TestStart::picksAPolicy()
{
    CasePanel panel;
    panel.show();
    panel.setDocument(open("underwriting"));
    panel.setChoice({3, "standard", {}});
    QSignalSpy chosen(&panel, &CasePanel::chosen);
    auto* box = panel.findChild<QComboBox*>(u"policyBox"_s);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    const auto choice = chosen[0][0].value<RehearsalChoice>();
    QCOMPARE(choice.policy, std::string("cautious"));
    QCOMPARE(choice.applicant, std::optional<std::size_t>(3));
}

void TestStart::takesAnInputByHand()
{
    CasePanel panel;
    panel.show();
    panel.setDocument(open("branching"));
    QSignalSpy chosen(&panel, &CasePanel::chosen);
    auto* text = panel.findChild<QPlainTextEdit*>(u"inputText"_s);
    auto* button = panel.findChild<QPushButton*>(u"inputButton"_s);
    text->setPlainText(u"{\"a\": 1,}"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.count(), 0);
    QVERIFY(panel.findChild<QLabel*>(u"inputProblem"_s)->isVisible());
    text->setPlainText(u"{\"a\": 1}"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<RehearsalChoice>().input, Value::object({{"a", 1}}));
    QVERIFY(!chosen[0][0].value<RehearsalChoice>().applicant);
}

QTEST_MAIN(TestStart)
#include "tst_start.moc"

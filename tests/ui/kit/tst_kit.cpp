// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/badge.h"
#include "ui/kit/banner.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/settingsstore.h"
#include "ui/kit/statuslook.h"
#include "ui/kit/stylesheet.h"
#include "ui/kit/theme.h"
#include "ui/support/shots.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

class TestKit : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { test::dressForPictures(false); }
    void textCanBeRead_data();
    void textCanBeRead();
    void eachStatusHasAShapeOfItsOwn();
    void everyIconDraws();
    void iconsFollowTheTheme();
    void anUnknownIconIsEmpty();
    void theStyleSheetIsComplete();
    void themeWordsGoBothWays();
    void theBannerTellsAllItKnows();
    void escapeEmptiesASearch();
    void theEmptyStateOffersItsAction();
    void fileSettingsBearABrokenFile();
};

void TestKit::textCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestKit::textCanBeRead()
{
    QFETCH(bool, dark);
    const Tokens& t = dark ? darkTokens() : lightTokens();
    const auto readable = [](const QColor& ink, const QColor& ground, const char* what) {
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(u"%1: %2"_s.arg(QLatin1String(what)).arg(contrast(ink, ground))));
    };
    for (const QColor& ground : {t.window, t.surface, t.raised, t.sunken, t.selection, t.hover}) {
        readable(t.text, ground, "text");
        readable(t.textMuted, ground, "muted text");
    }
    for (const ToneColors& tone : t.tones) {
        for (const QColor& ground : {t.window, t.surface, t.raised, tone.ground})
            readable(tone.foreground, ground, "tone");
        readable(t.text, tone.ground, "text on a tone");
    }
    for (const QColor& ink : {t.jsonKey, t.jsonText, t.jsonNumber, t.jsonWord, t.jsonMark})
        readable(ink, t.surface, "JSON");
    readable(t.onAccent, t.accent, "on accent");
    readable(t.onAccent, t.accentHover, "on accent under the pointer");
    QVERIFY(contrast(t.borderStrong, t.surface) >= 3.0);
    QVERIFY(contrast(t.focus, t.surface) >= 3.0);
}

void TestKit::eachStatusHasAShapeOfItsOwn()
{
    const QStringList names = iconNames();
    QSet<QString> shapes;
    for (int status = 0; status <= static_cast<int>(TaskStatus::Skipped); ++status)
        shapes.insert(lookOf(static_cast<TaskStatus>(status)).icon);
    QCOMPARE(shapes.size(), static_cast<int>(TaskStatus::Skipped) + 1);
    QSet<QString> workflowShapes;
    for (int status = 0; status <= static_cast<int>(WorkflowStatus::Paused); ++status)
        workflowShapes.insert(lookOf(static_cast<WorkflowStatus>(status)).icon);
    QCOMPARE(workflowShapes.size(), static_cast<int>(WorkflowStatus::Paused) + 1);
    for (int kind = 0; kind <= static_cast<int>(EventKind::TaskLogged); ++kind)
        shapes.insert(lookOf(static_cast<EventKind>(kind)).icon);
    for (const QString& shape : shapes + workflowShapes)
        QVERIFY2(names.contains(shape), qPrintable(shape));
    QVERIFY(names.contains(lookOf(static_cast<TaskStatus>(99)).icon));
}

void TestKit::everyIconDraws()
{
    QVERIFY(iconNames().size() > 80);
    for (const QString& name : iconNames()) {
        const QImage image = iconPixmap(name, 32, Qt::red, 1.0).toImage();
        int painted = 0;
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x)
                painted += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(painted > 4, qPrintable(name));
    }
}

void TestKit::iconsFollowTheTheme()
{
    const QIcon run = icon(u"run"_s);
    const auto ink = [&](QIcon::Mode mode) { return run.pixmap(QSize(32, 32), 1.0, mode).toImage().pixelColor(14, 16); };
    test::dressForPictures(false);
    const QColor light = ink(QIcon::Normal);
    QVERIFY(ink(QIcon::Disabled) != light);
    test::dressForPictures(true);
    QVERIFY(ink(QIcon::Normal).lightness() > light.lightness());
    test::dressForPictures(false);
    QCOMPARE(run.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

void TestKit::anUnknownIconIsEmpty()
{
    QVERIFY(icon(u"no-such-icon"_s).isNull());
    QVERIFY(icon({}).isNull());
    QVERIFY(iconPixmap({}, 16, Qt::red, 1.0).isNull());
}

void TestKit::theStyleSheetIsComplete()
{
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()}) {
        const QString sheet = styleSheetFor(*tokens);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(!sheet.contains(u": ;"_s));
        QVERIFY(!sheet.contains(u"-.svg"_s));
        QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
    }
}

void TestKit::themeWordsGoBothWays()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        QCOMPARE(themeFrom(themeWord(choice)), choice);
    QCOMPARE(themeFrom(u"mauve"_s), ThemeChoice::System);
    QVERIFY(tokensFor(paletteFor(darkTokens())).dark);
    QVERIFY(!tokensFor(paletteFor(lightTokens())).dark);
}

void TestKit::theBannerTellsAllItKnows()
{
    Banner banner;
    banner.setContent({Tone::Danger, u"error"_s, u"Not understood"_s, u"a.json:7"_s, u"expected ','"_s, u"Put a comma"_s});
    banner.show();
    QCOMPARE(banner.findChild<QLabel*>(u"bannerWhere"_s)->text(), u"a.json:7"_s);
    QVERIFY(banner.findChild<QLabel*>(u"bannerHint"_s)->isVisible());
    banner.setContent({Tone::Danger, u"error"_s, u"Not understood"_s, {}, {}, {}});
    QVERIFY(!banner.findChild<QLabel*>(u"bannerHint"_s)->isVisible());
    QSignalSpy closed(&banner, &Banner::closed);
    QTest::keyClick(&banner, Qt::Key_Escape);
    QCOMPARE(closed.count(), 1);
    QVERIFY(banner.isHidden());
}

void TestKit::escapeEmptiesASearch()
{
    SearchField field;
    field.show();
    QTest::keyClicks(&field, u"abc"_s);
    QCOMPARE(field.text(), u"abc"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
}

void TestKit::theEmptyStateOffersItsAction()
{
    EmptyState state;
    QAction action(u"Open"_s);
    QSignalSpy triggered(&action, &QAction::triggered);
    state.setContent(u"open"_s, u"Nothing"_s, u"Open something."_s);
    state.setAction(&action);
    state.show();
    QTest::mouseClick(state.findChild<QPushButton*>(u"emptyButton"_s), Qt::LeftButton);
    QCOMPARE(triggered.count(), 1);
    QCOMPARE(state.accessibleName(), u"Nothing"_s);
}

void TestKit::fileSettingsBearABrokenFile()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"window.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\x00\xff[broken\nwindow=@Invalid(((");
    file.close();
    FileSettings settings(file.fileName());
    QCOMPARE(settings.value(u"window/theme"_s, u"none"_s).toString(), u"none"_s);
}

QTEST_MAIN(TestKit)
#include "tst_kit.moc"

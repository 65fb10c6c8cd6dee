// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphview.h"

#include "ui/graph/graphfixture.h"
#include "ui/graph/minimap.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

WorkflowDefPtr branched()
{
    return definition({task("first"), switchTask("choose", {{"high", {task("left")}}}, {task("right")}), task("last")});
}

struct Open {
    GraphView view;
    QSignalSpy selections {&view, &GraphView::taskSelected};
    QSignalSpy runs {&view, &GraphView::runToRequested};

    explicit Open(WorkflowDefPtr shape, QSize size = {900, 700})
    {
        view.resize(size);
        view.setDefinition(std::move(shape));
        view.show();
    }
    [[nodiscard]] QPoint middleOf(const char* reference) const { return view.rectOf(QLatin1String(reference)).center().toPoint(); }
    [[nodiscard]] bool shows(const char* reference) const { return QRectF(view.rect()).contains(view.rectOf(QLatin1String(reference))); }
    void wheel(QPoint angle, Qt::KeyboardModifiers modifiers, QPointF at = {450, 350})
    {
        QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }
};

}  // namespace

class GraphViewTest : public QObject {
    Q_OBJECT
private slots:
    void without_a_definition_it_says_so();
    void a_click_selects_and_tells();
    void a_click_beside_selects_the_workflow();
    void a_drag_pans_and_selects_nothing();
    void a_double_click_asks_to_run_there();
    void the_menu_runs_and_copies();
    void arrows_go_to_the_nearest_task();
    void enter_tells_the_selection_again();
    void keys_zoom_and_fit();
    void control_and_wheel_zoom_about_the_pointer();
    void selecting_from_outside_is_silent_and_shows_the_task();
    void a_new_current_task_comes_into_sight();
    void what_is_set_before_the_first_showing_is_in_sight();
    void an_unchanged_current_task_leaves_the_view_alone();
    void finding_goes_round();
    void the_map_appears_when_not_all_fits_and_moves_the_view();
    void a_reader_of_the_screen_hears_the_selection();
    void the_tooltip_tells_status_and_attempts();
    void it_is_painted_in_both_themes_at_every_scale();
};

void GraphViewTest::without_a_definition_it_says_so()
{
    Open open(nullptr);
    QVERIFY(open.view.findChild<EmptyState*>()->isVisible());
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, {10, 10});
    QTest::keyClick(&open.view, Qt::Key_Down);
    open.view.fit();
    open.view.zoomIn();
    QVERIFY(!open.view.findNext(QStringLiteral("x")));
    open.view.setDefinition(branched());
    QVERIFY(!open.view.findChild<EmptyState*>()->isVisible());
}

void GraphViewTest::a_click_selects_and_tells()
{
    Open open(branched());
    const Execution now = execution({run("first", TaskStatus::Failed), run("first", TaskStatus::Completed, 1)});
    open.view.setExecution(&now, 1);
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.middleOf("first"));
    QCOMPARE(open.selections.count(), 1);
    QCOMPARE(open.selections[0][0].toString(), QStringLiteral("first"));
    QCOMPARE(open.selections[0][1].value<TaskSlot>(), TaskSlot {1});
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, open.middleOf("right"));
    QCOMPARE(open.selections[1][1].value<TaskSlot>(), kNoTask);
    QCOMPARE(open.view.selected(), QStringLiteral("right"));
}

void GraphViewTest::a_click_beside_selects_the_workflow()
{
    Open open(branched());
    open.view.setSelected(QStringLiteral("last"));
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, {5, 5});
    QCOMPARE(open.selections.count(), 1);
    QCOMPARE(open.selections[0][0].toString(), QString());
    QCOMPARE(open.view.selected(), QString());
}

void GraphViewTest::a_drag_pans_and_selects_nothing()
{
    Open open(definition(chain(50)));
    const QPoint from = open.middleOf("step_1");
    const double before = open.view.rectOf(QStringLiteral("step_9")).top();
    QTest::mousePress(&open.view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&open.view, from - QPoint(0, 60));
    QTest::mouseMove(&open.view, from - QPoint(0, 120));
    QTest::mouseRelease(&open.view, Qt::LeftButton, {}, from - QPoint(0, 120));
    QCOMPARE(open.selections.count(), 0);
    QCOMPARE(open.view.rectOf(QStringLiteral("step_9")).top(), before - 120);
}

void GraphViewTest::a_double_click_asks_to_run_there()
{
    Open open(branched());
    QTest::mouseDClick(&open.view, Qt::LeftButton, {}, open.middleOf("choose"));
    QCOMPARE(open.runs.count(), 1);
    QCOMPARE(open.runs[0][0].toString(), QStringLiteral("choose"));
}

void GraphViewTest::the_menu_runs_and_copies()
{
    Open open(branched());
    const QPoint at = open.middleOf("left");
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, open.view.mapToGlobal(at));
    QCoreApplication::sendEvent(&open.view, &event);
    auto* menu = open.view.findChild<QMenu*>(QStringLiteral("graphMenu"));
    QVERIFY(menu != nullptr);
    QCOMPARE(menu->actions().size(), 3);
    QSignalSpy toggled(&open.view, &GraphView::breakpointToggled);
    for (QAction* action : menu->actions())
        action->trigger();
    QCOMPARE(toggled.size(), 1);
    menu->close();
    QCOMPARE(open.runs.count(), 1);
    QCOMPARE(open.runs[0][0].toString(), QStringLiteral("left"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("left"));
}

void GraphViewTest::arrows_go_to_the_nearest_task()
{
    Open open(branched());
    QStringList visited;
    for (const int key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right, Qt::Key_Left, Qt::Key_Down, Qt::Key_Down, Qt::Key_Up}) {
        QTest::keyClick(&open.view, static_cast<Qt::Key>(key));
        visited += open.view.selected();
    }
    QCOMPARE(visited, (QStringList {u"first"_s, u"choose"_s, u"left"_s, u"right"_s, u"left"_s, u"last"_s, u"last"_s, visited.last()}));
    QVERIFY(visited.last() == QStringLiteral("left") || visited.last() == QStringLiteral("right"));
}

void GraphViewTest::enter_tells_the_selection_again()
{
    Open open(branched());
    open.view.setSelected(QStringLiteral("last"));
    QTest::keyClick(&open.view, Qt::Key_Return);
    QCOMPARE(open.selections.count(), 1);
    QCOMPARE(open.selections[0][0].toString(), QStringLiteral("last"));
}

void GraphViewTest::keys_zoom_and_fit()
{
    Open open(definition(chain(20)));
    QTest::keyClick(&open.view, Qt::Key_0);
    QCOMPARE(open.view.camera().zoom, 1.0);
    QTest::keyClick(&open.view, Qt::Key_Plus);
    QCOMPARE(open.view.camera().zoom, 1.25);
    QTest::keyClick(&open.view, Qt::Key_Minus);
    QCOMPARE(open.view.camera().zoom, 1.0);
    QTest::keyClick(&open.view, Qt::Key_F);
    QVERIFY(open.view.camera().showsAll());
    QTest::keyClick(&open.view, Qt::Key_0);
    QTest::keyClick(&open.view, Qt::Key_PageDown);
    QVERIFY(open.view.camera().origin.y() > 0);
    QTest::keyClick(&open.view, Qt::Key_Home);
    QCOMPARE(open.view.camera().origin.y(), 0.0);
}

void GraphViewTest::control_and_wheel_zoom_about_the_pointer()
{
    Open open(definition(chain(60)));
    open.view.resetZoom();
    open.wheel({0, -480}, Qt::NoModifier);
    const QPointF at(450, 350);
    const double before = open.view.camera().toScene(at).y();
    open.wheel({0, 120}, Qt::ControlModifier, at);
    QVERIFY(open.view.camera().zoom > 1);
    QVERIFY(std::abs(open.view.camera().toScene(at).y() - before) < 0.001);
    for (int i = 0; i < 100; ++i)
        open.wheel({0, -120}, Qt::ControlModifier, at);
    QCOMPARE(open.view.camera().zoom, GraphCamera::kMinimumZoom);
}

void GraphViewTest::selecting_from_outside_is_silent_and_shows_the_task()
{
    Open open(definition(chain(200)));
    QVERIFY(!open.shows("step_150"));
    open.view.setSelected(QStringLiteral("step_150__3"));
    QCOMPARE(open.selections.count(), 0);
    QCOMPARE(open.view.selected(), QStringLiteral("step_150"));
    QTRY_VERIFY(open.shows("step_150"));
    open.view.setSelected(QStringLiteral("no such task"));
    QCOMPARE(open.view.selected(), QString());
}

void GraphViewTest::a_new_current_task_comes_into_sight()
{
    Open open(definition(chain(200)));
    const Execution now = execution({run("step_0", TaskStatus::Completed), run("step_120", TaskStatus::InProgress)});
    open.view.setExecution(&now, 1);
    QTRY_VERIFY(open.shows("step_120"));
}

void GraphViewTest::what_is_set_before_the_first_showing_is_in_sight()
{
    for (const char* current : {"step_1", "step_150"}) {
        GraphView view;
        view.resize(900, 700);
        view.setDefinition(definition(chain(200)));
        const Execution now = execution({run(current, TaskStatus::InProgress)});
        view.setExecution(&now, 0);
        view.show();
        QVERIFY(QRectF(view.rect()).contains(view.rectOf(QLatin1String(current))));
    }
}

void GraphViewTest::an_unchanged_current_task_leaves_the_view_alone()
{
    Open open(definition(chain(200)));
    const Execution now = execution({run("step_0", TaskStatus::InProgress)});
    open.view.setExecution(&now, 0);
    open.wheel({0, -12000}, Qt::NoModifier);
    const QPointF before = open.view.camera().origin;
    open.view.setExecution(&now, 0);
    QCoreApplication::processEvents();
    QCOMPARE(open.view.camera().origin, before);
}

void GraphViewTest::finding_goes_round()
{
    Open open(branched());
    QStringList found;
    for (const char* text : {"l", "la", "la", "ST", "ST"}) {
        QVERIFY(open.view.findNext(QLatin1String(text)));
        found += open.view.selected();
    }
    QCOMPARE(found, (QStringList {u"first"_s, u"last"_s, u"last"_s, u"last"_s, u"first"_s}));
    QVERIFY(!open.view.findNext(QStringLiteral("nowhere")));
    QCOMPARE(open.view.selected(), QStringLiteral("first"));
}

void GraphViewTest::the_map_appears_when_not_all_fits_and_moves_the_view()
{
    Open small(branched());
    small.view.fit();
    QVERIFY(!small.view.findChild<Minimap*>()->isVisible());
    Open open(definition(chain(300)));
    auto* map = open.view.findChild<Minimap*>();
    QVERIFY(map->isVisible());
    QVERIFY(open.view.rect().contains(map->geometry()));
    const QPoint bottom(map->width() / 2, map->height() - 8);
    QTest::mouseClick(map, Qt::LeftButton, {}, bottom);
    QVERIFY(open.shows("step_298"));
}

void GraphViewTest::a_reader_of_the_screen_hears_the_selection()
{
    Open open(branched());
    QVERIFY(!open.view.accessibleName().isEmpty());
    const Execution now = execution({run("first", TaskStatus::Completed)});
    open.view.setExecution(&now, 0);
    open.view.setSelected(QStringLiteral("first"));
    QVERIFY(open.view.accessibleDescription().contains(QStringLiteral("first, SIMPLE, Completed")));
}

void GraphViewTest::the_tooltip_tells_status_and_attempts()
{
    Open open(branched());
    const Execution now = execution({run("first", TaskStatus::Failed), run("first", TaskStatus::TimedOut, 1)});
    open.view.setExecution(&now, 1);
    const QPoint at = open.middleOf("first");
    QHelpEvent event(QEvent::ToolTip, at, open.view.mapToGlobal(at));
    QCoreApplication::sendEvent(&open.view, &event);
    QVERIFY(QToolTip::text().contains(QStringLiteral("Timed out")));
    QVERIFY(QToolTip::text().contains(QStringLiteral("2 attempt")));
}

void GraphViewTest::it_is_painted_in_both_themes_at_every_scale()
{
    Open open(branched());
    const Execution now = execution({run("first", TaskStatus::Completed), run("choose", TaskStatus::Completed), run("left", TaskStatus::Failed)});
    open.view.setExecution(&now, 2);
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()}) {
        open.view.setPalette(paletteFor(*tokens));
        open.view.fit();
        for (int i = 0; i < 12; ++i, open.view.zoomOut()) {
            const QImage picture = open.view.grab().toImage();
            const QPoint at = open.middleOf("left");
            QCOMPARE(picture.pixelColor(2, 2), tokens->surface);
            QVERIFY2(picture.pixelColor(at) != tokens->surface, "the failed task is drawn");
        }
    }
}

QTEST_MAIN(GraphViewTest)
#include "tst_graphview.moc"

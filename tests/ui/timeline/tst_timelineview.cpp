// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelineview.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/theme.h"

#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <QtTest>

using namespace baton;
using namespace baton::ui;
using namespace Qt::StringLiterals;

namespace {

/// Writes events the way a rehearsal does.
struct Story {
    MemoryJournal journal;
    EpochMs now = 1'000'000;
    TaskSlot tasks = 0;

    Story()
    {
        auto begun = std::make_shared<Execution>();
        auto definition = std::make_shared<WorkflowDef>();
        definition->name = "underwriting";
        begun->definition = definition;
        Event event = plain(EventKind::WorkflowStarted);
        event.started = begun;
        journal.append(event);
    }
    Event plain(EventKind kind, TaskSlot slot = kNoTask)
    {
        Event event;
        event.kind = kind;
        event.slot = slot;
        event.at = now += 250;
        event.workflowId = "w";
        return event;
    }
    TaskSlot schedule(const std::string& reference)
    {
        auto run = std::make_shared<TaskRun>();
        run->referenceTaskName = reference;
        Event event = plain(EventKind::TaskScheduled, tasks);
        event.task = run;
        journal.append(event);
        return tasks++;
    }
    void add(EventKind kind, TaskSlot slot = kNoTask) { journal.append(plain(kind, slot)); }
    void whole(const std::string& reference, EventKind end = EventKind::TaskCompleted)
    {
        const TaskSlot slot = schedule(reference);
        add(EventKind::TaskStarted, slot);
        add(end, slot);
        add(EventKind::TaskExecuted, slot);
    }
};

struct Open {
    Story story;
    TimelineView view;
    QSignalSpy requests {&view, &TimelineView::positionRequested};

    explicit Open(int tasks = 6)
    {
        for (int i = 0; i < tasks; ++i)
            story.whole("task_" + std::to_string(i % 40), i % 7 == 3 ? EventKind::TaskFailed : EventKind::TaskCompleted);
        view.resize(900, 200);
        view.setJournal(&story.journal);
        view.show();
    }
    [[nodiscard]] QPoint at(std::size_t position, int row = 0) const
    {
        const TimelineGeometry parts = view.geometryOfParts();
        return {parts.plot.left() + static_cast<int>(std::lround(view.scale().xOf(position))), parts.plot.top() + row * TimelineGeometry::kRow + 11};
    }
    [[nodiscard]] std::size_t requested(qsizetype index) const { return requests[index][0].value<std::size_t>(); }
};

}  // namespace

class TimelineViewTest : public QObject {
    Q_OBJECT
private slots:
    void without_a_journal_it_says_so();
    void the_workflow_comes_first_then_tasks_as_they_appear();
    void an_attempt_is_a_bar_from_scheduled_to_end();
    void a_retry_is_another_bar_in_the_same_lane();
    void bookkeeping_is_not_drawn();
    void a_growing_journal_is_read_once();
    void a_rewritten_journal_is_read_anew();
    void a_press_and_a_drag_scrub();
    void keys_move_the_playhead();
    void setting_the_position_is_silent_and_brings_it_into_sight();
    void control_and_wheel_zoom();
    void pointing_at_a_bar_finds_its_event();
    void a_long_journal_costs_pixels_not_events();
    void it_is_painted_in_both_themes();
};

void TimelineViewTest::without_a_journal_it_says_so()
{
    TimelineView view;
    view.resize(400, 120);
    view.show();
    QVERIFY(view.findChild<EmptyState*>()->isVisible());
    QTest::mouseClick(&view, Qt::LeftButton, {}, {200, 60});
    QTest::keyClick(&view, Qt::Key_Right);
    view.setPosition(5);
    QCOMPARE(view.position(), std::size_t {0});
    QVERIFY(!view.eventNear({200, 60}));
}

void TimelineViewTest::the_workflow_comes_first_then_tasks_as_they_appear()
{
    Story story;
    story.whole("zebra");
    story.whole("review__1");
    story.whole("ant");
    story.whole("review__2");
    TimelineLanes lanes;
    lanes.extend(story.journal);
    QStringList names;
    for (const TimelineLane& lane : lanes.lanes())
        names += lane.name;
    QCOMPARE(names, (QStringList {u"underwriting"_s, u"zebra"_s, u"review"_s, u"ant"_s}));
}

void TimelineViewTest::an_attempt_is_a_bar_from_scheduled_to_end()
{
    Story story;
    story.whole("a", EventKind::TaskFailed);
    story.schedule("b");
    TimelineLanes lanes;
    lanes.extend(story.journal);
    const TimelineBar& bar = lanes.lanes()[1].bars.at(0);
    QCOMPARE(bar.first, std::size_t {1});
    QCOMPARE(bar.started, std::size_t {2});
    QCOMPARE(bar.last, std::size_t {3});
    QCOMPARE(bar.end.icon, lookOf(TaskStatus::Failed).icon);
    QCOMPARE(lanes.lanes()[1].alarms, (std::vector<std::size_t> {3}));
    QCOMPARE(lanes.lanes()[2].bars.at(0).last, TimelineBar::kNever);
}

void TimelineViewTest::a_retry_is_another_bar_in_the_same_lane()
{
    Story story;
    story.whole("a", EventKind::TaskTimedOut);
    story.whole("a");
    TimelineLanes lanes;
    lanes.extend(story.journal);
    QCOMPARE(lanes.lanes().size(), std::size_t {2});
    QCOMPARE(lanes.lanes()[1].bars.size(), std::size_t {2});
}

void TimelineViewTest::bookkeeping_is_not_drawn()
{
    Story story;
    story.whole("a");
    TimelineLanes lanes;
    lanes.extend(story.journal);
    QCOMPARE(lanes.events(), story.journal.size());
    QCOMPARE(lanes.lanes()[1].ticks, (std::vector<std::size_t> {1, 2, 3}));
}

void TimelineViewTest::a_growing_journal_is_read_once()
{
    Story story;
    TimelineLanes lanes;
    for (int i = 0; i < 50; ++i) {
        story.whole("task_" + std::to_string(i));
        lanes.extend(story.journal);
    }
    QCOMPARE(lanes.work(), story.journal.size());
}

void TimelineViewTest::a_rewritten_journal_is_read_anew()
{
    Story story;
    story.whole("a");
    TimelineLanes lanes;
    lanes.extend(story.journal);
    story.journal = story.journal.forked(2);
    story.tasks = 1;
    story.whole("other");
    lanes.extend(story.journal);
    QCOMPARE(lanes.events(), story.journal.size());
    QCOMPARE(lanes.lanes().back().name, QStringLiteral("other"));
}

void TimelineViewTest::a_press_and_a_drag_scrub()
{
    Open open;
    QTest::mousePress(&open.view, Qt::LeftButton, {}, open.at(4));
    QTest::mouseMove(&open.view, open.at(4));
    QTest::mouseMove(&open.view, open.at(9));
    QTest::mouseMove(&open.view, open.at(25) + QPoint(4000, 0));
    QTest::mouseRelease(&open.view, Qt::LeftButton, {}, open.at(2));
    QTest::mouseMove(&open.view, open.at(3));
    QCOMPARE(open.requests.count(), 3);
    QCOMPARE(open.requested(0), std::size_t {4});
    QCOMPARE(open.requested(1), std::size_t {9});
    QCOMPARE(open.requested(2), open.story.journal.size());
    QTest::mouseClick(&open.view, Qt::LeftButton, {}, {5, 80});
    QCOMPARE(open.requests.count(), 3);
}

void TimelineViewTest::keys_move_the_playhead()
{
    Open open;
    QTest::keyClick(&open.view, Qt::Key_Right);
    QCOMPARE(open.requested(0), std::size_t {1});
    QTest::keyClick(&open.view, Qt::Key_End);
    QCOMPARE(open.view.position(), open.story.journal.size());
    QTest::keyClick(&open.view, Qt::Key_Left);
    QCOMPARE(open.view.position(), open.story.journal.size() - 1);
    QTest::keyClick(&open.view, Qt::Key_Left);
    QCOMPARE(open.view.position(), open.story.journal.size() - 2);
    QTest::keyClick(&open.view, Qt::Key_Home);
    QCOMPARE(open.view.position(), std::size_t {0});
    QTest::keyClick(&open.view, Qt::Key_PageDown);
    QCOMPARE(open.view.position(), std::size_t {10});
    const qsizetype before = open.requests.count();
    QTest::keyClick(&open.view, Qt::Key_PageUp);
    QTest::keyClick(&open.view, Qt::Key_Home);
    QCOMPARE(open.view.position(), std::size_t {0});
    QCOMPARE(open.requests.count(), before + 1);
}

void TimelineViewTest::setting_the_position_is_silent_and_brings_it_into_sight()
{
    Open open(2000);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(&open.view, Qt::Key_Plus);
    open.view.setPosition(7001);
    QCOMPARE(open.requests.count(), 0);
    const double x = open.view.scale().xOf(7001);
    QVERIFY(x >= 0 && x <= open.view.scale().width);
    const std::size_t lane = open.view.lanes().laneOf(7000);
    const TimelineGeometry parts = open.view.geometryOfParts();
    const int top = static_cast<int>(lane) * TimelineGeometry::kRow - parts.scrolled;
    QVERIFY(top >= 0 && top + TimelineGeometry::kRow <= parts.plot.height());
}

void TimelineViewTest::control_and_wheel_zoom()
{
    Open open(2000);
    const double before = open.view.scale().perEvent;
    QWheelEvent event(QPointF(400, 80), open.view.mapToGlobal(QPointF(400, 80)), {}, {0, 120}, Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&open.view, &event);
    QVERIFY(open.view.scale().perEvent > before);
}

void TimelineViewTest::pointing_at_a_bar_finds_its_event()
{
    Open open;
    QCOMPARE(open.view.eventNear(open.at(2, 1) + QPoint(12, 0)), std::optional<std::size_t> {2});
    QVERIFY(!open.view.eventNear({5, 80}));
    const QPoint at = open.at(3, 1) + QPoint(12, 0);
    QHelpEvent event(QEvent::ToolTip, at, open.view.mapToGlobal(at));
    QCoreApplication::sendEvent(&open.view, &event);
    QVERIFY(QToolTip::text().contains(QStringLiteral("task_0")));
    QVERIFY(QToolTip::text().contains(QStringLiteral("Task completed")));
}

void TimelineViewTest::a_long_journal_costs_pixels_not_events()
{
    Open open(25'000);
    QCOMPARE(open.view.lanes().events(), std::size_t {100'001});
    const TimelineGeometry parts = open.view.geometryOfParts();
    QImage picture(open.view.size(), QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&picture);
    TimelinePainter line(open.view.lanes(), open.view.scale(), parts, lightTokens());
    line.paint(painter, 50'000, open.story.journal, false);
    const auto rows = static_cast<std::size_t>(parts.plot.height() / TimelineGeometry::kRow + 2);
    QVERIFY2(line.drawn() <= rows * static_cast<std::size_t>(parts.plot.width()) * 3, qPrintable(QString::number(line.drawn())));
}

void TimelineViewTest::it_is_painted_in_both_themes()
{
    Open open;
    open.view.setPosition(12);
    for (const Tokens* tokens : {&lightTokens(), &darkTokens()}) {
        open.view.setPalette(paletteFor(*tokens));
        const QImage picture = open.view.grab().toImage();
        QCOMPARE(picture.pixelColor(open.at(12, 0) + QPoint(0, 20)), picture.pixelColor(open.at(12, 0) + QPoint(0, 60)));
        QVERIFY(picture.pixelColor(open.at(12, 0)) != tokens->surface);
    }
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"

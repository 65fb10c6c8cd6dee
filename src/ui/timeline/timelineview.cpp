// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/timeline/timelineview.h"

#include "ui/kit/emptystate.h"
#include "ui/models/words.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QScrollBar>

#include <algorithm>

namespace baton::ui {

namespace {

constexpr int kBarSide = 12;

}  // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_across(new QScrollBar(Qt::Horizontal, this))
    , m_down(new QScrollBar(Qt::Vertical, this))
    , m_empty(new EmptyState(this))
{
    setObjectName(QStringLiteral("timelineView"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Time line"));
    m_across->setFocusPolicy(Qt::NoFocus);
    m_down->setFocusPolicy(Qt::NoFocus);
    m_down->setSingleStep(TimelineGeometry::kRow);
    connect(m_across, &QScrollBar::valueChanged, this, [this](int value) {
        if (m_updatingBars)
            return;
        m_scale.scrollTo(value);
        update();
    });
    connect(m_down, &QScrollBar::valueChanged, this, [this] { update(); });
    setEmptyWords();
    updateBars();
    describe();
}

void TimelineView::setEmptyWords()
{
    m_empty->setContent(QStringLiteral("timeline"), tr("Nothing has happened yet"), tr("Start an execution: every event appears here."));
}

void TimelineView::setJournal(const Journal* journal)
{
    m_journal = journal;
    if (journal == nullptr)
        m_lanes.clear();
    else
        m_lanes.extend(*journal);
    if (m_lanes.events() == 0)
        m_scale.fit();
    m_scale.setEvents(m_lanes.events());
    m_position = std::min(m_position, m_lanes.events());
    updateBars();
    describe();
    update();
}

void TimelineView::setPosition(std::size_t position)
{
    position = std::min(position, m_lanes.events());
    const bool moved = position != m_position;
    m_position = position;
    if (moved && !m_scrubbing) {
        m_scale.show(position);
        if (position > 0)
            showLane(m_lanes.laneOf(position - 1));
    }
    updateBars();
    describe();
    update();
}

void TimelineView::showLane(std::size_t lane)
{
    const int top = static_cast<int>(lane) * TimelineGeometry::kRow;
    const int height = geometryOfParts().plot.height();
    if (top < m_down->value())
        m_down->setValue(top);
    else if (top + TimelineGeometry::kRow > m_down->value() + height)
        m_down->setValue(top + TimelineGeometry::kRow - height);
}

TimelineGeometry TimelineView::geometryOfParts() const
{
    const int gutter = std::clamp(width() / 5, 72, 190);
    const int right = width() - (m_down->isHidden() ? 0 : kBarSide);
    const int bottom = height() - (m_across->isHidden() ? 0 : kBarSide);
    const int top = TimelineGeometry::kAxis;
    TimelineGeometry parts;
    parts.gutter = QRect(0, top, gutter, std::max(0, bottom - top));
    parts.axis = QRect(gutter, 0, std::max(0, right - gutter), top);
    parts.plot = QRect(gutter, top, std::max(0, right - gutter), std::max(0, bottom - top));
    parts.scrolled = m_down->value();
    return parts;
}

void TimelineView::updateBars()
{
    const bool empty = m_lanes.events() == 0;
    const int lanes = static_cast<int>(m_lanes.lanes().size()) * TimelineGeometry::kRow;
    m_empty->setVisible(empty);
    m_updatingBars = true;
    m_across->setVisible(!empty && !m_scale.fitting && m_scale.greatestOffset() >= 1);
    m_down->setVisible(!empty && lanes > height() - TimelineGeometry::kAxis - (m_across->isHidden() ? 0 : kBarSide));
    const QRect plot = geometryOfParts().plot;
    m_scale.setWidth(std::max(0, plot.width() - space::kLarge));   // room for the handle and the last tick
    m_across->setGeometry(plot.left(), plot.bottom() + 1, plot.width(), kBarSide);
    m_down->setGeometry(plot.right() + 1, plot.top(), kBarSide, plot.height());
    m_across->setPageStep(std::max(1, plot.width()));
    m_across->setRange(0, static_cast<int>(m_scale.greatestOffset()));
    m_across->setValue(static_cast<int>(m_scale.offset));
    m_down->setPageStep(std::max(1, plot.height()));
    m_down->setRange(0, std::max(0, lanes - plot.height()));
    m_updatingBars = false;
}

void TimelineView::describe()
{
    QString words = tr("Nothing has happened yet");
    if (m_lanes.events() > 0)
        words = tr("Position %1 of %2").arg(m_position).arg(m_lanes.events());
    if (m_position > 0 && m_journal != nullptr)
        words += QStringLiteral(", ") + wordsOf(m_position - 1).replace(QLatin1Char('\n'), QStringLiteral(", "));
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

QString TimelineView::wordsOf(std::size_t event) const
{
    if (m_journal == nullptr || event >= m_journal->size() || event >= m_lanes.events())
        return {};
    const Event& what = m_journal->event(event);
    return QStringLiteral("%1 · %2\n%3 · %4").arg(Words::of(what.kind), m_lanes.lanes()[m_lanes.laneOf(event)].name,
                                                 Words::since(m_lanes.start(), what.at), tr("event %1").arg(event + 1));
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    const Tokens& tokens = tokensFor(this);
    QPainter painter(this);
    painter.fillRect(event->rect(), tokens.surface);
    if (m_journal == nullptr || m_lanes.events() == 0)
        return;
    const TimelineGeometry parts = geometryOfParts();
    TimelinePainter(m_lanes, m_scale, parts, tokens).paint(painter, m_position, *m_journal, hasFocus());
}

void TimelineView::resizeEvent(QResizeEvent*)
{
    m_empty->setGeometry(rect());
    updateBars();
    update();
}

void TimelineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Time line"));
        setEmptyWords();
        describe();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        update();
    QWidget::changeEvent(event);
}

}  // namespace baton::ui

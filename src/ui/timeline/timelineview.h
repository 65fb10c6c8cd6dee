// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/timeline/timelinelanes.h"
#include "ui/timeline/timelinepainter.h"
#include "ui/timeline/timelinescale.h"

#include <QWidget>

#include <optional>

class QScrollBar;

namespace baton::ui {

class EmptyState;

/// A journal as lanes of bars along its events, with a playhead that can be dragged. Shows; decides nothing.
class TimelineView : public QWidget {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    /// Kept until replaced: must outlive the view or be taken back with null, which shows the empty state. Call it again
    /// when the journal has grown.
    void setJournal(const Journal* journal);
    /// The moment after that many events; the playhead comes into sight. Emits nothing.
    void setPosition(std::size_t position);

    [[nodiscard]] std::size_t position() const noexcept { return m_position; }
    [[nodiscard]] const TimelineLanes& lanes() const noexcept { return m_lanes; }
    [[nodiscard]] const TimelineScale& scale() const noexcept { return m_scale; }
    [[nodiscard]] TimelineGeometry geometryOfParts() const;
    /// The event drawn at a point: of its lane, or in the axis of any; none where nothing is near.
    [[nodiscard]] std::optional<std::size_t> eventNear(QPointF point) const;

    [[nodiscard]] QSize sizeHint() const override { return {720, 160}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 64}; }

signals:
    /// By the user.
    void positionRequested(std::size_t position);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void request(std::size_t position);
    void scrubTo(double x);
    [[nodiscard]] std::size_t next() const;
    [[nodiscard]] std::size_t previous() const;
    [[nodiscard]] std::size_t page() const;
    [[nodiscard]] QString wordsOf(std::size_t event) const;
    void showLane(std::size_t lane);
    void updateBars();
    void setEmptyWords();
    void describe();

    const Journal* m_journal = nullptr;
    TimelineLanes m_lanes;
    TimelineScale m_scale;
    std::size_t m_position = 0;
    QScrollBar* m_across;
    QScrollBar* m_down;
    EmptyState* m_empty;
    bool m_scrubbing = false;
    bool m_updatingBars = false;
};

}  // namespace baton::ui

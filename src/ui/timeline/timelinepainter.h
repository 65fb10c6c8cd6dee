// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"
#include "ui/timeline/timelinelanes.h"
#include "ui/timeline/timelinescale.h"

#include <QPainter>

namespace baton::ui {

/// Where the parts of a time line lie, in the widget's pixels.
struct TimelineGeometry {
    static constexpr int kAxis = 24;
    static constexpr int kRow = 22;
    QRect gutter;       // names, below the axis
    QRect axis;         // over the plot
    QRect plot;
    int scrolled = 0;   // pixels of lanes hidden above
};

/// Draws the visible lanes of a time line; what falls into one pixel is drawn once.
class TimelinePainter {
public:
    TimelinePainter(const TimelineLanes& lanes, const TimelineScale& scale, const TimelineGeometry& geometry, const Tokens& tokens)
        : m_lanes(lanes), m_scale(scale), m_at(geometry), m_tokens(tokens) { }

    void paint(QPainter& painter, std::size_t position, const Journal& journal, bool focused);
    /// Bars and ticks drawn, for tests.
    [[nodiscard]] std::size_t drawn() const noexcept { return m_drawn; }

private:
    void paintLane(QPainter& painter, const TimelineLane& lane, int top, std::size_t position);
    void paintBar(QPainter& painter, const TimelineBar& bar, int top, std::size_t position);
    void paintStretch(QPainter& painter, const QRectF& rect, const StatusLook& look, bool waiting);
    void paintTicks(QPainter& painter, const std::vector<std::size_t>& events, QRectF row, const QColor& color);
    void paintNames(QPainter& painter, int first, int end);
    void paintAxis(QPainter& painter, const Journal& journal);
    void paintPlayhead(QPainter& painter, std::size_t position, bool focused);

    const TimelineLanes& m_lanes;
    const TimelineScale& m_scale;
    const TimelineGeometry& m_at;
    const Tokens& m_tokens;
    std::size_t m_drawn = 0;
};

}  // namespace baton::ui

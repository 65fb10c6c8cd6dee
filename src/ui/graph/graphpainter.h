// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/graph/graphstate.h"
#include "ui/kit/tokens.h"

#include <QPainter>

namespace baton::ui {

/// Draws a layout in a state. What is far away is drawn simpler: flat blocks, then names, then everything.
class GraphPainter {
public:
    GraphPainter(const GraphLayout& layout, const GraphState& state, const Tokens& tokens)
        : m_layout(layout), m_state(state), m_tokens(tokens) { }

    /// In the layout's coordinates; `visible` is what needs to be drawn, `zoom` the scale the painter is set to.
    void paint(QPainter& painter, const QRectF& visible, double zoom, int selected, int hovered) const;
    /// The whole layout as blocks, for the small map; none smaller than `least`.
    void paintOverview(QPainter& painter, QSizeF least) const;

private:
    enum class Detail : std::uint8_t { Blocks, Names, Full };
    void paintContainers(QPainter& painter, const QRectF& visible, double lineWidth) const;
    void paintEdges(QPainter& painter, const QRectF& visible, double zoom) const;
    void paintManyEdges(QPainter& painter, const std::vector<int>& edges, const QRectF& visible, double zoom) const;
    void paintEdgeLabels(QPainter& painter, const QRectF& visible) const;
    void paintBlocks(QPainter& painter, const std::vector<int>& nodes, QSizeF least) const;
    void paintNode(QPainter& painter, int index, Detail detail, bool selected, bool hovered) const;
    void paintTerminal(QPainter& painter, const GraphNode& node, bool reached) const;
    void paintTexts(QPainter& painter, const GraphNode& node, const NodeState& state, Detail detail, const QColor& status) const;
    void paintMarks(QPainter& painter, const GraphNode& node, const NodeState& state) const;
    void paintCounters(QPainter& painter, const GraphNode& node, const NodeState& state) const;

    const GraphLayout& m_layout;
    const GraphState& m_state;
    const Tokens& m_tokens;
};

}  // namespace baton::ui

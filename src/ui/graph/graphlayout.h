// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <cstdint>
#include <vector>

namespace baton::ui {

enum class NodeKind : std::uint8_t { Start, End, Task, Branching, Fork, Join, Loop, SubWorkflow, Terminate };

struct GraphNode {
    NodeKind kind = NodeKind::Task;
    const WorkflowTask* task = nullptr;   // null for Start and End
    QRectF rect;
    int container = -1;                   // the innermost container around it; -1 at the top level
};

/// A line from one node to another: at most five corners, all segments level or upright.
struct GraphEdge {
    int from = -1;                        // node it leaves; the owner for what leaves a whole container
    int to = -1;                          // node it enters; -1 where branches meet again at a container's foot
    std::array<QPointF, 6> points {};
    int pointCount = 0;
    Text label;                           // the case of a branch
    bool isBranch = false;                // leaves a SWITCH or a fork
    bool isMerge = false;                 // ends at a container's foot
    bool isBack = false;                  // a loop's way back
};

/// The frame around the branches of a SWITCH or fork, or around a loop's body.
struct GraphContainer {
    QRectF rect;
    int owner = -1;                       // the node on top of it
    int parent = -1;
};

/// A definition drawn as nested boxes: sequences downwards, branches side by side. Pure and linear in the number of tasks;
/// iterative, so neither length, width nor depth can overflow. Units: device-independent pixels at 100 %.
struct GraphLayout {
    std::vector<GraphNode> nodes;         // parents before children, the author's order among siblings
    std::vector<GraphEdge> edges;
    std::vector<GraphContainer> containers;
    QSizeF size;
    WorkflowDefPtr definition;            // keeps the tasks alive

    static constexpr double kNodeWidth = 208;
    static constexpr double kNodeHeight = 56;
    static constexpr double kRowGap = 36;
    static constexpr double kColumnGap = 28;
    static constexpr double kPadding = 18;

    /// The nodes and edges that touch an area, from an index by rows; ascending.
    [[nodiscard]] std::vector<int> nodesIn(const QRectF& area) const;
    [[nodiscard]] std::vector<int> edgesIn(const QRectF& area) const;

    struct Band { std::vector<int> nodes; std::vector<int> edges; };
    std::vector<Band> bands;              // of kBandHeight each
    static constexpr double kBandHeight = 512;
};

[[nodiscard]] GraphLayout layOut(WorkflowDefPtr definition);

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "ui/graph/graphlayout.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace baton::ui {

/// What an execution says of one node: its latest attempt, and how many there were.
struct NodeState {
    std::optional<TaskStatus> status;   // none: not reached
    TaskSlot slot = kNoTask;
    int attempts = 0;
    int iterations = 0;                 // above 1 inside loops
    bool current = false;               // the last event was about it
    bool breakpoint = false;            // somebody wants to stop here
    bool differs = false;               // from another run it is compared with
};

/// The state of every node and edge of a layout at one moment. A value.
struct GraphState {
    std::vector<NodeState> nodes;
    std::vector<bool> taken;            // by edge
    bool started = false;
    bool ended = false;
};

/// A layout's nodes by the reference names of their tasks.
using NodesByReference = QHash<QString, int>;
[[nodiscard]] NodesByReference nodesByReference(const GraphLayout& layout);

/// `execution` may be null: nothing has run.
[[nodiscard]] GraphState stateOf(const GraphLayout& layout, const NodesByReference& nodes, const Execution* execution, TaskSlot current);

/// "review__3" is an iteration of "review".
[[nodiscard]] QString plainReference(std::string_view referenceName);

}  // namespace baton::ui

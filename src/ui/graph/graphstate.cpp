// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/graph/graphstate.h"

#include <algorithm>

namespace baton::ui {

namespace {

const Key kSelectedCase {"selectedCase"};

/// Did the flow go through a branch without tasks: the operator chose its case, or none of the named ones for the default.
bool tookEmptyBranch(const GraphLayout& layout, const GraphEdge& edge, const Execution& execution, const NodeState& owner)
{
    const TaskRun* run = execution.task(owner.slot);
    if (run == nullptr || !isTerminal(run->status))
        return false;
    const Value& selected = run->outputData[kSelectedCase];
    if (selected.isNull())
        return false;
    const std::string_view chosen = selected.asText();
    if (edge.label.view() != "default")
        return !chosen.empty() && chosen == edge.label.view();
    const WorkflowTask& task = *layout.nodes[static_cast<std::size_t>(edge.from)].task;
    return std::none_of(task.decisionCases.begin(), task.decisionCases.end(), [&](const DecisionCase& one) { return one.value == chosen; });
}

bool isTaken(const GraphLayout& layout, const GraphEdge& edge, const Execution& execution, const GraphState& state)
{
    const NodeState& from = state.nodes[static_cast<std::size_t>(edge.from)];
    const bool left = from.status && isTerminal(*from.status) && *from.status != TaskStatus::Canceled;
    if (edge.isBack)
        return from.iterations > 1;
    if (edge.to < 0)
        return edge.isBranch ? tookEmptyBranch(layout, edge, execution, from) : left;
    const NodeKind fromKind = layout.nodes[static_cast<std::size_t>(edge.from)].kind;
    const NodeState& to = state.nodes[static_cast<std::size_t>(edge.to)];
    const NodeKind toKind = layout.nodes[static_cast<std::size_t>(edge.to)].kind;
    const bool entered = to.status.has_value() || (toKind == NodeKind::End && execution.status == WorkflowStatus::Completed);
    return entered && (fromKind == NodeKind::Start || from.status.has_value());
}

}  // namespace

QString plainReference(std::string_view referenceName)
{
    const auto mark = referenceName.rfind("__");
    const bool iteration = mark != std::string_view::npos && mark + 2 < referenceName.size()
        && std::all_of(referenceName.begin() + static_cast<std::ptrdiff_t>(mark) + 2, referenceName.end(), [](char c) { return c >= '0' && c <= '9'; });
    const auto plain = iteration ? referenceName.substr(0, mark) : referenceName;
    return QString::fromUtf8(plain.data(), static_cast<qsizetype>(plain.size()));
}

NodesByReference nodesByReference(const GraphLayout& layout)
{
    NodesByReference nodes;
    for (std::size_t i = 0; i < layout.nodes.size(); ++i)
        if (const WorkflowTask* task = layout.nodes[i].task)
            nodes.insert(QString::fromStdString(task->taskReferenceName.str()), static_cast<int>(i));
    return nodes;
}

GraphState stateOf(const GraphLayout& layout, const NodesByReference& nodes, const Execution* execution, TaskSlot current)
{
    GraphState state;
    state.nodes.resize(layout.nodes.size());
    state.taken.resize(layout.edges.size());
    if (execution == nullptr)
        return state;
    state.started = true;
    state.ended = isTerminal(execution->status);
    for (std::size_t slot = 0; slot < execution->tasks.size(); ++slot) {
        const TaskRun* run = execution->task(static_cast<TaskSlot>(slot));
        if (run == nullptr)
            continue;
        const auto node = nodes.constFind(plainReference(run->referenceTaskName.view()));
        if (node == nodes.constEnd())
            continue;
        NodeState& at = state.nodes[static_cast<std::size_t>(*node)];
        at.status = run->status;
        at.slot = static_cast<TaskSlot>(slot);
        at.attempts = run->retryCount + 1;
        at.iterations = std::max(at.iterations, run->iteration);
        at.current = slot == current;
    }
    for (std::size_t i = 0; i < layout.edges.size(); ++i)
        state.taken[i] = isTaken(layout, layout.edges[i], *execution, state);
    return state;
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

namespace baton {

/// Event: to the next event that is no bookkeeping. Task: to the end of an attempt. Decision: to what a SWITCH, DECISION,
/// DO_WHILE, EXCLUSIVE_JOIN or TERMINATE decided. End: as far as it goes. Single: one event, whatever it is.
enum class StepKind : std::uint8_t { Event, Task, Decision, End, Single };

/// Is the moment right after this event one to stop at? `world` is the state after it.
[[nodiscard]] bool isStepPoint(StepKind kind, const Event& event, const World& world, const Text& mainWorkflowId);

[[nodiscard]] bool endsAttempt(EventKind kind) noexcept;
[[nodiscard]] bool endsWorkflow(EventKind kind) noexcept;
[[nodiscard]] bool isDecisionType(std::string_view taskType) noexcept;
/// "loop_body__3" is an attempt of the task "loop_body".
[[nodiscard]] bool isAttemptOf(const TaskRun& task, std::string_view referenceName) noexcept;

/// How deep in sub-workflows and loop iterations something happened.
struct Frame {
    Text workflowId;
    int workflowDepth = 0;            // 0: an execution without a parent in this world
    bool inLoop = false;              // inside an iteration, not the loop's own task
    int iteration = 0;
    [[nodiscard]] int depth() const noexcept { return workflowDepth * 2 + (inLoop ? 1 : 0); }
};

/// Of the moment right after this event.
[[nodiscard]] Frame frameOf(const Event& event, const World& world);
/// The execution and those it is a sub-workflow of, from the inside out.
[[nodiscard]] std::vector<Text> aroundOf(const World& world, const Text& workflowId);

}  // namespace baton

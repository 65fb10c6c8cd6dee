// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"
#include "engine/conductor/context.h"

namespace baton {

/// What one command did to one execution.
struct Outcome {
    Execution state;              // after all events
    std::vector<Event> events;    // folding them over the state before gives `state`
    std::vector<Effect> effects;  // in order
};

/// The decider: a pure function of state, command and now (and of what the context's evaluators and ids give, which the
/// events then record). `state` is empty for Start only. An Error leaves everything as it was; its code and message are
/// the real server's (NotFound 404, Conflict 409, InvalidArgument 400, Internal 500).
[[nodiscard]] Result<Outcome> decide(std::optional<Execution> state, const Command& command, EpochMs now,
                                     EngineContext& context);

/// When the sweep (Decide) next has something to do for this execution: a time-out. None when only an outside event can move
/// it. Looks at every open task: with thousands of them, keep the smallest taskDeadline of what changed instead and ask
/// this only before trusting it.
[[nodiscard]] std::optional<EpochMs> nextDeadline(const Execution& execution);
/// The first time-out of one task; none when it has none or has ended.
[[nodiscard]] std::optional<EpochMs> taskDeadline(const Execution& execution, const TaskRun& task);

/// When an asynchronous system task should next be visited (VisitSystemTask): a SCHEDULED one after its delay, a timed WAIT
/// when its time is over. None: it has ended, or only something else can move it. For a JOIN in progress that is any change
/// of another task of its execution: visit it after each command that changed one, not only once.
[[nodiscard]] std::optional<EpochMs> visitDue(const TaskRun& task);

/// The value with ${workflow.secrets.NAME} put in: for hand-off to workers only, never to be stored. Shares everything else.
[[nodiscard]] Value withSecrets(const Value& value, const EnvironmentSource& environment);

/// Is this task's type run by the engine itself, and how.
enum class TaskDuty : std::uint8_t {
    Worker,          // queued under its task type for workers to poll
    Synchronous,     // ran inside decide; never pending
    Asynchronous,    // the engine visits it (VisitSystemTask) when due: JOIN, WAIT, SUB_WORKFLOW, START_WORKFLOW, HTTP...
    External,        // waits for an outside update only: HUMAN, an event's completion
};
[[nodiscard]] TaskDuty dutyOf(std::string_view taskType) noexcept;

}  // namespace baton

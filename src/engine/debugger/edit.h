// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"

#include <variant>

namespace baton {

namespace edit {

// What can be changed in the past. Each makes another rehearsal; the one it is made from stays as it is.
struct Input { TaskSlot slot; Value value; };                       // of an attempt, as if it had been scheduled with it
struct Output { TaskSlot slot; Value value; };                      // as if it had ended with it
struct Outcome { TaskSlot slot; TaskStatus status; Text reason; };  // as if it had ended with that status
struct Variables { Value value; };                                  // at that moment
struct WorkflowInput { Value value; };                              // as if it had been started with it
struct Clock { EpochMs to; };                                       // the virtual clock goes on to then
// Faults: what might have happened to an attempt at that moment.
struct Failure { TaskSlot slot; Text reason; bool terminal = false; };
struct Crash { TaskSlot slot; };                                    // its worker never answers; the lease decides
struct Delay { TaskSlot slot; std::int64_t milliseconds; };         // its worker answers so much later
struct Duplicate { TaskSlot slot; };                                // its worker answers a second time

}  // namespace edit

using Edit = std::variant<edit::Input, edit::Output, edit::Outcome, edit::Variables, edit::WorkflowInput, edit::Clock,
    edit::Failure, edit::Crash, edit::Delay, edit::Duplicate>;

/// What would have happened: a rehearsal that shares the recorded past up to where the edit takes effect, which is at
/// `position` or, for what an attempt was given or gave before, at that event. Its cursor stands right after the edit; run
/// it on to see. Errors: NotFound (no such attempt at that position), Conflict (it has not begun or not ended, as the edit
/// needs it), InvalidArgument.
[[nodiscard]] Result<std::unique_ptr<Rehearsal>> withEdit(const Rehearsal& rehearsal, std::size_t position,
                                                          const Text& workflowId, const Edit& edit);

/// A few words for a list: "output of dti", "failure of bureau".
[[nodiscard]] std::string describe(const Edit& edit, const Execution* execution);

}  // namespace baton

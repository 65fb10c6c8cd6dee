// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"

namespace baton {

/// Executions as a real server shows them (GET /workflow/{id}?includeTasks=true), made into a journal: one object, a list of
/// them (an execution and its sub-workflows, in any order), or {"execution": {...}}. The main one is first. Where the
/// definition was left out, one is made of the tasks there are, so that there is always something to see.
/// Errors: InvalidArgument when it is no execution.
[[nodiscard]] Result<MemoryJournal> journalOf(const Value& json);

/// Opens them under a debugger: look at every moment, and go on from any of them as a rehearsal (fork there). `setup` brings
/// handlers and environment; definitions and input come from the executions. The cursor stands at the end.
[[nodiscard]] Result<std::unique_ptr<Rehearsal>> openExecution(const Value& json, RehearsalSetup setup = {});
/// The same with a journal that was read already.
[[nodiscard]] Result<std::unique_ptr<Rehearsal>> openJournal(MemoryJournal journal, RehearsalSetup setup = {});

/// Does this JSON look like an execution rather than a definition?
[[nodiscard]] bool looksLikeExecution(const Value& json);

}  // namespace baton

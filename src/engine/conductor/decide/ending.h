// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decide/verdict.h"
#include "engine/conductor/draft.h"

namespace baton {

/// The flow has come to its end, or a TERMINATE task (its slot) has ended it.
void endExecution(Draft& draft, TaskSlot terminate);

/// Ends the workflow unsuccessfully: output, failed names, open tasks cancelled, parent told, failure workflow asked for.
void terminateWorkflow(Draft& draft, const Termination& termination);

/// The same for the terminate operation: no failure workflow.
void terminateByRequest(Draft& draft, const Text& reason);

/// Cancels every task that has not ended, and what it had begun.
void cancelOpenTasks(Draft& draft);

/// Tasks that may fail without ending the workflow at once let it fail at its end: the reason, if there are such.
[[nodiscard]] std::optional<Text> permissiveFailures(const Draft& draft);

/// The workflow to start after a failure: a name, or "$x.input.key" for the text of that input. Empty: none.
[[nodiscard]] Text failureWorkflowName(const Execution& execution);

/// The last task as the real server's list has it: highest seq, then newest. kNoTask when there is none.
[[nodiscard]] TaskSlot lastTask(const Execution& execution);

/// "name.version/id", as the real server names an execution in its messages.
[[nodiscard]] Text shortName(const Execution& execution);

}  // namespace baton

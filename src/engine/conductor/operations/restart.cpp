// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decide/settle.h"
#include "engine/conductor/decide/words.h"
#include "engine/conductor/operations/operations.h"
#include "engine/conductor/operations/revival.h"

namespace baton::operations {

// The same execution from its beginning: input, correlation id, variables and failed names stay.
Status restart(Draft& draft, const command::Restart& command)
{
    const Execution& before = draft.execution();
    if (Status ended = mustHaveEnded(before, "restart"); !ended)
        return ended;
    WorkflowDefPtr definition = before.definition;
    if (command.latestDefinition) {
        Result<WorkflowDefPtr> latest = draft.cache().populated(command.latestDefinition, draft.context().definitions);
        if (!latest)
            return std::move(latest).error();
        definition = std::move(latest).value();
    }
    if (!definition->restartable && before.status == WorkflowStatus::Completed) {
        return Error {.code = ErrorCode::NotFound,
            .message = joined({"Workflow: ", shortName(before), ".", toText(before.status), " is non-restartable"})};
    }
    auto again = std::make_shared<Execution>(before);
    again->definition = std::move(definition);
    again->tasks = {};
    again->latestByReference = {};
    again->open.clear();
    again->lastSeq = 0;
    again->status = WorkflowStatus::Running;
    again->reasonForIncompletion = {};
    again->createTime = draft.now();
    again->endTime = 0;
    again->lastRetriedTime = 0;
    again->output = Value::object();
    again->externalOutputPayloadStoragePath = {};
    Event event;
    event.kind = EventKind::WorkflowRestarted;
    event.started = std::move(again);
    draft.record(std::move(event));
    Status done = settle(draft);
    wakeParent(draft, "restarted");
    return done;
}

}  // namespace baton::operations

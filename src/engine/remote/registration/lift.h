// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settings.h"
#include "engine/model/workflowdef.h"

#include <string>
#include <vector>

namespace baton {

/// One setting that is not registered as it was written.
struct LiftNote {
    enum class Kind : std::uint8_t {
        Lifted,      // from a workflow's task, where the server drops it, into the task's definition
        Corrected,   // the server would refuse it
        Defaulted,   // said nowhere
        Kept,        // the workflow's task says otherwise, but a task definition that was given wins
        Dropped,     // nothing in the server does it
    };
    Kind kind = Kind::Lifted;
    Text taskName;
    Text reference;       // the first task that says so; empty: all of that name
    std::string field;    // of the task definition: "responseTimeoutSeconds"; Dropped: as written
    Value written;        // null: nothing
    Value registered;     // null: nothing
    std::string why;      // English detail, a full sentence without its final stop
    bool operator==(const LiftNote&) const = default;
};
[[nodiscard]] std::string_view toText(LiftNote::Kind kind) noexcept;   // "lifted"...

struct Lifted {
    std::vector<WorkflowDefPtr> workflows;   // as given, without what was lifted; owner and namespace filled in
    std::vector<TaskDefPtr> tasks;           // by name: one for each task name that workers poll
    std::vector<LiftNote> notes;             // in the workflows' order
};

/// The task definitions that workflows need: those given, and others made of what the workflows' tasks say of retries,
/// time-outs and rate limits (the first of a name that says something) and of the settings' defaults. Never fails: what
/// cannot be read is a note.
[[nodiscard]] Lifted liftTaskSettings(const std::vector<WorkflowDefPtr>& workflows, const std::vector<TaskDefPtr>& given,
                                      const RegistrationSettings& settings);

}  // namespace baton

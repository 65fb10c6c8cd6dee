// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/check/check.h"
#include "engine/remote/registration/lift.h"

namespace baton {

/// How a definition of ours stands to the server's.
enum class Standing : std::uint8_t {
    New,             // the server has none of that name (and version)
    Same,
    Differs,
    NewerOnServer,   // a workflow of a greater version, or one that was changed there after ours was written
};
[[nodiscard]] std::string_view toText(Standing standing) noexcept;   // "new", "newer_on_server"...

struct FieldDifference {
    std::string path;     // tasks[3].type
    Value ours;           // null: not there
    Value theirs;
};

struct RegistrationStep {
    enum class Kind : std::uint8_t { Task, Workflow };
    enum class Action : std::uint8_t {
        Add, Replace,
        Keep,             // nothing to do, or the server's is left as it is
        Refuse,           // `baton check` found what the server would refuse
    };
    Kind kind = Kind::Task;
    Text name;
    int version = 0;                      // workflows
    Standing standing = Standing::New;
    Action action = Action::Keep;
    std::string why;                      // English detail
    int serverVersion = 0;                // workflows: the greatest there; 0: none
    EpochMs serverChangedAt = 0;          // 0: unknown
    std::vector<FieldDifference> differences {};   // at most 100
    TaskDefPtr task {};                   // what will be registered
    WorkflowDefPtr workflow {};
};
[[nodiscard]] std::string_view toText(RegistrationStep::Action action) noexcept;

/// What registering would do, to show before it is done.
struct RegistrationPlan {
    std::vector<Finding> findings;        // of all workflows, errors first
    std::vector<LiftNote> notes;
    std::vector<RegistrationStep> steps;  // tasks first, then workflows
    [[nodiscard]] bool refused() const noexcept;      // a step is: nothing will be registered
    [[nodiscard]] bool changesAnything() const noexcept;
};

/// What is to be registered.
struct RegistrationRequest {
    struct Workflow {
        WorkflowDefPtr definition;
        std::vector<Finding> findings {};   // those of checkText know lines; empty: checked here
        EpochMs writtenAt = 0;              // the file's; 0: unknown
    };
    std::vector<Workflow> workflows;
    std::vector<TaskDefPtr> tasks;
    EpochMs tasksWrittenAt = 0;
    bool replaceNewer = false;              // settings.overwrite alone never replaces what is newer on the server
};

/// The definitions of a server, as far as a request touches them.
struct ServerDefinitions {
    std::vector<TaskDefPtr> tasks;
    std::vector<WorkflowDefPtr> workflows;  // all versions
};

[[nodiscard]] RegistrationPlan planRegistration(const RegistrationRequest& request, const ServerDefinitions& server,
                                                const RegistrationSettings& settings);

[[nodiscard]] Value toValue(const LiftNote& note);
[[nodiscard]] Value toValue(const RegistrationStep& step);
[[nodiscard]] Value toValue(const RegistrationPlan& plan);

}  // namespace baton

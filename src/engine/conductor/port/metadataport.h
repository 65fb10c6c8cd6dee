// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

namespace baton {

/// The definitions a Conductor knows. Safe to call from any thread.
class MetadataPort {
public:
    virtual ~MetadataPort() = default;

    /// Conflict when that version exists and may not be replaced; InvalidArgument with violations.
    virtual void registerWorkflow(WorkflowDefPtr definition, bool overwrite, Done done) = 0;
    /// Adds or replaces. The first invalid one refuses them all.
    virtual void updateWorkflows(std::vector<WorkflowDefPtr> definitions, Reply<BulkResult> reply) = 0;
    virtual void validateWorkflow(WorkflowDefPtr definition, Done done) = 0;
    /// That version, or the greatest. NotFound: "No such workflow found by name: x, version: null".
    virtual void workflow(Text name, std::optional<int> version, Reply<WorkflowDefPtr> reply) = 0;
    /// All of them, or the greatest version of each; by name, then version.
    virtual void workflows(bool latestOnly, Reply<std::vector<WorkflowDefPtr>> reply) = 0;
    /// Running executions go on. Internal when there is none such, as the real server has it.
    virtual void removeWorkflow(Text name, int version, Done done) = 0;

    virtual void registerTasks(std::vector<TaskDefPtr> definitions, Done done) = 0;    // adds or replaces
    virtual void updateTask(TaskDefPtr definition, Done done) = 0;                     // NotFound when it is new
    virtual void taskDefinition(Text name, Reply<TaskDefPtr> reply) = 0;
    virtual void taskDefinitions(Reply<std::vector<TaskDefPtr>> reply) = 0;            // by name
    virtual void removeTask(Text name, Done done) = 0;
};

}  // namespace baton

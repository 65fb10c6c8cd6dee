// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/failover/failoverports.h"

namespace baton {
namespace {

// A weak pointer, because an answer may come when the failover has gone, and its Conductors with it.
template <typename Tell>
void tellEmbedded(const std::weak_ptr<FailoverCore>& core, Tell tell)
{
    if (const auto alive = core.lock())
        alive->withEmbedded([&](Conductor& embedded) { tell(embedded.metadata()); });
}

}  // namespace

void FailoverMetadata::validateWorkflow(WorkflowDefPtr definition, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.metadata().validateWorkflow(std::move(definition), std::move(answer));
    });
}

void FailoverMetadata::workflow(Text name, std::optional<int> version, Reply<WorkflowDefPtr> reply)
{
    m_core->ask<WorkflowDefPtr>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<WorkflowDefPtr> answer) {
        conductor.metadata().workflow(std::move(name), version, std::move(answer));
    });
}

void FailoverMetadata::workflows(bool latestOnly, Reply<std::vector<WorkflowDefPtr>> reply)
{
    m_core->ask<std::vector<WorkflowDefPtr>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<WorkflowDefPtr>> answer) {
        conductor.metadata().workflows(latestOnly, std::move(answer));
    });
}

void FailoverMetadata::removeWorkflow(Text name, int version, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.metadata().removeWorkflow(std::move(name), version, std::move(answer));
    });
}

void FailoverMetadata::taskDefinition(Text name, Reply<TaskDefPtr> reply)
{
    m_core->ask<TaskDefPtr>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<TaskDefPtr> answer) {
        conductor.metadata().taskDefinition(std::move(name), std::move(answer));
    });
}

void FailoverMetadata::taskDefinitions(Reply<std::vector<TaskDefPtr>> reply)
{
    m_core->ask<std::vector<TaskDefPtr>>(m_core->active(), std::move(reply), [&](Conductor& conductor, Reply<std::vector<TaskDefPtr>> answer) {
        conductor.metadata().taskDefinitions(std::move(answer));
    });
}

void FailoverMetadata::removeTask(Text name, Done done)
{
    m_core->ask<void>(m_core->active(), std::move(done), [&](Conductor& conductor, Reply<void> answer) {
        conductor.metadata().removeTask(std::move(name), std::move(answer));
    });
}

// What the server takes, the embedded one is told too, so that it can stand in; what it makes of that is nobody's business.

void FailoverMetadata::registerWorkflow(WorkflowDefPtr definition, bool overwrite, Done done)
{
    const std::optional<Origin> origin = m_core->active();
    if (origin == Origin::Remote) {
        done = [core = std::weak_ptr(m_core), definition, done = std::move(done)](Status status) {
            if (status.ok())
                tellEmbedded(core, [&](MetadataPort& metadata) { metadata.registerWorkflow(definition, true, [](const Status&) {}); });
            done(std::move(status));
        };
    }
    m_core->ask<void>(origin, std::move(done), [&](Conductor& conductor, Done answer) {
        conductor.metadata().registerWorkflow(definition, overwrite, std::move(answer));
    });
}

void FailoverMetadata::updateWorkflows(std::vector<WorkflowDefPtr> definitions, Reply<BulkResult> reply)
{
    const std::optional<Origin> origin = m_core->active();
    if (origin == Origin::Remote) {
        reply = [core = std::weak_ptr(m_core), definitions, reply = std::move(reply)](Result<BulkResult> result) {
            if (result.ok())
                tellEmbedded(core, [&](MetadataPort& metadata) { metadata.updateWorkflows(definitions, [](const Result<BulkResult>&) {}); });
            reply(std::move(result));
        };
    }
    m_core->ask<BulkResult>(origin, std::move(reply), [&](Conductor& conductor, Reply<BulkResult> answer) {
        conductor.metadata().updateWorkflows(definitions, std::move(answer));
    });
}

void FailoverMetadata::registerTasks(std::vector<TaskDefPtr> definitions, Done done)
{
    const std::optional<Origin> origin = m_core->active();
    if (origin == Origin::Remote) {
        done = [core = std::weak_ptr(m_core), definitions, done = std::move(done)](Status status) {
            if (status.ok())
                tellEmbedded(core, [&](MetadataPort& metadata) { metadata.registerTasks(definitions, [](const Status&) {}); });
            done(std::move(status));
        };
    }
    m_core->ask<void>(origin, std::move(done), [&](Conductor& conductor, Done answer) {
        conductor.metadata().registerTasks(definitions, std::move(answer));
    });
}

void FailoverMetadata::updateTask(TaskDefPtr definition, Done done)
{
    const std::optional<Origin> origin = m_core->active();
    if (origin == Origin::Remote) {
        done = [core = std::weak_ptr(m_core), definition, done = std::move(done)](Status status) {
            if (status.ok())
                tellEmbedded(core, [&](MetadataPort& metadata) { metadata.registerTasks({definition}, [](const Status&) {}); });
            done(std::move(status));
        };
    }
    m_core->ask<void>(origin, std::move(done), [&](Conductor& conductor, Done answer) {
        conductor.metadata().updateTask(definition, std::move(answer));
    });
}

}  // namespace baton

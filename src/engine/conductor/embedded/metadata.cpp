// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/ports.h"

#include "engine/model/codec.h"

namespace baton {
namespace {

Error missing()
{
    return {ErrorCode::InvalidArgument, "There is no definition"};
}

std::string keyOf(std::string_view name, int version)
{
    return std::string(name) + '/' + std::to_string(version);
}

}  // namespace

void EmbeddedMetadata::put(const WorkflowDef& definition, EpochMs created, EpochMs updated)
{
    auto kept = std::make_shared<WorkflowDef>(definition);
    kept->createTime = created;
    kept->updateTime = updated;
    m_core.keep("workflow", keyOf(kept->name, kept->version), toValue(*kept));
    m_core.definitions().put(WorkflowDefPtr(std::move(kept)));
}

void EmbeddedMetadata::put(const TaskDef& definition, EpochMs created, EpochMs updated)
{
    auto kept = std::make_shared<TaskDef>(definition);
    kept->createTime = created;
    kept->updateTime = updated;
    m_core.keep("task", kept->name, toValue(*kept));
    m_core.definitions().put(TaskDefPtr(std::move(kept)));
}

void EmbeddedMetadata::registerWorkflow(WorkflowDefPtr definition, bool overwrite, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!definition)
            return missing();
        std::vector<Violation> violations;
        checkDefinition(*definition, "registerWorkflowDef.arg0", m_core.rules(), violations);
        if (Status checked = statusOf(std::move(violations)); !checked)
            return checked;
        if (!overwrite && m_core.definitions().workflow(definition->name, definition->version)) {
            return Error {ErrorCode::Conflict, "Workflow with " + definition->name.str() + '.'
                    + std::to_string(definition->version) + " already exists!"};
        }
        put(*definition, m_core.now(), 0);
        return {};
    });
}

void EmbeddedMetadata::updateWorkflows(std::vector<WorkflowDefPtr> definitions, Reply<BulkResult> reply)
{
    m_core.answer<BulkResult>(reply, [&]() -> Result<BulkResult> {
        if (definitions.empty())
            return violated("updateWorkflowDef.arg0", "WorkflowDefList is empty");
        std::vector<Violation> violations;
        for (std::size_t i = 0; i < definitions.size(); ++i) {
            if (!definitions[i])
                return missing();
            checkDefinition(*definitions[i], "updateWorkflowDef.arg0[" + std::to_string(i) + ']', m_core.rules(), violations);
        }
        if (Status checked = statusOf(std::move(violations)); !checked)
            return std::move(checked).error();
        BulkResult result;
        for (const WorkflowDefPtr& definition : definitions) {
            put(*definition, definition->createTime, m_core.now());
            result.successes.push_back(definition->name);
        }
        return result;
    });
}

void EmbeddedMetadata::validateWorkflow(WorkflowDefPtr definition, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!definition)
            return missing();
        std::vector<Violation> violations;
        checkDefinition(*definition, "validateWorkflowDef.arg0", m_core.rules(), violations);
        return statusOf(std::move(violations));
    });
}

void EmbeddedMetadata::workflow(Text name, std::optional<int> version, Reply<WorkflowDefPtr> reply)
{
    m_core.answer<WorkflowDefPtr>(reply, [&]() -> Result<WorkflowDefPtr> {
        if (WorkflowDefPtr found = m_core.definitions().workflow(name, version))
            return found;
        return Error {ErrorCode::NotFound, "No such workflow found by name: " + name.str() + ", version: "
                + (version ? std::to_string(*version) : "null")};
    });
}

void EmbeddedMetadata::workflows(bool latestOnly, Reply<std::vector<WorkflowDefPtr>> reply)
{
    using All = std::vector<WorkflowDefPtr>;
    m_core.answer<All>(reply, [&]() -> Result<All> { return m_core.definitions().workflows(latestOnly); });
}

void EmbeddedMetadata::removeWorkflow(Text name, int version, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!m_core.definitions().removeWorkflow(name, version)) {
            return Error {ErrorCode::Internal, "No such workflow definition: " + name.str() + " version: "
                    + std::to_string(version)};
        }
        m_core.keep("workflow", keyOf(name, version), {});
        return {};
    });
}

void EmbeddedMetadata::registerTasks(std::vector<TaskDefPtr> definitions, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (definitions.empty())
            return violated("registerTaskDef.arg0", "TaskDefList is empty");
        std::vector<Violation> violations;
        for (std::size_t i = 0; i < definitions.size(); ++i) {
            if (!definitions[i])
                return missing();
            checkDefinition(*definitions[i], "registerTaskDef.arg0[" + std::to_string(i) + ']', m_core.rules(), violations);
        }
        if (Status checked = statusOf(std::move(violations)); !checked)
            return checked;
        for (const TaskDefPtr& definition : definitions)
            put(*definition, m_core.now(), 0);
        return {};
    });
}

void EmbeddedMetadata::updateTask(TaskDefPtr definition, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!definition)
            return missing();
        std::vector<Violation> violations;
        checkDefinition(*definition, "updateTaskDef.arg0", m_core.rules(), violations);
        if (Status checked = statusOf(std::move(violations)); !checked)
            return checked;
        const TaskDefPtr before = m_core.definitions().task(definition->name);
        if (!before)
            return Error {ErrorCode::NotFound, "No such task by name " + definition->name.str()};
        put(*definition, before->createTime, m_core.now());
        return {};
    });
}

void EmbeddedMetadata::taskDefinition(Text name, Reply<TaskDefPtr> reply)
{
    m_core.answer<TaskDefPtr>(reply, [&]() -> Result<TaskDefPtr> {
        if (TaskDefPtr found = m_core.definitions().task(name))
            return found;
        return Error {ErrorCode::NotFound, "No such taskType found by name: " + name.str()};
    });
}

void EmbeddedMetadata::taskDefinitions(Reply<std::vector<TaskDefPtr>> reply)
{
    using All = std::vector<TaskDefPtr>;
    m_core.answer<All>(reply, [&]() -> Result<All> { return m_core.definitions().tasks(); });
}

void EmbeddedMetadata::removeTask(Text name, Done done)
{
    m_core.answer<void>(done, [&]() -> Status {
        if (!m_core.definitions().removeTask(name))
            return Error {ErrorCode::Internal, "No such task definition"};
        m_core.keep("task", name, {});
        return {};
    });
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/definitions.h"

namespace baton {

const BeanTable<WorkflowDef>& workflowDefTable()
{
    using D = WorkflowDef;
    static const BeanTable<D> table {
        {"ownerApp", &D::ownerApp, Wire::WhenSet},
        {"createTime", &D::createTime, Wire::Always},
        {"updateTime", &D::updateTime, Wire::Always},
        {"createdBy", &D::createdBy, Wire::WhenSet},
        {"updatedBy", &D::updatedBy, Wire::WhenSet},
        {"name", &D::name, Wire::WhenSet},
        {"description", &D::description, Wire::WhenSet},
        {"version", &D::version, Wire::Always},
        {"tasks",
         Special<D> {[](D& definition, const Value& json, Reading& reading) {
                         return readTaskList(definition.tasks, json, reading);
                     },
                     [](const D& definition, Writing& writing) { return writeTaskList(definition.tasks, writing); }},
         Wire::Array},
        {"inputParameters", &D::inputParameters, Wire::Array},
        {"outputParameters", &D::outputParameters, Wire::Object},
        {"failureWorkflow", &D::failureWorkflow, Wire::WhenSet},
        {"failureWorkflowVersion", &D::failureWorkflowVersion, Wire::WhenSet},
        {"schemaVersion", &D::schemaVersion, Wire::Always},
        {"restartable", &D::restartable, Wire::Always},
        {"workflowStatusListenerEnabled", &D::workflowStatusListenerEnabled, Wire::Always},
        {"ownerEmail", &D::ownerEmail, Wire::WhenSet},
        {"timeoutPolicy", &D::timeoutPolicy, Wire::Always},
        {"timeoutSeconds", &D::timeoutSeconds, Wire::Always},
        {"variables", &D::variables, Wire::Object},
        {"inputTemplate", &D::inputTemplate, Wire::Object},
        {"workflowStatusListenerSink", &D::workflowStatusListenerSink, Wire::WhenSet},
        {"rateLimitConfig", &D::rateLimitConfig, Wire::WhenSet},
        {"inputSchema", &D::inputSchema, Wire::WhenSet},
        {"outputSchema", &D::outputSchema, Wire::WhenSet},
        {"enforceSchema", &D::enforceSchema, Wire::Always},
        {"cacheConfig", &D::cacheConfig, Wire::WhenSet},
        {"metadata", &D::metadata, Wire::Object},
        {"maskedFields", &D::maskedFields, Wire::Array},
    };
    return table;
}

WorkflowDefPtr readWorkflowDef(const Value& json, Reading& reading)
{
    auto definition = std::make_shared<WorkflowDef>();
    readBean(*definition, workflowDefTable(), json, reading);
    return definition;
}

Value writeWorkflowDef(const WorkflowDef& definition, Writing& writing)
{
    ObjectBuilder out(workflowDefTable().rows().size());
    writeBean(out, workflowDefTable(), definition, writing);
    writeUnknown(out, workflowDefTable(), definition, writing, true);
    return std::move(out).build();
}

Result<WorkflowDefPtr> workflowDefFrom(const Value& json)
{
    Reading reading(Reading::Mode::Strict);
    auto definition = readWorkflowDef(json, reading);
    if (reading.failed())
        return reading.takeError();
    return definition;
}

Value toValue(const WorkflowDef& definition)
{
    Writing writing;
    return writeWorkflowDef(definition, writing);
}

Value toCompactValue(const WorkflowDef& definition)
{
    Writing writing {Writing::Style::Compact};
    return writeWorkflowDef(definition, writing);
}

}  // namespace baton

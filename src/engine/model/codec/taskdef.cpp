// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/definitions.h"

namespace baton {

const BeanTable<TaskDef>& taskDefTable()
{
    using D = TaskDef;
    static const BeanTable<D> table {
        {"ownerApp", &D::ownerApp, Wire::WhenSet},
        {"createTime", &D::createTime, Wire::Always},
        {"updateTime", &D::updateTime, Wire::Always},
        {"createdBy", &D::createdBy, Wire::WhenSet},
        {"updatedBy", &D::updatedBy, Wire::WhenSet},
        {"name", &D::name, Wire::WhenSet},
        {"description", &D::description, Wire::WhenSet},
        {"retryCount", &D::retryCount, Wire::Always},
        {"timeoutSeconds", &D::timeoutSeconds, Wire::Always},
        {"inputKeys", &D::inputKeys, Wire::Array},
        {"outputKeys", &D::outputKeys, Wire::Array},
        {"runtimeMetadata", &D::runtimeMetadata, Wire::Array},
        {"timeoutPolicy", &D::timeoutPolicy, Wire::Always},
        {"retryLogic", &D::retryLogic, Wire::Always},
        {"retryDelaySeconds", &D::retryDelaySeconds, Wire::Always},
        {"responseTimeoutSeconds", &D::responseTimeoutSeconds, Wire::Always},
        {"concurrentExecLimit", &D::concurrentExecLimit, Wire::WhenSet},
        {"inputTemplate", &D::inputTemplate, Wire::Object},
        {"rateLimitPerFrequency", &D::rateLimitPerFrequency, Wire::Always},
        {"rateLimitFrequencyInSeconds", &D::rateLimitFrequencyInSeconds, Wire::Always},
        {"isolationGroupId", &D::isolationGroupId, Wire::WhenSet},
        {"executionNameSpace", &D::executionNameSpace, Wire::WhenSet},
        {"ownerEmail", &D::ownerEmail, Wire::WhenSet},
        {"pollTimeoutSeconds", &D::pollTimeoutSeconds, Wire::WhenSet},
        {"backoffScaleFactor", &D::backoffScaleFactor, Wire::Always},
        {"maxRetryDelaySeconds", &D::maxRetryDelaySeconds, Wire::Always},
        {"backoffJitterMs", &D::backoffJitterMs, Wire::Always},
        {"baseType", &D::baseType, Wire::WhenSet},
        {"totalTimeoutSeconds", &D::totalTimeoutSeconds, Wire::Always},
        {"taskStatusListenerEnabled", &D::taskStatusListenerEnabled, Wire::Always},
        {"inputSchema", &D::inputSchema, Wire::WhenSet},
        {"outputSchema", &D::outputSchema, Wire::WhenSet},
        {"enforceSchema", &D::enforceSchema, Wire::Always},
    };
    return table;
}

TaskDefPtr readTaskDef(const Value& json, Reading& reading)
{
    auto definition = std::make_shared<TaskDef>();
    readBean(*definition, taskDefTable(), json, reading);
    return definition;
}

Value writeTaskDef(const TaskDef& definition, Writing& writing)
{
    ObjectBuilder out(taskDefTable().rows().size());
    writeBean(out, taskDefTable(), definition, writing);
    writeUnknown(out, taskDefTable(), definition, writing, true);
    return std::move(out).build();
}

Result<TaskDefPtr> taskDefFrom(const Value& json)
{
    Reading reading(Reading::Mode::Strict);
    auto definition = readTaskDef(json, reading);
    if (reading.failed())
        return reading.takeError();
    return definition;
}

Value toValue(const TaskDef& definition)
{
    Writing writing;
    return writeTaskDef(definition, writing);
}

Value toCompactValue(const TaskDef& definition)
{
    Writing writing {Writing::Style::Compact};
    return writeTaskDef(definition, writing);
}

}  // namespace baton

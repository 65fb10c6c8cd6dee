// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/model/enums.h"
#include "engine/value/value.h"

#include <memory>
#include <optional>

namespace baton {

/// How tasks of one name are retried, timed and limited. Times in seconds unless the name says otherwise; 0 is "none"
/// where the real server says so. Defaults are the real server's.
struct TaskDef {
    Text name;
    Text description;
    Text ownerEmail;
    Text ownerApp;
    Text createdBy;
    Text updatedBy;
    EpochMs createTime = 0;
    EpochMs updateTime = 0;
    int retryCount = 3;
    RetryLogic retryLogic = RetryLogic::Fixed;
    int retryDelaySeconds = 60;
    int backoffScaleFactor = 1;
    int maxRetryDelaySeconds = 0;
    std::int64_t backoffJitterMs = 0;
    std::int64_t timeoutSeconds = 0;
    std::int64_t responseTimeoutSeconds = 3600;
    std::int64_t totalTimeoutSeconds = 0;
    std::optional<int> pollTimeoutSeconds;
    TaskTimeoutPolicy timeoutPolicy = TaskTimeoutPolicy::TimeOutWorkflow;
    std::optional<int> concurrentExecLimit;
    int rateLimitPerFrequency = 0;
    int rateLimitFrequencyInSeconds = 1;
    Value inputKeys;         // array
    Value outputKeys;        // array
    Value runtimeMetadata;   // array
    Value inputTemplate;     // object
    Text isolationGroupId;
    Text executionNameSpace;
    Text baseType;
    bool taskStatusListenerEnabled = true;
    bool enforceSchema = false;
    Value inputSchema;
    Value outputSchema;
    Value unknownFields;     // object: what the author wrote that no field above holds
    bool operator==(const TaskDef&) const = default;
};

using TaskDefPtr = std::shared_ptr<const TaskDef>;

}  // namespace baton

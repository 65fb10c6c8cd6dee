// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/taskdef.h"

#include <vector>

namespace baton {

struct WorkflowTask;
struct WorkflowDef;
using WorkflowTaskPtr = std::shared_ptr<const WorkflowTask>;
using WorkflowDefPtr = std::shared_ptr<const WorkflowDef>;
using TaskList = std::vector<WorkflowTaskPtr>;

struct SubWorkflowParams {
    Text name;
    Value version;             // number or null, as written
    Value taskToDomain;
    Value workflowDefinition;  // object, "${...}" text or null
    Value idempotencyKey;
    Value idempotencyStrategy;
    Value priority;
    Value unknownFields;
    bool operator==(const SubWorkflowParams&) const = default;
};

struct DecisionCase {
    Text value;
    TaskList tasks;
};

/// One task of a definition; operators hold their children. Immutable once in a WorkflowDef.
struct WorkflowTask {
    Text name;
    Text taskReferenceName;
    Text type = "SIMPLE";
    Text description;
    Value inputParameters;               // object
    Text dynamicTaskNameParam;
    Text caseValueParam;
    Text caseExpression;
    Text scriptExpression;
    std::vector<DecisionCase> decisionCases;   // in the author's order
    bool hasDecisionCases = false;             // decisionCases was present and not null
    TaskList defaultCase;
    std::vector<TaskList> forkTasks;
    Text dynamicForkJoinTasksParam;
    Text dynamicForkTasksParam;
    Text dynamicForkTasksInputParamName;
    Text forkTaskName;                   // also readable from inputParameters, as the server does
    std::optional<SubWorkflowParams> subWorkflowParam;
    std::vector<Text> joinOn;
    std::vector<Text> defaultExclusiveJoinTask;
    Text joinStatus;
    std::optional<JoinMode> joinMode;
    Text sink;
    Text loopCondition;
    TaskList loopOver;
    Text items;
    Text evaluatorType;
    Text expression;
    bool optional = false;
    bool permissive = false;
    bool asyncComplete = false;
    std::optional<bool> rateLimited;
    int startDelay = 0;                  // seconds
    std::optional<int> retryCount;
    TaskDefPtr taskDefinition;           // inline, or put there when an execution starts
    Value cacheConfig;
    Value onStateChange;                 // object
    Value metadata;                      // object
    Value unknownFields;                 // object: survives a round trip
};

struct WorkflowDef {
    Text name;
    int version = 1;
    Text description;
    Text ownerEmail;
    Text ownerApp;
    Text createdBy;
    Text updatedBy;
    EpochMs createTime = 0;
    EpochMs updateTime = 0;
    TaskList tasks;
    Value inputParameters;               // array
    Value outputParameters;              // object
    Value inputTemplate;                 // object
    Value variables;                     // object
    Text failureWorkflow;
    std::optional<int> failureWorkflowVersion;
    int schemaVersion = 2;
    bool restartable = true;
    bool workflowStatusListenerEnabled = false;
    Text workflowStatusListenerSink;
    WorkflowTimeoutPolicy timeoutPolicy = WorkflowTimeoutPolicy::AlertOnly;
    std::int64_t timeoutSeconds = 0;
    Value rateLimitConfig;
    Value inputSchema;
    Value outputSchema;
    bool enforceSchema = true;
    Value cacheConfig;
    Value metadata;                      // object
    Value maskedFields;                  // array
    Value unknownFields;                 // object: survives a round trip
};

/// Every task of the definition, children right after their operator, in the author's order. Iterative.
[[nodiscard]] std::vector<const WorkflowTask*> allTasks(const WorkflowDef& definition);
/// The task lists directly inside an operator (cases in order, default, branches, loop body); none for other types.
[[nodiscard]] std::vector<const TaskList*> childLists(const WorkflowTask& task);

}  // namespace baton

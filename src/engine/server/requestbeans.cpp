// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/beans.h"

#include <array>

namespace baton {
namespace {

constexpr std::string_view kWorkflowPackage = "com.netflix.conductor.common.metadata.workflow";
constexpr std::string_view kTaskPackage = "com.netflix.conductor.common.metadata.tasks";
constexpr std::string_view kEventPackage = "com.netflix.conductor.common.metadata.events";
constexpr std::string_view kRunPackage = "com.netflix.conductor.common.run";

constexpr std::array kStartWorkflowRequest = std::to_array<BeanField>({{"name", "String"}, {"version", "Integer"},
    {"correlationId", "String"}, {"input", "Map<Object>"}, {"taskToDomain", "Map<String>"}, {"workflowDef", "WorkflowDef"},
    {"externalInputPayloadStoragePath", "String"}, {"priority", "Integer"}, {"createdBy", "String"}, {"idempotencyKey", "String"},
    {"idempotencyStrategy", "IdempotencyStrategy"}});

constexpr std::array kWorkflowTestRequest = std::to_array<BeanField>({{"name", "String"}, {"version", "Integer"},
    {"correlationId", "String"}, {"input", "Map<Object>"}, {"taskToDomain", "Map<String>"}, {"workflowDef", "WorkflowDef"},
    {"externalInputPayloadStoragePath", "String"}, {"priority", "Integer"}, {"createdBy", "String"}, {"idempotencyKey", "String"},
    {"idempotencyStrategy", "IdempotencyStrategy"}, {"taskRefToMockOutput", "Map<List<TaskMock>>"},
    {"subWorkflowTestRequest", "Map<WorkflowTestRequest>"}});

constexpr std::array kTaskMock = std::to_array<BeanField>({{"status", "TaskResult$Status"}, {"output", "Map<Object>"},
    {"executionTime", "long"}, {"queueWaitTime", "long"}});

constexpr std::array kWorkflowDef = std::to_array<BeanField>({{"ownerApp", "String"}, {"createTime", "Long"}, {"updateTime", "Long"},
    {"createdBy", "String"}, {"updatedBy", "String"}, {"name", "String"}, {"description", "String"}, {"version", "int"},
    {"tasks", "List<WorkflowTask>"}, {"inputParameters", "List<String>"}, {"outputParameters", "Map<Object>"},
    {"failureWorkflow", "String"}, {"failureWorkflowVersion", "Integer"}, {"schemaVersion", "int"}, {"restartable", "boolean"},
    {"workflowStatusListenerEnabled", "boolean"}, {"ownerEmail", "String"}, {"timeoutPolicy", "WorkflowDef$TimeoutPolicy"},
    {"timeoutSeconds", "long"}, {"variables", "Map<Object>"}, {"inputTemplate", "Map<Object>"},
    {"workflowStatusListenerSink", "String"}, {"rateLimitConfig", "RateLimitConfig"}, {"inputSchema", "SchemaDef"},
    {"outputSchema", "SchemaDef"}, {"enforceSchema", "boolean"}, {"metadata", "Map<Object>"}, {"cacheConfig", "CacheConfig"},
    {"maskedFields", "List<String>"}});

constexpr std::array kWorkflowTask = std::to_array<BeanField>({{"name", "String"}, {"taskReferenceName", "String"},
    {"description", "String"}, {"inputParameters", "Map<Object>"}, {"type", "String"}, {"dynamicTaskNameParam", "String"},
    {"caseValueParam", "String"}, {"caseExpression", "String"}, {"scriptExpression", "String"},
    {"decisionCases", "Map<List<WorkflowTask>>"}, {"dynamicForkJoinTasksParam", "String"}, {"dynamicForkTasksParam", "String"},
    {"dynamicForkTasksInputParamName", "String"}, {"defaultCase", "List<WorkflowTask>"}, {"forkTasks", "List<List<WorkflowTask>>"},
    {"startDelay", "int"}, {"subWorkflowParam", "SubWorkflowParams"}, {"joinOn", "List<String>"}, {"sink", "String"},
    {"optional", "boolean"}, {"taskDefinition", "TaskDef"}, {"rateLimited", "Boolean"},
    {"defaultExclusiveJoinTask", "List<String>"}, {"asyncComplete", "boolean"}, {"loopCondition", "String"},
    {"loopOver", "List<WorkflowTask>"}, {"items", "String"}, {"retryCount", "Integer"}, {"evaluatorType", "String"},
    {"expression", "String"}, {"onStateChange", "Map<List<StateChangeEvent>>"}, {"joinStatus", "String"},
    {"cacheConfig", "CacheConfig"}, {"permissive", "boolean"}, {"joinMode", "WorkflowTask$JoinMode"}, {"metadata", "Map<Object>"}});

constexpr std::array kSubWorkflowParams = std::to_array<BeanField>({{"name", "String"}, {"version", "Integer"},
    {"taskToDomain", "Map<String>"}, {"idempotencyKey", "String"}, {"idempotencyStrategy", "IdempotencyStrategy"},
    {"priority", "Object"}, {"workflowDefinition", "Object"}});

constexpr std::array kStateChangeEvent = std::to_array<BeanField>({{"type", "String"}, {"payload", "Map<Object>"}});
constexpr std::array kCacheConfig = std::to_array<BeanField>({{"key", "String"}, {"ttlInSecond", "int"}});
constexpr std::array kRateLimitConfig = std::to_array<BeanField>({{"rateLimitKey", "String"}, {"concurrentExecLimit", "int"},
    {"policy", "Object"}});
constexpr std::array kSchemaDef = std::to_array<BeanField>({{"ownerApp", "String"}, {"createTime", "Long"}, {"updateTime", "Long"},
    {"createdBy", "String"}, {"updatedBy", "String"}, {"name", "String"}, {"version", "int"}, {"type", "Object"},
    {"data", "Map<Object>"}, {"externalRef", "String"}});

constexpr std::array kTaskDef = std::to_array<BeanField>({{"ownerApp", "String"}, {"createTime", "Long"}, {"updateTime", "Long"},
    {"createdBy", "String"}, {"updatedBy", "String"}, {"name", "String"}, {"description", "String"}, {"retryCount", "int"},
    {"timeoutSeconds", "long"}, {"inputKeys", "List<String>"}, {"outputKeys", "List<String>"}, {"runtimeMetadata", "List<String>"},
    {"timeoutPolicy", "TaskDef$TimeoutPolicy"}, {"retryLogic", "TaskDef$RetryLogic"}, {"retryDelaySeconds", "int"},
    {"responseTimeoutSeconds", "long"}, {"concurrentExecLimit", "Integer"}, {"inputTemplate", "Map<Object>"},
    {"rateLimitPerFrequency", "Integer"}, {"rateLimitFrequencyInSeconds", "Integer"}, {"isolationGroupId", "String"},
    {"executionNameSpace", "String"}, {"ownerEmail", "String"}, {"pollTimeoutSeconds", "Integer"}, {"backoffScaleFactor", "Integer"},
    {"maxRetryDelaySeconds", "int"}, {"backoffJitterMs", "int"}, {"baseType", "String"}, {"totalTimeoutSeconds", "long"},
    {"taskStatusListenerEnabled", "boolean"}, {"inputSchema", "SchemaDef"}, {"outputSchema", "SchemaDef"},
    {"enforceSchema", "boolean"}});

constexpr std::array kTaskResult = std::to_array<BeanField>({{"workflowInstanceId", "String"}, {"taskId", "String"},
    {"reasonForIncompletion", "String"}, {"callbackAfterSeconds", "long"}, {"workerId", "String"}, {"status", "TaskResult$Status"},
    {"outputData", "Map<Object>"}, {"executionMetadata", "Object"}, {"logs", "List<TaskExecLog>"},
    {"externalOutputPayloadStoragePath", "String"}, {"subWorkflowId", "String"}, {"extendLease", "boolean"},
    {"supportsCancellation", "boolean"}});

constexpr std::array kTaskExecLog = std::to_array<BeanField>({{"log", "String"}, {"taskId", "String"}, {"createdTime", "long"}});
constexpr std::array kRerunWorkflowRequest = std::to_array<BeanField>({{"reRunFromWorkflowId", "String"},
    {"workflowInput", "Map<Object>"}, {"reRunFromTaskId", "String"}, {"taskInput", "Map<Object>"}, {"correlationId", "String"}});

constexpr std::array kEventHandler = std::to_array<BeanField>({{"name", "String"}, {"event", "String"}, {"condition", "String"},
    {"actions", "List<EventHandler$Action>"}, {"active", "boolean"}, {"evaluatorType", "String"}});
constexpr std::array kAction = std::to_array<BeanField>({{"action", "EventHandler$Action$Type"},
    {"start_workflow", "EventHandler$StartWorkflow"}, {"complete_task", "EventHandler$TaskDetails"},
    {"fail_task", "EventHandler$TaskDetails"}, {"expandInlineJSON", "boolean"}, {"terminate_workflow", "Object"},
    {"update_workflow_variables", "Object"}, {"start_agent", "Object"}});
constexpr std::array kActionStart = std::to_array<BeanField>({{"name", "String"}, {"version", "Integer"},
    {"correlationId", "String"}, {"input", "Map<Object>"}, {"taskToDomain", "Map<String>"}});
constexpr std::array kTaskDetails = std::to_array<BeanField>({{"workflowId", "String"}, {"taskRefName", "String"},
    {"output", "Map<Object>"}, {"taskId", "String"}, {"reasonForIncompletion", "String"}});

constexpr std::array kWorkflowSchedule = std::to_array<BeanField>({{"name", "String"}, {"cronExpression", "String"},
    {"runCatchupScheduleInstances", "boolean"}, {"paused", "boolean"}, {"pausedReason", "String"},
    {"startWorkflowRequest", "StartWorkflowRequest"}, {"zoneId", "String"}, {"scheduleStartTime", "Long"},
    {"scheduleEndTime", "Long"}, {"createTime", "Long"}, {"updatedTime", "Long"}, {"createdBy", "String"}, {"updatedBy", "String"},
    {"description", "String"}, {"nextRunTime", "Long"}, {"cronSchedules", "List<CronSchedule>"}});
constexpr std::array kCronSchedule = std::to_array<BeanField>({{"cronExpression", "String"}, {"zoneId", "String"}});
constexpr std::array kClockAdvance = std::to_array<BeanField>({{"seconds", "Object"}, {"to", "Long"}});

constexpr std::string_view kSchedulePackage = "io.orkes.conductor.scheduler.model";
constexpr std::array kBeans = std::to_array<Bean>({{"StartWorkflowRequest", kWorkflowPackage, kStartWorkflowRequest},
    {"WorkflowTestRequest", kRunPackage, kWorkflowTestRequest}, {"TaskMock", "com.netflix.conductor.common.run.WorkflowTestRequest$TaskMock", kTaskMock},
    {"WorkflowDef", kWorkflowPackage, kWorkflowDef}, {"WorkflowTask", kWorkflowPackage, kWorkflowTask},
    {"SubWorkflowParams", kWorkflowPackage, kSubWorkflowParams}, {"StateChangeEvent", kWorkflowPackage, kStateChangeEvent},
    {"CacheConfig", kWorkflowPackage, kCacheConfig}, {"RateLimitConfig", kWorkflowPackage, kRateLimitConfig},
    {"SchemaDef", "com.netflix.conductor.common.metadata", kSchemaDef}, {"TaskDef", kTaskPackage, kTaskDef},
    {"TaskResult", kTaskPackage, kTaskResult}, {"TaskExecLog", kTaskPackage, kTaskExecLog},
    {"RerunWorkflowRequest", kWorkflowPackage, kRerunWorkflowRequest}, {"EventHandler", kEventPackage, kEventHandler},
    {"EventHandler$Action", kEventPackage, kAction}, {"EventHandler$StartWorkflow", kEventPackage, kActionStart},
    {"EventHandler$TaskDetails", kEventPackage, kTaskDetails}, {"WorkflowSchedule", kSchedulePackage, kWorkflowSchedule},
    {"CronSchedule", kSchedulePackage, kCronSchedule},
    {"ClockAdvance", "baton", kClockAdvance, "How far the virtual clock goes: by seconds, or to a moment (milliseconds since 1970)."}});

using Word = std::string_view;
constexpr std::array kResultStatus = std::to_array<Word>({"CANCELED", "COMPLETED", "FAILED_WITH_TERMINAL_ERROR", "FAILED", "IN_PROGRESS"});
constexpr std::array kIdempotency = std::to_array<Word>({"FAIL_ON_RUNNING", "RETURN_EXISTING", "FAIL"});
constexpr std::array kWorkflowPolicy = std::to_array<Word>({"TIME_OUT_WF", "ALERT_ONLY"});
constexpr std::array kTaskPolicy = std::to_array<Word>({"RETRY", "TIME_OUT_WF", "ALERT_ONLY"});
constexpr std::array kRetryLogic = std::to_array<Word>({"FIXED", "EXPONENTIAL_BACKOFF", "LINEAR_BACKOFF"});
constexpr std::array kJoinMode = std::to_array<Word>({"SYNC", "ASYNC"});
constexpr std::array kActionType = std::to_array<Word>({"complete_task", "fail_task", "start_agent", "start_workflow",
    "terminate_workflow", "update_workflow_variables"});
constexpr std::array kWorkflowStatus = std::to_array<Word>({"RUNNING", "COMPLETED", "FAILED", "TIMED_OUT", "TERMINATED", "PAUSED"});
constexpr std::array kTaskStatus = std::to_array<Word>({"IN_PROGRESS", "CANCELED", "FAILED", "FAILED_WITH_TERMINAL_ERROR", "COMPLETED",
    "COMPLETED_WITH_ERRORS", "SCHEDULED", "TIMED_OUT", "SKIPPED"});
constexpr std::array kStrategy = std::to_array<Word>({"TARGET_WORKFLOW", "BLOCKING_WORKFLOW", "BLOCKING_TASK", "BLOCKING_TASK_INPUT"});

constexpr std::array kEnums = std::to_array<BeanEnum>({{"TaskResult$Status", kTaskPackage, kResultStatus},
    {"IdempotencyStrategy", kWorkflowPackage, kIdempotency}, {"WorkflowDef$TimeoutPolicy", kWorkflowPackage, kWorkflowPolicy},
    {"TaskDef$TimeoutPolicy", kTaskPackage, kTaskPolicy}, {"TaskDef$RetryLogic", kTaskPackage, kRetryLogic},
    {"WorkflowTask$JoinMode", kWorkflowPackage, kJoinMode}, {"EventHandler$Action$Type", kEventPackage, kActionType},
    {"Workflow$WorkflowStatus", kRunPackage, kWorkflowStatus}, {"Task$Status", kTaskPackage, kTaskStatus},
    {"TaskModel$Status", "com.netflix.conductor.model", kTaskStatus},
    {"WorkflowSignalReturnStrategy", "org.conductoross.conductor.model", kStrategy}});

}  // namespace

std::span<const Bean> requestBeans() noexcept
{
    return kBeans;
}

std::span<const BeanEnum> beanEnums() noexcept
{
    return kEnums;
}

}  // namespace baton

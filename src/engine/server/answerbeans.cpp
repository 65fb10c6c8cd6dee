// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/server/beans.h"

#include <array>

namespace baton {
namespace {

constexpr std::array kWorkflow = std::to_array<BeanField>({{"ownerApp", "String"}, {"createTime", "Long"}, {"updateTime", "Long"},
    {"createdBy", "String"}, {"updatedBy", "String"}, {"status", "Workflow$WorkflowStatus"}, {"endTime", "long"},
    {"workflowId", "String"}, {"parentWorkflowId", "String"}, {"parentWorkflowTaskId", "String"}, {"tasks", "List<Task>"},
    {"input", "Map<Object>"}, {"output", "Map<Object>"}, {"correlationId", "String"}, {"reRunFromWorkflowId", "String"},
    {"reasonForIncompletion", "String"}, {"event", "String"}, {"taskToDomain", "Map<String>"},
    {"failedReferenceTaskNames", "Set<String>"}, {"workflowDefinition", "WorkflowDef"},
    {"externalInputPayloadStoragePath", "String"}, {"externalOutputPayloadStoragePath", "String"}, {"priority", "int"},
    {"variables", "Map<Object>"}, {"lastRetriedTime", "long"}, {"failedTaskNames", "Set<String>"}, {"history", "List<Workflow>"},
    {"idempotencyKey", "String"}, {"rateLimitKey", "String"}, {"rateLimited", "boolean"}, {"startTime", "long"},
    {"workflowName", "String"}, {"workflowVersion", "int"}});

constexpr std::array kTask = std::to_array<BeanField>({{"taskType", "String"}, {"status", "Task$Status"}, {"inputData", "Map<Object>"},
    {"referenceTaskName", "String"}, {"retryCount", "int"}, {"seq", "int"}, {"correlationId", "String"}, {"pollCount", "int"},
    {"taskDefName", "String"}, {"scheduledTime", "long"}, {"startTime", "long"}, {"endTime", "long"}, {"updateTime", "long"},
    {"startDelayInSeconds", "int"}, {"retriedTaskId", "String"}, {"retried", "boolean"}, {"executed", "boolean"},
    {"callbackFromWorker", "boolean"}, {"responseTimeoutSeconds", "long"}, {"workflowInstanceId", "String"},
    {"workflowType", "String"}, {"taskId", "String"}, {"reasonForIncompletion", "String"}, {"callbackAfterSeconds", "long"},
    {"workerId", "String"}, {"outputData", "Map<Object>"}, {"workflowTask", "WorkflowTask"}, {"domain", "String"},
    {"rateLimitPerFrequency", "int"}, {"rateLimitFrequencyInSeconds", "int"}, {"externalInputPayloadStoragePath", "String"},
    {"externalOutputPayloadStoragePath", "String"}, {"workflowPriority", "int"}, {"executionNameSpace", "String"},
    {"isolationGroupId", "String"}, {"iteration", "int"}, {"subWorkflowId", "String"}, {"subworkflowChanged", "boolean"},
    {"firstStartTime", "long"}, {"executionMetadata", "Object"}, {"parentTaskId", "String"}, {"runtimeMetadata", "Map<String>"},
    {"taskDefinition", "TaskDef"}, {"loopOverTask", "boolean"}, {"queueWaitTime", "long"}});

constexpr std::array kWorkflowSummary = std::to_array<BeanField>({{"workflowType", "String"}, {"version", "int"}, {"workflowId", "String"},
    {"correlationId", "String"}, {"startTime", "String"}, {"updateTime", "String"}, {"endTime", "String"},
    {"status", "Workflow$WorkflowStatus"}, {"input", "String"}, {"output", "String"}, {"reasonForIncompletion", "String"},
    {"executionTime", "long"}, {"event", "String"}, {"failedReferenceTaskNames", "String"},
    {"externalInputPayloadStoragePath", "String"}, {"externalOutputPayloadStoragePath", "String"}, {"priority", "int"},
    {"failedTaskNames", "Set<String>"}, {"createdBy", "String"}, {"taskToDomain", "Map<String>"}, {"idempotencyKey", "String"},
    {"parentWorkflowId", "String"}, {"classifier", "String"}, {"inputSize", "long"}, {"outputSize", "long"}});

constexpr std::array kTaskSummary = std::to_array<BeanField>({{"workflowId", "String"}, {"workflowType", "String"},
    {"correlationId", "String"}, {"scheduledTime", "String"}, {"startTime", "String"}, {"updateTime", "String"}, {"endTime", "String"},
    {"status", "Task$Status"}, {"reasonForIncompletion", "String"}, {"executionTime", "long"}, {"queueWaitTime", "long"},
    {"taskDefName", "String"}, {"taskType", "String"}, {"input", "String"}, {"output", "String"}, {"taskId", "String"},
    {"workflowPriority", "int"}, {"domain", "String"}});

constexpr std::array kWorkflowStatus = std::to_array<BeanField>({{"workflowId", "String"}, {"correlationId", "String"},
    {"output", "Map<Object>"}, {"variables", "Map<Object>"}, {"status", "Workflow$WorkflowStatus"}});
constexpr std::array kSearchResultTask = std::to_array<BeanField>({{"totalHits", "long"}, {"results", "List<Task>"}});
constexpr std::array kSearchResultWorkflow = std::to_array<BeanField>({{"totalHits", "long"}, {"results", "List<Workflow>"}});
constexpr std::array kSearchResultTaskSummary = std::to_array<BeanField>({{"totalHits", "long"}, {"results", "List<TaskSummary>"}});
constexpr std::array kSearchResultWorkflowSummary = std::to_array<BeanField>({{"totalHits", "long"},
    {"results", "List<WorkflowSummary>"}});
constexpr std::array kSearchResultSchedule = std::to_array<BeanField>({{"totalHits", "long"}, {"results", "List<WorkflowSchedule>"}});
constexpr std::array kSearchResultScheduled = std::to_array<BeanField>({{"totalHits", "long"}, {"results", "List<ScheduledRun>"}});
constexpr std::array kScheduledRun = std::to_array<BeanField>({{"executionId", "String"}, {"scheduleName", "String"},
    {"scheduledTime", "Long"}, {"executionTime", "Long"}, {"workflowName", "String"}, {"workflowId", "String"}, {"reason", "String"},
    {"stackTrace", "String"}, {"startWorkflowRequest", "StartWorkflowRequest"}, {"state", "String"}, {"zoneId", "String"}});
constexpr std::array kBulkResponse = std::to_array<BeanField>({{"bulkErrorResults", "Map<String>"},
    {"bulkSuccessfulResults", "List<String>"}});
constexpr std::array kBulkWorkflows = std::to_array<BeanField>({{"bulkErrorResults", "Map<String>"},
    {"bulkSuccessfulResults", "List<Workflow>"}});
constexpr std::array kPollData = std::to_array<BeanField>({{"queueName", "String"}, {"domain", "String"}, {"workerId", "String"},
    {"lastPollTime", "long"}});
constexpr std::array kExternalStorageLocation = std::to_array<BeanField>({{"uri", "String"}, {"path", "String"}});
constexpr std::array kHealthCheckStatus = std::to_array<BeanField>({{"healthResults", "List<Object>"},
    {"suppressedHealthResults", "List<Object>"}, {"healthy", "boolean"}});
constexpr std::array kWorkflowDefSummary = std::to_array<BeanField>({{"name", "String"}, {"version", "int"}, {"createTime", "Long"},
    {"updateTime", "Long"}});
constexpr std::array kEnvironmentVariable = std::to_array<BeanField>({{"name", "String"}, {"value", "String"}});
constexpr std::array kSecretName = std::to_array<BeanField>({{"name", "String"}, {"partial", "String"}});
constexpr std::array kSignalResponse = std::to_array<BeanField>({{"responseType", "WorkflowSignalReturnStrategy"},
    {"targetWorkflowId", "String"}, {"targetWorkflowStatus", "String"}, {"requestId", "String"}, {"workflowId", "String"},
    {"correlationId", "String"}, {"input", "Map<Object>"}, {"output", "Map<Object>"}, {"signalTimeout", "boolean"}});
constexpr std::array kErrorResponse = std::to_array<BeanField>({{"status", "int"}, {"message", "String"}, {"instance", "String"},
    {"retryable", "boolean"}, {"validationErrors", "List<ValidationError>"}});
constexpr std::array kValidationError = std::to_array<BeanField>({{"path", "String"}, {"message", "String"}, {"invalidValue", "String"}});
constexpr std::array kToken = std::to_array<BeanField>({{"token", "String"}});
constexpr std::array kClock = std::to_array<BeanField>({{"now", "long"}, {"virtual", "boolean"}});

constexpr std::string_view kPackage = "com.netflix.conductor.common.run";
constexpr std::array kBeans = std::to_array<Bean>({{"Workflow", kPackage, kWorkflow}, {"Task", kPackage, kTask},
    {"WorkflowSummary", kPackage, kWorkflowSummary}, {"TaskSummary", kPackage, kTaskSummary},
    {"WorkflowStatus", kPackage, kWorkflowStatus}, {"SearchResultTask", kPackage, kSearchResultTask},
    {"SearchResultWorkflow", kPackage, kSearchResultWorkflow}, {"SearchResultTaskSummary", kPackage, kSearchResultTaskSummary},
    {"SearchResultWorkflowSummary", kPackage, kSearchResultWorkflowSummary}, {"SearchResultSchedule", kPackage, kSearchResultSchedule},
    {"SearchResultScheduledRun", kPackage, kSearchResultScheduled}, {"ScheduledRun", kPackage, kScheduledRun},
    {"BulkResponse", kPackage, kBulkResponse}, {"BulkWorkflows", kPackage, kBulkWorkflows}, {"PollData", kPackage, kPollData},
    {"ExternalStorageLocation", kPackage, kExternalStorageLocation}, {"HealthCheckStatus", kPackage, kHealthCheckStatus},
    {"WorkflowDefSummary", kPackage, kWorkflowDefSummary}, {"EnvironmentVariable", kPackage, kEnvironmentVariable},
    {"SecretName", kPackage, kSecretName}, {"SignalResponse", kPackage, kSignalResponse}, {"ErrorResponse", kPackage, kErrorResponse},
    {"ValidationError", kPackage, kValidationError}, {"Token", kPackage, kToken},
    {"Clock", kPackage, kClock, "The server's time, in milliseconds since 1970."}});

}  // namespace

std::span<const Bean> answerBeans() noexcept
{
    return kBeans;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/task.h"

#include "tasks/underwriting/handlers/keys.h"

namespace baton::tasks {

UnderwritingTask::UnderwritingTask(ServicesPtr services, TaskDescription description)
    : m_services(std::move(services)), m_description(std::move(description))
{
    m_description.inputErrorCode = kInvalidApplication;
}

TaskOutput refused(std::string_view code, std::string message, std::string_view field)
{
    const Value details = field.empty() ? Value::object() : Value::object({{key::field, field}});
    return TaskOutput::failed({std::string(code), std::move(message), details, false});
}

TaskOutput failedBy(const Error& error, std::string_view wrong, std::string_view unknown)
{
    const Value details = Value::object({{key::provider, error.source}, {key::field, error.field}});
    switch (error.code) {
    case ErrorCode::Unavailable:
    case ErrorCode::Timeout:
    case ErrorCode::IoError:
        return TaskOutput::failed({std::string(kExternalServiceError), error.message, details, true});
    case ErrorCode::NotFound:
        return TaskOutput::failed({std::string(unknown), error.message, details, false});
    default:
        return TaskOutput::failed({std::string(wrong), error.field + ": " + error.message, details, true});
    }
}

ProviderCall callFor(const Value& input, const TaskContext& context, std::initializer_list<Key> parts)
{
    ProviderCall call;
    call.applicationId = input[key::applicationId].asText();
    for (const Key& part : parts) {
        if (!call.applicationId.empty())
            break;
        call.applicationId = input[part][key::applicationId].asText();
        if (call.applicationId.empty())
            call.applicationId = input[part][key::id].asText();
    }
    call.userId = input[key::userId].asText();
    call.taskId = context.taskId();
    call.attempt = context.attempt();
    call.now = context.clock().now();
    return call;
}

FieldSpec required(std::string name, FieldType type, std::string description)
{
    FieldSpec spec;
    spec.name = std::move(name);
    spec.type = type;
    spec.description = std::move(description);
    return spec;
}

FieldSpec optional(std::string name, FieldType type, std::string description)
{
    FieldSpec spec = required(std::move(name), type, std::move(description));
    spec.required = false;
    return spec;
}

FieldSpec ranged(FieldSpec spec, double minimum, double maximum)
{
    spec.minimum = minimum;
    spec.maximum = maximum;
    return spec;
}

FieldSpec oneOf(FieldSpec spec, std::vector<std::string> words)
{
    spec.oneOf = std::move(words);
    return spec;
}

OrElse<LoanApplication> lookUpApplication(const Providers& providers, const ProviderCall& call)
{
    if (call.applicationId.empty())
        return refused(kInvalidApplication, "'application_id' is missing", key::applicationId.view());
    OrElse<LoanApplication> application
        = answered(providers.applications->application(call), kInvalidApplication, kInvalidApplication);
    if (application.ok() && (application->annualIncome.value_or(0) < 0 || application->loanAmount.value_or(0) < 0))
        return failedBy({.code = ErrorCode::InvalidArgument, .message = "is negative", .source = "application store",
                            .field = "application.annual_income"},
            kInvalidApplication, kInvalidApplication);
    return application;
}

}  // namespace baton::tasks

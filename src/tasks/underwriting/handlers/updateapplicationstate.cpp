// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"
#include "tasks/underwriting/rules/states.h"

namespace baton::tasks {

namespace {

std::vector<std::string> stateWords()
{
    std::vector<std::string> words;
    for (int i = 0; i < kApplicationStateCount; ++i)
        words.emplace_back(toText(static_cast<ApplicationState>(i)));
    return words;
}

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "update_application_state";
    description.description = "Moves the application to another state";
    description.inputs = {
        required("application_id", Text, "The loan application"),
        oneOf(required("new_state", Text, "Where it goes"), stateWords()),
        optional("decision_details", Object, "What led there; kept with the change"),
        optional("workflow_instance_id", Text, "The workflow that moves it"),
        oneOf(optional("current_state", Text, "Where the workflow left it; else the store says"), stateWords()),
    };
    description.outputs = {
        oneOf(required("previous_state", Text, "Where it was"), stateWords()),
        oneOf(required("new_state", Text, "Where it is"), stateWords()),
        required("updated_at", Text, "When"),
        required("changed", Bool, "Whether it was elsewhere before"),
        required("recorded", Bool, "Whether the store took the change; false while rehearsing with a real one"),
        required("application_id", Text, "The loan application"),
    };
    description.timeout = std::chrono::seconds {120};
    description.retryCount = 5;
    description.retryDelay = std::chrono::seconds {30};
    return description;
}

class UpdateApplicationState final : public UnderwritingTask {
public:
    explicit UpdateApplicationState(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const ProviderCall call = callFor(input, context);
        OrElse<ApplicationState> from = previousState(input, call);
        if (!from.ok())
            return std::move(from).output();
        const ApplicationState to
            = applicationStateFrom(input[key::newState].asText()).value_or(ApplicationState::ProcessingError);
        if (!isLegalTransition(*from, to))
            return illegal(*from, to);
        const bool records = context.sideEffectsAllowed() || !providers().states->isExternal();
        EpochMs at = call.now;
        if (records && *from != to) {
            const Value& workflow = input[key::workflowInstanceId];
            const StateChange change {toText(*from), toText(to),
                workflow.isText() ? workflow.asText() : context.workflowId(), input[key::decisionDetails]};
            ProviderReply<EpochMs> moved = providers().states->move(call, change);
            if (!moved.ok() && !moved.pending() && moved.error().code == ErrorCode::Conflict)
                return failedBy({.code = ErrorCode::Unavailable, .message = moved.error().message,
                                    .source = moved.error().source, .field = key::currentState.str()},
                    kWorkflowError, kInvalidApplication);
            OrElse<EpochMs> time = answered(std::move(moved), kWorkflowError, kInvalidApplication);
            if (!time.ok())
                return std::move(time).output();
            at = *time;
        }
        ObjectBuilder output(7);
        output.set(key::applicationId, call.applicationId)
            .set(key::previousState, toText(*from))
            .set(key::newState, toText(to))
            .set(key::updatedAt, timeText(at))
            .set(key::changed, *from != to)
            .set(key::recorded, records);
        return TaskOutput::completed(std::move(output).build());
    }

private:
    /// What the workflow says it left; else what the store knows; an application without a state has been submitted.
    [[nodiscard]] OrElse<ApplicationState> previousState(const Value& input, const ProviderCall& call) const
    {
        if (call.applicationId.empty())
            return refused(kInvalidApplication, "'application_id' is empty", key::applicationId.view());
        if (const auto given = applicationStateFrom(input[key::currentState].asText()))
            return *given;
        OrElse<Text> text = answered(providers().states->current(call), kWorkflowError, kInvalidApplication);
        if (!text.ok())
            return std::move(text).output();
        if (text->empty())
            return ApplicationState::Submitted;
        if (const auto state = applicationStateFrom(*text))
            return *state;
        return refused(kWorkflowError, "the application is in the unknown state '" + text->str() + "'", key::currentState.view());
    }
    [[nodiscard]] static TaskOutput illegal(ApplicationState from, ApplicationState to)
    {
        std::vector<Value> allowed;
        for (const ApplicationState state : nextStates(from))
            allowed.emplace_back(toText(state));
        const std::string message = "an application cannot go from " + std::string(toText(from)) + " to " + std::string(toText(to));
        return TaskOutput::failed({std::string(kWorkflowError), message,
            Value::object({{key::field, key::newState.view()}, {key::previousState, toText(from)},
                {key::newState, toText(to)}, {key::permitted, Value::array(std::move(allowed))}}),
            false});
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeUpdateApplicationState(ServicesPtr services)
{
    return std::make_shared<UpdateApplicationState>(std::move(services));
}

}  // namespace baton::tasks

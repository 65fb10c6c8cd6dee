// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/value/hash.h"
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/notify.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"
#include "tasks/underwriting/rules/review.h"

#include <cstdio>

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "assign_manual_review";
    description.description = "Puts the application into a person's queue";
    description.inputs = {
        required("application_id", Text, "The loan application"),
        required("reasons", Array, "decision_reasons of underwriting_decision, or plain words"),
        oneOf(optional("cause", Text, "What sends it there; risk where absent"), {"risk", "fraud", "failure"}),
        ranged(optional("loan_amount", Number, "Whole units; the application's where absent"), 0, 1e11),
        optional("workflow_instance_id", Text, "The workflow it comes from"),
    };
    description.outputs = {
        required("review_id", Text, "The same for the same application, cause and workflow"),
        required("queue", Text, "Of the policy"),
        oneOf(required("priority", Text, "Of the queue"), {"low", "normal", "high", "urgent"}),
        required("reviewer", Text, "The role that reviews"),
        required("due_at", Text, "When it has to be done"),
        required("assigned_at", Text, "When it was put there"),
        required("reasons", Array, "As they were given"),
        required("notification", Object, "What became of the message to the reviewer"),
    };
    return description;
}

class AssignManualReview final : public UnderwritingTask {
public:
    explicit AssignManualReview(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const ProviderCall call = callFor(input, context);
        if (call.applicationId.empty())
            return refused(kInvalidApplication, "'application_id' is empty", key::applicationId.view());
        const ReviewCause cause = reviewCauseFrom(input[key::cause].asText()).value_or(ReviewCause::Risk);
        const ReviewQueue& queue = queueFor(policy(), cause, amount(input, call));
        const Text due = timeText(call.now + queue.dueHours * kHourMs);
        const Text id = reviewId(call, cause, input[key::workflowInstanceId].asText(context.workflowId()));
        Notification notification {"manual_review", queue.reviewer,
            Value::object({{key::reviewId, id}, {key::applicationId, call.applicationId}, {key::queue, queue.name},
                {key::dueAt, due}, {key::reasons, input[key::reasons]}})};
        OrElse<Value> sent = notified(providers(), call, context, notification);
        if (!sent.ok())
            return std::move(sent).output();
        ObjectBuilder output(9);
        output.set(key::reviewId, id)
            .set(key::applicationId, call.applicationId)
            .set(key::cause, toText(cause))
            .set(key::queue, queue.name)
            .set(key::priority, queue.priority)
            .set(key::reviewer, queue.reviewer)
            .set(key::assignedAt, timeText(call.now))
            .set(key::dueAt, due)
            .set(key::reasons, input[key::reasons])
            .set(key::notification, *sent);
        return TaskOutput::completed(std::move(output).build());
    }

private:
    /// An application that cannot be looked up still needs a person: all the more.
    [[nodiscard]] std::optional<Cents> amount(const Value& input, const ProviderCall& call) const
    {
        if (const Value& given = input[key::loanAmount]; given.isNumber())
            return centsFrom(given.asDecimal());
        const ProviderReply<LoanApplication> application = providers().applications->application(call);
        return application.ok() ? application->loanAmount : std::nullopt;
    }
    /// A repeated attempt must not open a second review.
    [[nodiscard]] static Text reviewId(const ProviderCall& call, ReviewCause cause, std::string_view workflowId)
    {
        const std::uint64_t hash = mixedHash(hashOfBytes(call.applicationId) + static_cast<std::uint64_t>(cause), hashOfBytes(workflowId));
        char text[24];
        std::snprintf(text, sizeof text, "REV-%012llx", static_cast<unsigned long long>(hash >> 16U));
        return Text(text);
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeAssignManualReview(ServicesPtr services)
{
    return std::make_shared<AssignManualReview>(std::move(services));
}

}  // namespace baton::tasks

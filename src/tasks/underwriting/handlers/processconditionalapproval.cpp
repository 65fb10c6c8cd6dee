// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "tasks/underwriting/handlers/keys.h"
#include "tasks/underwriting/handlers/notify.h"
#include "tasks/underwriting/handlers/tasks.h"
#include "tasks/underwriting/handlers/writers.h"

#include <algorithm>

namespace baton::tasks {

namespace {

TaskDescription describe()
{
    using enum FieldType;
    TaskDescription description;
    description.name = "process_conditional_approval";
    description.description = "Lays down what has to be met before the loan is paid out";
    description.inputs = {
        oneOf(required("decision", Text, "What is decided"), {"conditional_approval", "counter_offer"}),
        required("conditions", Array, "conditions of underwriting_decision, codes or plain words"),
        optional("application_id", Text, "The loan application"),
    };
    description.outputs = {
        required("conditions", Array, "code, type, priority, due_date, statement, status; soonest first"),
        ranged(required("open_count", Integer, "How many are open"), 0, 1000),
        optional("earliest_due_date", Text, "Of the open ones"),
        required("notification", Object, "What became of the message to the applicant"),
    };
    return description;
}

std::optional<ConditionCode> conditionCodeFrom(std::string_view text)
{
    for (std::size_t i = 0; i < kConditionCodeCount; ++i) {
        if (toText(static_cast<ConditionCode>(i)) == text)
            return static_cast<ConditionCode>(i);
    }
    return std::nullopt;
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

class ProcessConditionalApproval final : public UnderwritingTask {
public:
    explicit ProcessConditionalApproval(ServicesPtr services) : UnderwritingTask(std::move(services), describe()) { }

    TaskOutput execute(const Value& input, TaskContext& context) override
    {
        const ProviderCall call = callFor(input, context);
        std::vector<Value> conditions;
        for (const Value& item : input[key::conditions].items()) {
            conditions.push_back(completed(item, call.now));
            if (conditions.back().isNull())
                return refused(kInvalidApplication, "a condition has neither a known code nor a statement", key::conditions.view());
        }
        if (conditions.empty())
            return refused(kInvalidApplication, "a conditional approval needs conditions", key::conditions.view());
        std::stable_sort(conditions.begin(), conditions.end(), [](const Value& a, const Value& b) {
            return a[key::dueDate].asText() < b[key::dueDate].asText();
        });
        std::int64_t open = 0;
        Value earliest;
        for (const Value& condition : conditions) {
            if (condition[key::status].asText() != "open")
                continue;
            ++open;
            if (earliest.isNull())
                earliest = condition[key::dueDate];
        }
        const Value list = Value::array(std::move(conditions));
        OrElse<Value> sent = notified(providers(), call, context,
            {"conditional_approval", "applicant", Value::object({{key::conditions, list}})});
        if (!sent.ok())
            return std::move(sent).output();
        ObjectBuilder output(4);
        output.set(key::conditions, list)
            .set(key::openCount, open)
            .set(key::earliestDueDate, earliest)
            .set(key::notification, *sent);
        return TaskOutput::completed(std::move(output).build());
    }

private:
    /// The condition with the policy's terms where it does not bring its own; null when it says nothing.
    [[nodiscard]] Value completed(const Value& item, EpochMs now) const
    {
        const Value& named = item.isText() ? item : item[key::code];
        const auto code = conditionCodeFrom(named.asText());
        const ConditionTerms& terms = policy().conditions[static_cast<std::size_t>(code.value_or(ConditionCode::VerifyIncome))];
        const Value& statement = item[key::statement];
        const bool silent = !code && !statement.isText() && !item.isText();
        if (silent || (item.isText() && item.asText().empty()))
            return {};
        const Value& type = item[key::type];
        const Value& priority = item[key::priority];
        const Value& due = item[key::dueDate];
        const bool met = isOneOf(item[key::status].asText(), {"met", "waived"});
        ObjectBuilder object(6);
        object.set(key::code, code ? Value(toText(*code)) : Value("other"))
            .set(key::type, isOneOf(type.asText(), {"prior_to_funding", "prior_to_closing", "ongoing"}) ? type : Value(terms.type))
            .set(key::priority, isOneOf(priority.asText(), {"low", "normal", "high", "urgent"}) ? priority : Value(terms.priority))
            .set(key::dueDate, due.isText() && !due.asText().empty() ? due : Value(dateText(now + terms.dueDays * kDayMs)))
            .set(key::statement, statement.isText() ? statement : code ? Value(terms.statement) : item)
            .set(key::status, met ? item[key::status] : Value("open"));
        return std::move(object).build();
    }
};

}  // namespace

std::shared_ptr<TaskHandler> makeProcessConditionalApproval(ServicesPtr services)
{
    return std::make_shared<ProcessConditionalApproval>(std::move(services));
}

}  // namespace baton::tasks

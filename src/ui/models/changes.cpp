// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/changes.h"

#include <span>


namespace baton::ui {

namespace {

constexpr Field kWorkflowFields[] = {Field::WorkflowStatus, Field::WorkflowReason, Field::Input, Field::Variables, Field::Output};
constexpr Field kTaskFields[] = {Field::TaskStatus, Field::TaskReason, Field::InputData, Field::OutputData,
                                 Field::SubWorkflowId, Field::WorkerId, Field::CallbackAfterSeconds};

bool isTree(Field field)
{
    return field == Field::Input || field == Field::Variables || field == Field::Output || field == Field::InputData
        || field == Field::OutputData;
}

bool isEmpty(const Value& value)
{
    return value.isNull() || (value.isText() && value.asText().empty()) || (value.isInteger() && value.asInteger() == 0)
        || ((value.isObject() || value.isArray()) && value.empty());
}

void addField(std::vector<StepChange>& changes, StepChange base, const Value& before, const Value& after, bool isNew)
{
    if (isTree(base.field)) {
        const Value nothing = Value::object();
        for (Change& change : diff(isEmpty(before) ? nothing : before, isEmpty(after) ? nothing : after)) {
            StepChange one = base;
            one.path = std::move(change.path);
            one.kind = change.kind;
            one.before = std::move(change.before);
            one.after = std::move(change.after);
            changes.push_back(std::move(one));
        }
        return;
    }
    const bool isStatus = base.field == Field::TaskStatus || base.field == Field::WorkflowStatus;
    const bool wasThere = !isNew && (isStatus || !isEmpty(before));
    const bool isThere = isStatus || !isEmpty(after);
    if ((!wasThere && !isThere) || (wasThere && isThere && before == after))
        return;
    base.kind = !wasThere ? ChangeKind::Added : isThere ? ChangeKind::Replaced : ChangeKind::Removed;
    base.before = wasThere ? before : Value();
    base.after = isThere ? after : Value();
    changes.push_back(std::move(base));
}

template <typename State>
void addFields(std::vector<StepChange>& changes, StepChange base, std::span<const Field> fields, const State* before,
               const State& after)
{
    for (const Field field : fields) {
        base.field = field;
        addField(changes, base, before ? fieldValue(*before, field) : Value(), fieldValue(after, field), before == nullptr);
    }
}

}  // namespace

std::vector<StepChange> changesBetween(const Execution* before, const Execution& after)
{
    std::vector<StepChange> changes;
    addFields<Execution>(changes, {}, kWorkflowFields, before, after);
    const std::size_t count = std::max(before ? before->tasks.size() : 0, after.tasks.size());
    for (std::size_t i = 0; i < count; ++i) {
        const TaskPtr earlier = before && i < before->tasks.size() ? before->tasks[i] : nullptr;
        const TaskPtr later = i < after.tasks.size() ? after.tasks[i] : nullptr;
        if (earlier == later)
            continue;
        const TaskRun& named = later ? *later : *earlier;
        StepChange base;
        base.slot = static_cast<TaskSlot>(i);
        base.reference = named.referenceTaskName;
        base.attempt = named.retryCount;
        if (later) {
            addFields<TaskRun>(changes, base, kTaskFields, earlier.get(), *later);
            continue;
        }
        base.field = Field::TaskStatus;
        base.kind = ChangeKind::Removed;
        base.before = fieldValue(*earlier, Field::TaskStatus);
        changes.push_back(std::move(base));
    }
    return changes;
}

}  // namespace baton::ui

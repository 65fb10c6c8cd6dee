// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/codec.h"
#include "engine/model/codec/runs.h"

#include <algorithm>
#include <unordered_map>

namespace baton {
namespace {

struct Keys {
    Key workflowId {"workflowId"}, tasks {"tasks"}, status {"status"}, definition {"workflowDefinition"};
    Key name {"workflowName"}, version {"workflowVersion"}, type {"workflowType"}, oldVersion {"version"};
};

const Keys& keys()
{
    static const Keys all;
    return all;
}

/// For an execution that came without a definition we can read: as much as it says itself.
WorkflowDefPtr definitionByName(const Value& json)
{
    auto definition = std::make_shared<WorkflowDef>();
    for (const Key* name : {&keys().name, &keys().type}) {
        if (definition->name.empty())
            readInto(definition->name, json[*name]);
    }
    for (const Key* version : {&keys().oldVersion, &keys().version})
        readInto(definition->version, json[*version]);
    return definition;
}

WorkflowStatus nearestStatus(std::string_view text, bool ended)
{
    if (text == "CANCELLED" || text == "CANCELED")
        return WorkflowStatus::Terminated;
    return ended ? WorkflowStatus::Terminated : WorkflowStatus::Running;
}

/// False when some of the list is no task and has to be kept raw.
bool readTasks(Execution& execution, const Value& json, Reading& reading)
{
    if (!json.isArray())
        return json.isNull();
    Writing writing;
    bool all = true;
    std::vector<std::shared_ptr<TaskRun>> tasks;
    tasks.reserve(json.size());
    for (const Value& item : json.items()) {
        if (item.isObject())
            tasks.push_back(readTaskRun(item, &execution, reading, writing));
        else
            all = false;
    }
    std::stable_sort(tasks.begin(), tasks.end(), [](const auto& a, const auto& b) { return a->seq < b->seq; });
    std::unordered_map<Text, EpochMs> firstTimes;   // by task id; the server does not say them, but retries follow each other
    for (const auto& task : tasks) {
        const auto first = task->retriedTaskId.empty() ? firstTimes.end() : firstTimes.find(task->retriedTaskId);
        task->firstScheduledTime = first == firstTimes.end() ? task->scheduledTime : first->second;
        firstTimes[task->taskId] = task->firstScheduledTime;
        execution.tasks.push_back(task);
    }
    return all;
}

}  // namespace

Result<ExecutionPtr> executionFrom(const Value& json)
{
    if (!json.isObject() || (!json.contains(keys().workflowId) && !json.contains(keys().status))) {
        return Error {ErrorCode::InvalidArgument, "this is no workflow execution: it has no workflowId", {}, {}, 0, 0,
                      "open the JSON that GET /workflow/{workflowId}?includeTasks=true answers"};
    }
    WorkflowTaskPool pool;
    Reading reading(Reading::Mode::Lenient);
    reading.pool = &pool;
    auto execution = std::make_shared<Execution>();
    readBean(*execution, executionTable(), json, reading);
    if (const Value& status = execution->unknownFields[keys().status]; !status.isNull())
        execution->status = nearestStatus(status.asText(), execution->endTime > 0);
    if (!execution->definition)
        execution->definition = definitionByName(json);

    ObjectBuilder other;
    if (!readTasks(*execution, json[keys().tasks], reading))
        other.set(keys().tasks, json[keys().tasks]);
    for (const Member& derived : derivedFields(*execution)) {
        const Value* raw = json.find(derived.key);
        if (raw && !raw->isNull() && *raw != derived.value)
            other.set(derived.key, *raw);
    }
    if (other.size() > 0)
        execution->unknownFields = execution->unknownFields.mergedWith(std::move(other).build());
    rebuildIndexes(*execution);
    return ExecutionPtr(std::move(execution));
}

}  // namespace baton

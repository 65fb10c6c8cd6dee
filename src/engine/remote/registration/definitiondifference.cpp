// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/registration/definitiondifference.h"

#include "engine/model/codec.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

constexpr std::size_t kMost = 100;
constexpr std::array<std::string_view, 5> kServers {"createTime", "updateTime", "createdBy", "updatedBy", "ownerApp"};

TaskList plain(const TaskList& tasks);

WorkflowTaskPtr plain(const WorkflowTaskPtr& task)
{
    auto copy = std::make_shared<WorkflowTask>(*task);
    copy->unknownFields = Value();
    if (copy->subWorkflowParam)
        copy->subWorkflowParam->unknownFields = Value();
    if (copy->taskDefinition) {
        auto definition = std::make_shared<TaskDef>(*copy->taskDefinition);
        definition->unknownFields = Value();
        copy->taskDefinition = std::move(definition);
    }
    for (DecisionCase& one : copy->decisionCases)
        one.tasks = plain(one.tasks);
    copy->defaultCase = plain(copy->defaultCase);
    for (TaskList& branch : copy->forkTasks)
        branch = plain(branch);
    copy->loopOver = plain(copy->loopOver);
    return copy;
}

TaskList plain(const TaskList& tasks)
{
    TaskList result;
    for (const WorkflowTaskPtr& task : tasks)
        result.push_back(plain(task));
    return result;
}

Value withoutServers(Value value)
{
    for (const std::string_view field : kServers)
        value = value.without(field);
    return value;
}

void compare(const Value& ours, const Value& theirs, const std::string& path, std::vector<FieldDifference>& found)
{
    if (found.size() >= kMost || ours == theirs)
        return;
    if (ours.isObject() && theirs.isObject()) {
        const auto below = [&path](const Key& key) { return path.empty() ? key.str() : path + '.' + key.str(); };
        for (const Member& member : ours.members())
            compare(member.value, theirs[member.key], below(member.key), found);
        for (const Member& member : theirs.members()) {
            if (!ours.contains(member.key))
                compare(Value(), member.value, below(member.key), found);
        }
        return;
    }
    if (ours.isArray() && theirs.isArray()) {
        for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i)
            compare(ours.at(i), theirs.at(i), path + '[' + std::to_string(i) + ']', found);
        return;
    }
    found.push_back({path, ours, theirs});
}

}  // namespace

Value comparable(const TaskDef& definition)
{
    TaskDef copy = definition;
    copy.unknownFields = Value();
    return withoutServers(toValue(copy));
}

Value comparable(const WorkflowDef& definition)
{
    WorkflowDef copy = definition;
    copy.unknownFields = Value();
    copy.tasks = plain(copy.tasks);
    return withoutServers(toValue(copy));
}

std::vector<FieldDifference> differencesOf(const Value& ours, const Value& theirs)
{
    std::vector<FieldDifference> found;
    compare(ours, theirs, {}, found);
    return found;
}

}  // namespace baton

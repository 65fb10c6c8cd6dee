// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/branchtree.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/decider.h"
#include "engine/model/codec.h"

#include <algorithm>
#include <map>
#include <set>

namespace baton {
namespace {

constexpr int kDeepest = 50;   // sub-workflows inside one another

Value testRequestOf(const World& world, const Execution& execution, int depth)
{
    std::vector<std::string> names;
    std::map<std::string, std::vector<Value>> outputs;
    Value children = Value::object();
    for (const TaskPtr& task : execution.tasksBySeq()) {
        const Execution* child = task->subWorkflowId.empty() ? nullptr : world.find(task->subWorkflowId);
        const std::string name(baseName(*task));
        if (task->taskType == "SUB_WORKFLOW" && child && depth < kDeepest) {
            children = std::move(children).with(name, testRequestOf(world, *child, depth + 1));
            continue;
        }
        const TaskDuty duty = dutyOf(task->taskType);
        const bool answers = duty == TaskDuty::Worker || duty == TaskDuty::External || task->taskType == "WAIT"
            || (duty == TaskDuty::Asynchronous && task->taskType != "JOIN" && task->taskType != "START_WORKFLOW");
        if (!answers || !isTerminal(task->status))
            continue;
        if (outputs[name].empty())
            names.push_back(name);
        Value mock = Value::object({{"status", toText(task->status)}, {"output", task->outputData}});
        if (task->endTime > task->startTime && task->startTime > 0)
            mock = std::move(mock).with("executionTime", task->endTime - task->startTime);
        if (task->startTime > task->scheduledTime)
            mock = std::move(mock).with("queueWaitTime", task->startTime - task->scheduledTime);
        outputs[name].push_back(std::move(mock));
    }
    Value mocks = Value::object();
    for (const std::string& name : names)
        mocks = std::move(mocks).with(name, Value::array(std::move(outputs[name])));
    Value request = Value::object({{"name", execution.definition ? Value(execution.definition->name) : Value()},
                                   {"version", execution.definition ? Value(execution.definition->version) : Value()},
                                   {"input", execution.input}, {"taskRefToMockOutput", std::move(mocks)}});
    if (execution.definition)
        request = std::move(request).with("workflowDef", toValue(*execution.definition));
    if (!children.empty())
        request = std::move(request).with("subWorkflowTestRequest", std::move(children));
    return request;
}

}  // namespace

BranchTree::BranchTree(std::unique_ptr<Rehearsal> first, std::string name)
{
    m_all.push_back({.id = 1, .name = std::move(name), .edit = {}, .parent = 0, .forkedAt = 0, .rehearsal = std::move(first)});
}

const Branch* BranchTree::find(std::uint32_t id) const noexcept
{
    const auto found = std::ranges::find(m_all, id, &Branch::id);
    return found == m_all.end() ? nullptr : &*found;
}

const Branch* BranchTree::find(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(m_all, name, &Branch::name);
    return found == m_all.end() ? nullptr : &*found;
}

bool BranchTree::select(std::uint32_t id)
{
    if (!find(id))
        return false;
    m_current = id;
    return true;
}

Status BranchTree::checkName(std::string& name, std::uint32_t id) const
{
    if (name.empty())
        name = "branch " + std::to_string(id);
    const Branch* taken = find(name);
    if (taken && taken->id != id)
        return Error {ErrorCode::Conflict, "there is a branch '" + name + "' already", {}, {}, 0, 0, "give it another name"};
    return {};
}

Status BranchTree::rename(std::uint32_t id, std::string name)
{
    const auto found = std::ranges::find(m_all, id, &Branch::id);
    if (found == m_all.end())
        return Error {ErrorCode::NotFound, "there is no branch " + std::to_string(id)};
    if (Status checked = checkName(name, id); !checked)
        return checked;
    found->name = std::move(name);
    return {};
}

Status BranchTree::remove(std::uint32_t id)
{
    if (!find(id))
        return Error {ErrorCode::NotFound, "there is no branch " + std::to_string(id)};
    if (find(id)->parent == 0)
        return Error {ErrorCode::Conflict, "the first branch stays"};
    const std::uint32_t parent = find(id)->parent;
    std::set<std::uint32_t> gone {id};
    // A branch comes after the one it was made of.
    for (const Branch& one : m_all) {
        if (gone.contains(one.parent))
            gone.insert(one.id);
    }
    std::erase_if(m_all, [&](const Branch& one) { return gone.contains(one.id); });
    if (gone.contains(m_current))
        m_current = parent;
    return {};
}

Result<std::uint32_t> BranchTree::adopt(std::unique_ptr<Rehearsal> rehearsal, std::size_t forkedAt, std::string edit, std::string name)
{
    const std::uint32_t id = m_lastId + 1;
    if (Status checked = checkName(name, id); !checked)
        return std::move(checked).error();
    m_all.push_back({.id = id, .name = std::move(name), .edit = std::move(edit), .parent = m_current, .forkedAt = forkedAt,
                     .rehearsal = std::move(rehearsal)});
    m_lastId = m_current = id;
    return id;
}

Result<std::uint32_t> BranchTree::branch(std::size_t position, const Text& workflowId, const Edit& edit, std::string name)
{
    if (Status checked = checkName(name, m_lastId + 1); !checked)
        return std::move(checked).error();
    auto made = withEdit(rehearsal(), position, workflowId, edit);
    if (!made)
        return std::move(made).error();
    const std::size_t shared = commonLength(rehearsal().journal(), (*made)->journal());
    const Execution* execution = rehearsal().world().find(workflowId);
    return adopt(std::move(made).value(), shared, describe(edit, execution), std::move(name));
}

Result<std::uint32_t> BranchTree::branch(std::size_t position, std::string name)
{
    if (Status checked = checkName(name, m_lastId + 1); !checked)
        return std::move(checked).error();
    auto made = rehearsal().fork(position);
    if (!made)
        return std::move(made).error();
    const std::size_t shared = (*made)->journal().size();
    return adopt(std::move(made).value(), shared, {}, std::move(name));
}

std::size_t commonLength(const Journal& a, const Journal& b)
{
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t low = 0;
    std::size_t high = most;
    // Forks share the events themselves: once they part they do so for good.
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (a.share(middle) == b.share(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Value toTestRequest(const Rehearsal& rehearsal)
{
    const World world = worldAfter(rehearsal.journal(), rehearsal.journal().size());
    const Execution* execution = world.find(rehearsal.mainWorkflowId());
    return execution ? testRequestOf(world, *execution, 0) : Value();
}

}  // namespace baton

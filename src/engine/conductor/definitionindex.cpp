// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/definitionindex.h"

#include "engine/conductor/decide/population.h"
#include "engine/conductor/types/tasktype.h"

#include <unordered_set>

namespace baton {

namespace {

// Beyond this many, a cache starts anew: definitions are few, and making one again costs microseconds.
constexpr std::size_t kMaxCached = 4096;

Template completedInput(const WorkflowTask& task, const Template& plain)
{
    if (!task.taskDefinition || task.taskDefinition->inputTemplate.empty())
        return plain;
    Value parameters = task.inputParameters.isObject() ? task.inputParameters : Value::object();
    for (const Member& member : task.taskDefinition->inputTemplate.members()) {
        const Value* given = parameters.find(member.key);
        if (!given || given->isNull())
            parameters = std::move(parameters).with(member.key, member.value);
    }
    return Template(std::move(parameters));
}

}  // namespace

struct DefinitionIndex::Open {
    const TaskList* list;
    int parent;
    int loop;
    bool inFork;
};

DefinitionIndex::DefinitionIndex(const TaskList& tasks, const Value& outputParameters)
    : m_output(outputParameters)
{
    std::vector<Open> pending {{&tasks, -1, -1, false}};
    while (!pending.empty()) {
        const Open list = pending.back();
        pending.pop_back();
        add(list, pending);
    }
    link();
}

void DefinitionIndex::add(const Open& list, std::vector<Open>& pending)
{
    int before = -1;
    for (const WorkflowTaskPtr& task : *list.list) {
        const int position = static_cast<int>(m_tasks.size());
        if (before >= 0)
            m_tasks[static_cast<std::size_t>(before)].sibling = position;
        before = position;
        if (list.parent < 0)
            m_topLevel.push_back(position);

        IndexedTask entry;
        entry.task = task;
        entry.type = &taskType(task->type);
        entry.parent = list.parent;
        entry.loop = list.loop;
        const bool isLoop = task->type == "DO_WHILE";
        entry.inFork = list.inFork || task->type == "FORK_JOIN";
        entry.input = Template(task->inputParameters);
        entry.completed = completedInput(*task, entry.input);
        if (isLoop || task->type == "EXCLUSIVE_JOIN")
            m_watchers.push_back(position);
        if (isLoop)
            m_loops.push_back(position);
        if (task->type == "TERMINATE")
            m_terminates.push_back(position);
        m_hasJoins = m_hasJoins || task->type == "JOIN" || task->type == "FORK_JOIN_DYNAMIC";
        m_tasks.push_back(std::move(entry));
        for (const TaskList* children : childLists(*task))
            pending.push_back({children, position, isLoop ? position : list.loop, m_tasks.back().inFork});
    }
}

void DefinitionIndex::link()
{
    m_byReference.reserve(m_tasks.size());
    std::unordered_set<std::string_view> joined;
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        m_byReference.try_emplace(m_tasks[i].task->taskReferenceName.view(), static_cast<int>(i));
        if (m_tasks[i].task->type == "JOIN")
            joined.insert(m_tasks[i].task->joinOn.begin(), m_tasks[i].task->joinOn.end());
    }
    // A list is added after the operator that holds it, so parents are linked before their children.
    for (IndexedTask& entry : m_tasks) {
        entry.joined = joined.contains(entry.task->taskReferenceName.view());
        if (entry.task->type == "TERMINATE")
            entry.next = -1;
        else if (entry.sibling >= 0 || entry.parent < 0)
            entry.next = entry.sibling;
        else
            entry.next = at(entry.parent).task->type == "DO_WHILE" ? entry.parent : at(entry.parent).next;
    }
}

int DefinitionIndex::position(std::string_view referenceName) const noexcept
{
    const auto found = m_byReference.find(referenceName);
    return found == m_byReference.end() ? -1 : found->second;
}

const IndexedTask* DefinitionIndex::find(std::string_view referenceName) const noexcept
{
    const auto found = m_byReference.find(referenceName);
    return found == m_byReference.end() ? nullptr : &at(found->second);
}

DefinitionIndexPtr DefinitionCache::index(const WorkflowDefPtr& definition)
{
    if (const auto found = m_indexes.find(definition.get()); found != m_indexes.end())
        return found->second.second;
    if (m_indexes.size() >= kMaxCached)
        m_indexes.clear();
    auto made = std::make_shared<const DefinitionIndex>(definition->tasks, definition->outputParameters);
    m_indexes.emplace(definition.get(), std::pair(definition, made));
    return made;
}

DefinitionIndexPtr DefinitionCache::body(const WorkflowTaskPtr& loop)
{
    if (const auto found = m_bodies.find(loop.get()); found != m_bodies.end())
        return found->second.second;
    if (m_bodies.size() >= kMaxCached)
        m_bodies.clear();
    auto made = std::make_shared<const DefinitionIndex>(loop->loopOver, Value());
    m_bodies.emplace(loop.get(), std::pair(loop, made));
    return made;
}

bool DefinitionCache::isCurrent(const Populated& made, const DefinitionSource& source)
{
    for (const auto& [name, definition] : made.tasks) {
        if (source.task(name) != definition)
            return false;
    }
    for (const auto& [name, version] : made.versions) {
        const WorkflowDefPtr latest = source.workflow(name, std::nullopt);
        if (!latest || latest->version != version)
            return false;
    }
    return true;
}

Result<WorkflowDefPtr> DefinitionCache::populated(const WorkflowDefPtr& definition, const DefinitionSource& source)
{
    if (const auto found = m_populated.find(definition.get()); found != m_populated.end()) {
        if (isCurrent(found->second, source))
            return found->second.to;
        m_populated.erase(found);
    }
    if (m_populated.size() >= kMaxCached)
        m_populated.clear();
    Population population(source);
    Result<WorkflowDefPtr> made = population.populate(definition);
    if (!made)
        return made;
    m_populated.emplace(definition.get(),
        Populated {definition, *made, std::move(population.tasks), std::move(population.versions)});
    // What is populated already stays as it is: a restart populates it again.
    if (*made != definition)
        m_populated.emplace(made->get(), Populated {*made, *made, {}, {}});
    return made;
}

std::size_t& DefinitionCache::joinHint(const Text& taskId)
{
    if (m_joinHints.size() >= kMaxCached)
        m_joinHints.clear();
    return m_joinHints[taskId];
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/model/statehash.h"

#include "engine/model/codec/runs.h"
#include "engine/value/hash.h"

#include <utility>

namespace baton {
namespace {

constexpr std::uint64_t kSeed = 0x9e3779b97f4a7c15ULL;
constexpr std::uint64_t kMixer = 0xd6e8feb86659fd93ULL;

std::uint64_t combined(std::uint64_t hash, std::uint64_t next) { return mixedHash(hash ^ next, kMixer) + next; }

std::uint64_t hashOf(const Text& text) { return text.empty() ? 0 : hashOfBytes(text); }
std::uint64_t hashOf(const Value& value) { return value.isNull() ? 0 : std::uint64_t {value.hash()} | 1; }
std::uint64_t hashOf(std::int64_t number) { return static_cast<std::uint64_t>(number); }
std::uint64_t hashOf(int number) { return hashOf(std::int64_t {number}); }
std::uint64_t hashOf(bool truth) { return truth ? 1 : 0; }

template <typename Enum>
requires std::is_enum_v<Enum>
std::uint64_t hashOf(Enum value) { return static_cast<std::uint64_t>(value); }

template <typename T>
std::uint64_t hashOf(const std::optional<T>& value) { return value ? combined(kSeed, hashOf(*value)) : 0; }

std::uint64_t hashOf(const std::vector<Text>& texts)
{
    std::uint64_t hash = texts.size();
    for (const Text& text : texts)
        hash = combined(hash, hashOf(text));
    return hash;
}

/// Every plain member of the bean's table and the unknown fields; not its Specials.
template <typename Bean>
std::uint64_t hashOfBean(const BeanTable<Bean>& table, const Bean& bean)
{
    std::uint64_t hash = kSeed;
    for (const BeanRow<Bean>& row : table.rows()) {
        std::visit(
            [&](const auto& member) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(member)>, Special<Bean>>)
                    hash = combined(hash, hashOf(bean.*member));
            },
            row.member);
    }
    return combined(hash, hashOf(bean.unknownFields));
}

}  // namespace

std::uint64_t StateHasher::hash(const TaskList& tasks)
{
    std::uint64_t hash = tasks.size();
    for (const WorkflowTaskPtr& task : tasks)
        hash = combined(hash, task ? m_known.at(task.get()).hash : 0);
    return hash;
}

std::uint64_t StateHasher::ownHash(const WorkflowTask& task)
{
    std::uint64_t hash = hashOfBean(workflowTaskTable(), task);
    hash = combined(hash, task.hasDecisionCases ? 1 : 0);
    for (const DecisionCase& one : task.decisionCases)
        hash = combined(combined(hash, hashOf(one.value)), this->hash(one.tasks));
    hash = combined(hash, this->hash(task.defaultCase));
    for (const TaskList& branch : task.forkTasks)
        hash = combined(hash, this->hash(branch));
    hash = combined(hash, this->hash(task.loopOver));
    if (task.subWorkflowParam)
        hash = combined(hash, hashOfBean(subWorkflowParamsTable(), *task.subWorkflowParam));
    return combined(hash, task.taskDefinition ? hashOfBean(taskDefTable(), *task.taskDefinition) : 0);
}

std::uint64_t StateHasher::hash(const WorkflowTaskPtr& root)
{
    if (!root)
        return 0;
    // Children first; a task is looked at twice, the second time its children are known.
    std::vector<std::pair<WorkflowTaskPtr, bool>> waiting {{root, false}};
    while (!waiting.empty()) {
        const auto [task, childrenKnown] = waiting.back();
        if (m_known.contains(task.get())) {
            waiting.pop_back();
        } else if (childrenKnown) {
            waiting.pop_back();
            m_known.emplace(task.get(), Known {task, ownHash(*task)});
        } else {
            waiting.back().second = true;
            for (const TaskList* list : childLists(*task)) {
                for (const WorkflowTaskPtr& child : *list) {
                    if (child)
                        waiting.emplace_back(child, false);
                }
            }
        }
    }
    return m_known.at(root.get()).hash;
}

std::uint64_t StateHasher::hash(const WorkflowDefPtr& definition)
{
    if (!definition)
        return 0;
    if (const auto known = m_known.find(definition.get()); known != m_known.end())
        return known->second.hash;
    std::uint64_t hash = hashOfBean(workflowDefTable(), *definition);
    for (const WorkflowTaskPtr& task : definition->tasks)
        hash = combined(hash, this->hash(task));
    m_known.emplace(definition.get(), Known {definition, hash});
    return hash;
}

std::uint64_t StateHasher::hash(const TaskRun& task)
{
    return combined(hashOfBean(taskRunTable(), task), hash(task.workflowTask));
}

std::uint64_t StateHasher::hash(const Execution& execution)
{
    std::uint64_t hash = hashOfBean(executionTable(), execution);
    hash = combined(hash, this->hash(execution.definition));
    execution.tasks.forEach([&](const TaskPtr& task) { hash = combined(hash, task ? this->hash(*task) : 0); });
    return hash;
}

std::uint64_t StateHasher::hash(const World& world)
{
    std::uint64_t hash = hashOf(world.now);
    std::uint64_t executions = world.executions.size();
    world.executions.forEach([&](const Text& id, const ExecutionPtr& execution) {
        executions += combined(hashOf(id), execution ? this->hash(*execution) : 0);
    });
    hash = combined(hash, executions);
    world.order.forEach([&hash](const Text& id) { hash = combined(hash, hashOf(id)); });
    return hash;
}

std::uint64_t World::stateHash() const
{
    return StateHasher().hash(*this);
}

}  // namespace baton

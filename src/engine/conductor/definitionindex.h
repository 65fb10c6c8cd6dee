// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/context.h"
#include "engine/expression/template.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace baton {

class TaskType;

/// One task of a definition and all that follows from where it stands in it. Positions are indexes into the
/// DefinitionIndex; -1 is none.
struct IndexedTask {
    WorkflowTaskPtr task;
    const TaskType* type = nullptr;
    int parent = -1;      // the operator directly around it
    int sibling = -1;     // the task written after it in the same list
    int next = -1;        // the task that follows it in the flow; the loop itself after a loop body's last task
    int loop = -1;        // the nearest DO_WHILE around it
    bool inFork = false;  // a static fork, or inside one
    bool joined = false;  // some JOIN names it
    Template input;       // inputParameters
    Template completed;   // inputParameters completed by the task definition's inputTemplate
};

/// A definition (or a loop's body) prepared for deciding: made once, then only read. Any thread.
class DefinitionIndex {
public:
    DefinitionIndex(const TaskList& tasks, const Value& outputParameters);

    [[nodiscard]] const std::vector<IndexedTask>& all() const noexcept { return m_tasks; }
    [[nodiscard]] const std::vector<int>& topLevel() const noexcept { return m_topLevel; }
    [[nodiscard]] const IndexedTask& at(int position) const { return m_tasks[static_cast<std::size_t>(position)]; }
    /// The first task of that reference name (without iteration); -1 when there is none.
    [[nodiscard]] int position(std::string_view referenceName) const noexcept;
    [[nodiscard]] const IndexedTask* find(std::string_view referenceName) const noexcept;
    [[nodiscard]] const Template& output() const noexcept { return m_output; }
    /// Operators that look again whenever something changed: loops and exclusive joins.
    [[nodiscard]] const std::vector<int>& watchers() const noexcept { return m_watchers; }
    [[nodiscard]] const std::vector<int>& terminates() const noexcept { return m_terminates; }
    [[nodiscard]] const std::vector<int>& loops() const noexcept { return m_loops; }
    [[nodiscard]] bool hasJoins() const noexcept { return m_hasJoins; }

private:
    struct Open;
    void add(const Open& list, std::vector<Open>& pending);
    void link();

    std::vector<IndexedTask> m_tasks;
    std::vector<int> m_topLevel;
    std::vector<int> m_watchers;
    std::vector<int> m_terminates;
    std::vector<int> m_loops;
    std::unordered_map<std::string_view, int> m_byReference;   // views into m_tasks' reference names
    Template m_output;
    bool m_hasJoins = false;
};

using DefinitionIndexPtr = std::shared_ptr<const DefinitionIndex>;

/// What was prepared for definitions met lately, found again by identity. Holds nothing that could change an answer: with
/// an empty cache the decider decides the same. One thread.
class DefinitionCache {
public:
    [[nodiscard]] DefinitionIndexPtr index(const WorkflowDefPtr& definition);
    /// The body of a loop, as if it were a definition of its own.
    [[nodiscard]] DefinitionIndexPtr body(const WorkflowTaskPtr& loop);
    /// The definition as an execution carries it: task definitions embedded (ad-hoc ones where none is registered) and
    /// versions of sub-workflows fixed. Internal error where a sub-workflow is not registered.
    [[nodiscard]] Result<WorkflowDefPtr> populated(const WorkflowDefPtr& definition, const DefinitionSource& source);

    /// Where a wide JOIN found something to wait for when it was last looked at: only a place to begin looking.
    [[nodiscard]] std::size_t& joinHint(const Text& taskId);

private:
    struct Populated {
        WorkflowDefPtr from;
        WorkflowDefPtr to;
        std::vector<std::pair<Text, TaskDefPtr>> tasks;      // what the source answered
        std::vector<std::pair<Text, int>> versions;
    };
    [[nodiscard]] static bool isCurrent(const Populated& made, const DefinitionSource& source);

    std::unordered_map<const WorkflowDef*, std::pair<WorkflowDefPtr, DefinitionIndexPtr>> m_indexes;
    std::unordered_map<const WorkflowTask*, std::pair<WorkflowTaskPtr, DefinitionIndexPtr>> m_bodies;
    std::unordered_map<const WorkflowDef*, Populated> m_populated;
    std::unordered_map<Text, std::size_t> m_joinHints;
};

}  // namespace baton

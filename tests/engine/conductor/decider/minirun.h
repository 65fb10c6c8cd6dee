// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/decider.h"
#include "engine/conductor/lineage.h"
#include "support/executiondump.h"

#include <deque>
#include <map>
#include <set>

namespace baton::test {

/// Definitions and environment of a test, in memory.
class TestSources final : public DefinitionSource, public EnvironmentSource {
public:
    [[nodiscard]] WorkflowDefPtr workflow(std::string_view name, std::optional<int> version) const override;
    [[nodiscard]] TaskDefPtr task(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> workflowEnvironment(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> systemVariable(std::string_view name) const override;
    [[nodiscard]] std::optional<std::string> secret(std::string_view name) const override;

    std::map<std::string, std::map<int, WorkflowDefPtr>, std::less<>> workflows;
    std::map<std::string, TaskDefPtr, std::less<>> tasks;
    std::map<std::string, std::string, std::less<>> environment;
    std::map<std::string, std::string, std::less<>> secrets;
};

/// The least engine that can run executions: one queue of everything, effects done at once, time moved by hand. After each
/// command it checks that folding the events over the state before gives the state after.
class MiniRun {
public:
    MiniRun();

    // Definitions as JSON text; ' may stand for ". A definition that cannot be read fails the test by problem().
    void taskDef(std::string_view json);
    void workflow(std::string_view json) { workflowFrom(value(json)); }
    void workflowFrom(const Value& json);
    [[nodiscard]] static Value value(std::string_view json);

    /// The new execution's id; empty when refused, see error.
    Text start(std::string_view name, std::string_view input = "{}");
    Text start(StartRequest request);
    Status run(const Text& workflowId, const Command& command);
    Status retry(const Text& workflowId, bool resume = false);
    Status rerun(const Text& workflowId, command::Rerun command);

    /// Polls the oldest waiting task of the type and answers it. False when there is none.
    bool work(std::string_view type, std::string_view status = "COMPLETED", std::string_view output = "{}",
              std::string_view reason = {});
    /// Only polls: the task's place, or nothing.
    std::optional<std::pair<Text, TaskSlot>> poll(std::string_view type);
    Status update(const Text& workflowId, TaskSlot slot, TaskResult result);
    /// Visits system tasks that are due until nothing changes any more.
    void settle();
    /// Moves the clock, stopping at every time-out and timer on the way.
    void advance(std::int64_t seconds) { advanceMs(seconds * 1000); }
    void advanceMs(std::int64_t milliseconds);

    [[nodiscard]] const Execution& operator[](const Text& workflowId) const { return *m_world.find(workflowId); }
    [[nodiscard]] const Execution& last() const { return *m_world.find(m_last); }
    [[nodiscard]] const Text& lastId() const { return m_last; }
    [[nodiscard]] Text childOf(const Text& workflowId, std::string_view reference) const;
    [[nodiscard]] TaskSlot slot(const Text& workflowId, std::string_view reference) const;
    [[nodiscard]] const TaskRun& task(const Text& workflowId, std::string_view reference) const;
    [[nodiscard]] std::string dump(const Text& workflowId);
    [[nodiscard]] std::string dump() { return dump(m_last); }
    [[nodiscard]] const World& world() const { return m_world; }
    [[nodiscard]] std::string problem() const { return m_problem; }      // a broken property; empty when all is well

    TestSources sources;
    SeededIdSource ids {7};
    Evaluators evaluators;
    EngineContext context;
    EpochMs now = 1'700'000'000'000;
    std::string error;                                  // of the last refused command
    std::vector<effect::Call> calls;                    // waiting for an answer
    std::vector<effect::Publish> published;
    std::vector<Event> events;                          // of everything, in order

private:
    Status carryOut(const Text& workflowId, const Command& command);
    void perform(const Text& workflowId, const Effect& effect);
    void startChild(const Text& parent, const effect::StartChild& child);
    void tellParent(const Text& child, const effect::NotifyParent& notice);
    bool visitDueTasks();
    [[nodiscard]] std::optional<EpochMs> nextTimer() const;

    World m_world;
    Text m_last;
    std::string m_problem;
    std::deque<std::pair<Text, Effect>> m_effects;
    bool m_performing = false;
    ExecutionDump m_dump;
};

}  // namespace baton::test

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/definitionindex.h"
#include "engine/conductor/engine.h"
#include "engine/conductor/metadata/fixeddefinitions.h"
#include "engine/replay/plan.h"

namespace baton {

/// How one run ended.
struct RunEnd {
    RunStatus status = RunStatus::NotRun;
    Text stoppedAt;        // the task a Waiting run waits at, or a Failed one failed at
    std::string problem;   // of a Refused one
};

/// Runs one case after another through the engine, each on a virtual clock of its own, with nobody keeping the events. What
/// can be kept between runs is: definitions prepared for deciding, the script engine, the handlers. Single-threaded.
class CaseRun {
public:
    CaseRun(const ReplayPlan& plan, const ReplayVariant& variant, ReplayHandlers handlers);
    ~CaseRun();
    CaseRun(CaseRun&&) = delete;

    /// Runs a case to its end, or to where a person has to answer. The last run's executions stay until the next.
    [[nodiscard]] RunEnd run(const Value& input, const Value& record, std::uint32_t row);
    /// The main execution of the last run; nullptr when it could not be started.
    [[nodiscard]] ExecutionPtr main() const;
    /// The last run's tasks in order: "received:COMPLETED checks:COMPLETED ...", those of sub-workflows after their task.
    void writePath(std::string& path) const;
    [[nodiscard]] std::size_t attempts() const;

private:
    struct Live;
    struct Waiting {
        Text workflowId;
        TaskSlot slot = kNoTask;
    };
    [[nodiscard]] RunEnd follow();
    [[nodiscard]] Status perform(const WorkItem& item);
    [[nodiscard]] Status finishPolled();
    [[nodiscard]] bool canPerform(const WorkItem& item, bool& asked) const;
    [[nodiscard]] std::optional<WorkItem> choose() const;
    [[nodiscard]] bool isForHand(const TaskRun& task) const;
    [[nodiscard]] std::vector<Waiting> asked() const;
    /// Answers the first waiting task that has a standing answer; false when none has.
    [[nodiscard]] Result<bool> answer(const std::vector<Waiting>& waiting);
    [[nodiscard]] TaskResult attempt(const Execution& execution, const TaskRun& task, std::string_view type);
    [[nodiscard]] RunEnd endOf(const std::vector<Waiting>& waiting) const;

    const ReplayPlan& m_plan;
    const ReplayVariant& m_variant;
    ReplayHandlers m_handlers;
    FixedDefinitions m_definitions;
    FixedEnvironment m_environment;
    Evaluators m_evaluators;
    std::shared_ptr<DefinitionCache> m_cache;
    std::unique_ptr<Live> m_live;      // of the last run
    std::vector<Waiting> m_polled;     // handed to a handler that has not run yet
    Text m_mainId;
};

}  // namespace baton

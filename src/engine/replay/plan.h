// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/workflowdef.h"
#include "engine/replay/mapping.h"
#include "engine/replay/outcometable.h"
#include "engine/task/taskregistry.h"

#include <functional>
#include <memory>

namespace baton {

/// The handlers of one variant on one thread, and where the case at hand is put for them to look up.
struct ReplayHandlers {
    std::shared_ptr<const TaskRegistry> tasks;
    /// The recorded file of the next case: its sections application, credit, income and risk, and nothing else.
    std::function<void(const Value& record)> show;
};

/// Called once for each thread and variant; from any thread, several at once.
using HandlerFactory = std::function<Result<ReplayHandlers>()>;

/// One way to decide: a policy, a version of the workflow, or both.
struct ReplayVariant {
    Text name;                  // A, B... as tables head it
    std::string policy;         // standard/1
    std::string policyHash;     // what decides alike has the same
    std::string policySource;   // its file, or the name under which it ships
    WorkflowDefPtr workflow;
    HandlerFactory handlers;
};

/// What a task that waits for a person is answered with; without one the run stops there.
struct StandingAnswer {
    Text referenceName;
    Value output;
};

/// Everything a batch replay is made from. The same plan gives the same table, byte for byte.
struct ReplayPlan {
    std::shared_ptr<const DataTable> data;
    Mapping mapping;
    std::vector<WorkflowDefPtr> library;        // sub-workflows, failure workflows
    std::vector<TaskDefPtr> taskDefs;
    std::vector<ReplayVariant> variants;        // at least one
    std::vector<MeasureSpec> measures;          // one of them is the Decision
    std::vector<StandingAnswer> answers;
    std::vector<std::uint32_t> rows;            // of the data set, ascending; empty: all
    unsigned threads = 0;                       // 0: one for each processor
    EpochMs startAt = 0;                        // on the virtual clock of every run
    std::uint64_t seed = 1;                     // of ids; each row has one of its own (rowSeed)
};

/// The seed of one row's run: what a rehearsal of the same case has to use to be the same run.
[[nodiscard]] std::uint64_t rowSeed(std::uint64_t seed, std::uint32_t row) noexcept;

/// What is wrong with a plan before anything runs: a column the data lacks, an expression that is no JavaScript, a protected
/// column that would reach the workflow, an empty data set, a variant without workflow, handlers that cannot be made.
[[nodiscard]] Status checkPlan(const ReplayPlan& plan);

/// A column whose cells do not all fit what its field wants: worth knowing before a run, though the rows are listed anyway.
struct ColumnFinding {
    Error what;                 // source, field, first line
    std::size_t rows = 0;       // how many do not fit
};
[[nodiscard]] std::vector<ColumnFinding> columnFindings(const DataTable& table, const Mapping& mapping);

}  // namespace baton

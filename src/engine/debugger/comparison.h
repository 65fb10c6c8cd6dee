// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"
#include "engine/value/path.h"

#include <vector>

namespace baton {

/// One of the two runs that are compared.
struct RunSide {
    const Journal* journal = nullptr;
    Text workflowId;                 // empty: the journal's first
};

/// One attempt, in both runs or in one of them. Aligned by reference name, iteration and attempt.
struct TaskPair {
    Text name;                       // reference name; inside sub-workflows "outer/inner"
    int attempt = 0;
    Text workflowA;
    Text workflowB;
    TaskSlot a = kNoTask;            // kNoTask: only in the other run
    TaskSlot b = kNoTask;
    bool differs = false;
};

enum class DifferenceKind : std::uint8_t {
    WorkflowInput, Definition, Input, Output, Outcome, Reason, Variables, OnlyInA, OnlyInB, WorkflowOutput, WorkflowStatus,
};
[[nodiscard]] std::string_view toText(DifferenceKind kind) noexcept;   // "input", "only in the first"...

struct Difference {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    static constexpr std::size_t kMostChanges = 50;
    DifferenceKind kind = DifferenceKind::Output;
    std::size_t task = kNone;        // index of its TaskPair; kNone: of the execution itself
    Text workflowA;                  // of the execution
    Text workflowB;
    std::vector<Change> changes;     // from the first run to the second
    std::size_t event = 0;           // in the first run: when they came to differ
};

/// Both runs side by side. Ids of the runs themselves, times and worker names are no differences.
struct Comparison {
    std::vector<TaskPair> tasks;             // in the order of the first run; what is only in the second, after what it followed
    std::vector<Difference> differences;     // in the order in which they came about
    std::size_t cause = Difference::kNone;   // the first that is no consequence of another
    [[nodiscard]] bool isEqual() const noexcept { return differences.empty(); }
};

/// Aligns two runs and finds where they part. Linear in their events.
[[nodiscard]] Comparison compareRuns(const RunSide& a, const RunSide& b);

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"
#include "engine/value/path.h"

#include <memory>

namespace baton {

enum class ValuePlace : std::uint8_t { TaskInput, TaskOutput, Variables, WorkflowInput, WorkflowOutput };

/// A value somewhere in a recorded run.
struct ValueRef {
    Text workflowId;
    ValuePlace place = ValuePlace::WorkflowInput;
    TaskSlot slot = kNoTask;         // TaskInput, TaskOutput
    Path path;                       // inside that object; empty: all of it
    bool operator==(const ValueRef&) const = default;
};

/// How a value came to be what it is.
enum class OriginKind : std::uint8_t {
    Reference,      // ${...} took it over as it was
    InText,         // ${...} put it into a text
    Literal,        // written in the definition
    Default,        // from the task definition's input template
    Script,         // a script computed it from the inputs that follow
    Jq,             // a jq query did
    Worker,         // the worker's answer; what follows is what the worker was given
    Outside,        // an HTTP call or another service answered it
    Join,           // a JOIN collected it from a branch
    Loop,           // a loop collected it from an iteration
    Child,          // a sub-workflow's output
    Parent,         // the parent's SUB_WORKFLOW task gave it
    Variable,       // a SET_VARIABLE task set it
    Ending,         // a TERMINATE task, or the last task, gave the workflow's output
    Fork,           // a dynamic fork dealt it out
    ByHand,         // a person or client set it
    Start,          // given when the workflow was started
    Engine,         // the engine's own (an id, a count, a status)
    Unknown,        // it is not there
};
[[nodiscard]] std::string_view toText(OriginKind kind) noexcept;

/// One step of a chain; steps form a tree through `parent`.
struct ProvenanceStep {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    ValueRef at;
    Value value;                     // at that moment
    OriginKind kind = OriginKind::Unknown;   // origins: how it came to be; uses: how it was taken from the step before
    std::string expression;          // the reference, script or query
    std::size_t event = kNone;       // index of the event that brought it
    std::size_t parent = kNone;      // the step that it is a source (origins) or a use (uses) of
    int depth = 0;
    bool sameValue = false;          // equal to the parent's value: passed on unchanged
};

/// Answers where values of a recorded run came from and what they went into: from events and definitions alone, nothing is
/// evaluated again. Takes in each event once; a question costs the length of its answer. The journal must outlive it.
class Provenance {
public:
    static constexpr std::size_t kMostSteps = 1000;
    static constexpr int kMostDepth = 100;

    explicit Provenance(const Journal& journal);
    ~Provenance();

    /// The value as it was after `position` events, then its sources, theirs and so on, in depth-first order. The first step
    /// is the value itself; of kind Unknown when there is none.
    [[nodiscard]] std::vector<ProvenanceStep> origins(const ValueRef& value, std::size_t position);
    /// What the value went into up to `position`, and what that went into.
    [[nodiscard]] std::vector<ProvenanceStep> uses(const ValueRef& value, std::size_t position);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// "dti.output.ratio", "workflow.variables.x": a place by its reference name, as the newest attempt of that name in the
/// execution has it. Errors: ParseError; NotFound when there is no such task.
[[nodiscard]] Result<ValueRef> valueRefFrom(std::string_view text, const Execution& execution);
[[nodiscard]] std::string describe(const ValueRef& value, const World& world);   // "dti.output.ratio"

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/runstory.h"

namespace baton {

/// A value and the moment at which it is looked at: after `position` events.
struct DatedRef {
    ValueRef ref;
    std::size_t position = 0;
};

/// Where one value came from, one step back.
struct Origin {
    OriginKind kind = OriginKind::Unknown;
    Value value;
    std::string expression;
    std::size_t event = ProvenanceStep::kNone;
    std::vector<DatedRef> sources;
};

/// Looks one step back, in the accounts of a journal.
class OriginFinder {
public:
    explicit OriginFinder(RunStory& story) : m_story(story) { }
    [[nodiscard]] Origin find(const DatedRef& value);

private:
    [[nodiscard]] Origin ofInput(const DatedRef& value, const RunAccount& run, const TaskAccount& task);
    [[nodiscard]] Origin ofOutput(const DatedRef& value, const RunAccount& run, const TaskAccount& task);
    [[nodiscard]] Origin ofVariables(const DatedRef& value, const RunAccount& run);
    [[nodiscard]] Origin ofWorkflowInput(const DatedRef& value, const RunAccount& run);
    [[nodiscard]] Origin ofWorkflowOutput(const DatedRef& value, const RunAccount& run);

    void fromParameters(Origin& origin, const DatedRef& value, const RunAccount& run, const Value& parameters, const Path& path);
    void fromDynamicFork(Origin& origin, const DatedRef& value, const RunAccount& run, const TaskAccount& task);
    void fromInputs(Origin& origin, const DatedRef& value, const TaskAccount& task, const std::vector<std::string>& names);
    void ofOperator(Origin& origin, const DatedRef& value, const RunAccount& run, const TaskAccount& task);
    void addSource(Origin& origin, const ValueRef& ref, std::size_t position) { origin.sources.push_back({ref, position}); }

    RunStory& m_story;
};

/// The script or query of a task that computes its output from its input; empty for others.
[[nodiscard]] std::string scriptOf(const TaskRun& task, const Value& input);
/// The parameters path of a SUB_WORKFLOW's child input inside its task's input.
[[nodiscard]] bool isChildStarter(const TaskRun& task);

}  // namespace baton

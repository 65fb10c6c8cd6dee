// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/provenance.h"

#include "engine/conductor/definitionindex.h"
#include "engine/conductor/decide/scope.h"
#include "engine/debugger/condition.h"
#include "engine/debugger/usefinder.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace baton {
namespace {

std::string keyOf(const DatedRef& value, bool dated)
{
    std::string key = value.ref.workflowId.str() + '\x1f' + std::to_string(static_cast<int>(value.ref.place)) + '\x1f'
        + std::to_string(value.ref.slot) + '\x1f' + value.ref.path.text();
    if (dated)
        key += '\x1f' + std::to_string(value.position);
    return key;
}

}  // namespace

struct Provenance::State {
    explicit State(const Journal& journal) : story(journal) { }

    RunStory story;

    struct Open {
        DatedRef value;
        std::size_t parent;
        int depth;
    };
    void addStep(std::vector<ProvenanceStep>& steps, const Open& open, Origin origin) const;
};

void Provenance::State::addStep(std::vector<ProvenanceStep>& steps, const Open& open, Origin origin) const
{
    ProvenanceStep step;
    step.at = open.value.ref;
    step.value = std::move(origin.value);
    step.kind = origin.kind;
    step.expression = std::move(origin.expression);
    step.event = origin.event;
    step.parent = open.parent;
    step.depth = open.depth;
    step.sameValue = open.parent != ProvenanceStep::kNone && steps[open.parent].value == step.value;
    steps.push_back(std::move(step));
}

Provenance::Provenance(const Journal& journal) : m_state(std::make_unique<State>(journal)) { }
Provenance::~Provenance() = default;

std::vector<ProvenanceStep> Provenance::origins(const ValueRef& value, std::size_t position)
{
    State& state = *m_state;
    state.story.follow();
    OriginFinder finder(state.story);
    std::vector<ProvenanceStep> steps;
    std::unordered_set<std::string> seen;
    std::vector<State::Open> open {{{value, position}, ProvenanceStep::kNone, 0}};
    while (!open.empty() && steps.size() < kMostSteps) {
        const State::Open next = std::move(open.back());
        open.pop_back();
        if (!seen.insert(keyOf(next.value, true)).second)
            continue;
        Origin origin = finder.find(next.value);
        const std::vector<DatedRef> sources = std::move(origin.sources);
        state.addStep(steps, next, std::move(origin));
        if (next.depth >= kMostDepth)
            continue;
        for (auto source = sources.rbegin(); source != sources.rend(); ++source)
            open.push_back({*source, steps.size() - 1, next.depth + 1});
    }
    return steps;
}

std::vector<ProvenanceStep> Provenance::uses(const ValueRef& value, std::size_t position)
{
    State& state = *m_state;
    state.story.followReaders();
    OriginFinder origins(state.story);
    UseFinder finder(state.story);
    std::vector<ProvenanceStep> steps;
    std::unordered_set<std::string> seen;
    std::vector<State::Open> open {{{value, position}, ProvenanceStep::kNone, 0}};
    while (!open.empty() && steps.size() < kMostSteps) {
        const State::Open next = std::move(open.back());
        open.pop_back();
        if (!seen.insert(keyOf(next.value, false)).second)
            continue;
        Origin origin = origins.find(next.value);
        const std::size_t since = origin.event;
        state.addStep(steps, next, std::move(origin));
        if (next.depth >= kMostDepth)
            continue;
        const std::vector<ValueRef> found = finder.find(next.value.ref, since, position);
        for (auto use = found.rbegin(); use != found.rend(); ++use)
            open.push_back({{*use, position}, steps.size() - 1, next.depth + 1});
    }
    return steps;
}

std::string_view toText(OriginKind kind) noexcept
{
    constexpr std::array<std::string_view, 18> kNames {"reference", "text", "literal", "default", "script", "jq", "worker",
        "outside", "join", "loop", "sub-workflow", "parent", "variable", "ending", "fork", "by hand", "start", "engine"};
    const auto index = static_cast<std::size_t>(kind);
    return index < kNames.size() ? kNames[index] : std::string_view("unknown");
}

Result<ValueRef> valueRefFrom(std::string_view text, const Execution& execution)
{
    Result<StateReference> parsed = StateReference::parse(text);
    if (!parsed)
        return std::move(parsed).error();
    ValueRef ref;
    ref.workflowId = execution.workflowId;
    ref.path = parsed->path;
    const std::string& member = parsed->member;
    if (parsed->root == "workflow") {
        ref.place = member == "output" ? ValuePlace::WorkflowOutput
            : member == "variables"    ? ValuePlace::Variables
                                       : ValuePlace::WorkflowInput;
        return ref;
    }
    const std::string& name = parsed->root.empty() ? member : parsed->root;
    const TaskRun* task = execution.latest(name);
    if (!task && execution.definition) {
        DefinitionCache cache;
        task = taskByName(execution, *cache.index(execution.definition), name);
    }
    for (TaskSlot slot = 0; task && slot < execution.tasks.size(); ++slot) {
        if (execution.task(slot) == task)
            ref.slot = slot;
    }
    if (!task || ref.slot == kNoTask)
        return Error {ErrorCode::NotFound, "there is no task '" + name + "' here", {}, {}, 0, 0,
                      "name a task that has been scheduled, or workflow.input, workflow.variables, workflow.output"};
    ref.place = member == "input" ? ValuePlace::TaskInput : ValuePlace::TaskOutput;
    if (!parsed->root.empty() && member != "input" && member != "output")
        ref.path = joined(step(member), ref.path);
    return ref;
}

std::string describe(const ValueRef& value, const World& world)
{
    const auto with = [&](std::string_view first, std::string_view second) {
        return joined(joined(step(first), step(second)), value.path).text();
    };
    switch (value.place) {
    case ValuePlace::WorkflowInput: return with("workflow", "input");
    case ValuePlace::WorkflowOutput: return with("workflow", "output");
    case ValuePlace::Variables: return with("workflow", "variables");
    default: break;
    }
    const Execution* execution = world.find(value.workflowId);
    const TaskRun* task = execution ? execution->task(value.slot) : nullptr;
    const std::string name = task ? task->referenceTaskName.str() : "task " + std::to_string(value.slot);
    return with(name, value.place == ValuePlace::TaskInput ? "input" : "output");
}

}  // namespace baton

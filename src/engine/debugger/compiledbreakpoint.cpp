// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/compiledbreakpoint.h"

#include "engine/conductor/decide/scope.h"
#include "engine/value/json.h"

#include <algorithm>

namespace baton {
namespace {

constexpr int kCodeDepth = 12;

// What an event may change, of a task and of the workflow.
enum Members : unsigned { kOutput = 1, kInput = 2, kState = 4, kVariables = 8, kEverything = 15 };

std::uint32_t bit(EventKind kind)
{
    return std::uint32_t {1} << static_cast<unsigned>(kind);
}

std::uint32_t kindsOf(const Breakpoint& breakpoint)
{
    constexpr std::uint32_t kAny = 0xffffffff;
    switch (breakpoint.at) {
    case BreakAt::Scheduled:
    case BreakAt::Edge: return bit(EventKind::TaskScheduled) | bit(EventKind::TaskSkipped);
    case BreakAt::Started: return bit(EventKind::TaskStarted);
    case BreakAt::Ended:
        return bit(EventKind::TaskCompleted) | bit(EventKind::TaskFailed) | bit(EventKind::TaskTimedOut)
            | bit(EventKind::TaskCanceled) | bit(EventKind::TaskSkipped);
    case BreakAt::Error:
        return bit(EventKind::TaskFailed) | bit(EventKind::TaskTimedOut) | bit(EventKind::WorkflowFailed)
            | bit(EventKind::WorkflowTimedOut);
    case BreakAt::Event: return breakpoint.event ? bit(*breakpoint.event) : 0;
    default: return kAny;
    }
}

unsigned membersOf(const StateReference& reference)
{
    const std::string& member = reference.member;
    if (member == "output" || member == "outputData")
        return kOutput;
    if (member == "input" || member == "inputData")
        return kInput;
    if (reference.root == "workflow" && member == "variables")
        return kVariables;
    return kEverything;
}

unsigned changedMembers(const Event& event)
{
    // A first attempt has no output yet, and there was none before it.
    if (event.task && event.task->retryCount == 0 && event.task->iteration <= 1 && event.task->outputData.empty())
        return kInput | kState;
    if (event.task || event.started || event.kind == EventKind::TaskRemoved)
        return kEverything;
    unsigned members = 0;
    for (const FieldChange& change : event.changes) {
        switch (change.field) {
        case Field::OutputData:
        case Field::Output: members |= kOutput; break;
        case Field::InputData:
        case Field::Input: members |= kInput; break;
        case Field::Variables: members |= kVariables; break;
        case Field::TaskUpdateTime:
        case Field::WorkflowUpdateTime: break;
        default: members |= kState; break;
        }
    }
    return members;
}

const Value* changeOf(const Event& event, Field field)
{
    for (const FieldChange& change : event.changes) {
        if (change.field == field)
            return &change.value;
    }
    return nullptr;
}

bool comesToStatus(const Breakpoint& breakpoint, const Event& event, const Moment& moment)
{
    if (breakpoint.status && moment.task && moment.task->status == *breakpoint.status
        && (event.task || changeOf(event, Field::TaskStatus)))
        return true;
    return breakpoint.workflowStatus && moment.execution->status == *breakpoint.workflowStatus
        && (event.started || changeOf(event, Field::WorkflowStatus));
}

bool hasText(const Value& value, std::string_view text, int depth)
{
    if (value.isText())
        return value.asText() == text;
    if (depth == 0)
        return false;
    const auto holds = [&](const Value& item) { return hasText(item, text, depth - 1); };
    return std::ranges::any_of(value.items(), holds)
        || std::ranges::any_of(value.members(), [&](const Member& member) { return holds(member.value); });
}

bool bringsReason(const Breakpoint& breakpoint, const Event& event, const Moment& moment)
{
    const Value* output = changeOf(event, Field::OutputData);
    if (output && hasText(*output, breakpoint.code, kCodeDepth))
        return true;
    const Field field = moment.task ? Field::TaskReason : Field::WorkflowReason;
    const Value* reason = changeOf(event, field);
    return reason && reason->asText().find(breakpoint.code.view()) != std::string_view::npos;
}

bool goesAlong(const Breakpoint& breakpoint, const Moment& moment)
{
    if (!moment.task || baseName(*moment.task) != breakpoint.to.view())
        return false;
    const Execution& execution = *moment.execution;
    const TaskRun* from = execution.latest(iterated(breakpoint.from, moment.task->iteration));
    return from || execution.latest(breakpoint.from);
}

bool isPattern(const Text& text)
{
    return text.view().find_first_of("*?") != std::string_view::npos;
}

}  // namespace

bool CompiledBreakpoint::wants(int hit) const noexcept
{
    switch (breakpoint.hits) {
    case Breakpoint::Hits::Always: return true;
    case Breakpoint::Hits::Exactly: return hit == breakpoint.count;
    case Breakpoint::Hits::AtLeast: return hit >= breakpoint.count;
    case Breakpoint::Hits::Every: return hit % breakpoint.count == 0;
    }
    return true;
}

bool CompiledBreakpoint::fits(const Event& event, const Moment& moment) const
{
    const bool ofTask = !breakpoint.task.empty() || !breakpoint.taskType.empty() || breakpoint.iteration || breakpoint.attempt;
    if (ofTask && !moment.task)
        return false;
    if (!breakpoint.task.empty() && !matchesPattern(breakpoint.task, baseName(*moment.task)))
        return false;
    if (!breakpoint.taskType.empty() && !matchesPattern(breakpoint.taskType, moment.task->taskType))
        return false;
    if ((breakpoint.iteration && moment.task->iteration != *breakpoint.iteration)
        || (breakpoint.attempt && moment.task->retryCount != *breakpoint.attempt))
        return false;
    const WorkflowDef* definition = moment.execution->definition.get();
    if (!breakpoint.workflow.empty() && !(definition && matchesPattern(breakpoint.workflow, definition->name)))
        return false;
    switch (breakpoint.at) {
    case BreakAt::ToStatus: return comesToStatus(breakpoint, event, moment);
    case BreakAt::Edge: return goesAlong(breakpoint, moment);
    case BreakAt::Reason: return bringsReason(breakpoint, event, moment);
    case BreakAt::Error: return breakpoint.code.empty() || bringsReason(breakpoint, event, moment);
    default: return true;
    }
}

std::string CompiledBreakpoint::message(StateReader& reader, const Moment&) const
{
    std::string made;
    for (const Piece& piece : log) {
        made += piece.text;
        if (!piece.value)
            continue;
        const Value value = reader.evaluate(*piece.value, piece.references);
        made += value.isText() ? std::string(value.asText()) : toJson(value);
    }
    return made;
}

BreakpointIndex::BreakpointIndex(const std::vector<Breakpoint>& all)
{
    for (const Breakpoint& one : all) {
        if (one.enabled)
            compile(one);
    }
}

void BreakpointIndex::compile(const Breakpoint& breakpoint)
{
    CompiledBreakpoint made;
    made.breakpoint = breakpoint;
    made.kinds = kindsOf(breakpoint);
    const auto prepare = [&](std::string_view text, std::optional<Condition>& into, std::vector<std::size_t>& references) {
        Result<Condition> parsed = Condition::parse(text);
        if (!parsed)
            return false;
        into = *std::move(parsed);
        for (const StateReference& reference : into->references())
            references.push_back(m_reader.add(reference));
        return true;
    };
    if (!breakpoint.expression.empty() && !prepare(breakpoint.expression, made.condition, made.references))
        return;
    std::string_view rest = breakpoint.log;
    while (!rest.empty()) {
        const std::size_t open = rest.find("${");
        const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
        CompiledBreakpoint::Piece piece;
        if (close == std::string_view::npos) {
            piece.text = std::string(rest);
            rest = {};
        } else {
            piece.text = std::string(rest.substr(0, open));
            if (!prepare(rest.substr(open + 2, close - open - 2), piece.value, piece.references))
                piece.text = std::string(rest.substr(0, close + 1));
            rest.remove_prefix(close + 1);
        }
        made.log.push_back(std::move(piece));
    }
    m_all.push_back(std::move(made));
    enlist(m_all.size() - 1);
}

void BreakpointIndex::enlist(std::size_t number)
{
    const CompiledBreakpoint& one = m_all[number];
    if (one.isWatching()) {
        for (const StateReference& reference : one.condition->references())
            watch(number, reference);
        return;
    }
    m_kinds |= one.kinds;
    const Text& name = one.breakpoint.at == BreakAt::Edge ? one.breakpoint.to : one.breakpoint.task;
    if (!name.empty() && !isPattern(name)) {
        m_byTask[name.str()].push_back(number);
        return;
    }
    m_ofAnyTask.push_back(number);
    m_kindsOfAny |= one.kinds;
}

void BreakpointIndex::watch(std::size_t number, const StateReference& reference)
{
    const bool isAnywhere = reference.root.empty() || reference.root == "task";
    std::vector<Watcher>& list = m_watchers[isAnywhere ? std::string() : reference.root];
    const unsigned members = isAnywhere ? kEverything : membersOf(reference);
    m_watched |= members;
    if (!list.empty() && list.back().number == number)
        list.back().members |= members;
    else
        list.push_back({number, members});
}

void BreakpointIndex::addWatchers(std::string_view root, unsigned members)
{
    const auto found = m_watchers.find(root);
    if (found == m_watchers.end())
        return;
    for (const Watcher& watcher : found->second) {
        if ((watcher.members & members) != 0)
            m_candidates.push_back(watcher.number);
    }
}

bool BreakpointIndex::mayConcern(const Event& event) const
{
    return (m_kinds & bit(event.kind)) != 0 || (m_watched != 0 && (changedMembers(event) & m_watched) != 0);
}

bool BreakpointIndex::choose(const Event& event, const Moment& moment)
{
    m_candidates.clear();
    const std::uint32_t kind = bit(event.kind);
    if (moment.task && !m_byTask.empty()) {
        if (const auto found = m_byTask.find(baseName(*moment.task)); found != m_byTask.end()) {
            for (const std::size_t number : found->second) {
                if ((m_all[number].kinds & kind) != 0)
                    m_candidates.push_back(number);
            }
        }
    }
    if ((m_kindsOfAny & kind) != 0) {
        for (const std::size_t number : m_ofAnyTask) {
            if ((m_all[number].kinds & kind) != 0)
                m_candidates.push_back(number);
        }
    }
    if (!m_watchers.empty()) {
        if (const unsigned members = changedMembers(event); members != 0) {
            const std::size_t before = m_candidates.size();
            addWatchers(moment.task ? baseName(*moment.task) : std::string_view("workflow"), members);
            addWatchers({}, members);
            // One that watches two roots may have come twice.
            std::sort(m_candidates.begin() + static_cast<std::ptrdiff_t>(before), m_candidates.end());
            m_candidates.erase(std::unique(m_candidates.begin() + static_cast<std::ptrdiff_t>(before), m_candidates.end()),
                               m_candidates.end());
        }
    }
    return !m_candidates.empty();
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/debugger.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/definitionindex.h"
#include "engine/journal/cursor.h"

#include <algorithm>
#include <limits>

namespace baton {
namespace {

constexpr std::size_t kMostEventsOfRun = 2'000'000;

bool isBackward(Move move)
{
    return move >= Move::BackEvent;
}

bool opensFrame(const TaskRun& task)
{
    return task.taskType == "DO_WHILE" || task.taskType == "SUB_WORKFLOW";
}

const TaskRun* taskOf(const Event& event, const World& world)
{
    const Execution* execution = isTaskEvent(event.kind) ? world.find(event.workflowId) : nullptr;
    return execution ? execution->task(event.slot) : nullptr;
}

}  // namespace

Debugger::Debugger(Rehearsal& rehearsal) : m_rehearsal(&rehearsal), m_scan(m_breakpoints) { }

void Debugger::follow(Rehearsal& rehearsal)
{
    m_rehearsal = &rehearsal;
    m_scan = BreakpointScan(m_breakpoints);
    m_motion = {};
}

Frame Debugger::frameHere() const
{
    const std::size_t position = m_rehearsal->position();
    Frame frame;
    // Bookkeeping between two steps belongs to the step before.
    for (std::size_t i = position; i > 0; --i) {
        const Event& event = m_rehearsal->journal().event(i - 1);
        if (!isBookkeeping(event.kind) && !event.workflowId.empty()) {
            frame = frameOf(event, m_rehearsal->world());
            break;
        }
    }
    if (frame.workflowId.empty())
        frame.workflowId = m_rehearsal->mainWorkflowId();
    return frame;
}

// Where the task at hand stands in a fork or a choice: all tasks in there. Empty elsewhere.
std::vector<std::string> Debugger::branchHere() const
{
    const TaskRun* task = nullptr;
    const Execution* execution = nullptr;
    for (std::size_t i = m_rehearsal->position(); i > 0 && !task; --i) {
        const Event& event = m_rehearsal->journal().event(i - 1);
        if (isBookkeeping(event.kind))
            continue;
        execution = m_rehearsal->world().find(event.workflowId);
        task = taskOf(event, m_rehearsal->world());
        if (!task)
            return {};
    }
    if (!task || !execution->definition)
        return {};
    const DefinitionIndex index(execution->definition->tasks, {});
    const int position = index.position(baseName(*task));
    const int around = position < 0 ? -1 : index.at(position).parent;
    if (around < 0 || index.at(around).task->type == "DO_WHILE")
        return {};
    std::vector<std::string> names {index.at(around).task->taskReferenceName.str()};
    for (const IndexedTask& one : index.all()) {
        int at = one.parent;
        while (at >= 0 && at != around)
            at = index.at(at).parent;
        if (at == around)
            names.push_back(one.task->taskReferenceName.str());
    }
    return names;
}

void Debugger::catchUp(std::size_t position)
{
    if (m_scan.version() != m_breakpoints.version())
        m_scan = BreakpointScan(m_breakpoints);
    if (m_scan.isEmpty() || m_scan.position() >= position)
        return;
    Cursor cursor(m_rehearsal->journal(), m_rehearsal->checkpoints());
    cursor.moveTo(m_scan.position());
    while (m_scan.position() < position && cursor.forward())
        m_scan.take(*cursor.previous(), cursor.world());
}

// The cursor has just passed one event.
void Debugger::scanLast()
{
    const std::size_t position = m_rehearsal->position();
    if (m_scan.isEmpty() || m_scan.position() >= position)
        return;
    if (m_scan.position() + 1 == position)
        m_scan.take(m_rehearsal->journal().event(position - 1), m_rehearsal->world());
    else
        catchUp(position);
}

DebugStop Debugger::move(Move move, std::string_view task)
{
    begin(move, task);
    std::optional<DebugStop> stop;
    while (!stop)
        stop = proceed(std::numeric_limits<std::size_t>::max());
    return *std::move(stop);
}

void Debugger::begin(Move move, std::string_view task)
{
    m_motion = {.move = move, .task = std::string(task), .start = m_rehearsal->position(), .frame = frameHere()};
    m_motion.around = aroundOf(m_rehearsal->world(), m_motion.frame.workflowId);
    if (move == Move::Out)
        m_motion.branch = branchHere();
    if (!isBackward(move) || move == Move::ReverseContinue)
        catchUp(m_rehearsal->position());
    m_motion.logged = m_scan.hits().size();
}

std::optional<DebugStop> Debugger::proceed(std::size_t events)
{
    if (isBackward(m_motion.move))
        return goBack();
    for (std::size_t i = 0; i < events; ++i) {
        if (std::optional<DebugStop> stop = advance())
            return stop;
    }
    return std::nullopt;
}

std::optional<DebugStop> Debugger::advance()
{
    StepReport report = m_rehearsal->stepForward(StepKind::Single);
    if (report.stop != StepReport::Stop::Moved)
        return stopped(std::move(report));
    scanLast();
    const std::size_t event = m_rehearsal->position() - 1;
    if (const BreakpointHit* hit = m_scan.stopAt(event, m_motion.start)) {
        if (hit->position < m_rehearsal->position())
            report = m_rehearsal->moveTo(hit->position);
        report.stop = StepReport::Stop::Breakpoint;
        const Event& about = m_rehearsal->journal().event(hit->event);
        report.slot = about.slot;
        report.workflowId = about.workflowId;
        return stopped(std::move(report));
    }
    if (isReached(m_motion)) {
        if (m_motion.move == Move::ToTask)
            report.stop = StepReport::Stop::ReachedTask;
        return stopped(std::move(report));
    }
    if (++m_motion.passed < kMostEventsOfRun)
        return std::nullopt;
    report.stop = StepReport::Stop::Failed;
    report.detail = "The workflow does not come to an end";
    return stopped(std::move(report));
}

DebugStop Debugger::stopped(StepReport report)
{
    DebugStop stop;
    stop.report = std::move(report);
    const auto& hits = m_scan.hits();
    for (std::size_t i = m_motion.logged; i < hits.size(); ++i) {
        if (!hits[i].stops && hits[i].position <= m_rehearsal->position())
            stop.log.push_back(hits[i].message);
    }
    if (stop.report.stop != StepReport::Stop::Breakpoint)
        return stop;
    const std::size_t here = m_rehearsal->position();
    for (auto at = std::ranges::lower_bound(hits, here, {}, &BreakpointHit::position); at != hits.end() && at->position == here; ++at) {
        if (at->stops)
            stop.breakpoints.push_back(at->breakpoint);
    }
    for (const std::uint32_t id : stop.breakpoints) {
        const Breakpoint* hit = m_breakpoints.find(id);
        if (hit && hit->once)
            m_breakpoints.remove(id);
    }
    return stop;
}

bool Debugger::isAround(const Motion& motion, const Text& workflowId)
{
    return std::ranges::find(motion.around, workflowId) != motion.around.end();
}

bool Debugger::isLeft(const Motion& motion, const Event& event) const
{
    const World& world = m_rehearsal->world();
    const TaskRun* task = taskOf(event, world);
    if (!motion.branch.empty()) {
        return task && !isBookkeeping(event.kind) && event.workflowId == motion.frame.workflowId
            && std::ranges::find(motion.branch, baseName(*task)) == motion.branch.end();
    }
    return endsAttempt(event.kind) && task && opensFrame(*task) && frameOf(event, world).depth() < motion.frame.depth()
        && isAround(motion, event.workflowId);
}

bool Debugger::isReached(const Motion& motion) const
{
    const Event& event = m_rehearsal->journal().event(m_rehearsal->position() - 1);
    const World& world = m_rehearsal->world();
    const Text& main = m_rehearsal->mainWorkflowId();
    const auto isAt = [&](StepKind kind) { return isStepPoint(kind, event, world, main); };
    if (endsWorkflow(event.kind) && event.workflowId == main && motion.move != Move::Run)
        return true;
    switch (motion.move) {
    case Move::Event:
    case Move::BackEvent: return isAt(StepKind::Event);
    case Move::Task:
    case Move::BackTask: return isAt(StepKind::Task);
    case Move::Decision:
    case Move::BackDecision: return isAt(StepKind::Decision);
    case Move::Over:
    case Move::BackOver: {
        const Frame frame = frameOf(event, world);
        return isAt(StepKind::Task) && frame.depth() <= motion.frame.depth()
            && isAround(motion, event.workflowId);
    }
    case Move::Into:
        return isAt(StepKind::Task) || (isAt(StepKind::Event) && frameOf(event, world).depth() > motion.frame.depth());
    case Move::Out: return isLeft(motion, event);
    case Move::Iteration: {
        const Frame frame = frameOf(event, world);
        const bool begins = event.kind == EventKind::TaskScheduled && frame.inLoop && frame.workflowId == motion.frame.workflowId;
        return (begins && (!motion.frame.inLoop || frame.iteration != motion.frame.iteration)) || isLeft(motion, event);
    }
    case Move::ToTask:
        return event.kind == EventKind::TaskScheduled && event.task && isAttemptOf(*event.task, motion.task);
    case Move::BackOut: {
        const TaskRun* task = taskOf(event, world);
        return task && opensFrame(*task) && event.kind == EventKind::TaskScheduled
            && frameOf(event, world).depth() < motion.frame.depth()
            && isAround(motion, event.workflowId);
    }
    default: return false;
    }
}

DebugStop Debugger::goBack()
{
    switch (m_motion.move) {
    case Move::Start: return stopped(m_rehearsal->reset());
    case Move::End: return stopped(m_rehearsal->moveTo(m_rehearsal->journal().size()));
    case Move::ReverseContinue: return toPreviousBreakpoint();
    default: break;
    }
    for (;;) {
        StepReport report = m_rehearsal->stepBack(StepKind::Single);
        if (report.stop != StepReport::Stop::Moved || m_rehearsal->position() == 0) {
            report.stop = StepReport::Stop::AtStart;
            return stopped(std::move(report));
        }
        if (isReached(m_motion))
            return stopped(std::move(report));
    }
}

DebugStop Debugger::toPreviousBreakpoint()
{
    const BreakpointHit* hit = m_scan.lastStop(m_motion.start);
    if (!hit)
        return stopped(m_rehearsal->reset());
    const Event& event = m_rehearsal->journal().event(hit->event);
    StepReport report = m_rehearsal->moveTo(hit->position);
    report.stop = StepReport::Stop::Breakpoint;
    report.slot = event.slot;
    report.workflowId = event.workflowId;
    return stopped(std::move(report));
}

const std::vector<BreakpointHit>& Debugger::hits()
{
    catchUp(m_rehearsal->position());
    return m_scan.hits();
}

Result<std::optional<std::size_t>> Debugger::firstTime(std::string_view expression) const
{
    BreakpointSet one;
    Breakpoint breakpoint;
    breakpoint.at = BreakAt::Condition;
    breakpoint.expression = std::string(expression);
    if (auto added = one.add(std::move(breakpoint)); !added)
        return std::move(added).error();
    BreakpointScan scan(one);
    World world;
    for (std::size_t i = 0; i < m_rehearsal->journal().size(); ++i) {
        const Event& event = m_rehearsal->journal().event(i);
        apply(world, event);
        scan.take(event, world);
        if (!scan.hits().empty())
            return std::optional(scan.hits().front().position);
    }
    return std::optional<std::size_t>();
}

std::int64_t ClockPace::waitMs(EpochMs jump) const noexcept
{
    constexpr double kMost = 3'600'000;
    if (factor <= 0 || jump <= 0)
        return 0;
    return static_cast<std::int64_t>(std::min(kMost, static_cast<double>(jump) / factor));
}

}  // namespace baton

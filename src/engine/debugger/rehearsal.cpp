// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/debugger/rehearsal.h"

#include "engine/conductor/decide/scope.h"
#include "engine/conductor/definitionindex.h"
#include "engine/debugger/rehearsalworld.h"
#include "engine/journal/cursor.h"

#include <algorithm>
#include <atomic>

namespace baton {
namespace {

constexpr std::size_t kMostEventsOfRun = 2'000'000;

// What the engine does in the same breath as the event before: nothing can come between them.
bool followsAtOnce(const Event& event, const World& world)
{
    switch (event.kind) {
    case EventKind::TaskExecuted:
    case EventKind::TaskScheduled:
    case EventKind::TaskRetried:
    case EventKind::TaskChanged:
    case EventKind::TaskCanceled:
    case EventKind::TaskLogged:
    case EventKind::WorkflowChanged:
    case EventKind::WorkflowCompleted:
    case EventKind::WorkflowFailed:
    case EventKind::VariablesSet: return true;
    default: break;
    }
    const Execution* execution = isTaskEvent(event.kind) ? world.find(event.workflowId) : nullptr;
    const TaskRun* task = execution ? execution->task(event.slot) : nullptr;
    if (task && event.kind == EventKind::TaskStarted && task->taskType == "JOIN")
        return true;
    return task && dutyOf(task->taskType) == TaskDuty::Synchronous;
}

// A record does not tell what was decided together. Where a task's successors were cut off, it has to be decided again.
std::vector<Event> undecided(const World& world)
{
    std::vector<Event> events;
    DefinitionCache cache;
    for (const Text& id : world.order) {
        const Execution* execution = world.find(id);
        if (!execution || !execution->definition || execution->status != WorkflowStatus::Running)
            continue;
        const DefinitionIndexPtr index = cache.index(execution->definition);
        for (TaskSlot slot = 0; slot < execution->tasks.size(); ++slot) {
            const TaskRun* task = execution->task(slot);
            const IndexedTask* indexed = task && task->executed && !task->retried ? index->find(baseName(*task)) : nullptr;
            if (!indexed || indexed->next < 0)
                continue;
            const Text& next = index->at(indexed->next).task->taskReferenceName;
            if (execution->latest(next) || execution->latest(iterated(next, task->iteration)))
                continue;
            Event event;
            event.kind = EventKind::TaskChanged;
            event.workflowId = id;
            event.slot = slot;
            event.at = world.now;
            event.changes = {{Field::Executed, false}};
            events.push_back(std::move(event));
        }
    }
    return events;
}

Error notAtEnd()
{
    return {.code = ErrorCode::Conflict, .message = "What is recorded goes on after this moment",
        .hint = "Go to its end, or fork here"};
}

}  // namespace

struct Rehearsal::State {
    State(RehearsalSetup given, MemoryJournal recorded, std::uint64_t seed, EpochMs startAt, Checkpoints checkpoints = {})
        : setup(std::move(given))
        , journal(std::move(recorded))
        , running(setup, journal, seed, startAt)
        , cursor(journal, std::move(checkpoints))
    {
    }

    RehearsalSetup setup;
    MemoryJournal journal;
    RehearsalWorld running;
    Cursor cursor;
    Text mainId;
    std::atomic<bool> interrupted = false;

    [[nodiscard]] bool matches(StepKind kind) const;
    [[nodiscard]] StepReport report(StepReport::Stop stop, Text detail = {}) const;
    [[nodiscard]] StepReport halted(RehearsalWorld::Next why);
    [[nodiscard]] std::optional<StepReport> forwardOne();
    template <typename Until>
    StepReport forwardUntil(StepReport::Stop reached, const Until& until);
    [[nodiscard]] bool findMain();
};

// Is the event just passed one to stop at?
bool Rehearsal::State::matches(StepKind kind) const
{
    const Event* event = cursor.previous();
    return event && isStepPoint(kind, *event, cursor.world(), mainId);
}

StepReport Rehearsal::State::report(StepReport::Stop stop, Text detail) const
{
    StepReport report;
    report.stop = stop;
    report.position = cursor.position();
    report.detail = std::move(detail);
    if (const Event* event = cursor.previous()) {
        report.slot = event->slot;
        report.workflowId = event->workflowId;
    }
    return report;
}

StepReport Rehearsal::State::halted(RehearsalWorld::Next why)
{
    if (why == RehearsalWorld::Next::Refused)
        return report(StepReport::Stop::Failed, running.error());
    if (why == RehearsalWorld::Next::Nothing)
        return report(StepReport::Stop::AtEnd);
    StepReport waiting = report(StepReport::Stop::Waiting);
    const std::vector<WaitingTask> tasks = running.waitingTasks();
    if (!tasks.empty()) {
        waiting.slot = tasks.front().slot;
        waiting.workflowId = tasks.front().workflowId;
    }
    return waiting;
}

std::optional<StepReport> Rehearsal::State::forwardOne()
{
    if (cursor.atEnd()) {
        const RehearsalWorld::Next next = running.happen();
        if (next != RehearsalWorld::Next::Happened)
            return halted(next);
    }
    cursor.forward();
    return std::nullopt;
}

template <typename Until>
StepReport Rehearsal::State::forwardUntil(StepReport::Stop reached, const Until& until)
{
    interrupted = false;
    for (std::size_t passed = 0; passed < kMostEventsOfRun; ++passed) {
        if (std::optional<StepReport> stopped = forwardOne())
            return *std::move(stopped);
        if (until())
            return report(reached);
        if (interrupted.exchange(false))
            return report(StepReport::Stop::Moved, "Interrupted");
    }
    return report(StepReport::Stop::Failed, "The workflow does not come to an end");
}

bool Rehearsal::State::findMain()
{
    for (std::size_t i = 0; i < journal.size(); ++i) {
        if (journal.event(i).kind != EventKind::WorkflowStarted)
            continue;
        mainId = journal.event(i).workflowId;
        return true;
    }
    return false;
}

Rehearsal::Rehearsal(std::unique_ptr<State> state) : m_state(std::move(state)) { }

Rehearsal::~Rehearsal() = default;

Result<std::unique_ptr<Rehearsal>> Rehearsal::start(RehearsalSetup setup)
{
    if (!setup.workflow)
        return Error {.code = ErrorCode::InvalidArgument, .message = "There is no workflow to rehearse"};
    const std::uint64_t seed = setup.seed;
    const EpochMs startAt = setup.startAt;
    auto state = std::make_unique<State>(std::move(setup), MemoryJournal(), seed, startAt);
    StartRequest request;
    request.name = state->setup.workflow->name;
    request.workflowDef = state->setup.workflow;
    request.input = state->setup.input.isNull() ? Value::object() : state->setup.input;
    request.correlationId = state->setup.correlationId;
    Result<Text> id = state->running.engine().start(std::move(request));
    if (!id)
        return std::move(id).error();
    state->mainId = *id;
    return std::unique_ptr<Rehearsal>(new Rehearsal(std::move(state)));
}

Result<std::unique_ptr<Rehearsal>> Rehearsal::resume(RehearsalSetup setup, MemoryJournal journal)
{
    return resume(std::move(setup), std::move(journal), {});
}

Result<std::unique_ptr<Rehearsal>> Rehearsal::resume(RehearsalSetup setup, MemoryJournal journal, Checkpoints checkpoints)
{
    const std::uint64_t seed = setup.seed ^ (0x9e3779b97f4a7c15ULL * (journal.size() + 1));
    auto state = std::make_unique<State>(std::move(setup), std::move(journal), seed, EpochMs {0}, std::move(checkpoints));
    if (!state->findMain()) {
        return Error {.code = ErrorCode::InvalidArgument, .message = "The journal starts no workflow",
            .hint = "Open a journal that a rehearsal or an import has written"};
    }
    state->cursor.toEnd();
    state->running.restore(state->cursor.world());
    return std::unique_ptr<Rehearsal>(new Rehearsal(std::move(state)));
}

Result<std::unique_ptr<Rehearsal>> Rehearsal::fork(std::size_t position) const
{
    const MemoryJournal& journal = m_state->journal;
    Cursor cursor(journal, m_state->cursor.checkpoints());
    cursor.moveTo(position);
    const std::size_t wanted = cursor.position();
    const auto belongsToBefore = [&](const Event& next) {
        // What a recorded server scheduled a moment later was decided by the event before all the same.
        const bool decided = next.kind == EventKind::TaskScheduled || next.kind == EventKind::TaskExecuted;
        return (decided || next.at == cursor.previous()->at) && followsAtOnce(next, cursor.world());
    };
    while (cursor.next() && wanted > 0 && belongsToBefore(*cursor.next()))
        cursor.forward();
    MemoryJournal past = journal.forked(cursor.position());
    if (m_state->setup.recorded && !cursor.atEnd()) {
        for (Event& event : undecided(cursor.world()))
            past.append(std::move(event));
    }
    Result<std::unique_ptr<Rehearsal>> forked
        = resume(m_state->setup, std::move(past), cursor.checkpoints().forked(cursor.position()));
    if (forked)
        (*forked)->moveTo(wanted);
    return forked;
}

Result<std::unique_ptr<Rehearsal>> Rehearsal::forkExactly(std::size_t position) const
{
    return resume(m_state->setup, m_state->journal.forked(position), m_state->cursor.checkpoints().forked(position));
}

const Journal& Rehearsal::journal() const noexcept { return m_state->journal; }
const MemoryJournal& Rehearsal::record() const noexcept { return m_state->journal; }
std::size_t Rehearsal::position() const noexcept { return m_state->cursor.position(); }
const World& Rehearsal::world() const noexcept { return m_state->cursor.world(); }
const Text& Rehearsal::mainWorkflowId() const noexcept { return m_state->mainId; }
const RehearsalSetup& Rehearsal::setup() const noexcept { return m_state->setup; }

const Checkpoints& Rehearsal::checkpoints() const noexcept { return m_state->cursor.checkpoints(); }
bool Rehearsal::prepare(std::size_t count) { return m_state->cursor.prepare(count); }

void Rehearsal::advanceClock(EpochMs to)
{
    if (!m_state->cursor.atEnd())
        return;
    m_state->running.advanceClock(to);
    m_state->cursor.toEnd();
}

void Rehearsal::abandon(const Text& workflowId, TaskSlot slot)
{
    m_state->running.abandon({workflowId, slot});
}

std::optional<EpochMs> Rehearsal::nextJump() const
{
    return m_state->cursor.atEnd() ? m_state->running.nextJump() : std::nullopt;
}

bool Rehearsal::isFinished() const
{
    return m_state->cursor.atEnd() && m_state->running.isOver();
}

std::vector<WaitingTask> Rehearsal::waitingTasks() const
{
    return m_state->running.waitingTasks();
}

StepReport Rehearsal::stepForward(StepKind kind)
{
    return m_state->forwardUntil(StepReport::Stop::Moved, [&] { return m_state->matches(kind); });
}

StepReport Rehearsal::stepBack(StepKind kind)
{
    State& state = *m_state;
    if (kind == StepKind::End)
        return reset();
    while (state.cursor.back()) {
        if (state.matches(kind))
            return state.report(StepReport::Stop::Moved);
    }
    return state.report(StepReport::Stop::AtStart);
}

StepReport Rehearsal::run()
{
    return stepForward(StepKind::End);
}

StepReport Rehearsal::runTo(std::string_view referenceName)
{
    return m_state->forwardUntil(StepReport::Stop::ReachedTask, [&] {
        const Event* event = m_state->cursor.previous();
        return event && event->kind == EventKind::TaskScheduled && event->task && isAttemptOf(*event->task, referenceName);
    });
}

StepReport Rehearsal::moveTo(std::size_t position)
{
    m_state->cursor.moveTo(position);
    return m_state->report(position == 0 ? StepReport::Stop::AtStart : StepReport::Stop::Moved);
}

StepReport Rehearsal::reset()
{
    return moveTo(0);
}

void Rehearsal::interrupt() noexcept
{
    m_state->interrupted = true;
}

Result<StepReport> Rehearsal::answer(TaskResult result)
{
    if (!m_state->cursor.atEnd())
        return notAtEnd();
    if (Status done = m_state->running.answer(std::move(result)); !done)
        return std::move(done).error();
    return m_state->cursor.atEnd() ? m_state->report(StepReport::Stop::Moved) : stepForward();
}

Result<StepReport> Rehearsal::command(std::string_view workflowId, const Command& command)
{
    if (!m_state->cursor.atEnd())
        return notAtEnd();
    if (Status done = m_state->running.engine().run(workflowId, command); !done)
        return std::move(done).error();
    return m_state->cursor.atEnd() ? m_state->report(StepReport::Stop::Moved) : stepForward();
}

}  // namespace baton

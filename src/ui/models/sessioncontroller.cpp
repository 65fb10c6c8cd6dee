// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sessioncontroller.h"

#include "ui/models/selection.h"
#include "ui/models/words.h"

#include <QElapsedTimer>

namespace baton::ui {

namespace {

constexpr int kSliceMs = 10;
constexpr int kStepMs = 60;   // how long a step may hold the window

}  // namespace

SessionController::SessionController(QObject* parent)
    : QObject(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &SessionController::slice);
}

SessionController::~SessionController() = default;

Status SessionController::start(RehearsalSetup setup)
{
    Result<std::unique_ptr<Rehearsal>> started = Rehearsal::start(std::move(setup));
    if (!started)
        return std::move(started).error();
    adopt(std::move(started).value());
    if (m_rehearsal->position() == 0)
        m_rehearsal->stepForward(StepKind::Event);   // the workflow stands there with its input, nothing has run
    look();
    return {};
}

void SessionController::adopt(std::unique_ptr<Rehearsal> rehearsal)
{
    stop();
    if (m_rehearsal)
        emit closed();   // views let go of the journal first
    m_breakpoints = ownBreakpoints();
    m_debugger.reset();
    m_tree = std::make_unique<BranchTree>(std::move(rehearsal));
    m_rehearsal = &m_tree->rehearsal();
    m_debugger = std::make_unique<Debugger>(*m_rehearsal);
    m_debugger->breakpoints() = m_breakpoints;
    m_notes.clear();
}

void SessionController::look()
{
    m_before = {};
    m_stepFrom = 0;
    m_report = {};
    m_hit.clear();
    m_log.clear();
    m_shown = m_rehearsal->mainWorkflowId();
    m_current = kNoTask;
    emit opened();
    emit branchesChanged();
    emit notesChanged();
    if (m_rehearsal->position() > 1)
        rememberBeforeLastEvent();
    lookAtLastStep();
    emit positionChanged();
    emit executionChanged();
}

void SessionController::close()
{
    if (!m_rehearsal)
        return;
    stop();
    emit closed();   // views let go of the journal first
    m_breakpoints = ownBreakpoints();
    m_debugger.reset();
    m_rehearsal = nullptr;
    m_tree.reset();
    m_notes.clear();
    m_before = {};
    m_shown = {};
    m_current = kNoTask;
    emit positionChanged();
    emit executionChanged();
}

bool SessionController::canStepForward() const
{
    return m_rehearsal && !isRunning() && (position() < length() || !m_rehearsal->isFinished());
}

bool SessionController::canStepBack() const
{
    return m_rehearsal && !isRunning() && position() > 0;
}

const Journal* SessionController::journal() const noexcept
{
    return m_rehearsal ? &m_rehearsal->journal() : nullptr;
}

std::size_t SessionController::position() const noexcept
{
    return m_rehearsal ? m_rehearsal->position() : 0;
}

std::size_t SessionController::length() const noexcept
{
    return m_rehearsal ? m_rehearsal->journal().size() : 0;
}

const World* SessionController::world() const noexcept
{
    return m_rehearsal ? &m_rehearsal->world() : nullptr;
}

EpochMs SessionController::startedAt() const noexcept
{
    return m_rehearsal ? m_rehearsal->setup().startAt : 0;
}

const Execution* SessionController::execution() const noexcept
{
    return m_rehearsal ? m_rehearsal->world().find(m_shown) : nullptr;
}

const Execution* SessionController::executionBefore() const noexcept
{
    return m_before.find(m_shown);
}

WorkflowDefPtr SessionController::definition() const
{
    if (const Execution* shown = execution(); shown && shown->definition)
        return shown->definition;
    return m_rehearsal ? m_rehearsal->setup().workflow : nullptr;
}

std::optional<WaitingTask> SessionController::waitingTask(TaskSlot preferred) const
{
    if (!m_rehearsal || isRunning() || position() != length())
        return std::nullopt;
    const std::vector<WaitingTask> waiting = m_rehearsal->waitingTasks();
    for (const WaitingTask& task : waiting) {
        if (task.workflowId == m_shown && task.slot == preferred)
            return task;
    }
    return waiting.empty() ? std::nullopt : std::optional(waiting.front());
}

void SessionController::rememberBefore()
{
    m_before = m_rehearsal->world();
    m_stepFrom = m_rehearsal->position();
}

/// After a move that was no step forward: what the last event before this place changed is what the views mark.
void SessionController::rememberBeforeLastEvent()
{
    const std::size_t here = position();
    std::size_t from = here;
    while (from > 0 && isBookkeeping(m_rehearsal->journal().event(from - 1).kind))
        --from;
    if (from > 0)
        --from;
    m_rehearsal->moveTo(from);
    rememberBefore();
    m_rehearsal->moveTo(here);
}

void SessionController::lookAtLastStep()
{
    m_current = kNoTask;
    const Journal& events = m_rehearsal->journal();
    for (std::size_t i = position(); i > m_stepFrom; --i) {
        const Event& event = events.event(i - 1);
        if (isBookkeeping(event.kind) || event.workflowId.empty())
            continue;
        if (m_current == kNoTask && m_rehearsal->world().find(event.workflowId))
            m_shown = event.workflowId;
        if (event.workflowId == m_shown && event.slot != kNoTask) {
            m_current = event.slot;
            break;
        }
    }
    if (!m_rehearsal->world().find(m_shown))
        m_shown = m_rehearsal->mainWorkflowId();
}

void SessionController::landed(const StepReport& report)
{
    m_report = report;
    lookAtLastStep();
    emit positionChanged();
    emit executionChanged();
}

bool SessionController::proceed(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    constexpr std::size_t kEvents = 16;
    std::optional<DebugStop> stop;
    do {
        stop = m_debugger->proceed(kEvents);
    } while (!stop && clock.elapsed() < milliseconds);
    if (!stop) {
        StepReport report;
        report.position = position();
        landed(report);
        return false;
    }
    m_hit = std::move(stop->breakpoints);
    m_log = std::move(stop->log);
    landed(stop->report);
    return true;
}

void SessionController::step(Move move)
{
    if (!canStepForward())
        return;
    rememberBefore();
    m_debugger->begin(move);
    if (proceed(kStepMs)) {
        emit stopped(m_report.stop);
        return;
    }
    m_running = true;
    m_slices.start();
    emit runningChanged(true);
}

void SessionController::go(Move move, const std::string& task)
{
    if (!canStepForward())
        return;
    rememberBefore();
    m_debugger->begin(move, task);
    m_running = true;
    m_slices.start();
    emit runningChanged(true);
}

void SessionController::slice()
{
    if (!proceed(kSliceMs))
        return;
    m_slices.stop();
    m_running = false;
    // Views were told of the place while it still ran; what depends on rest looks again.
    emit positionChanged();
    emit executionChanged();
    emit runningChanged(false);
    emit stopped(m_report.stop);
}

void SessionController::stepBack(Move move)
{
    if (!canStepBack())
        return;
    const DebugStop stop = m_debugger->move(move);
    m_hit = stop.breakpoints;
    m_log.clear();
    rememberBeforeLastEvent();
    landed(stop.report);
    emit stopped(m_report.stop);
}

void SessionController::stepTask() { step(Move::Task); }
void SessionController::stepOver() { step(Move::Over); }
void SessionController::stepIteration() { step(Move::Iteration); }
void SessionController::stepEvent() { step(Move::Event); }
void SessionController::stepDecision() { step(Move::Decision); }
void SessionController::stepBackTask() { stepBack(Move::BackTask); }
void SessionController::stepBackEvent() { stepBack(Move::BackEvent); }
void SessionController::stepBackOver() { stepBack(Move::BackOver); }
void SessionController::stepBackOut() { stepBack(Move::BackOut); }
void SessionController::reverseContinue() { stepBack(Move::ReverseContinue); }
void SessionController::stepOut() { go(Move::Out); }
void SessionController::run() { go(Move::Run); }
void SessionController::runTo(const QString& reference) { go(Move::ToTask, toUtf8(reference)); }

void SessionController::stop()
{
    if (!isRunning())
        return;
    m_slices.stop();
    m_running = false;
    emit runningChanged(false);
    emit stopped(StepReport::Stop::Moved);
}

void SessionController::reset()
{
    if (!m_rehearsal)
        return;
    stop();
    const StepReport report = m_rehearsal->reset();
    rememberBefore();
    m_shown = m_rehearsal->mainWorkflowId();
    landed(report);
    emit stopped(m_report.stop);
}

void SessionController::moveTo(std::size_t position)
{
    if (!m_rehearsal || isRunning() || position == this->position())
        return;
    const StepReport report = m_rehearsal->moveTo(std::min(position, length()));
    rememberBeforeLastEvent();
    landed(report);
}

void SessionController::showWorkflow(const QString& workflowId)
{
    const Text id(toUtf8(workflowId));
    if (!m_rehearsal || id == m_shown || !m_rehearsal->world().find(id))
        return;
    m_shown = id;
    m_current = kNoTask;
    emit executionChanged();
}

Status SessionController::answer(const TaskResult& result)
{
    if (!m_rehearsal)
        return Error {ErrorCode::Conflict, "no rehearsal is open"};
    rememberBefore();
    const Result<StepReport> report = m_rehearsal->answer(result);
    if (!report)
        return report.error();
    landed(*report);
    emit stopped(m_report.stop);
    return {};
}

}  // namespace baton::ui

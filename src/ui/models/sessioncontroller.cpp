// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/sessioncontroller.h"

#include "ui/models/scope.h"
#include "ui/models/selection.h"
#include "ui/models/words.h"

#include <QElapsedTimer>

namespace baton::ui {

namespace {

constexpr int kSliceMs = 10;

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
    stop();
    if (m_rehearsal)
        emit closed();   // views let go of the journal first
    m_rehearsal = std::move(started).value();
    m_before = {};
    m_stepFrom = 0;
    m_report = {};
    m_shown = m_rehearsal->mainWorkflowId();
    m_current = kNoTask;
    if (m_rehearsal->position() == 0)
        m_rehearsal->stepForward(StepKind::Event);   // the workflow stands there with its input, nothing has run
    emit opened();
    lookAtLastStep();
    emit positionChanged();
    emit executionChanged();
    return {};
}

void SessionController::close()
{
    if (!m_rehearsal)
        return;
    stop();
    emit closed();   // views let go of the journal first
    m_rehearsal.reset();
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

void SessionController::forward(StepKind kind)
{
    if (!canStepForward())
        return;
    rememberBefore();
    landed(m_rehearsal->stepForward(kind));
    emit stopped(m_report.stop);
}

void SessionController::back(StepKind kind)
{
    if (!canStepBack())
        return;
    const StepReport report = m_rehearsal->stepBack(kind);
    rememberBeforeLastEvent();
    landed(report);
    emit stopped(m_report.stop);
}

void SessionController::stepTask()
{
    forward(StepKind::Task);
}

void SessionController::stepEvent()
{
    forward(StepKind::Event);
}

void SessionController::stepDecision()
{
    forward(StepKind::Decision);
}

void SessionController::stepBackTask()
{
    back(StepKind::Task);
}

void SessionController::stepBackEvent()
{
    back(StepKind::Event);
}

void SessionController::stepOut()
{
    if (!canStepForward())
        return;
    const Execution* shown = execution();
    const TaskRun* task = shown ? shown->task(m_current) : nullptr;
    if (!task) {
        run();
        return;
    }
    const std::set<std::string, std::less<>> inside = namesBesides(*definition(), toUtf8(baseReference(toQString(task->referenceTaskName))));
    const bool isChild = m_shown != m_rehearsal->mainWorkflowId();
    const Text workflowId = m_shown;
    go([this, inside, isChild, workflowId](const StepReport&) {
        const Event& event = m_rehearsal->journal().event(position() - 1);
        if (event.workflowId != workflowId)
            return isChild && inside.empty() && !event.workflowId.empty();
        const Execution* execution = m_rehearsal->world().find(workflowId);
        const TaskRun* touched = execution ? execution->task(event.slot) : nullptr;
        return touched && !inside.empty() && !inside.contains(toUtf8(baseReference(toQString(touched->referenceTaskName))));
    });
}

void SessionController::run()
{
    go([](const StepReport&) { return false; });
}

void SessionController::runTo(const QString& reference)
{
    go([this, reference](const StepReport&) {
        const Event& event = m_rehearsal->journal().event(position() - 1);
        if (!event.task)
            return false;
        const QString name = toQString(event.task->referenceTaskName);
        return name == reference || baseReference(name) == reference;
    });
}

void SessionController::go(Goal goal)
{
    if (!canStepForward())
        return;
    rememberBefore();
    m_goal = std::move(goal);
    m_slices.start();
    emit runningChanged(true);
}

void SessionController::slice()
{
    QElapsedTimer clock;
    clock.start();
    bool done = false;
    StepReport report;
    do {
        report = m_rehearsal->stepForward(StepKind::Event);
        done = report.stop != StepReport::Stop::Moved || m_goal(report);
    } while (!done && clock.elapsed() < kSliceMs);
    if (done) {
        m_slices.stop();
        m_goal = nullptr;
    }
    landed(report);
    if (done) {
        emit runningChanged(false);
        emit stopped(report.stop);
    }
}

void SessionController::stop()
{
    if (!isRunning())
        return;
    m_slices.stop();
    m_goal = nullptr;
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

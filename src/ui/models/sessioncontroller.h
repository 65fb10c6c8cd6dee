// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace baton::ui {

/// Owns the rehearsal the window shows and moves it. All views look at this one; none moves the rehearsal itself. Long moves
/// go in slices of a few milliseconds, so that the window stays awake and stop() is heard. Window thread only.
class SessionController : public QObject {
    Q_OBJECT
public:
    explicit SessionController(QObject* parent = nullptr);
    ~SessionController() override;

    /// Begins a new rehearsal; on an error the one before goes on.
    Status start(RehearsalSetup setup);
    void close();

    [[nodiscard]] bool isOpen() const noexcept { return m_rehearsal != nullptr; }
    [[nodiscard]] bool isRunning() const noexcept { return m_goal != nullptr; }
    [[nodiscard]] bool canStepForward() const;
    [[nodiscard]] bool canStepBack() const;
    [[nodiscard]] const Journal* journal() const noexcept;             // null when closed
    [[nodiscard]] std::size_t position() const noexcept;
    [[nodiscard]] std::size_t length() const noexcept;                 // events recorded
    [[nodiscard]] const World* world() const noexcept;
    [[nodiscard]] EpochMs startedAt() const noexcept;
    /// The execution the views show: the one the last event was about, or the one chosen by hand. Null before it started.
    [[nodiscard]] const Execution* execution() const noexcept;
    /// The same at the moment the last step began, to tell what it changed. Null when it did not exist.
    [[nodiscard]] const Execution* executionBefore() const noexcept;
    [[nodiscard]] std::size_t stepBegan() const noexcept { return m_stepFrom; }   // position at that moment
    [[nodiscard]] const Text& shownWorkflowId() const noexcept { return m_shown; }
    [[nodiscard]] WorkflowDefPtr definition() const;                   // of what is shown; null when closed
    [[nodiscard]] TaskSlot currentTask() const noexcept { return m_current; }     // the last event's, in what is shown
    [[nodiscard]] const StepReport& lastReport() const noexcept { return m_report; }
    /// The task that waits for an answer by hand, when one stands at the end of the journal: the selected one if it is
    /// among several, else the first.
    [[nodiscard]] std::optional<WaitingTask> waitingTask(TaskSlot preferred = kNoTask) const;

public slots:
    void stepTask();
    void stepEvent();
    void stepOut();          // out of the loop, branch or sub-workflow; at the top: to the end
    void stepDecision();
    void stepBackTask();
    void stepBackEvent();
    void run();
    void runTo(const QString& reference);
    void stop();
    void reset();
    void moveTo(std::size_t position);
    void moveToEnd() { moveTo(length()); }
    void showWorkflow(const QString& workflowId);
    /// Answers the waiting task; what is wrong with the answer comes back, nothing has changed then.
    baton::Status answer(const baton::TaskResult& result);

signals:
    void opened();
    void closed();
    void positionChanged();                      // also when only the journal grew
    void executionChanged();                     // what execution() shows is another, or another moment
    void runningChanged(bool running);
    void stopped(baton::StepReport::Stop stop);  // a move came to its end

private:
    using Goal = std::function<bool(const StepReport&)>;

    void go(Goal goal);
    void slice();
    void forward(StepKind kind);
    void back(StepKind kind);
    void landed(const StepReport& report);
    void rememberBefore();
    void rememberBeforeLastEvent();
    void lookAtLastStep();

    std::unique_ptr<Rehearsal> m_rehearsal;
    World m_before;
    std::size_t m_stepFrom = 0;
    Text m_shown;
    TaskSlot m_current = kNoTask;
    StepReport m_report;
    Goal m_goal;
    QTimer m_slices;
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/branchtree.h"
#include "engine/debugger/debugger.h"
#include "engine/debugger/explain.h"
#include "engine/debugger/runpage.h"

#include <QObject>
#include <QTimer>

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
    /// Opens what was recorded elsewhere; the view stands at its end. `setup` brings handlers to go on with.
    Status open(MemoryJournal journal, RehearsalSetup setup);
    void close();

    [[nodiscard]] bool isOpen() const noexcept { return m_rehearsal != nullptr; }
    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
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

    // Debugging (sessionediting.cpp). Breakpoints and notes stay when another rehearsal is opened.
    [[nodiscard]] const BreakpointSet& breakpoints() const noexcept;
    Status addBreakpoint(Breakpoint breakpoint);
    Status replaceBreakpoint(const Breakpoint& breakpoint);
    void removeBreakpoint(std::uint32_t id);
    Status loadBreakpoints(const Value& json);
    [[nodiscard]] bool hasBreakpoint(std::string_view reference) const;    // on that very task
    [[nodiscard]] std::vector<BreakpointHit> hits();                       // up to where it stands; empty while running
    [[nodiscard]] const std::vector<std::uint32_t>& hitBreakpoints() const noexcept { return m_hit; }   // of the last stop
    [[nodiscard]] const std::vector<std::string>& logLines() const noexcept { return m_log; }
    [[nodiscard]] const BranchTree* branches() const noexcept { return m_tree.get(); }   // null when closed
    /// What if: the edit at this moment, in what is shown, as a branch that is gone on with.
    Status branchOff(const Edit& edit, const std::string& name = {});
    Status branchHere(const std::string& name);
    void chooseBranch(std::uint32_t id);
    Status renameBranch(std::uint32_t id, const std::string& name);
    Status removeBranch(std::uint32_t id);
    [[nodiscard]] const std::vector<MomentNote>& notes() const noexcept { return m_notes; }
    void setNotes(std::vector<MomentNote> notes);
    /// What workers are known, for explanations.
    [[nodiscard]] ExplainContext explainContext() const;

public slots:
    void stepTask();
    void stepOver();         // past sub-workflows and loops as one
    void stepIteration();    // to the loop's next iteration
    void stepEvent();
    void stepOut();          // out of the loop, branch or sub-workflow; at the top: to the end
    void stepDecision();
    void stepBackTask();
    void stepBackEvent();
    void stepBackOver();
    void stepBackOut();
    void reverseContinue();  // to the previous breakpoint, else to the start
    void toggleBreakpoint(const QString& reference);
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
    void breakpointsChanged();
    void branchesChanged();
    void notesChanged();

private:
    void adopt(std::unique_ptr<Rehearsal> rehearsal);
    void look();                                 // at another rehearsal than before
    void follow(std::uint32_t branch);
    void go(Move move, const std::string& task = {});      // in slices
    void step(Move move);                                  // at once, and in slices where it takes longer
    void stepBack(Move move);
    void slice();
    [[nodiscard]] bool proceed(int milliseconds);          // true when the move has come to its end
    [[nodiscard]] BreakpointSet& ownBreakpoints() noexcept;
    void landed(const StepReport& report);
    void rememberBefore();
    void rememberBeforeLastEvent();
    void lookAtLastStep();

    std::unique_ptr<BranchTree> m_tree;
    Rehearsal* m_rehearsal = nullptr;            // the tree's current one
    std::unique_ptr<Debugger> m_debugger;
    BreakpointSet m_breakpoints;                 // while nothing is open
    std::vector<std::uint32_t> m_hit;
    std::vector<std::string> m_log;
    std::vector<MomentNote> m_notes;
    World m_before;
    std::size_t m_stepFrom = 0;
    Text m_shown;
    TaskSlot m_current = kNoTask;
    StepReport m_report;
    bool m_running = false;
    QTimer m_slices;
};

}  // namespace baton::ui

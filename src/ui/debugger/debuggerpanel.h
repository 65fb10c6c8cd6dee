// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QTabWidget;

namespace baton::ui {

class BranchesPanel;
class BreakpointsPanel;
class ComparisonPanel;
class NotesPanel;
class OriginsPanel;
class Selection;
class SessionController;
class WatchesPanel;

/// The debugger's own panel: breakpoints, watches, origins of a value, branches, their differences, notes.
class DebuggerPanel : public QWidget {
    Q_OBJECT
public:
    DebuggerPanel(SessionController& session, Selection& selection, QWidget* parent = nullptr);

    enum class Tab { Breakpoints, Watches, Origins, Branches, Differences, Notes };
    void showTab(Tab tab);

    [[nodiscard]] BreakpointsPanel& breakpoints() const noexcept { return *m_breakpoints; }
    [[nodiscard]] WatchesPanel& watches() const noexcept { return *m_watches; }
    [[nodiscard]] OriginsPanel& origins() const noexcept { return *m_origins; }
    [[nodiscard]] BranchesPanel& branches() const noexcept { return *m_branches; }
    [[nodiscard]] ComparisonPanel& comparison() const noexcept { return *m_comparison; }
    [[nodiscard]] NotesPanel& notes() const noexcept { return *m_notes; }

signals:
    void revealRequested();   // a tab has something to show

private:
    QTabWidget* m_tabs;
    BreakpointsPanel* m_breakpoints;
    WatchesPanel* m_watches;
    OriginsPanel* m_origins;
    BranchesPanel* m_branches;
    ComparisonPanel* m_comparison;
    NotesPanel* m_notes;
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/edit.h"

#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace baton::ui {

class ActionCollection;
class DebuggerPanel;
class GraphView;
class InspectorPanel;
class Selection;
class SessionController;
class SettingsStore;

/// The debugger's panel and its verbs beyond stepping: breakpoints, edits of the past, faults, notes, what is saved of a
/// run. What goes wrong comes with failed().
class DebuggerDesk : public QObject {
    Q_OBJECT
public:
    struct Around {
        ActionCollection& actions;
        SessionController& session;
        Selection& selection;
        SettingsStore& settings;
    };
    DebuggerDesk(const Around& around, QWidget* window);

    /// Made once; the caller takes it over.
    [[nodiscard]] DebuggerPanel* makePanel(QWidget* parent);
    [[nodiscard]] DebuggerPanel& panel() const noexcept { return *m_panel; }
    void fillMenu(QMenu& menu) const;
    /// Marks and questions go between these and the panel.
    void connectViews(GraphView& graph, InspectorPanel& inspector);

signals:
    void failed(const baton::Error& error);
    void revealRequested();

private:
    void makeMoves();
    void makeEdits();
    void makeFiles();
    void update();
    void showMarks();
    void edit(const Edit& change);
    void editValue(const QString& what);
    void addFault(const char* id, const QString& text, int kind);
    void fault(int kind);
    void savePage();
    void saveBundle();
    void saveTest();
    void saveText(const QString& title, const QString& filter, const QString& name, const std::string& text);
    [[nodiscard]] TaskSlot selectedSlot() const;

    Around m_around;
    QWidget* m_window;
    DebuggerPanel* m_panel = nullptr;
    GraphView* m_graph = nullptr;
    QAction* m_toggle = nullptr;
    QAction* m_reverse = nullptr;
    QAction* m_backOut = nullptr;
    QAction* m_iteration = nullptr;
    QList<QAction*> m_ofTask;        // need a selected attempt
    QList<QAction*> m_ofSession;     // need something open, at rest
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QStackedLayout;

namespace baton::ui {

class EmptyState;
class RowTree;
class EventFilter;
class EventListModel;
class SearchField;
class SessionController;
class Selection;

/// The journal as a list: where we are, what comes after what has been recorded. A click selects the task, a double click or
/// Return goes there.
class EventsPanel : public QWidget {
    Q_OBJECT
public:
    EventsPanel(EventListModel& model, SessionController& session, Selection& selection, QWidget* parent = nullptr);

    /// For the title of the dock: the filter's line and the switch for bookkeeping.
    [[nodiscard]] QWidget* tools() const noexcept { return m_tools; }

public slots:
    void refresh();

private:
    void makeTree();
    void makeTools();
    void go(const QModelIndex& index);
    void selectTask(const QModelIndex& index);

    EventListModel& m_model;
    SessionController& m_session;
    Selection& m_selection;
    EventFilter* m_filtered;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QWidget* m_tools;
    SearchField* m_search;
};

}  // namespace baton::ui

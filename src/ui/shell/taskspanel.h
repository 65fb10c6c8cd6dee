// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QSortFilterProxyModel;
class QStackedLayout;

namespace baton::ui {

class EmptyState;
class RowTree;
class SearchField;
class Selection;
class SessionController;
class TaskTableModel;

/// Every attempt and iteration at this moment. The selected row is the window's selection.
class TasksPanel : public QWidget {
    Q_OBJECT
public:
    TasksPanel(SessionController& session, Selection& selection, QWidget* parent = nullptr);
    [[nodiscard]] TaskTableModel& model() const noexcept { return *m_model; }
    [[nodiscard]] QWidget* tools() const noexcept;

public slots:
    void refresh();

private:
    void makeTree();
    void showSelection();

    SessionController& m_session;
    Selection& m_selection;
    TaskTableModel* m_model;
    QSortFilterProxyModel* m_filtered;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    SearchField* m_search;
    bool m_showing = false;   // the selection comes from outside
};

}  // namespace baton::ui

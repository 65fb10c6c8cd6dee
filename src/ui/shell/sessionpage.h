// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;

namespace baton::ui {

class ActionCollection;
class Badge;
class ElidedLabel;
class GraphView;
class SearchField;
class Selection;
class SessionController;

/// The centre while something is open: which workflow, on which case, its status; below, the graph.
class SessionPage : public QWidget {
    Q_OBJECT
public:
    SessionPage(SessionController& session, Selection& selection, ActionCollection& actions, QWidget* parent = nullptr);

    [[nodiscard]] GraphView& graph() const noexcept { return *m_graph; }
    /// "Applicant 12, standard": on what the workflow is rehearsed.
    void setCase(const QString& words);

public slots:
    void refresh();
    void find();    // to the search field of the graph

private:
    QWidget* makeHead(ActionCollection& actions);
    void connectAll();
    void fillWorkflows();

    SessionController& m_session;
    Selection& m_selection;
    ElidedLabel* m_name;
    ElidedLabel* m_case;
    Badge* m_status;
    QComboBox* m_workflows;
    SearchField* m_search;
    GraphView* m_graph;
    const void* m_shownDefinition = nullptr;
};

}  // namespace baton::ui

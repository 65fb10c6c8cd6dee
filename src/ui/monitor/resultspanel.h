// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QStackedLayout;

namespace baton::ui {

class EmptyState;
class MonitorFeed;
class ResultsModel;
class RowTree;

/// The result journal: those refused, waiting or delivered; a refused one can be sent again or forgotten.
class ResultsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ResultsPanel(MonitorFeed& feed, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* tools() const;
    [[nodiscard]] QList<QAction*> actions() const { return {m_resend, m_forget}; }

private:
    void makeTree();
    void makeTools();
    void refresh();
    void update();
    template <typename Act>
    void withCurrent(Act act);

    MonitorFeed& m_feed;
    ResultsModel* m_model;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
    QWidget* m_tools;
    QComboBox* m_states;
    QAction* m_resend;
    QAction* m_forget;
};

}  // namespace baton::ui

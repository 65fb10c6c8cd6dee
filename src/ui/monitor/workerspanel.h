// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QAction;
class QSortFilterProxyModel;

namespace baton::ui {

class MonitorFeed;
class RowTree;
class SearchField;
class WorkerTableModel;

/// The table of task types; Space or the button pauses and resumes the current one.
class WorkersPanel : public QWidget {
    Q_OBJECT
public:
    explicit WorkersPanel(MonitorFeed& feed, QWidget* parent = nullptr);
    void setRange(qint64 rangeMs);
    [[nodiscard]] QList<QAction*> actions() const { return {m_pause}; }
    [[nodiscard]] QWidget* tools() const;

signals:
    void typeChosen(const QString& taskType);

private:
    void makeTree();
    void refresh();
    void followCurrent();
    void togglePause();

    MonitorFeed& m_feed;
    WorkerTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    RowTree* m_tree;
    SearchField* m_search;
    QAction* m_pause;
    qint64 m_rangeMs = 300'000;
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace baton::ui {

class LogFilter;
class LogModel;
class MonitorFeed;
class RowTree;
class SearchField;

/// The worker's log: by level and words; it follows the end until somebody scrolls away from it.
class LogPanel : public QWidget {
    Q_OBJECT
public:
    explicit LogPanel(MonitorFeed& feed, QWidget* parent = nullptr);
    [[nodiscard]] QWidget* tools() const;
    void find();

private:
    void makeTools();
    void makeTree();
    void copyLines() const;

    LogModel* m_model;
    LogFilter* m_filter;
    RowTree* m_tree;
    QWidget* m_tools;
    QComboBox* m_levels;
    SearchField* m_search;
    QToolButton* m_clear;
};

}  // namespace baton::ui

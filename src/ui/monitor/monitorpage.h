// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/monitor/monitorservices.h"

#include <QWidget>

class QAction;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace baton::ui {

class Badge;
class ChartBoard;
class ConnectionCard;
class ElidedLabel;
class EmptyState;
class LogPanel;
class MonitorFeed;
class ResultsPanel;
class SettingsStore;
class WorkersPanel;

/// The perspective of who runs a worker: connections, charts, task types, results and log of the worker in this window. All it
/// shows comes from the figures that /metrics answers with.
class MonitorPage : public QWidget {
    Q_OBJECT
public:
    MonitorPage(MonitorServices services, SettingsStore& settings, QWidget* parent = nullptr);
    ~MonitorPage() override;

    /// Named "monitor.start" and so on, to be shown in menus and the palette.
    [[nodiscard]] QList<QAction*> actions() const { return m_actions; }
    [[nodiscard]] MonitorFeed& feed() noexcept { return *m_feed; }
    [[nodiscard]] bool isWorking() const;
    void saveState() const;
    void save();                                                // asks where the charts' figures go
    [[nodiscard]] bool saveFigures(const QString& path);

signals:
    void failed(const baton::Error& error);
    void done(const QString& words);

private:
    void makeActions();
    QAction* add(const QString& id, const QString& text, const QString& iconName, const QKeySequence& keys, const QString& tip);
    QWidget* makeHead();
    QWidget* makeBoard();
    void restoreState();
    void refresh();
    void connectToServer();

    SettingsStore& m_settings;
    MonitorFeed* m_feed;
    QList<QAction*> m_actions;
    QAction* m_start = nullptr;
    QAction* m_connect = nullptr;
    QAction* m_stop = nullptr;
    QAction* m_samples = nullptr;
    QAction* m_pauseAll = nullptr;
    QAction* m_resumeAll = nullptr;
    QAction* m_freeze = nullptr;
    QAction* m_save = nullptr;
    QAction* m_useServer = nullptr;
    QAction* m_useEmbedded = nullptr;
    QAction* m_automatic = nullptr;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    Badge* m_phase;
    ElidedLabel* m_summary;
    ConnectionCard* m_server;
    ConnectionCard* m_embedded;
    ChartBoard* m_charts = nullptr;
    QTabWidget* m_tabs = nullptr;
    QSplitter* m_split = nullptr;
    WorkersPanel* m_workers = nullptr;
    ResultsPanel* m_results = nullptr;
    LogPanel* m_log = nullptr;
};

}  // namespace baton::ui

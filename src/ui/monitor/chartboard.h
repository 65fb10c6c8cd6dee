// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/monitor/metricshistory.h"

#include <QWidget>

class QComboBox;
class QToolButton;
class QAction;

namespace baton::ui {

class MetricChart;
class MonitorFeed;
class SettingsStore;

/// Four charts of one task type or all: tasks a second, latency, queue, slots; for a range that ends now. They can be stopped
/// to be looked at, and their figures saved as CSV.
class ChartBoard : public QWidget {
    Q_OBJECT
public:
    ChartBoard(MonitorFeed& feed, SettingsStore& settings, QAction* freeze, QAction* save, QWidget* parent = nullptr);

    [[nodiscard]] std::int64_t rangeMs() const;
    [[nodiscard]] QString taskType() const;            // empty: all
    void showType(const QString& taskType);
    [[nodiscard]] QByteArray csv() const;              // of what is shown

signals:
    void rangeChanged(qint64 rangeMs);

private:
    void makeHead(QAction* freeze, QAction* save);
    void makeCharts();
    void fillTypes();
    void refresh();
    void draw();

    MonitorFeed& m_feed;
    SettingsStore& m_settings;
    QAction* m_freeze;
    QComboBox* m_types;
    QComboBox* m_ranges;
    MetricChart* m_throughput = nullptr;
    MetricChart* m_latency = nullptr;
    MetricChart* m_queue = nullptr;
    MetricChart* m_slots = nullptr;
};

}  // namespace baton::ui

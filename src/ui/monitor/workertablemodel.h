// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/service/servicestatus.h"
#include "ui/monitor/metricshistory.h"

#include <QAbstractTableModel>

namespace baton::ui {

/// One row a task type: its state, slots and the figures of a range. The rows of a new look change in place.
class WorkerTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TypeColumn, StateColumn, SlotsColumn, QueueColumn, DoneColumn, FailedColumn, ErrorRateColumn, ThroughputColumn, P50Column,
        P95Column, P99Column, WaitColumn, LastPollColumn, kColumnCount
    };
    enum Role {
        TypeRole = Qt::UserRole + 1,   // QString
        PausedRole,                    // bool
        FaultRole,                     // bool: polls fail, a handler is stuck, or tasks failed in the range
        SortRole,                      // raw
    };

    explicit WorkerTableModel(QObject* parent = nullptr);
    void setReading(const ServiceStatus& status, const MetricsHistory& history, std::int64_t rangeMs);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString type;
        WorkerTypeStatus status;
        bool served = false;           // by the Conductor that gets the work now
        bool polling = false;
        TaskFigures figures;
        double seconds = 0;
    };
    [[nodiscard]] QString state(const Row& row) const;
    [[nodiscard]] QString display(const Row& row, int column) const;
    [[nodiscard]] QVariant raw(const Row& row, int column) const;
    [[nodiscard]] QString tip(const Row& row, int column) const;

    std::vector<Row> m_rows;
    EpochMs m_now = 0;
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <QAbstractTableModel>

#include <vector>

namespace baton::ui {

/// The attempts and iterations of one execution at one moment, each a row of its own, in the order the server lists them.
/// A new moment changes only the rows that differ.
class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TaskColumn, StatusColumn, AttemptColumn, IterationColumn, StartColumn, DurationColumn, TypeColumn, kColumnCount };
    enum Role {
        SlotRole = Qt::UserRole + 1,   // uint of TaskSlot
        ReferenceRole,                 // QString
        StatusRole,                    // int of TaskStatus
        ChangedRole,                   // bool: other than in the earlier moment
        SortRole,                      // raw: numbers as numbers
    };

    explicit TaskTableModel(QObject* parent = nullptr);

    /// `before` may be null: nothing is marked. Both are looked at now only; tasks are shared. `now`: for tasks still open.
    void setExecution(const Execution* execution, const Execution* before, EpochMs now);
    [[nodiscard]] int rowOf(TaskSlot slot) const noexcept;   // -1 when it is not there
    [[nodiscard]] bool hasIterations() const noexcept;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        TaskSlot slot = kNoTask;
        TaskPtr task;
        bool changed = false;
    };
    [[nodiscard]] static std::vector<Row> rowsOf(const Execution* execution, const Execution* before);
    void keepCommonRows(const std::vector<Row>& wanted);
    [[nodiscard]] QString display(const Row& row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row& row, int column) const;
    [[nodiscard]] std::int64_t durationOf(const TaskRun& task) const;   // -1: not begun

    std::vector<Row> m_rows;
    EpochMs m_start = 0;
    EpochMs m_now = 0;
};

}  // namespace baton::ui

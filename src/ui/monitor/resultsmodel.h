// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/resultjournal.h"

#include <QAbstractTableModel>

namespace baton::ui {

/// The result journal, newest first.
class ResultsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, TaskColumn, StatusColumn, StateColumn, AttemptsColumn, ServerColumn, ReasonColumn, WorkflowColumn, kColumnCount };
    enum Role { SortRole = Qt::UserRole + 1, StatusRole /* int of TaskStatus */, StateRole /* int of JournalState */ };

    explicit ResultsModel(QObject* parent = nullptr);
    void setEntries(const std::vector<JournalEntry>& entries);
    [[nodiscard]] const JournalEntry* entryAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] static QString display(const JournalEntry& entry, int column);
    std::vector<JournalEntry> m_entries;
};

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/journalindex.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace baton::ui {

/// The journal as rows, one an event, oldest first. Events beyond the present position are there, but ahead.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, TimeColumn, EventColumn, TaskColumn, DetailColumn, kColumnCount };
    enum Role {
        KindRole = Qt::UserRole + 1,   // int of EventKind
        SlotRole,                      // uint of TaskSlot
        ReferenceRole,                 // QString
        WorkflowIdRole,                // QString
        BookkeepingRole,               // bool
        AheadRole,                     // bool: recorded, not applied at the present position
        CurrentRole,                   // bool: the last event applied
        SearchRole,                    // QString: all of the row's words
    };

    explicit EventListModel(QObject* parent = nullptr);

    /// Null: nothing to show. The journal must live until the next call.
    void setJournal(const Journal* journal);
    /// Call when the journal may have grown or was cut.
    void refresh();
    void setPosition(std::size_t position);
    [[nodiscard]] std::size_t position() const noexcept { return m_position; }
    [[nodiscard]] const JournalIndex& names() const noexcept { return m_index; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString display(int row, int column) const;
    [[nodiscard]] QString detail(int row) const;

    const Journal* m_journal = nullptr;
    JournalIndex m_index;
    int m_rows = 0;
    std::size_t m_position = 0;
};

/// Leaves out bookkeeping (unless asked for) and what does not hold the words looked for.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit EventFilter(QObject* parent = nullptr);
    void setBookkeepingShown(bool shown);
    [[nodiscard]] bool isBookkeepingShown() const noexcept { return m_bookkeeping; }
    void setWords(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
    bool m_bookkeeping = false;
};

}  // namespace baton::ui

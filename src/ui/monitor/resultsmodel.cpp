// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/resultsmodel.h"

#include "ui/models/words.h"
#include "ui/monitor/monitorwords.h"

#include <QLocale>

namespace baton::ui {

namespace {

bool sameEntry(const JournalEntry& a, const JournalEntry& b)
{
    return a.id == b.id && a.origin == b.origin;
}

bool sameContent(const JournalEntry& a, const JournalEntry& b)
{
    return a.state == b.state && a.attempts == b.attempts && a.updatedAt == b.updatedAt && a.reason == b.reason;
}

}  // namespace

ResultsModel::ResultsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

/// New ones come at the top, old ones go anywhere: what stays keeps its row object, so a selection stays too.
void ResultsModel::setEntries(const std::vector<JournalEntry>& entries)
{
    for (std::size_t row = m_entries.size(); row-- > 0;) {
        const bool stays = std::any_of(entries.begin(), entries.end(), [&](const JournalEntry& e) { return sameEntry(e, m_entries[row]); });
        if (!stays) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(row));
            endRemoveRows();
        }
    }
    for (std::size_t row = 0; row < entries.size(); ++row) {
        if (row >= m_entries.size() || !sameEntry(m_entries[row], entries[row])) {
            const auto old = std::find_if(m_entries.begin(), m_entries.end(), [&](const JournalEntry& e) { return sameEntry(e, entries[row]); });
            if (old != m_entries.end()) {
                beginResetModel();   // another order: rare
                m_entries = entries;
                endResetModel();
                return;
            }
            beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
            m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(row), entries[row]);
            endInsertRows();
        } else if (!sameContent(m_entries[row], entries[row])) {
            m_entries[row] = entries[row];
            emit dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), kColumnCount - 1));
        }
    }
}

const JournalEntry* ResultsModel::entryAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_entries.size() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int ResultsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ResultsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ResultsModel::display(const JournalEntry& entry, int column)
{
    switch (column) {
    case TimeColumn: return Words::moment(entry.createdAt);
    case TaskColumn: return toQString(entry.referenceName.empty() ? entry.taskType : entry.referenceName);
    case StatusColumn: return Words::of(entry.result.status);
    case StateColumn: return MonitorWords::of(entry.state);
    case AttemptsColumn: return QLocale().toString(entry.attempts);
    case ServerColumn: return toQString(entry.origin);
    case ReasonColumn: return toQString(entry.reason);
    case WorkflowColumn: return toQString(entry.result.workflowInstanceId);
    default: return {};
    }
}

QVariant ResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return display(entry, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == AttemptsColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        if (index.column() == TimeColumn)
            return static_cast<qlonglong>(entry.createdAt);
        return index.column() == AttemptsColumn ? QVariant(entry.attempts) : QVariant(display(entry, index.column()));
    case StatusRole: return static_cast<int>(entry.result.status);
    case StateRole: return static_cast<int>(entry.state);
    default: return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Finished");
    case TaskColumn: return tr("Task");
    case StatusColumn: return tr("Result");
    case StateColumn: return tr("Delivery");
    case AttemptsColumn: return tr("Attempts");
    case ServerColumn: return tr("Server");
    case ReasonColumn: return tr("Reason");
    case WorkflowColumn: return tr("Execution");
    default: return {};
    }
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/eventlistmodel.h"

#include "ui/models/valuetext.h"
#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QString attemptWords(const JournalIndex::Entry& entry)
{
    QString words;
    if (entry.attempt > 0)
        words += EventListModel::tr("attempt %1").arg(entry.attempt + 1);
    return words;
}

const Value* changed(const Event& event, Field field)
{
    for (const FieldChange& change : event.changes) {
        if (change.field == field)
            return &change.value;
    }
    return nullptr;
}

QString memberWords(const Value& detail)
{
    QStringList parts;
    for (const Member& member : detail.members()) {
        if (parts.size() == 3)
            break;
        parts += toQString(member.key) + u": "_s + shownValue(member.value, 60);
    }
    return parts.join(u", "_s);
}

}  // namespace

EventListModel::EventListModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void EventListModel::setJournal(const Journal* journal)
{
    if (journal != m_journal) {
        beginResetModel();
        m_journal = journal;
        m_index.clear();
        if (m_journal)
            m_index.extend(*m_journal);
        m_rows = static_cast<int>(m_index.size());
        m_position = 0;
        endResetModel();
        return;
    }
    refresh();
}

void EventListModel::refresh()
{
    if (!m_journal)
        return;
    const int size = static_cast<int>(m_journal->size());
    if (size < m_rows) {
        beginRemoveRows({}, size, m_rows - 1);
        m_index.extend(*m_journal);
        m_rows = size;
        endRemoveRows();
    } else if (size > m_rows) {
        beginInsertRows({}, m_rows, size - 1);
        m_index.extend(*m_journal);
        m_rows = size;
        endInsertRows();
    }
}

void EventListModel::setPosition(std::size_t position)
{
    if (position == m_position)
        return;
    const std::size_t low = std::min(position, m_position);
    const std::size_t high = std::max(position, m_position);
    m_position = position;
    const int first = qMax(static_cast<int>(low) - 1, 0);
    const int last = qMin(static_cast<int>(high), m_rows - 1);
    if (first <= last)
        emit dataChanged(index(first, 0), index(last, kColumnCount - 1));
}

int EventListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int EventListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString EventListModel::detail(int row) const
{
    const Event& event = m_journal->event(static_cast<std::size_t>(row));
    const QString attempt = attemptWords(m_index.entry(static_cast<std::size_t>(row)));
    QStringList parts;
    if (!attempt.isEmpty())
        parts += attempt;
    for (const Field field : {Field::TaskReason, Field::WorkflowReason}) {
        if (const Value* reason = changed(event, field); reason && !reason->asText().empty())
            parts += shownValue(*reason, 160);
    }
    if (event.kind == EventKind::ClockAdvanced && row > 0)
        parts += Words::since(m_journal->event(static_cast<std::size_t>(row) - 1).at, event.at);
    if (event.detail.isText())
        parts += shownValue(event.detail, 160);
    else if (parts.size() < 2 && event.detail.isObject())
        parts += memberWords(event.detail);
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

QString EventListModel::display(int row, int column) const
{
    const auto number = static_cast<std::size_t>(row);
    const Event& event = m_journal->event(number);
    switch (column) {
    case NumberColumn: return QString::number(row + 1);
    case TimeColumn: return Words::since(m_index.start(), event.at);
    case EventColumn: return Words::of(event.kind);
    case TaskColumn: return toQString(m_index.entry(number).reference);
    case DetailColumn: return detail(row);
    default: return {};
    }
}

QVariant EventListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_journal || index.row() >= m_rows)
        return {};
    const auto number = static_cast<std::size_t>(index.row());
    const Event& event = m_journal->event(number);
    switch (role) {
    case Qt::DisplayRole: return display(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? Words::moment(event.at) : display(index.row(), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() <= TimeColumn ? Qt::AlignRight | Qt::AlignVCenter
                                                                 : Qt::AlignLeft | Qt::AlignVCenter);
    case KindRole: return static_cast<int>(event.kind);
    case SlotRole: return event.slot;
    case ReferenceRole: return toQString(m_index.entry(number).reference);
    case WorkflowIdRole: return toQString(event.workflowId);
    case BookkeepingRole: return isBookkeeping(event.kind);
    case AheadRole: return number >= m_position;
    case CurrentRole: return number + 1 == m_position;
    case SearchRole:
        return display(index.row(), EventColumn) + u' ' + display(index.row(), TaskColumn) + u' ' + detail(index.row());
    default: return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section <= TimeColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn: return tr("No.");
    case TimeColumn: return tr("Time");
    case EventColumn: return tr("Event");
    case TaskColumn: return tr("Task");
    case DetailColumn: return tr("Detail");
    default: return {};
    }
}

EventFilter::EventFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
}

void EventFilter::setBookkeepingShown(bool shown)
{
    if (shown == m_bookkeeping)
        return;
    m_bookkeeping = shown;
    invalidateFilter();
}

void EventFilter::setWords(const QString& words)
{
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    if (wanted == m_words)
        return;
    m_words = wanted;
    invalidateFilter();
}

bool EventFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_bookkeeping && index.data(EventListModel::BookkeepingRole).toBool())
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(EventListModel::SearchRole).toString();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace baton::ui

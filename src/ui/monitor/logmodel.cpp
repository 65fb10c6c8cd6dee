// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/logmodel.h"

#include "engine/log/logsinks.h"
#include "ui/models/valuetext.h"
#include "ui/models/words.h"
#include "ui/monitor/monitorwords.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

LogModel::LogModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::append(const std::vector<LogRecord>& records)
{
    if (records.empty())
        return;
    const std::size_t skip = records.size() > kCapacity ? records.size() - kCapacity : 0;
    const auto fresh = static_cast<int>(records.size() - skip);
    const int surplus = static_cast<int>(m_records.size()) + fresh - kCapacity;
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        m_records.erase(m_records.begin(), m_records.begin() + surplus);
        endRemoveRows();
    }
    const auto first = static_cast<int>(m_records.size());
    beginInsertRows({}, first, first + fresh - 1);
    m_records.insert(m_records.end(), records.begin() + static_cast<std::ptrdiff_t>(skip), records.end());
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_records.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_records.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString LogModel::fields(const LogRecord& record)
{
    QStringList parts;
    for (const LogField& field : record.fields)
        parts += u"%1=%2"_s.arg(toQString(field.name), shownValue(field.value, 200));
    return parts.join(u"  "_s);
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogRecord& record = m_records[static_cast<std::size_t>(index.row())];
    if (role == LevelRole)
        return static_cast<int>(record.level);
    if (role == LineRole)
        return toQString(formatLogLine(record, LogFormat::Console));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case TimeColumn: return Words::clock(record.time);
    case LevelColumn: return MonitorWords::of(record.level);
    case MessageColumn: return toQString(record.message);
    case FieldsColumn: return fields(record);
    default: return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case LevelColumn: return tr("Level");
    case MessageColumn: return tr("Message");
    case FieldsColumn: return tr("Fields");
    default: return {};
    }
}

void LogFilter::setLevel(LogLevel least)
{
    m_least = least;
    invalidateFilter();
}

void LogFilter::setWords(const QString& words)
{
    m_words = words.simplified().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LogFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(LogModel::LevelRole).toInt() < static_cast<int>(m_least))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString line = index.data(LogModel::LineRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return line.contains(word, Qt::CaseInsensitive); });
}

}  // namespace baton::ui

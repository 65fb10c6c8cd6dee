// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/tasktablemodel.h"

#include "ui/models/words.h"

#include <unordered_set>

namespace baton::ui {

using namespace Qt::StringLiterals;

TaskTableModel::TaskTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

std::vector<TaskTableModel::Row> TaskTableModel::rowsOf(const Execution* execution, const Execution* before)
{
    std::vector<Row> rows;
    if (!execution)
        return rows;
    rows.reserve(execution->tasks.size());
    for (std::size_t i = 0; i < execution->tasks.size(); ++i) {
        const TaskPtr& task = execution->tasks[i];
        if (!task)
            continue;
        const bool changed = before && (i >= before->tasks.size() || before->tasks[i] != task);
        rows.push_back({static_cast<TaskSlot>(i), task, changed});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.task->seq < b.task->seq; });
    return rows;
}

/// Removes what is gone, and from the first row on that changed places.
void TaskTableModel::keepCommonRows(const std::vector<Row>& wanted)
{
    std::unordered_set<TaskSlot> keep;
    for (const Row& row : wanted)
        keep.insert(row.slot);
    for (int last = static_cast<int>(m_rows.size()) - 1; last >= 0;) {
        const auto isStale = [&](int row) { return !keep.contains(m_rows[static_cast<std::size_t>(row)].slot); };
        if (!isStale(last)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && isStale(first - 1))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
    std::size_t at = 0;
    for (const Row& row : wanted) {
        if (at < m_rows.size() && m_rows[at].slot == row.slot)
            ++at;
    }
    if (at < m_rows.size()) {
        beginRemoveRows({}, 0, static_cast<int>(m_rows.size()) - 1);
        m_rows.clear();
        endRemoveRows();
    }
}

void TaskTableModel::setExecution(const Execution* execution, const Execution* before, EpochMs now)
{
    const std::vector<Row> wanted = rowsOf(execution, before);
    m_start = execution ? execution->createTime : 0;
    m_now = now;
    keepCommonRows(wanted);
    for (std::size_t at = 0; at < wanted.size();) {
        if (at < m_rows.size() && m_rows[at].slot == wanted[at].slot) {
            const bool same = m_rows[at].task == wanted[at].task && m_rows[at].changed == wanted[at].changed
                && isTerminal(wanted[at].task->status);
            m_rows[at] = wanted[at];
            if (!same)
                emit dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), kColumnCount - 1));
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        while (end < wanted.size() && !(at < m_rows.size() && m_rows[at].slot == wanted[end].slot))
            ++end;
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
        const auto from = wanted.begin() + static_cast<std::ptrdiff_t>(at);
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), from, from + static_cast<std::ptrdiff_t>(end - at));
        endInsertRows();
        at = end;
    }
}

int TaskTableModel::rowOf(TaskSlot slot) const noexcept
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [slot](const Row& row) { return row.slot == slot; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool TaskTableModel::hasIterations() const noexcept
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.task->iteration > 0; });
}

int TaskTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TaskTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

std::int64_t TaskTableModel::durationOf(const TaskRun& task) const
{
    if (task.startTime == 0)
        return -1;
    return (task.endTime != 0 ? task.endTime : m_now) - task.startTime;
}

QString TaskTableModel::display(const Row& row, int column) const
{
    const TaskRun& task = *row.task;
    switch (column) {
    case TaskColumn: return toQString(task.referenceTaskName);
    case StatusColumn: return Words::of(task.status);
    case AttemptColumn: return QString::number(task.retryCount + 1);
    case IterationColumn: return task.iteration > 0 ? QString::number(task.iteration) : QString();
    case StartColumn: return task.startTime == 0 ? QString() : Words::since(m_start, task.startTime);
    case DurationColumn: {
        const std::int64_t took = durationOf(task);
        return took < 0 ? QString() : Words::duration(took);
    }
    case TypeColumn: return toQString(task.taskType);
    default: return {};
    }
}

QVariant TaskTableModel::sortValue(const Row& row, int column) const
{
    switch (column) {
    case AttemptColumn: return row.task->retryCount;
    case IterationColumn: return row.task->iteration;
    case StartColumn: return QVariant::fromValue<qlonglong>(row.task->startTime);
    case DurationColumn: return QVariant::fromValue<qlonglong>(durationOf(*row.task));
    default: return display(row, column);
    }
}

QVariant TaskTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == StartColumn)
            return Words::moment(row.task->startTime);
        return row.task->reasonForIncompletion.empty() ? display(row, index.column())
                                                       : toQString(row.task->reasonForIncompletion);
    case SlotRole: return row.slot;
    case ReferenceRole: return toQString(row.task->referenceTaskName);
    case StatusRole: return static_cast<int>(row.task->status);
    case ChangedRole: return row.changed;
    case SortRole: return sortValue(row, index.column());
    default: return {};
    }
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn: return tr("Task");
    case StatusColumn: return tr("Status");
    case AttemptColumn: return tr("Try");
    case IterationColumn: return tr("Iteration");
    case StartColumn: return tr("Started");
    case DurationColumn: return tr("Took");
    case TypeColumn: return tr("Type");
    default: return {};
    }
}

}  // namespace baton::ui

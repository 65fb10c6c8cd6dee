// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/workertablemodel.h"

#include "ui/models/words.h"
#include "ui/monitor/monitorwords.h"

#include <QLocale>

#include <set>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

double milliseconds(const LatencyCounts& counts, double q)
{
    return counts.count() == 0 ? -1 : counts.quantileSeconds(q) * 1000;
}

}  // namespace

WorkerTableModel::WorkerTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void WorkerTableModel::setReading(const ServiceStatus& status, const MetricsHistory& history, std::int64_t rangeMs)
{
    m_now = status.now;
    std::set<std::string> names;
    const ServiceWorker* const worker = status.activeWorker();
    if (worker != nullptr)
        for (const WorkerTypeStatus& type : worker->status.types)
            names.insert(type.taskType);
    for (const std::string& type : history.types())
        names.insert(type);
    std::vector<Row> rows;
    for (const std::string& name : names) {
        Row row {.type = toQString(name), .status = {}, .figures = {}};
        if (const WorkerTypeStatus* const type = status.type(name)) {
            row.status = *type;
            row.served = true;
            row.polling = worker->status.polling;
        }
        row.figures = history.figures(name, rangeMs).value_or(TaskFigures {});
        row.seconds = history.covered(rangeMs);
        rows.push_back(std::move(row));
    }
    const auto old = static_cast<int>(m_rows.size());
    const auto now = static_cast<int>(rows.size());
    bool same = old == now;
    for (std::size_t i = 0; same && i < rows.size(); ++i)
        same = rows[i].type == m_rows[i].type;
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (now > 0) {
        m_rows = std::move(rows);
        emit dataChanged(index(0, 0), index(now - 1, kColumnCount - 1));
    }
}

int WorkerTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WorkerTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString WorkerTableModel::state(const Row& row) const
{
    if (!row.served)
        return tr("Not served");
    if (row.status.stuck > 0)
        return tr("%n handler(s) stuck", nullptr, row.status.stuck);
    if (row.status.paused)
        return tr("Paused");
    if (row.status.pollFailures > 0)
        return tr("Polls fail");
    if (!row.polling)
        return tr("Waiting");
    return row.status.running > 0 ? tr("Working") : tr("Polling");
}

QString WorkerTableModel::display(const Row& row, int column) const
{
    const QLocale locale;
    const TaskFigures& figures = row.figures;
    switch (column) {
    case TypeColumn: return row.type;
    case StateColumn: return state(row);
    case SlotsColumn: return tr("%1 of %2").arg(locale.toString(row.status.slotsUsed), locale.toString(row.status.plan.threadCount));
    case QueueColumn: return figures.queueDepth < 0 ? u"\u2013"_s : locale.toString(figures.queueDepth, 'f', 0);
    case DoneColumn: return locale.toString(static_cast<qulonglong>(figures.succeeded + figures.failed));
    case FailedColumn: return locale.toString(static_cast<qulonglong>(figures.failed));
    case ErrorRateColumn: return figures.succeeded + figures.failed == 0 ? u"\u2013"_s : MonitorWords::percent(figures.errorRate());
    case ThroughputColumn: return row.seconds <= 0 ? u"\u2013"_s : MonitorWords::rate(raw(row, column).toDouble());
    case P50Column:
    case P95Column:
    case P99Column:
    case WaitColumn: return MonitorWords::milliseconds(raw(row, column).toDouble());
    case LastPollColumn: return MonitorWords::ago(row.status.lastPollAt, m_now);
    default: return {};
    }
}

QVariant WorkerTableModel::raw(const Row& row, int column) const
{
    const TaskFigures& figures = row.figures;
    switch (column) {
    case SlotsColumn: return row.status.slotsUsed;
    case QueueColumn: return figures.queueDepth;
    case DoneColumn: return static_cast<qulonglong>(figures.succeeded + figures.failed);
    case FailedColumn: return static_cast<qulonglong>(figures.failed);
    case ErrorRateColumn: return figures.errorRate();
    case ThroughputColumn: return row.seconds <= 0 ? 0.0 : static_cast<double>(figures.succeeded + figures.failed) / row.seconds;
    case P50Column: return milliseconds(figures.execute, 0.5);
    case P95Column: return milliseconds(figures.execute, 0.95);
    case P99Column: return milliseconds(figures.execute, 0.99);
    case WaitColumn: return milliseconds(figures.scheduleToStart, 0.95);
    case LastPollColumn: return static_cast<qlonglong>(row.status.lastPollAt);
    default: return display(row, column);
    }
}

QString WorkerTableModel::tip(const Row& row, int column) const
{
    if (column == StateColumn && !row.status.lastError.empty())
        return toQString(row.status.lastError);
    return display(row, column);
}

QVariant WorkerTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return display(row, index.column());
    case Qt::ToolTipRole: return tip(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() <= StateColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case TypeRole: return row.type;
    case PausedRole: return row.status.paused;
    case FaultRole: return row.status.stuck > 0 || row.status.pollFailures > 0;
    case SortRole: return raw(row, index.column());
    default: return {};
    }
}

QVariant WorkerTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section <= StateColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == WaitColumn)
        return tr("From being scheduled on the server to the handler's start, 95th percentile");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TypeColumn: return tr("Task type");
    case StateColumn: return tr("State");
    case SlotsColumn: return tr("Slots");
    case QueueColumn: return tr("Queue");
    case DoneColumn: return tr("Done");
    case FailedColumn: return tr("Failed");
    case ErrorRateColumn: return tr("Error rate");
    case ThroughputColumn: return tr("Per second");
    case P50Column: return tr("p50");
    case P95Column: return tr("p95");
    case P99Column: return tr("p99");
    case WaitColumn: return tr("Wait p95");
    case LastPollColumn: return tr("Last poll");
    default: return {};
    }
}

}  // namespace baton::ui

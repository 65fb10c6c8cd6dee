// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/workerspanel.h"

#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/searchfield.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/workertablemodel.h"

#include <QAction>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    const bool paused = index.data(WorkerTableModel::PausedRole).toBool();
    switch (index.column()) {
    case WorkerTableModel::TypeColumn: look.muted = paused; break;
    case WorkerTableModel::StateColumn:
        look.toned = true;
        if (index.data(WorkerTableModel::FaultRole).toBool())
            look.tone = Tone::Danger, look.icon = u"warning"_s;
        else if (paused)
            look.tone = Tone::Skipped, look.icon = u"pause"_s;
        else
            look.tone = Tone::Success, look.icon = u"live"_s;
        break;
    case WorkerTableModel::FailedColumn:
    case WorkerTableModel::ErrorRateColumn:
        look.toned = index.data(WorkerTableModel::SortRole).toDouble() > 0;
        look.tone = Tone::Danger;
        look.muted = !look.toned;
        break;
    case WorkerTableModel::DoneColumn:
    case WorkerTableModel::ThroughputColumn: break;
    default: look.muted = true;
    }
    return look;
}

}  // namespace

WorkersPanel::WorkersPanel(MonitorFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_model(new WorkerTableModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_tree(new RowTree(u"workerTree"_s, dress, this))
    , m_search(new SearchField(this))
    , m_pause(new QAction(icon(u"pause"_s), tr("Pause the task type"), this))
{
    setObjectName(u"workersPanel"_s);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(WorkerTableModel::SortRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"workerFilter"_s);
    m_search->setPlaceholderText(tr("Filter task types"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setFixedWidth(160);
    m_search->setTarget(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    m_pause->setObjectName(u"monitor.pauseType"_s);
    m_pause->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Space));
    connect(m_pause, &QAction::triggered, this, &WorkersPanel::togglePause);
    makeTree();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tree);
    connect(&m_feed, &MonitorFeed::updated, this, &WorkersPanel::refresh);
    refresh();
}

QWidget* WorkersPanel::tools() const
{
    return m_search;
}

void WorkersPanel::makeTree()
{
    m_tree->setAccessibleName(tr("Task types"));
    m_tree->setModel(m_sorted);
    m_tree->setFlat();
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(WorkerTableModel::TypeColumn, Qt::AscendingOrder);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(WorkerTableModel::TypeColumn, QHeaderView::Stretch);
    int column = WorkerTableModel::StateColumn;
    for (const int width : {112, 70, 64, 68, 64, 86, 96, 72, 72, 72, 86, 108})
        header->resizeSection(column++, width);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->addAction(m_pause);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WorkersPanel::followCurrent);
}

void WorkersPanel::setRange(qint64 rangeMs)
{
    m_rangeMs = rangeMs;
    refresh();
}

void WorkersPanel::refresh()
{
    m_model->setReading(m_feed.status(), m_feed.history(), m_rangeMs);
    const QModelIndex current = m_tree->currentIndex();
    const bool paused = current.data(WorkerTableModel::PausedRole).toBool();
    m_pause->setEnabled(current.isValid() && m_feed.isRunning());
    m_pause->setText(paused ? tr("Resume the task type") : tr("Pause the task type"));
    m_pause->setIcon(icon(paused ? u"run"_s : u"pause"_s));
}

void WorkersPanel::followCurrent()
{
    refresh();
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid())
        emit typeChosen(current.data(WorkerTableModel::TypeRole).toString());
}

void WorkersPanel::togglePause()
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid())
        m_feed.setPaused(current.data(WorkerTableModel::TypeRole).toString(), !current.data(WorkerTableModel::PausedRole).toBool());
}

}  // namespace baton::ui

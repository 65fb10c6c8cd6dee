// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/taskspanel.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/statuslook.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/tasktablemodel.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStackedLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    switch (index.column()) {
    case TaskTableModel::TaskColumn: look.strong = index.data(TaskTableModel::ChangedRole).toBool(); break;
    case TaskTableModel::StatusColumn: {
        const StatusLook status = lookOf(static_cast<TaskStatus>(index.data(TaskTableModel::StatusRole).toInt()));
        look.icon = status.icon;
        look.tone = status.tone;
        look.toned = true;
        break;
    }
    default: look.muted = true;
    }
    return look;
}

}  // namespace

TasksPanel::TasksPanel(SessionController& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_model(new TaskTableModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_tree(new RowTree(u"taskTree"_s, dress, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
    , m_search(new SearchField(this))
{
    setObjectName(u"tasksPanel"_s);
    m_filtered->setSourceModel(m_model);
    m_filtered->setSortRole(TaskTableModel::SortRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);
    m_search->setObjectName(u"taskFilter"_s);
    m_search->setPlaceholderText(tr("Filter tasks"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setFixedWidth(150);
    m_search->setTarget(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    makeTree();
    m_empty->setContent(u"tasks"_s, tr("No task scheduled so far"), tr("Attempts and iterations appear here, each in a row of its own."));
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    connect(&m_session, &SessionController::executionChanged, this, &TasksPanel::refresh);
    connect(&m_selection, &Selection::changed, this, &TasksPanel::showSelection);
    refresh();
}

QWidget* TasksPanel::tools() const noexcept
{
    return m_search;
}

void TasksPanel::makeTree()
{
    m_tree->setAccessibleName(tr("Tasks"));
    m_tree->setModel(m_filtered);
    m_tree->setFlat();
    m_tree->setSortingEnabled(true);
    m_tree->sortByColumn(-1, Qt::AscendingOrder);
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TaskTableModel::TaskColumn, QHeaderView::Stretch);
    header->resizeSection(TaskTableModel::StatusColumn, 112);
    header->resizeSection(TaskTableModel::AttemptColumn, 50);
    header->resizeSection(TaskTableModel::IterationColumn, 70);
    header->resizeSection(TaskTableModel::StartColumn, 80);
    header->resizeSection(TaskTableModel::DurationColumn, 72);
    for (const int column : {TaskTableModel::StartColumn, TaskTableModel::TypeColumn})
        m_tree->setColumnHidden(column, true);   // the header's menu shows them
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_showing)
            m_selection.select(index.data(TaskTableModel::ReferenceRole).toString(), index.data(TaskTableModel::SlotRole).toUInt());
    });
}

void TasksPanel::refresh()
{
    m_showing = true;
    m_model->setExecution(m_session.execution(), m_session.executionBefore(), m_session.world() ? m_session.world()->now : 0);
    m_showing = false;
    m_tree->setColumnHidden(TaskTableModel::IterationColumn, !m_model->hasIterations());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    showSelection();
}

void TasksPanel::showSelection()
{
    const int row = m_model->rowOf(m_selection.slotIn(m_session.execution()));
    const QModelIndex index = row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_model->index(row, 0));
    m_showing = true;
    if (index.isValid()) {
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
    } else {
        m_tree->setCurrentIndex({});
        m_tree->clearSelection();
    }
    m_showing = false;
}

}  // namespace baton::ui

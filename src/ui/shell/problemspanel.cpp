// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/problemspanel.h"

#include "engine/value/path.h"
#include "ui/definitions/findinglook.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/models/findingmodel.h"
#include "ui/models/selection.h"
#include "ui/models/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStackedLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

/// The reference name of the task that a place such as tasks[3].decisionCases.high[0].type lies in.
QString taskAt(const WorkflowDef& definition, const QString& field)
{
    const Result<Path> path = Path::parse(toUtf8(field));
    if (!path || path->steps.size() < 2)
        return {};
    const Key* first = std::get_if<Key>(&path->steps[0]);
    const std::size_t* index = std::get_if<std::size_t>(&path->steps[1]);
    if (!first || *first != "tasks" || !index || *index >= definition.tasks.size() || !definition.tasks[*index])
        return {};
    return toQString(definition.tasks[*index]->taskReferenceName);
}

}  // namespace

ProblemsPanel::ProblemsPanel(Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_selection(selection)
    , m_model(new FindingModel(this))
    , m_tree(new RowTree(u"problemTree"_s, findingLook, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
{
    setObjectName(u"problemsPanel"_s);
    m_tree->setAccessibleName(tr("Problems"));
    m_tree->setModel(m_model);
    m_tree->setFlat();
    m_tree->header()->setStretchLastSection(true);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->resizeSection(FindingModel::WhatColumn, 330);
    m_tree->header()->resizeSection(FindingModel::WhereColumn, 250);
    connect(m_tree, &QTreeView::activated, this, &ProblemsPanel::selectTask);
    connect(m_tree, &QTreeView::clicked, this, &ProblemsPanel::selectTask);
    auto* copy = new QAction(icon(u"copy"_s), tr("Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_tree->currentIndex().data(FindingModel::CopyRole).toString());
    });
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    setDocument(nullptr);
}

void ProblemsPanel::setDocument(const DocumentPtr& document)
{
    m_document = document;
    m_model->setFindings(document ? document->findings : std::vector<Finding>());
    m_empty->setContent(document ? u"check"_s : u"problems"_s, document ? tr("No problems found") : tr("Nothing to check"),
                        document ? tr("The server would take this definition as it is.")
                                 : tr("Open a definition: it is checked for what the server refuses or drops."));
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

void ProblemsPanel::selectTask(const QModelIndex& index)
{
    if (!m_document || !m_document->workflow)
        return;
    const QString task = taskAt(*m_document->workflow, index.data(FindingModel::FieldRole).toString());
    if (!task.isEmpty())
        m_selection.select(task);
}

}  // namespace baton::ui

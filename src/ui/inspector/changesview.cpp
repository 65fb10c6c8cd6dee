// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/changesview.h"

#include "ui/inspector/valueview.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/statuslook.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStackedLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

StatusLook statusLook(const QModelIndex& index)
{
    const int status = index.data(ChangesModel::StatusRole).toInt();
    return index.data(ChangesModel::IsTaskStatusRole).toBool() ? lookOf(static_cast<TaskStatus>(status))
                                                               : lookOf(static_cast<WorkflowStatus>(status));
}

CellLook dressChange(const QModelIndex& index, const Tokens& tokens)
{
    CellLook look;
    const auto kind = static_cast<ChangeKind>(index.data(ChangesModel::KindRole).toInt());
    const Tone tone = kind == ChangeKind::Added ? Tone::Success : kind == ChangeKind::Removed ? Tone::Danger : Tone::Warning;
    switch (index.column()) {
    case ChangesModel::WhereColumn:
        look.icon = kind == ChangeKind::Added ? u"plus"_s : kind == ChangeKind::Removed ? u"minus"_s : u"edit"_s;
        look.tone = tone;
        break;
    case ChangesModel::BeforeColumn:
        look.muted = true;
        look.struck = true;
        break;
    case ChangesModel::AfterColumn:
        if (index.data(ChangesModel::StatusRole).toInt() >= 0) {
            const StatusLook status = statusLook(index);
            look.badge = true;
            look.icon = status.icon;
            look.tone = status.tone;
        } else {
            look.ink = tokens.tone(tone).foreground;
        }
        break;
    default: break;
    }
    return look;
}

CellLook dress(const QModelIndex& index, const Tokens& tokens)
{
    if (index.parent().isValid())
        return dressChange(index, tokens);
    CellLook look;
    look.ground = tokens.window;
    look.strong = index.column() == ChangesModel::WhereColumn;
    look.muted = !look.strong;
    if (look.strong)
        look.icon = index.data(ChangesModel::SlotRole).toUInt() == kNoTask ? u"workflow"_s : u"task"_s;
    return look;
}

}  // namespace

ChangesView::ChangesView(QWidget* parent)
    : QWidget(parent)
    , m_model(new ChangesModel(this))
    , m_tree(new RowTree(u"changesTree"_s, [this](const QModelIndex& index) { return dress(index, tokensFor(this)); }, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
{
    setObjectName(u"changesView"_s);
    m_tree->setAccessibleName(tr("Changes of the last step"));
    m_tree->setModel(m_model);
    m_tree->setIndentation(14);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(ChangesModel::WhereColumn, 230);
    m_tree->header()->resizeSection(ChangesModel::BeforeColumn, 80);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        emit taskActivated(index.data(ChangesModel::ReferenceRole).toString(), index.data(ChangesModel::SlotRole).toUInt());
    });
    auto* copy = new QAction(icon(u"copy"_s), tr("Copy value"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        const QVariant value = m_tree->currentIndex().data(ChangesModel::ValueRole);
        if (value.isValid())
            QGuiApplication::clipboard()->setText(copyText(value.value<Value>()));
    });
    m_tree->addAction(copy);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_empty->setContent(u"changes"_s, tr("Nothing changed"), tr("Make a step: what it changes is listed here, old beside new."));
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    m_pages->setCurrentWidget(m_empty);
}

void ChangesView::setChanges(std::vector<StepChange> changes, const QString& workflowName)
{
    m_model->setChanges(std::move(changes), workflowName);
    bool anyBefore = false;
    for (int group = 0; group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        for (int row = 0; row < m_model->rowCount(parent) && !anyBefore; ++row)
            anyBefore = !m_model->index(row, ChangesModel::BeforeColumn, parent).data().toString().isEmpty();
    }
    m_tree->setColumnHidden(ChangesModel::BeforeColumn, !anyBefore);
    m_tree->expandAll();
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_tree) : m_empty);
}

}  // namespace baton::ui

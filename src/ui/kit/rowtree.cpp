// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/rowtree.h"

#include <QHeaderView>
#include <QMenu>
#include <QPainter>

namespace baton::ui {

RowTree::RowTree(const QString& name, RowDelegate::Dress dress, QWidget* parent)
    : QTreeView(parent)
    , m_dress(dress)
{
    setObjectName(name);
    setItemDelegate(new RowDelegate(std::move(dress), this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(36);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &RowTree::showColumnMenu);
}

void RowTree::setFlat()
{
    setRootIsDecorated(false);
    setIndentation(0);
}

void RowTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QColor ground = m_dress ? m_dress(index.siblingAtColumn(0)).ground : QColor();
    if (ground.isValid() && !selectionModel()->isSelected(index))
        painter->fillRect(option.rect, ground);
    QTreeView::drawRow(painter, option, index);
}

/// What one stands on stays in sight when the room changes.
void RowTree::resizeEvent(QResizeEvent* event)
{
    QTreeView::resizeEvent(event);
    showCurrent();
}

void RowTree::showCurrent()
{
    if (currentIndex().isValid())
        scrollTo(currentIndex(), m_hint);
}

void RowTree::showColumnMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 1; column < header()->count(); ++column) {
        QAction* action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
    menu->popup(header()->mapToGlobal(at));
}

}  // namespace baton::ui

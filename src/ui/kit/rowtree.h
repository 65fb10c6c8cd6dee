// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/rowdelegate.h"

#include <QTreeView>

namespace baton::ui {

/// A tree or list of rows drawn by a RowDelegate, whose ground reaches over the whole row. The header's menu hides and shows
/// columns.
class RowTree : public QTreeView {
    Q_OBJECT
public:
    RowTree(const QString& name, RowDelegate::Dress dress, QWidget* parent = nullptr);

    /// One level only: no room for branches.
    void setFlat();
    /// The current row stays in the middle, with what came before and comes next around it.
    void keepCurrentCentred() { m_hint = PositionAtCenter; }
    void showCurrent();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void showColumnMenu(const QPoint& at);

    RowDelegate::Dress m_dress;
    ScrollHint m_hint = EnsureVisible;
};

}  // namespace baton::ui

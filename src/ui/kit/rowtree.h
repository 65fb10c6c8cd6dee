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

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void showColumnMenu(const QPoint& at);

    RowDelegate::Dress m_dress;
};

}  // namespace baton::ui

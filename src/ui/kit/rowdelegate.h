// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/kit/tokens.h"

#include <QColor>
#include <QStyledItemDelegate>

#include <functional>

namespace baton::ui {

/// How one cell is dressed, beyond its text.
struct CellLook {
    QString icon;                  // in front of the text, in the tone's colour
    Tone tone = Tone::Neutral;
    bool badge = false;            // the whole cell as a badge
    bool toned = false;            // the text in the tone's colour
    bool muted = false;
    bool faded = false;            // not there at this moment: drawn at half strength
    bool strong = false;
    bool code = false;             // fixed width
    bool struck = false;
    QString before;                // an earlier text, struck out in front
    QColor ink;                    // instead of the tone's, where valid
    QColor ground;                 // behind the cell, where valid and not selected
};

/// Draws rows of one height with even margins, by a function from index to look. No frame around single cells.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using Dress = std::function<CellLook(const QModelIndex& index)>;
    RowDelegate(Dress dress, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Dress m_dress;
};

}  // namespace baton::ui

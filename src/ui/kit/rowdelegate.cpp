// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/kit/rowdelegate.h"

#include "ui/kit/badge.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"

#include <QApplication>
#include <QPainter>

namespace baton::ui {

namespace {

constexpr int kMargin = 8;
constexpr int kMark = 14;

QColor inkOf(const CellLook& look, const Tokens& tokens)
{
    if (look.ink.isValid())
        return look.ink;
    if (look.toned)
        return tokens.tone(look.tone).foreground;
    return look.muted ? tokens.textMuted : tokens.text;
}

QRect paintBefore(QPainter& painter, QRect room, const CellLook& look, const Tokens& tokens, QFont font)
{
    font.setStrikeOut(true);
    const QFontMetrics metrics(font);
    const QString text = metrics.elidedText(look.before, Qt::ElideRight, room.width() / 2);
    painter.setFont(font);
    painter.setPen(tokens.textMuted);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
    const int left = room.x() + metrics.horizontalAdvance(text) + 5;
    paintIcon(painter, QRect(left, room.center().y() - 5, 11, 11), QStringLiteral("arrow-right"), tokens.textMuted);
    room.setLeft(left + 17);
    return room;
}

}  // namespace

RowDelegate::RowDelegate(Dress dress, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_dress(std::move(dress))
{
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const CellLook look = m_dress ? m_dress(index) : CellLook {};
    const Tokens& tokens = tokensFor(option.palette);
    if (look.ground.isValid() && !option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, look.ground);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = cell.text;
    cell.text.clear();
    cell.icon = {};
    cell.state &= ~QStyle::State_HasFocus;
    QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    QRect room = option.rect.adjusted(kMargin, 0, -kMargin / 2, 0);
    painter->save();
    painter->setOpacity(look.faded ? 0.5 : 1.0);
    if (look.badge) {
        if (!text.isEmpty())
            paintBadge(*painter, room, text, look.tone, look.icon, tokens, textFont(-1, QFont::Medium));
        painter->restore();
        return;
    }
    if (!look.icon.isEmpty()) {
        paintIcon(*painter, QRect(room.x(), room.y() + (room.height() - kMark) / 2, kMark, kMark), look.icon,
                  tokens.tone(look.tone).foreground);
        room.setLeft(room.left() + kMark + 7);
    }
    QFont font = look.code ? codeFont() : cell.font;
    if (look.strong)
        font.setWeight(QFont::Medium);
    if (!look.before.isEmpty())
        room = paintBefore(*painter, room, look, tokens, font);
    font.setStrikeOut(look.struck);
    painter->setFont(font);
    painter->setPen(inkOf(look, tokens));
    const auto alignment = static_cast<int>(cell.displayAlignment | Qt::AlignVCenter) | Qt::TextSingleLine;
    painter->drawText(room, alignment, QFontMetrics(font).elidedText(text, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    const CellLook look = m_dress ? m_dress(index) : CellLook {};
    const int mark = look.icon.isEmpty() ? 0 : kMark + 7;
    const int padding = look.badge ? 16 : 0;
    return {base.width() + kMargin + mark + padding, space::kRowHeight};
}

}  // namespace baton::ui

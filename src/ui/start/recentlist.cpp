// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/recentlist.h"

#include "ui/kit/badge.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/start/recentfiles.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 46;

class TwoLines final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensFor(option.palette);
        const bool missing = index.data(RecentFiles::MissingRole).toBool();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? tokens.selection : tokens.hover);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), space::kRadius, space::kRadius);
        }
        const QRect room = option.rect.adjusted(space::kWide, 5, -space::kWide, -5);
        paintIcon(*painter, QRect(room.x(), room.center().y() - 8, 16, 16), missing ? u"missing"_s : u"file"_s,
                  missing ? tokens.textDisabled : tokens.textMuted);
        QRect lines = room.adjusted(28, 0, 0, 0);
        if (missing) {
            const QFont font = textFont(-1, QFont::Medium);
            const QString word = RecentFiles::tr("Missing");
            const int width = QFontMetrics(font).horizontalAdvance(word) + 32;
            paintBadge(*painter, QRect(lines.right() - width + 1, lines.y(), width, lines.height()), word, Tone::Warning,
                       u"warning"_s, tokens, font);
            lines.setRight(lines.right() - width - space::kBase);
        }
        const auto line = [&](const QFont& font, const QColor& ink, Qt::Alignment side, const QString& text, Qt::TextElideMode mode) {
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(lines, static_cast<int>(side | Qt::AlignLeft), QFontMetrics(font).elidedText(text, mode, lines.width()));
        };
        line(textFont(0, QFont::Medium), missing ? tokens.textMuted : tokens.text, Qt::AlignTop, index.data().toString(), Qt::ElideRight);
        line(textFont(-1), tokens.textMuted, Qt::AlignBottom, index.data(RecentFiles::FolderRole).toString(), Qt::ElideMiddle);
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, kRow}; }
};

}  // namespace

RecentList::RecentList(RecentFiles& files, QWidget* parent)
    : QListView(parent)
    , m_files(files)
{
    setObjectName(u"recentList"_s);
    setAccessibleName(tr("Recent files"));
    setModel(&files);
    setItemDelegate(new TwoLines(this));
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(u"QListView { background: transparent; }"_s);
    connect(this, &QListView::clicked, this, &RecentList::choose);
    connect(this, &QListView::customContextMenuRequested, this, &RecentList::showMenu);
}

void RecentList::choose(const QModelIndex& index)
{
    if (index.isValid())
        emit fileChosen(index.data(RecentFiles::PathRole).toString());
}

void RecentList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else if (event->key() == Qt::Key_Delete && currentIndex().isValid())
        m_files.forget(currentIndex().data(RecentFiles::PathRole).toString());
    else
        QListView::keyPressEvent(event);
}

void RecentList::showMenu(const QPoint& at)
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid())
        return;
    const QString path = index.data(RecentFiles::PathRole).toString();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"open"_s), tr("Open"), this, [this, path] { emit fileChosen(path); });
    menu->addAction(icon(u"minus"_s), tr("Remove from the list"), this, [this, path] { m_files.forget(path); });
    menu->addAction(tr("Empty the list"), this, [this] { m_files.forgetAll(); });
    menu->popup(viewport()->mapToGlobal(at));
}

}  // namespace baton::ui

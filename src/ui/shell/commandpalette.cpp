// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/commandpalette.h"

#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/searchfield.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 32;
constexpr int kRows = 10;
constexpr int kWidth = 600;
constexpr int kShadow = 14;

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Tokens& tokens = tokensFor(option.palette);
        const bool enabled = index.data(PaletteModel::EnabledRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(tokens.selection);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), space::kRadius, space::kRadius);
        }
        QRect room = option.rect.adjusted(10, 0, -10, 0);
        paintIcon(*painter, QRect(room.x(), room.center().y() - 7, 16, 16), index.data(PaletteModel::IconRole).toString(),
                  enabled ? tokens.textMuted : tokens.textDisabled);
        room.setLeft(room.left() + 28);
        room.setRight(paintKeys(*painter, room, index.data(PaletteModel::KeysRole).toString(), tokens));
        const int end = paintTitle(*painter, room, index, enabled ? tokens.text : tokens.textDisabled, tokens);
        painter->setFont(textFont(-1));
        painter->setPen(enabled ? tokens.textMuted : tokens.textDisabled);
        const QRect note(end + 10, room.y(), room.right() - end - 10, room.height());
        if (note.width() > 20)
            painter->drawText(note, Qt::AlignVCenter | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(index.data(PaletteModel::NoteRole).toString(), Qt::ElideMiddle, note.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, kRow}; }

private:
    /// Returns the right edge of what is left.
    static int paintKeys(QPainter& painter, const QRect& room, const QString& keys, const Tokens& tokens)
    {
        if (keys.isEmpty())
            return room.right();
        const QFont font = textFont(-2, QFont::Medium);
        const int width = QFontMetrics(font).horizontalAdvance(keys) + 12;
        const QRectF cap(room.right() - width, room.center().y() - 9, width, 19);
        painter.setPen(tokens.border);
        painter.setBrush(tokens.window);
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(tokens.textMuted);
        painter.setFont(font);
        painter.drawText(cap, Qt::AlignCenter, keys);
        return room.right() - width - 8;
    }

    /// The letters that matched stand out. Returns the right edge of the text.
    static int paintTitle(QPainter& painter, const QRect& room, const QModelIndex& index, const QColor& ink, const Tokens& tokens)
    {
        const auto places = index.data(PaletteModel::PlacesRole).value<QList<int>>();
        const QFont plain = textFont();
        const QFont strong = textFont(0, QFont::DemiBold);
        const QString title = QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, room.width());
        int left = room.x();
        for (qsizetype from = 0; from < title.size();) {
            const bool hit = places.contains(static_cast<int>(from));
            qsizetype to = from + 1;
            while (to < title.size() && places.contains(static_cast<int>(to)) == hit)
                ++to;
            const QString part = title.mid(from, to - from);
            painter.setFont(hit ? strong : plain);
            painter.setPen(hit && ink == tokens.text ? tokens.accent : ink);
            painter.drawText(QRect(left, room.y(), room.width(), room.height()), Qt::AlignVCenter | Qt::AlignLeft, part);
            left += painter.fontMetrics().horizontalAdvance(part);
            from = to;
        }
        return left;
    }
};

}  // namespace

CommandPalette::CommandPalette(QWidget* parent)
    : QFrame(parent)
    , m_model(new PaletteModel(this))
    , m_search(new SearchField(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(tr("Nothing fits. Fewer letters find more."), this))
    , m_foot(new QLabel(tr("Begin with  >  for commands,  @  for tasks,  #  for applicants"), this))
{
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("Command palette"));
    m_search->setObjectName(u"paletteSearch"_s);
    m_search->setPlaceholderText(tr("Search commands, tasks and applicants"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setFont(textFont(2));
    m_search->setMinimumHeight(38);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    m_none->setObjectName(u"paletteNone"_s);
    m_none->setProperty("muted", true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setFixedHeight(kRow * 2);
    m_foot->setProperty("muted", true);
    m_foot->setFont(textFont(-1));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kShadow + 8, kShadow + 8, kShadow + 8, kShadow + 6);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    column->addWidget(m_foot, 0, Qt::AlignHCenter);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::query);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    parent->installEventFilter(this);
    hide();
}

void CommandPalette::open(const QString& text)
{
    m_before = QApplication::focusWidget();
    m_search->setText(text);
    query(text);
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::query(const QString& text)
{
    m_model->setQuery(text);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setVisible(m_model->rowCount() > 0);
    m_none->setVisible(m_model->rowCount() == 0);
    m_list->setFixedHeight(qMin(m_model->rowCount(), kRows) * kRow + 2);
    place();
}

void CommandPalette::place()
{
    const QWidget* around = parentWidget();
    const int width = qMin(kWidth, around->width() - 24) + 2 * kShadow;
    layout()->activate();
    setGeometry((around->width() - width) / 2, qMax(56, around->height() / 9) - kShadow, width, sizeHint().height());
}

void CommandPalette::choose(const QModelIndex& index)
{
    const PaletteEntry* entry = m_model->entry(index.row());
    if (!entry || !entry->enabled)
        return;
    const std::function<void()> run = entry->run;
    hide();
    if (m_before)
        m_before->setFocus();
    if (run)
        run();
}

void CommandPalette::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = qBound(0, m_list->currentIndex().row() + rows, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_search)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && isVisible() && !isAncestorOf(QApplication::focusWidget()))
        hide();
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(kRows); return true;
    case Qt::Key_PageUp: move(-kRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
    case Qt::Key_Escape:
        hide();
        if (m_before)
            m_before->setFocus();
        return true;
    default: return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensFor(this);
    const QRectF card = QRectF(rect()).adjusted(kShadow, kShadow, -kShadow, -kShadow);
    painter.setPen(Qt::NoPen);
    for (int i = kShadow; i > 0; --i) {
        QColor shade = tokens.shadow;
        shade.setAlphaF(shade.alphaF() * 0.16F * static_cast<float>(kShadow - i + 1) / kShadow);
        painter.setBrush(shade);
        painter.drawRoundedRect(card.adjusted(-i, -i + 3, i, i + 3), 10 + i, 10 + i);
    }
    painter.setPen(QPen(tokens.border, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/listpane.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/rowtree.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardItemModel>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

enum Role { KeyRole = Qt::UserRole + 1, IconRole, ToneRole, StrongRole, FadedRole, TonedRole };

CellLook dress(const QModelIndex& index, const Tokens& tokens)
{
    const QModelIndex first = index.siblingAtColumn(0);
    CellLook look;
    look.tone = static_cast<Tone>(first.data(ToneRole).toInt());
    look.faded = first.data(FadedRole).toBool();
    look.strong = first.data(StrongRole).toBool() && index.column() <= 1;
    look.muted = index.column() > 1 && !look.strong;
    if (index.column() == 0)
        look.icon = first.data(IconRole).toString();
    if (first.data(TonedRole).toBool())
        look.ground = tokens.tone(look.tone).ground;
    return look;
}

}  // namespace

ListPane::ListPane(const QString& name, const QStringList& columns, QWidget* parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_tree(new RowTree(name + u"Tree"_s, [this](const QModelIndex& index) { return dress(index, tokensFor(this)); }, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout)
    , m_head(new QWidget(this))
    , m_headRow(new QHBoxLayout(m_head))
    , m_problem(new QLabel(this))
{
    setObjectName(name + u"Pane"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_model->setHorizontalHeaderLabels(columns);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(columns.value(0));
    m_tree->header()->setStretchLastSection(true);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::activated, this, [this] { emit activated(currentKey()); });
    m_head->hide();
    m_headRow->setContentsMargins(space::kBase, space::kTight, space::kBase, space::kTight);
    m_headRow->setSpacing(space::kTight);
    m_problem->setObjectName(name + u"Problem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(space::kBase, 0, space::kBase, space::kTight);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_problem);
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    column->addLayout(m_pages, 1);
}

QLineEdit* ListPane::addLine(const QString& placeholder, const QString& buttonText)
{
    const QString name = objectName().chopped(4);
    m_line = new QLineEdit(m_head);
    m_line->setObjectName(name + u"Line"_s);
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
    m_line->setClearButtonEnabled(true);
    auto* button = new QPushButton(buttonText, m_head);
    button->setObjectName(name + u"AddButton"_s);
    m_headRow->addWidget(m_line, 1);
    m_headRow->addWidget(button);
    m_head->show();
    const auto enter = [this] {
        if (!m_line->text().trimmed().isEmpty())
            emit entered(m_line->text().trimmed());
    };
    connect(m_line, &QLineEdit::returnPressed, this, enter);
    connect(button, &QPushButton::clicked, this, enter);
    connect(m_line, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    return m_line;
}

void ListPane::addTool(QWidget* tool)
{
    m_headRow->addWidget(tool);
    m_head->show();
}

void ListPane::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void ListPane::setEmpty(const QString& icon, const QString& title, const QString& sentence)
{
    m_empty->setContent(icon, title, sentence);
    m_pages->setCurrentIndex(rowCount() > 0 ? 0 : 1);
}

void ListPane::setWidths(const QList<int>& widths)
{
    for (int column = 0; column < widths.size(); ++column)
        m_tree->header()->resizeSection(column, widths[column]);
}

void ListPane::begin()
{
    m_kept = currentKey();
    m_model->removeRows(0, m_model->rowCount());
}

QStandardItem* ListPane::add(const Row& row, QStandardItem* parent)
{
    QList<QStandardItem*> items;
    for (const QString& cell : row.cells) {
        auto* item = new QStandardItem(cell);
        item->setEditable(false);
        item->setToolTip(cell);
        items += item;
    }
    if (items.isEmpty())
        return nullptr;
    items[0]->setData(row.key, KeyRole);
    items[0]->setData(row.icon, IconRole);
    items[0]->setData(static_cast<int>(row.tone), ToneRole);
    items[0]->setData(row.strong, StrongRole);
    items[0]->setData(row.faded, FadedRole);
    items[0]->setData(row.toned, TonedRole);
    if (parent)
        parent->appendRow(items);
    else
        m_model->appendRow(items);
    return items[0];
}

void ListPane::finish()
{
    m_pages->setCurrentIndex(rowCount() > 0 ? 0 : 1);
    m_tree->expandAll();
    if (m_kept.isValid())
        select(m_kept);
}

int ListPane::rowCount() const
{
    return m_model->rowCount();
}

QVariant ListPane::currentKey() const
{
    const QModelIndex index = m_tree->currentIndex();
    return index.isValid() ? index.siblingAtColumn(0).data(KeyRole) : QVariant();
}

QStandardItem* ListPane::itemOf(const QVariant& key) const
{
    QList<QStandardItem*> open;
    for (int row = 0; row < m_model->rowCount(); ++row)
        open += m_model->item(row);
    while (!open.isEmpty()) {
        QStandardItem* item = open.takeFirst();
        if (item->data(KeyRole) == key)
            return item;
        for (int row = 0; row < item->rowCount(); ++row)
            open += item->child(row);
    }
    return nullptr;
}

void ListPane::select(const QVariant& key)
{
    if (const QStandardItem* item = itemOf(key))
        m_tree->setCurrentIndex(item->index());
}

bool ListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress && currentKey().isValid()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            emit removeRequested(currentKey());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/valueview.h"

#include "engine/value/json.h"
#include "ui/kit/emptystate.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/searchfield.h"
#include "ui/models/words.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

QColor inkOf(Value::Type type, const Tokens& tokens)
{
    switch (type) {
    case Value::Type::Integer:
    case Value::Type::Decimal: return tokens.jsonNumber;
    case Value::Type::Bool:
    case Value::Type::Null: return tokens.jsonWord;
    case Value::Type::Array:
    case Value::Type::Object: return tokens.textMuted;
    case Value::Type::Text: break;
    }
    return tokens.text;
}

ValueMark markOf(const QModelIndex& index)
{
    return static_cast<ValueMark>(index.data(ValueTreeModel::MarkRole).toInt());
}

void dressMark(CellLook& look, const QModelIndex& index, const Tokens& tokens)
{
    const ValueMark mark = markOf(index);
    const bool first = index.column() == ValueTreeModel::ValueColumn;
    const auto dress = [&](const QString& icon, Tone tone) {
        look.ground = mixed(tokens.surface, tokens.tone(tone).ground, tokens.dark ? 0.75 : 0.6);
        look.tone = tone;
        if (first)
            look.icon = icon;
    };
    if (mark == ValueMark::Added)
        dress(u"plus"_s, Tone::Success);
    else if (mark == ValueMark::Removed)
        dress(u"minus"_s, Tone::Danger);
    else if (mark == ValueMark::Replaced)
        dress({}, Tone::Warning);
    // What is inside something new needs no sign of its own.
    if (mark == ValueMark::Added && index.parent().isValid() && markOf(index.parent()) == ValueMark::Added)
        look.icon.clear();
    look.struck = mark == ValueMark::Removed && first;
    if (mark == ValueMark::Replaced && first)
        look.before = index.data(ValueTreeModel::BeforeRole).toString();
}

CellLook dress(const QModelIndex& index, const Tokens& tokens)
{
    CellLook look;
    const auto type = static_cast<Value::Type>(index.data(ValueTreeModel::TypeRole).toInt());
    if (index.column() == ValueTreeModel::KeyColumn)
        look.strong = true;
    else if (index.column() == ValueTreeModel::ValueColumn)
        look.ink = inkOf(type, tokens);
    else
        look.muted = true;
    dressMark(look, index, tokens);
    return look;
}

}  // namespace

QString copyText(const Value& value)
{
    if (value.isText())
        return toQString(value.asText());
    return toQString(value.isObject() || value.isArray() ? toPrettyJson(value) : toJson(value));
}

ValueView::ValueView(ValueTreeModel* model, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_filtered(new QSortFilterProxyModel(this))
    , m_tree(new RowTree(name + u"Tree"_s, [this](const QModelIndex& index) { return dress(index, tokensFor(this)); }, this))
    , m_search(new SearchField(this))
    , m_empty(new EmptyState(this))
    , m_note(new QLabel(this))
    , m_pages(new QStackedLayout)
    , m_copyValue(new QAction(icon(u"copy"_s), tr("Copy value"), this))
    , m_copyPath(new QAction(tr("Copy path"), this))
    , m_copyReference(new QAction(tr("Copy as ${…} reference"), this))
    , m_origin(new QAction(icon(u"tree"_s), tr("Where did this come from?"), this))
    , m_uses(new QAction(icon(u"arrow-right"_s), tr("What did this go into?"), this))
{
    m_model->setParent(this);
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setAutoAcceptChildRows(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);

    setObjectName(name + u"View"_s);
    m_tree->setModel(m_filtered);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setSectionResizeMode(ValueTreeModel::KeyColumn, QHeaderView::Interactive);
    m_tree->header()->setSectionResizeMode(ValueTreeModel::ValueColumn, QHeaderView::Stretch);
    m_tree->header()->resizeSection(ValueTreeModel::KeyColumn, 170);
    for (int column = ValueTreeModel::TypeColumn; column < m_model->columnCount(); ++column)
        m_tree->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ValueView::showMenu);
    makeActions();

    m_search->setObjectName(name + u"Filter"_s);
    m_search->setPlaceholderText(tr("Filter names and values"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setTarget(m_tree);
    connect(m_search, &QLineEdit::textChanged, this, &ValueView::filter);
    m_note->setObjectName(name + u"Note"_s);
    m_note->setProperty("muted", true);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(space::kTight, space::kHair, space::kTight, space::kHair);
    m_note->hide();

    auto* page = new QWidget(this);
    page->setProperty("surface", true);
    page->setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kTight);
    head->addWidget(m_search);
    head->addWidget(m_note);
    column->addLayout(head);
    column->addWidget(m_tree, 1);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    setLayout(m_pages);
}

void ValueView::makeActions()
{
    m_copyValue->setShortcut(QKeySequence::Copy);
    m_copyPath->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    m_origin->setShortcut(Qt::CTRL | Qt::Key_I);
    m_uses->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    for (QAction* action : {m_copyValue, m_copyPath, m_copyReference, m_origin, m_uses}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_tree->addAction(action);
    }
    connect(m_copyValue, &QAction::triggered, this, &ValueView::copyValue);
    connect(m_copyPath, &QAction::triggered, this, &ValueView::copyPath);
    connect(m_copyReference, &QAction::triggered, this, &ValueView::copyReference);
    connect(m_origin, &QAction::triggered, this, [this] { askOrigin(false); });
    connect(m_uses, &QAction::triggered, this, [this] { askOrigin(true); });
}

void ValueView::setValue(const Value& value, const std::optional<Value>& before)
{
    const bool wasEmpty = m_model->rowCount() == 0;
    m_model->setValue(value, before);
    showRightPage();
    if (wasEmpty && m_model->rowCount() <= 12) {
        // Small trees are shown whole, large ones by their first level.
        for (int row = 0; row < m_filtered->rowCount(); ++row) {
            const QModelIndex index = m_filtered->index(row, 0);
            if (m_filtered->rowCount(index) <= 8)
                m_tree->expand(index);
        }
    }
}

void ValueView::setEmptyText(const QString& icon, const QString& title, const QString& sentence)
{
    m_empty->setContent(icon, title, sentence);
}

void ValueView::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void ValueView::showRightPage()
{
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
}

void ValueView::filter(const QString& words)
{
    m_filtered->setFilterFixedString(words);
    if (!words.isEmpty())
        m_tree->expandAll();
}

QModelIndex ValueView::current() const
{
    return m_filtered->mapToSource(m_tree->currentIndex());
}

void ValueView::copyValue()
{
    if (const QModelIndex index = current(); index.isValid())
        QGuiApplication::clipboard()->setText(copyText(index.data(ValueTreeModel::ValueRole).value<Value>()));
}

void ValueView::copyPath()
{
    if (const QModelIndex index = current(); index.isValid())
        QGuiApplication::clipboard()->setText(index.data(ValueTreeModel::PathRole).toString());
}

QString ValueView::place() const
{
    const QModelIndex index = current();
    if (!index.isValid() || m_prefix.isEmpty())
        return {};
    const QString path = index.data(ValueTreeModel::PathRole).toString();
    return m_prefix + (path.startsWith(u'[') ? QString() : u"."_s) + path;
}

void ValueView::copyReference()
{
    if (const QString here = place(); !here.isEmpty())
        QGuiApplication::clipboard()->setText(u"${"_s + here + u'}');
}

void ValueView::askOrigin(bool forward)
{
    if (const QString here = place(); !here.isEmpty())
        emit originRequested(here, forward);
}

void ValueView::showMenu(const QPoint& at)
{
    const bool onRow = current().isValid();
    m_copyValue->setEnabled(onRow);
    m_copyPath->setEnabled(onRow);
    m_copyReference->setEnabled(onRow);
    m_copyReference->setVisible(!m_prefix.isEmpty());
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({m_copyValue, m_copyPath, m_copyReference});
    menu->addSeparator();
    m_origin->setVisible(!m_prefix.isEmpty());
    m_uses->setVisible(!m_prefix.isEmpty());
    m_origin->setEnabled(onRow);
    m_uses->setEnabled(onRow);
    menu->addActions({m_origin, m_uses});
    menu->addSeparator();
    menu->addAction(icon(u"expand"_s), tr("Expand all"), m_tree, &QTreeView::expandAll);
    menu->addAction(icon(u"collapse"_s), tr("Collapse all"), m_tree, &QTreeView::collapseAll);
    menu->popup(m_tree->viewport()->mapToGlobal(at));
}

}  // namespace baton::ui

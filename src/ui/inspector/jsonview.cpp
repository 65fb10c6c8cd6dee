// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/jsonview.h"

#include "engine/value/json.h"
#include "ui/kit/icons.h"
#include "ui/kit/jsoneditor.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

#include <Qsci/qscilexerjson.h>
#include <Qsci/qsciscintilla.h>

namespace baton::ui {

using namespace Qt::StringLiterals;

JsonView::JsonView(QWidget* parent)
    : QWidget(parent)
    , m_editor(new QsciScintilla(this))
    , m_lexer(new QsciLexerJSON(m_editor))
    , m_search(new SearchField(this))
{
    setObjectName(u"jsonView"_s);
    setProperty("surface", true);
    setAttribute(Qt::WA_StyledBackground);
    m_editor->setObjectName(u"jsonText"_s);
    m_editor->setAccessibleName(tr("JSON"));
    m_editor->setReadOnly(true);
    dressJsonEditor(*m_editor, *m_lexer);

    m_search->setObjectName(u"jsonSearch"_s);
    m_search->setPlaceholderText(tr("Find in JSON"));
    m_search->setAccessibleName(m_search->placeholderText());
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& words) { find(words, false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(m_search->text(), true); });
    auto* copy = new QToolButton(this);
    copy->setObjectName(u"jsonCopy"_s);
    copy->setIcon(icon(u"copy"_s));
    copy->setToolTip(tr("Copy all of the JSON"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, &JsonView::copyAll);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kTight);
    head->setSpacing(space::kTight);
    head->addWidget(m_search, 1);
    head->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_editor, 1);
    paintTheme();
}

JsonView::~JsonView() = default;

void JsonView::setValue(const Value& value)
{
    if (m_value.sharesNodeWith(value) || (m_value == value && m_value.type() == value.type()))
        return;
    m_value = value;
    m_stale = true;
    if (isVisible())
        refresh();
}

QString JsonView::text() const
{
    return toQString(toPrettyJson(m_value));
}

void JsonView::refresh()
{
    if (!std::exchange(m_stale, false))
        return;
    const int line = m_editor->firstVisibleLine();
    m_editor->setReadOnly(false);
    m_editor->setText(text());
    m_editor->setReadOnly(true);
    m_editor->setFirstVisibleLine(line);
    m_editor->setMarginWidth(0, u"0"_s + QString::number(qMax(m_editor->lines(), 10)));
}

void JsonView::showEvent(QShowEvent* event)
{
    refresh();
    QWidget::showEvent(event);
}

void JsonView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        paintTheme();
    QWidget::changeEvent(event);
}

void JsonView::paintTheme()
{
    paintJsonEditor(*m_editor, *m_lexer, tokensFor(this));
}

void JsonView::find(const QString& words, bool fromHere)
{
    if (words.isEmpty()) {
        m_editor->setSelection(0, 0, 0, 0);
        return;
    }
    if (fromHere)
        m_editor->findNext();
    else
        m_editor->findFirst(words, false, false, false, true, true, 0, 0);
}

void JsonView::copyAll()
{
    QGuiApplication::clipboard()->setText(text());
}

}  // namespace baton::ui

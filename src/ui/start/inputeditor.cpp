// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/start/inputeditor.h"

#include "engine/value/json.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/models/words.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

InputEditor::InputEditor(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
    , m_button(new QPushButton(tr("Rehearse with this input"), this))
{
    setObjectName(u"inputEditor"_s);
    auto* title = new QLabel(tr("Input of the workflow, as JSON"), this);
    title->setProperty("muted", true);
    m_text->setObjectName(u"inputText"_s);
    m_text->setAccessibleName(title->text());
    m_text->setFont(codeFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_problem->setObjectName(u"inputProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_button->setObjectName(u"inputButton"_s);
    m_button->setIcon(icon(u"run"_s, Tone::Success));
    m_button->setToolTip(tr("Ctrl+Return"));
    connect(m_button, &QPushButton::clicked, this, &InputEditor::submit);
    auto* enter = new QAction(this);
    enter->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    enter->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(enter, &QAction::triggered, this, &InputEditor::submit);
    addAction(enter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kBase, space::kBase, space::kBase, space::kBase);
    column->addWidget(title);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(m_button);
}

void InputEditor::setInput(const Value& input)
{
    m_text->setPlainText(toQString(toPrettyJson(input.isObject() ? input : Value::object())));
    m_problem->hide();
}

void InputEditor::submit()
{
    const Result<Value> input = parseJson(toUtf8(m_text->toPlainText()));
    QString problem;
    if (!input)
        problem = tr("Line %1, column %2: %3").arg(input.error().line).arg(input.error().column).arg(toQString(input.error().message));
    else if (!input->isObject())
        problem = tr("The input has to be a JSON object.");
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, tokensFor(this).tone(Tone::Danger).foreground);
    m_problem->setPalette(colors);
    if (problem.isEmpty()) {
        emit submitted(*input);
        return;
    }
    if (!input && input.error().line > 0) {
        QTextCursor cursor(m_text->document()->findBlockByNumber(input.error().line - 1));
        m_text->setTextCursor(cursor);
    }
    m_text->setFocus();
}

}  // namespace baton::ui

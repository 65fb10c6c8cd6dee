// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/jsondialog.h"

#include "engine/value/json.h"
#include "ui/kit/fonts.h"
#include "ui/kit/tokens.h"
#include "ui/models/words.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

JsonDialog::JsonDialog(const QString& title, const QString& sentence, const Value& value, Accept accept, QWidget* parent)
    : QDialog(parent)
    , m_accept(std::move(accept))
    , m_text(new QPlainTextEdit(toQString(toPrettyJson(value)), this))
    , m_problem(new QLabel(this))
{
    setObjectName(u"jsonDialog"_s);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 420);
    auto* words = new QLabel(sentence, this);
    words->setWordWrap(true);
    m_text->setObjectName(u"jsonText"_s);
    m_text->setAccessibleName(title);
    m_text->setFont(codeFont());
    m_text->setTabChangesFocus(true);
    m_problem->setObjectName(u"jsonProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(u"jsonOkButton"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &JsonDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Return, this), &QShortcut::activated, this, &JsonDialog::submit);
    auto* column = new QVBoxLayout(this);
    column->addWidget(words);
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addWidget(buttons);
}

void JsonDialog::submit()
{
    const Result<Value> value = parseJson(toUtf8(m_text->toPlainText()));
    const Status done = value ? m_accept(*value) : Status(value.error());
    if (done) {
        accept();
        return;
    }
    m_problem->setText(toQString(done.error().oneLine()));
    m_problem->show();
    m_text->setFocus();
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/answerpanel.h"

#include "engine/value/json.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/statuslook.h"
#include "ui/models/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

AnswerPanel::AnswerPanel(QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_outcome(new QComboBox(this))
    , m_output(new QPlainTextEdit(this))
    , m_reason(new QLineEdit(this))
    , m_problem(new QLabel(this))
    , m_button(new QPushButton(tr("Answer"), this))
{
    setObjectName(u"answerPanel"_s);
    setProperty("card", true);
    m_title->setFont(textFont(0, QFont::DemiBold));
    m_title->setWordWrap(true);
    m_outcome->setObjectName(u"answerOutcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    for (const TaskStatus status : {TaskStatus::Completed, TaskStatus::Failed, TaskStatus::FailedWithTerminalError}) {
        const StatusLook look = lookOf(status);
        m_outcome->addItem(icon(look.icon, look.tone), Words::of(status), static_cast<int>(status));
    }
    m_output->setObjectName(u"answerOutput"_s);
    m_output->setAccessibleName(tr("Output as JSON"));
    m_output->setFont(codeFont());
    m_output->setTabChangesFocus(true);
    m_output->setFixedHeight(96);
    m_reason->setObjectName(u"answerReason"_s);
    m_reason->setPlaceholderText(tr("Reason for the failure"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_problem->setObjectName(u"answerProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_button->setObjectName(u"answerButton"_s);
    m_button->setProperty("primary", true);
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &AnswerPanel::showFields);
    connect(m_button, &QPushButton::clicked, this, &AnswerPanel::submit);

    auto* foot = new QHBoxLayout;
    foot->addWidget(m_outcome);
    foot->addStretch();
    foot->addWidget(m_button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kWide, space::kWide, space::kWide, space::kWide);
    column->addWidget(m_title);
    column->addWidget(m_output);
    column->addWidget(m_reason);
    column->addWidget(m_problem);
    column->addLayout(foot);
    showFields();
}

void AnswerPanel::setTask(const TaskRun& task, const Text& workflowId)
{
    if (task.taskId == m_task.taskId && workflowId == m_workflowId)
        return;
    m_task = task;
    m_workflowId = workflowId;
    m_title->setText(tr("%1 waits for an answer. No worker of this program serves %2: answer in its place.")
                         .arg(toQString(task.referenceTaskName), toQString(task.taskType)));
    m_output->setPlainText(u"{\n  \n}"_s);
    m_reason->clear();
    m_outcome->setCurrentIndex(0);
    m_problem->hide();
}

void AnswerPanel::showProblem(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    QPalette colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, tokensFor(this).tone(Tone::Danger).foreground);
    m_problem->setPalette(colors);
}

void AnswerPanel::showFields()
{
    m_reason->setVisible(m_outcome->currentIndex() > 0);
}

void AnswerPanel::submit()
{
    const Result<Value> output = parseJson(toUtf8(m_output->toPlainText()));
    if (!output) {
        const Error& error = output.error();
        showProblem(tr("The output is no JSON: line %1, column %2: %3").arg(error.line).arg(error.column).arg(toQString(error.message)));
        m_output->setFocus();
        return;
    }
    if (!output->isObject()) {
        showProblem(tr("The output has to be a JSON object, such as {\"approved\": true}."));
        m_output->setFocus();
        return;
    }
    showProblem({});
    TaskResult result;
    result.workflowInstanceId = m_workflowId;
    result.taskId = m_task.taskId;
    result.status = static_cast<TaskStatus>(m_outcome->currentData().toInt());
    result.outputData = *output;
    result.reasonForIncompletion = Text(toUtf8(m_reason->isVisible() ? m_reason->text() : QString()));
    emit answered(result);
}

}  // namespace baton::ui

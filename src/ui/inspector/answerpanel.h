// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/command.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace baton::ui {

/// Lets a person answer for a worker: outcome, output as JSON, reason. Shown while a rehearsal waits for an answer.
class AnswerPanel : public QFrame {
    Q_OBJECT
public:
    explicit AnswerPanel(QWidget* parent = nullptr);

    /// The task that waits; a new one empties the form.
    void setTask(const TaskRun& task, const Text& workflowId);
    void showProblem(const QString& problem);

signals:
    void answered(const baton::TaskResult& result);

private:
    void submit();
    void showFields();

    TaskRun m_task;
    Text m_workflowId;
    QLabel* m_title;
    QComboBox* m_outcome;
    QPlainTextEdit* m_output;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_button;
};

}  // namespace baton::ui

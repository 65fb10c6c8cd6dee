// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace baton::ui {

class Badge;
class ElidedLabel;

/// Who is being inspected: name, type, status, attempt, iteration, times on the virtual clock, and why it stopped.
class TaskHeader : public QWidget {
    Q_OBJECT
public:
    explicit TaskHeader(QWidget* parent = nullptr);

    void showNothing();
    void showWorkflow(const Execution& execution, EpochMs now);
    void showTask(const TaskRun& task, const Execution& execution, EpochMs now);
    /// A task of which no attempt exists at this moment.
    void showDefinition(const WorkflowTask& task);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Time {
        QString caption;
        QString text;
        QString tip;
    };
    void setTimes(const QList<Time>& times);
    void setReason(const QString& reason);

    ElidedLabel* m_name;
    ElidedLabel* m_kind;
    Badge* m_status;
    QLabel* m_reason;
    QWidget* m_times;
    QList<QLabel*> m_captions;
    QList<QLabel*> m_values;
    QString m_icon;
};

}  // namespace baton::ui

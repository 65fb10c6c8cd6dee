// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/models/changesmodel.h"

#include <QWidget>

class QStackedLayout;

namespace baton::ui {

class EmptyState;
class RowTree;

/// What the last step changed, old beside new. A double click goes to the task.
class ChangesView : public QWidget {
    Q_OBJECT
public:
    explicit ChangesView(QWidget* parent = nullptr);
    void setChanges(std::vector<StepChange> changes, const QString& workflowName);
    [[nodiscard]] const ChangesModel& model() const noexcept { return *m_model; }

signals:
    void taskActivated(const QString& reference, baton::TaskSlot slot);

private:
    ChangesModel* m_model;
    RowTree* m_tree;
    EmptyState* m_empty;
    QStackedLayout* m_pages;
};

}  // namespace baton::ui

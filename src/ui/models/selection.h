// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"

#include <QObject>
#include <QString>

namespace baton::ui {

/// What is selected, for every view at once: the workflow itself, or a task by its reference name and, where an attempt of
/// it is meant, its slot.
class Selection : public QObject {
    Q_OBJECT
public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] const QString& reference() const noexcept { return m_reference; }
    [[nodiscard]] TaskSlot slot() const noexcept { return m_slot; }
    [[nodiscard]] bool isWorkflow() const noexcept { return m_reference.isEmpty(); }
    /// The attempt to show at this moment: the selected one, else the newest of that reference name; kNoTask when there is
    /// none (then the definition is all there is).
    [[nodiscard]] TaskSlot slotIn(const Execution* execution) const;

public slots:
    void select(const QString& reference, baton::TaskSlot slot = baton::kNoTask);
    void selectWorkflow() { select({}, kNoTask); }

signals:
    void changed();

private:
    QString m_reference;
    TaskSlot m_slot = kNoTask;
};

/// A reference name without the iteration a loop appended.
[[nodiscard]] QString baseReference(const QString& reference);

}  // namespace baton::ui

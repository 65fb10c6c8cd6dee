// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/models/selection.h"

#include "ui/models/words.h"

#include <QRegularExpression>

namespace baton::ui {

using namespace Qt::StringLiterals;

QString baseReference(const QString& reference)
{
    static const QRegularExpression iteration(u"__\\d+$"_s);
    QString name = reference;
    name.remove(iteration);
    return name;
}

Selection::Selection(QObject* parent)
    : QObject(parent)
{
}

void Selection::select(const QString& reference, TaskSlot slot)
{
    if (reference == m_reference && slot == m_slot)
        return;
    m_reference = reference;
    m_slot = slot;
    emit changed();
}

TaskSlot Selection::slotIn(const Execution* execution) const
{
    if (!execution || m_reference.isEmpty())
        return kNoTask;
    if (m_slot != kNoTask) {
        const TaskRun* task = execution->task(m_slot);
        if (task && toQString(task->referenceTaskName) == m_reference)
            return m_slot;
    }
    const std::string name = toUtf8(m_reference);
    TaskSlot newest = kNoTask;
    if (const TaskSlot* exact = execution->latestByReference.find(Text(name)))
        newest = *exact;
    if (newest != kNoTask)
        return newest;
    // Inside a loop the definition's name has no iteration; its newest iteration is meant.
    for (std::size_t i = execution->tasks.size(); i > 0; --i) {
        const TaskPtr& task = execution->tasks[i - 1];
        if (task && task->iteration > 0 && baseReference(toQString(task->referenceTaskName)) == m_reference)
            return static_cast<TaskSlot>(i - 1);
    }
    return kNoTask;
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/breakpointwords.h"

#include "ui/models/words.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

QString BreakpointWords::of(BreakAt at)
{
    switch (at) {
    case BreakAt::Scheduled: return tr("Before it is scheduled");
    case BreakAt::Started: return tr("Before it runs");
    case BreakAt::Ended: return tr("After it ended");
    case BreakAt::ToStatus: return tr("Status");
    case BreakAt::Edge: return tr("Way between two tasks");
    case BreakAt::Condition: return tr("When true");
    case BreakAt::Change: return tr("When changed");
    case BreakAt::Error: return tr("On an error");
    case BreakAt::Reason: return tr("Reason code");
    case BreakAt::Event: return tr("Event");
    }
    return {};
}

QString BreakpointWords::of(const Breakpoint& one)
{
    QStringList words;
    if (!one.task.empty())
        words += toQString(one.task);
    if (one.at == BreakAt::Edge)
        words += u"%1 \u2192 %2"_s.arg(toQString(one.from), toQString(one.to));
    if (!one.taskType.empty())
        words += tr("type %1").arg(toQString(one.taskType));
    if (!one.workflow.empty())
        words += tr("in %1").arg(toQString(one.workflow));
    if (one.iteration)
        words += tr("iteration %1").arg(*one.iteration);
    if (one.attempt)
        words += tr("attempt %1").arg(*one.attempt + 1);
    if (one.status)
        words += Words::of(*one.status);
    if (one.workflowStatus)
        words += tr("workflow: %1").arg(Words::of(*one.workflowStatus));
    if (one.event)
        words += Words::of(*one.event);
    if (!one.code.empty())
        words += toQString(one.code);
    if (!one.expression.empty())
        words += toQString(one.expression);
    return words.isEmpty() ? tr("any task") : words.join(u", "_s);
}

QString BreakpointWords::extras(const Breakpoint& one)
{
    QStringList words;
    switch (one.hits) {
    case Breakpoint::Hits::Always: break;
    case Breakpoint::Hits::Exactly: words += tr("hit %1 only").arg(one.count); break;
    case Breakpoint::Hits::AtLeast: words += tr("from hit %1 on").arg(one.count); break;
    case Breakpoint::Hits::Every: words += tr("every %1 hits").arg(one.count); break;
    }
    if (one.once)
        words += tr("once");
    if (!one.log.empty())
        words += tr("writes “%1” and goes on").arg(toQString(one.log));
    if (!one.note.empty())
        words += toQString(one.note);
    return words.join(u", "_s);
}

}  // namespace baton::ui

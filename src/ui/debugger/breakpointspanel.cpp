// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/breakpointspanel.h"

#include "ui/debugger/breakpointwords.h"
#include "ui/debugger/jsondialog.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QAction>
#include <QLineEdit>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

BreakpointsPanel::BreakpointsPanel(SessionController& session, Selection& selection, QWidget* parent)
    : ListPane(u"breakpoints"_s, {tr("Stops"), tr("Where"), tr("Hits"), tr("More")}, parent)
    , m_session(session)
    , m_selection(selection)
{
    addLine(tr("Stop when…  for example dti.output.ratio > 0.43"), tr("Add"));
    setEmpty(u"stop"_s, tr("No breakpoints"), tr("F9 sets one on the selected task; or type a condition above."));
    setWidths({130, 170, 50});
    connect(this, &ListPane::entered, this, &BreakpointsPanel::add);
    connect(this, &ListPane::removeRequested, this, [this](const QVariant& key) { m_session.removeBreakpoint(key.toUInt()); });
    connect(this, &ListPane::activated, this, &BreakpointsPanel::goToLastHit);
    connect(&m_session, &SessionController::breakpointsChanged, this, &BreakpointsPanel::refresh);
    connect(&m_session, &SessionController::stopped, this, &BreakpointsPanel::refresh);
    connect(&m_session, &SessionController::opened, this, &BreakpointsPanel::refresh);
    makeActions();
    refresh();
}

void BreakpointsPanel::makeActions()
{
    const auto add = [this](const QString& text, const QKeySequence& key, auto slot) {
        auto* action = new QAction(text, &tree());
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, slot);
        tree().addAction(action);
    };
    add(tr("Change…"), Qt::Key_F2, &BreakpointsPanel::edit);
    add(tr("Switch on or off"), Qt::Key_Space, &BreakpointsPanel::toggle);
    tree().setContextMenuPolicy(Qt::ActionsContextMenu);
}

void BreakpointsPanel::refresh()
{
    const std::vector<BreakpointHit> hits = m_session.hits();
    const std::vector<std::uint32_t>& here = m_session.hitBreakpoints();
    begin();
    for (const Breakpoint& one : m_session.breakpoints().all()) {
        const auto count = std::ranges::count(hits, one.id, &BreakpointHit::breakpoint);
        const bool stoppedHere = std::ranges::find(here, one.id) != here.end();
        ListPane::add({.cells = {BreakpointWords::of(one.at), BreakpointWords::of(one), QLocale().toString(static_cast<qlonglong>(count)), BreakpointWords::extras(one)},
                       .key = one.id, .icon = one.log.empty() ? u"stop"_s : u"log"_s, .tone = one.enabled ? Tone::Danger : Tone::Neutral,
                       .strong = stoppedHere, .faded = !one.enabled, .toned = stoppedHere});
    }
    finish();
}

void BreakpointsPanel::add(const QString& text)
{
    Breakpoint made;
    made.at = BreakAt::Condition;
    made.expression = toUtf8(text);
    if (const Status added = m_session.addBreakpoint(std::move(made)); !added) {
        showProblem(toQString(added.error().oneLine()));
        return;
    }
    findChild<QLineEdit*>(u"breakpointsLine"_s)->clear();
}

void BreakpointsPanel::toggle()
{
    if (const Breakpoint* one = m_session.breakpoints().find(currentKey().toUInt())) {
        Breakpoint changed = *one;
        changed.enabled = !changed.enabled;
        (void)m_session.replaceBreakpoint(changed);
    }
}

void BreakpointsPanel::edit()
{
    const Breakpoint* one = m_session.breakpoints().find(currentKey().toUInt());
    if (!one)
        return;
    const std::uint32_t id = one->id;
    auto* dialog = new JsonDialog(tr("Breakpoint"),
        tr("at: scheduled, started, ended, status, edge, condition, change, error, reason or event. Also: task, taskType, iteration, attempt, "
           "expression, hits (exactly, atLeast, every) with count, log, once, enabled."),
        toValue(*one), [this, id](const Value& value) -> Status {
            Result<Breakpoint> changed = breakpointFrom(value);
            if (!changed)
                return std::move(changed).error();
            changed->id = id;
            return m_session.replaceBreakpoint(*changed);
        }, window());
    dialog->open();
}

void BreakpointsPanel::goToLastHit(const QVariant& key)
{
    const std::vector<BreakpointHit> hits = m_session.hits();
    const auto last = std::find_if(hits.rbegin(), hits.rend(), [&](const BreakpointHit& hit) { return hit.breakpoint == key.toUInt(); });
    if (last != hits.rend())
        m_session.moveTo(last->position);
    else if (const Breakpoint* one = m_session.breakpoints().find(key.toUInt()); one && !one->task.empty())
        m_selection.select(toQString(one->task));
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/watchespanel.h"

#include "engine/debugger/watch.h"
#include "engine/value/json.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QLineEdit>

namespace baton::ui {

using namespace Qt::StringLiterals;

WatchesPanel::WatchesPanel(SessionController& session, QWidget* parent)
    : ListPane(u"watches"_s, {tr("Expression"), tr("Value"), tr("Before")}, parent)
    , m_session(session)
{
    addLine(tr("Watch…  for example workflow.variables.score"), tr("Add"));
    setEmpty(u"variables"_s, tr("Nothing is watched"), tr("Type an expression above: its value is shown at every moment."));
    setWidths({190, 130});
    connect(this, &ListPane::entered, this, &WatchesPanel::watch);
    connect(this, &ListPane::removeRequested, this, [this](const QVariant& key) {
        m_expressions.removeAll(key.toString());
        refresh();
        emit expressionsChanged();
    });
    connect(&m_session, &SessionController::executionChanged, this, &WatchesPanel::refresh);
    refresh();
}

void WatchesPanel::setExpressions(const QStringList& expressions)
{
    m_expressions = expressions;
    refresh();
}

void WatchesPanel::watch(const QString& expression)
{
    const Result<Condition> parsed = Condition::parse(toUtf8(expression));
    if (!parsed) {
        showProblem(toQString(parsed.error().oneLine()));
        return;
    }
    if (!m_expressions.contains(expression))
        m_expressions += expression;
    if (auto* line = findChild<QLineEdit*>(u"watchesLine"_s))
        line->clear();
    refresh();
    emit expressionsChanged();
}

void WatchesPanel::refresh()
{
    const Execution* execution = m_session.execution();
    const Execution* before = m_session.executionBefore();
    const TaskRun* task = execution ? execution->task(m_session.currentTask()) : nullptr;
    const auto read = [](const QString& expression, const Execution* from, const TaskRun* about) {
        const Result<Value> value = from ? evaluateWatch(toUtf8(expression), *from, about) : Result<Value>(Value());
        return value ? *value : Value();
    };
    begin();
    for (const QString& expression : m_expressions) {
        const Value now = read(expression, execution, task);
        const Value earlier = read(expression, before, nullptr);
        const bool changed = before && now != earlier;
        add({.cells = {expression, toQString(toJson(now)), changed ? toQString(toJson(earlier)) : QString()}, .key = expression,
             .icon = u"variables"_s, .tone = changed ? Tone::Warning : Tone::Neutral, .strong = changed, .faded = now.isNull(), .toned = changed});
    }
    finish();
}

}  // namespace baton::ui

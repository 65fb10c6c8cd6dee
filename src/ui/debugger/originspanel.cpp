// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/originspanel.h"

#include "engine/value/json.h"
#include "ui/kit/icons.h"
#include "ui/models/explainwords.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QLineEdit>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

OriginsPanel::OriginsPanel(SessionController& session, Selection& selection, QWidget* parent)
    : ListPane(u"origins"_s, {tr("Value"), tr("Was"), tr("How it came about")}, parent)
    , m_session(session)
    , m_selection(selection)
    , m_forward(new QToolButton(this))
{
    addLine(tr("Where did this come from?  for example decision.output.apr"), tr("Ask"));
    m_forward->setObjectName(u"originsForward"_s);
    m_forward->setCheckable(true);
    m_forward->setIcon(icon(u"arrow-right"_s));
    m_forward->setToolTip(tr("What it went into, instead of where it came from"));
    m_forward->setAccessibleName(m_forward->toolTip());
    addTool(m_forward);
    setEmpty(u"tree"_s, tr("No value chosen"), tr("Choose “Where did this come from?” in the menu of any value in the inspector, or name one above."));
    setWidths({210, 90});
    connect(this, &ListPane::entered, this, [this](const QString& text) { ask(text, m_forward->isChecked()); });
    connect(m_forward, &QToolButton::toggled, this, &OriginsPanel::refresh);
    connect(this, &ListPane::activated, this, &OriginsPanel::go);
    connect(&m_session, &SessionController::closed, this, [this] {
        m_provenance.reset();
        m_journal = nullptr;
        m_place.clear();
        refresh();
    });
}

void OriginsPanel::ask(const QString& place, bool forward)
{
    m_place = place;
    if (auto* line = findChild<QLineEdit*>(u"originsLine"_s); line && line->text() != place)
        line->setText(place);
    if (m_forward->isChecked() != forward)
        m_forward->setChecked(forward);   // refreshes
    else
        refresh();
}

void OriginsPanel::refresh()
{
    m_steps.clear();
    begin();
    const Execution* execution = m_session.execution();
    if (!m_place.isEmpty() && execution) {
        if (m_journal != m_session.journal()) {
            m_journal = m_session.journal();
            m_provenance = std::make_unique<Provenance>(*m_journal);
        }
        const Result<ValueRef> value = valueRefFrom(toUtf8(m_place), *execution);
        showProblem(value ? QString() : toQString(value.error().oneLine()));
        if (value)
            m_steps = m_forward->isChecked() ? m_provenance->uses(*value, m_session.position()) : m_provenance->origins(*value, m_session.position());
    }
    std::vector<QStandardItem*> items;
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        const ProvenanceStep& step = m_steps[i];
        QStandardItem* parent = step.parent == ProvenanceStep::kNone ? nullptr : items[step.parent];
        const bool known = step.kind != OriginKind::Unknown;
        items.push_back(add({.cells = {toQString(describe(step.at, *m_session.world())), toQString(toJson(step.value)), ExplainWords::of(step)},
                             .key = QVariant::fromValue(static_cast<qulonglong>(i)), .icon = step.at.slot == kNoTask ? u"workflow"_s : u"task"_s,
                             .tone = step.sameValue ? Tone::Accent : Tone::Neutral, .strong = step.depth == 0 || step.sameValue, .faded = !known}, parent));
    }
    finish();
}

void OriginsPanel::go(const QVariant& key)
{
    const std::size_t index = key.toULongLong();
    if (index >= m_steps.size())
        return;
    const ProvenanceStep step = m_steps[index];
    if (step.event != ProvenanceStep::kNone && step.event < m_session.length())
        m_session.moveTo(step.event + 1);
    m_session.showWorkflow(toQString(step.at.workflowId));
    const Execution* execution = m_session.execution();
    if (const TaskRun* task = execution ? execution->task(step.at.slot) : nullptr)
        m_selection.select(toQString(task->referenceTaskName), step.at.slot);
    else
        m_selection.selectWorkflow();
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sessionpage.h"

#include "ui/graph/graphview.h"
#include "ui/kit/badge.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/kit/searchfield.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"
#include "ui/shell/actioncollection.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

SessionPage::SessionPage(SessionController& session, Selection& selection, ActionCollection& actions, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_selection(selection)
    , m_name(new ElidedLabel(this))
    , m_case(new ElidedLabel(this))
    , m_status(new Badge(this))
    , m_workflows(new QComboBox(this))
    , m_search(new SearchField(this))
    , m_graph(new GraphView(this))
{
    setObjectName(u"sessionPage"_s);
    m_graph->setObjectName(u"graphView"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(actions));
    column->addWidget(m_graph, 1);
    connectAll();
    refresh();
}

QWidget* SessionPage::makeHead(ActionCollection& actions)
{
    auto* head = new QWidget(this);
    head->setObjectName(u"sessionHead"_s);
    head->setProperty("bar", true);
    head->setAttribute(Qt::WA_StyledBackground);
    m_name->setObjectName(u"workflowName"_s);
    m_name->setFont(textFont(0, QFont::DemiBold));
    m_case->setObjectName(u"caseLabel"_s);
    m_case->setProperty("muted", true);
    m_status->setObjectName(u"workflowStatus"_s);
    m_workflows->setObjectName(u"workflowBox"_s);
    m_workflows->setAccessibleName(tr("Workflow shown"));
    m_search->setObjectName(u"graphSearch"_s);
    m_search->setPlaceholderText(tr("Find a task"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setMinimumWidth(142);
    m_search->setMaximumWidth(150);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::kWide, space::kTight, space::kSmall, space::kTight);
    row->setSpacing(space::kBase);
    row->addWidget(m_name);
    row->addWidget(m_workflows);
    row->addWidget(m_status);
    row->addWidget(m_case, 100);
    row->addWidget(m_search, 1);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(0);
    for (const char* id : {"view.zoomOut", "view.zoomIn", "view.fit"}) {
        QAction* action = actions.action(QLatin1String(id));
        if (!action)
            continue;
        auto* button = new QToolButton(head);
        button->setObjectName(QLatin1String(id) + u"Button"_s);
        button->setDefaultAction(action);
        button->setAccessibleName(ActionCollection::plainText(action));
        tools->addWidget(button);
    }
    row->addLayout(tools);
    return head;
}

void SessionPage::connectAll()
{
    connect(&m_session, &SessionController::executionChanged, this, &SessionPage::refresh);
    connect(&m_selection, &Selection::changed, this, [this] { m_graph->setSelected(m_selection.reference()); });
    connect(m_graph, &GraphView::taskSelected, &m_selection, &Selection::select);
    connect(m_graph, &GraphView::runToRequested, &m_session, &SessionController::runTo);
    connect(m_graph, &GraphView::breakpointToggled, &m_session, &SessionController::toggleBreakpoint);
    connect(m_search, &QLineEdit::textChanged, m_graph, &GraphView::findNext);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_graph->findNext(m_search->text()); });
    connect(m_workflows, &QComboBox::activated, this, [this] { m_session.showWorkflow(m_workflows->currentData().toString()); });
}

void SessionPage::setCase(const QString& words)
{
    m_case->setText(words);
}

void SessionPage::find()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void SessionPage::fillWorkflows()
{
    const QSignalBlocker quiet(m_workflows);
    m_workflows->clear();
    if (const World* world = m_session.world()) {
        for (std::size_t i = 0; i < world->order.size(); ++i) {
            const Execution* execution = world->find(world->order[i]);
            if (!execution)
                continue;
            const StatusLook look = lookOf(execution->status);
            m_workflows->addItem(icon(look.icon, look.tone), execution->definition ? toQString(execution->definition->name) : toQString(execution->workflowId),
                                 toQString(execution->workflowId));
        }
    }
    m_workflows->setCurrentIndex(m_workflows->findData(toQString(m_session.shownWorkflowId())));
    m_workflows->setVisible(m_workflows->count() > 1);
    m_name->setVisible(m_workflows->count() <= 1);
}

void SessionPage::refresh()
{
    const WorkflowDefPtr definition = m_session.definition();
    if (definition.get() != m_shownDefinition) {
        m_shownDefinition = definition.get();
        m_graph->setDefinition(definition);
    }
    const Execution* execution = m_session.execution();
    m_graph->setExecution(execution, m_session.currentTask());
    m_graph->setSelected(m_selection.reference());
    m_name->setText(definition ? toQString(definition->name) : QString());
    m_name->setToolTip(definition ? tr("%1, version %2").arg(m_name->text()).arg(definition->version) : QString());
    if (execution)
        m_status->setLook(lookOf(execution->status), Words::of(execution->status));
    else
        m_status->setLook(lookOfNothing(), tr("Not started"));
    m_status->setVisible(m_session.isOpen());
    fillWorkflows();
}

}  // namespace baton::ui

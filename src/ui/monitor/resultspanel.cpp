// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/resultspanel.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/statuslook.h"
#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorwords.h"
#include "ui/monitor/resultsmodel.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QStackedLayout>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index)
{
    CellLook look;
    if (index.column() == ResultsModel::StatusColumn) {
        const StatusLook status = lookOf(static_cast<TaskStatus>(index.data(ResultsModel::StatusRole).toInt()));
        look.icon = status.icon;
        look.tone = status.tone;
        look.toned = true;
    } else if (index.column() == ResultsModel::StateColumn) {
        look.toned = true;
        switch (static_cast<JournalState>(index.data(ResultsModel::StateRole).toInt())) {
        case JournalState::Pending: look.tone = Tone::Active, look.icon = u"status-scheduled"_s; break;
        case JournalState::Delivered: look.tone = Tone::Success, look.icon = u"status-completed"_s; break;
        case JournalState::Dead: look.tone = Tone::Danger, look.icon = u"status-failed"_s; break;
        case JournalState::Ignored: look.tone = Tone::Skipped, look.icon = u"status-skipped"_s; break;
        }
    } else {
        look.muted = index.column() != ResultsModel::TaskColumn;
    }
    return look;
}

}  // namespace

ResultsPanel::ResultsPanel(MonitorFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_model(new ResultsModel(this))
    , m_tree(new RowTree(u"resultTree"_s, dress, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
    , m_tools(new QWidget(this))
    , m_states(new QComboBox(m_tools))
    , m_resend(new QAction(icon(u"send"_s), tr("Send again"), this))
    , m_forget(new QAction(icon(u"close"_s), tr("Forget the result"), this))
{
    setObjectName(u"resultsPanel"_s);
    m_resend->setObjectName(u"monitor.resend"_s);
    m_forget->setObjectName(u"monitor.forget"_s);
    m_resend->setToolTip(tr("Send the refused result to its server again"));
    m_forget->setToolTip(tr("Remove the refused result from the journal for good"));
    connect(m_resend, &QAction::triggered, this, [this] {
        withCurrent([this](const JournalEntry& entry) { m_feed.resend(entry.origin, entry.id); });
    });
    connect(m_forget, &QAction::triggered, this, [this] {
        withCurrent([this](const JournalEntry& entry) { m_feed.forget(entry.origin, entry.id); });
    });
    makeTools();
    makeTree();
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    connect(&m_feed, &MonitorFeed::resultsChanged, this, &ResultsPanel::refresh);
    refresh();
}

QWidget* ResultsPanel::tools() const
{
    return m_tools;
}

void ResultsPanel::makeTools()
{
    m_states->setObjectName(u"resultState"_s);
    m_states->setAccessibleName(tr("Which results to show"));
    for (const JournalState state : {JournalState::Dead, JournalState::Ignored, JournalState::Pending, JournalState::Delivered})
        m_states->addItem(MonitorWords::of(state), static_cast<int>(state));
    connect(m_states, &QComboBox::activated, this,
        [this] { m_feed.watchResults(static_cast<JournalState>(m_states->currentData().toInt())); });
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTight);
    row->addWidget(m_states);
    for (QAction* action : {m_resend, m_forget}) {
        auto* button = new QToolButton(m_tools);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(action->text());
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(button);
    }
}

void ResultsPanel::makeTree()
{
    m_tree->setAccessibleName(tr("Result journal"));
    m_tree->setModel(m_model);
    m_tree->setFlat();
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ResultsModel::ReasonColumn, QHeaderView::Stretch);
    header->resizeSection(ResultsModel::TimeColumn, 176);
    header->resizeSection(ResultsModel::TaskColumn, 190);
    header->resizeSection(ResultsModel::StatusColumn, 110);
    header->resizeSection(ResultsModel::StateColumn, 100);
    header->resizeSection(ResultsModel::AttemptsColumn, 84);
    header->resizeSection(ResultsModel::ServerColumn, 170);
    m_tree->setColumnHidden(ResultsModel::WorkflowColumn, true);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->addActions({m_resend, m_forget});
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ResultsPanel::update);
}

template <typename Act>
void ResultsPanel::withCurrent(Act act)
{
    if (const JournalEntry* const entry = m_model->entryAt(m_tree->currentIndex().row()))
        act(*entry);
}

void ResultsPanel::refresh()
{
    m_model->setEntries(m_feed.results());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    switch (m_feed.watchedResults()) {
    case JournalState::Dead:
        m_empty->setContent(u"status-completed"_s, tr("No result was refused"), tr("What a server will never take is kept here, to be looked at and sent again."));
        break;
    case JournalState::Ignored:
        m_empty->setContent(u"status-completed"_s, tr("Every result was used"), tr("Results that came after their server had ended the task otherwise appear here."));
        break;
    case JournalState::Pending:
        m_empty->setContent(u"status-completed"_s, tr("No result waits"), tr("Finished results wait here until their server has taken them."));
        break;
    case JournalState::Delivered:
        m_empty->setContent(u"send"_s, tr("No result delivered so far"), tr("Results the server has taken appear here for a day."));
        break;
    }
    update();
}

void ResultsPanel::update()
{
    const JournalEntry* const entry = m_model->entryAt(m_tree->currentIndex().row());
    const bool dead = entry != nullptr && entry->state == JournalState::Dead && m_feed.isRunning();
    m_resend->setEnabled(dead);
    m_forget->setEnabled(dead);
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/eventspanel.h"

#include "ui/kit/emptystate.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowtree.h"
#include "ui/kit/searchfield.h"
#include "ui/kit/statuslook.h"
#include "ui/models/eventlistmodel.h"
#include "ui/models/selection.h"
#include "ui/models/sessioncontroller.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

CellLook dress(const QModelIndex& index, const Tokens& tokens)
{
    CellLook look;
    const bool current = index.data(EventListModel::CurrentRole).toBool();
    look.faded = index.data(EventListModel::AheadRole).toBool();
    if (current)
        look.ground = tokens.tone(Tone::Accent).ground;
    switch (index.column()) {
    case EventListModel::NumberColumn:
        look.muted = !current;
        look.strong = current;
        break;
    case EventListModel::EventColumn: {
        const StatusLook status = lookOf(static_cast<EventKind>(index.data(EventListModel::KindRole).toInt()));
        look.icon = status.icon;
        look.tone = status.tone;
        look.strong = current;
        look.muted = index.data(EventListModel::BookkeepingRole).toBool();
        break;
    }
    case EventListModel::TaskColumn: break;
    default: look.muted = true;
    }
    return look;
}

}  // namespace

EventsPanel::EventsPanel(EventListModel& model, SessionController& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_session(session)
    , m_selection(selection)
    , m_filtered(new EventFilter(this))
    , m_tree(new RowTree(u"eventTree"_s, [this](const QModelIndex& index) { return dress(index, tokensFor(this)); }, this))
    , m_empty(new EmptyState(this))
    , m_pages(new QStackedLayout(this))
    , m_tools(new QWidget(this))
    , m_search(new SearchField(m_tools))
{
    setObjectName(u"eventsPanel"_s);
    m_filtered->setSourceModel(&m_model);
    makeTree();
    makeTools();
    m_empty->setContent(u"events"_s, tr("No events so far"), tr("Step forward: everything that happens is recorded here."));
    m_pages->addWidget(m_tree);
    m_pages->addWidget(m_empty);
    connect(&m_session, &SessionController::positionChanged, this, &EventsPanel::refresh);
    refresh();
}

void EventsPanel::makeTree()
{
    m_tree->setAccessibleName(tr("Events"));
    m_tree->setModel(m_filtered);
    m_tree->setFlat();
    m_tree->keepCurrentCentred();
    QHeaderView* header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(EventListModel::DetailColumn, QHeaderView::Stretch);
    header->resizeSection(EventListModel::NumberColumn, 50);
    header->resizeSection(EventListModel::TimeColumn, 70);
    header->resizeSection(EventListModel::EventColumn, 146);
    header->resizeSection(EventListModel::TaskColumn, 166);
    connect(m_tree, &QTreeView::activated, this, &EventsPanel::go);   // double click or Return
    connect(m_tree, &QTreeView::clicked, this, &EventsPanel::selectTask);
    auto* enter = new QAction(tr("Go to this event"), m_tree);
    connect(enter, &QAction::triggered, this, [this] { go(m_tree->currentIndex()); });
    m_tree->addAction(enter);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void EventsPanel::makeTools()
{
    m_search->setObjectName(u"eventFilter"_s);
    m_search->setPlaceholderText(tr("Filter events"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setFixedWidth(180);
    m_search->setTarget(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_filtered, &EventFilter::setWords);
    auto* all = new QToolButton(m_tools);
    all->setObjectName(u"bookkeepingButton"_s);
    all->setIcon(icon(u"filter"_s));
    all->setCheckable(true);
    all->setToolTip(tr("Show bookkeeping events too"));
    all->setAccessibleName(all->toolTip());
    connect(all, &QToolButton::toggled, m_filtered, &EventFilter::setBookkeepingShown);
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kTight);
    row->addWidget(m_search);
    row->addWidget(all);
}

void EventsPanel::go(const QModelIndex& index)
{
    if (index.isValid())
        m_session.moveTo(static_cast<std::size_t>(m_filtered->mapToSource(index).row()) + 1);
}

void EventsPanel::selectTask(const QModelIndex& index)
{
    const QString reference = index.data(EventListModel::ReferenceRole).toString();
    if (!reference.isEmpty())
        m_selection.select(reference, index.data(EventListModel::SlotRole).toUInt());
}

void EventsPanel::refresh()
{
    m_pages->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    // The row of the last event applied, or of the nearest one before it that is shown.
    for (auto row = static_cast<int>(m_session.position()) - 1; row >= 0 && row < m_model.rowCount(); --row) {
        const QModelIndex index = m_filtered->mapFromSource(m_model.index(row, 0));
        if (!index.isValid())
            continue;
        m_tree->setCurrentIndex(index);
        m_tree->showCurrent();
        return;
    }
    m_tree->setCurrentIndex({});
    m_tree->scrollToTop();
}

}  // namespace baton::ui

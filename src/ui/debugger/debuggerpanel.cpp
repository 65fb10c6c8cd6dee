// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/debugger/debuggerpanel.h"

#include "ui/debugger/branchespanel.h"
#include "ui/debugger/breakpointspanel.h"
#include "ui/debugger/comparisonpanel.h"
#include "ui/debugger/notespanel.h"
#include "ui/debugger/originspanel.h"
#include "ui/debugger/watchespanel.h"
#include "ui/models/sessioncontroller.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

DebuggerPanel::DebuggerPanel(SessionController& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget(this))
    , m_breakpoints(new BreakpointsPanel(session, selection, this))
    , m_watches(new WatchesPanel(session, this))
    , m_origins(new OriginsPanel(session, selection, this))
    , m_branches(new BranchesPanel(session, this))
    , m_comparison(new ComparisonPanel(session, selection, this))
    , m_notes(new NotesPanel(session, this))
{
    setObjectName(u"debuggerPanel"_s);
    m_tabs->setObjectName(u"debuggerTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setObjectName(u"debuggerTabBar"_s);
    m_tabs->tabBar()->setDrawBase(false);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the debugger"));
    m_tabs->addTab(m_breakpoints, tr("Breakpoints"));
    m_tabs->addTab(m_watches, tr("Watches"));
    m_tabs->addTab(m_origins, tr("Origins"));
    m_tabs->addTab(m_branches, tr("Branches"));
    m_tabs->addTab(m_comparison, tr("Differences"));
    m_tabs->addTab(m_notes, tr("Notes"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    connect(m_branches, &BranchesPanel::compareRequested, this, [this](quint32 first, quint32 second) {
        m_comparison->compare(first, second);
        showTab(Tab::Differences);
    });
}

void DebuggerPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
    emit revealRequested();
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/monitorperspective.h"

#include "ui/monitor/monitorfeed.h"
#include "ui/monitor/monitorpage.h"
#include "ui/shell/actioncollection.h"
#include "ui/shell/perspectives.h"
#include "ui/shell/services.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

MonitorPerspective::MonitorPerspective(const Parts& parts, QWidget* parent)
    : QObject(parent)
    , m_page(new MonitorPage(parts.services.monitor, parts.settings, parent))
{
    parts.perspectives.add({u"monitor"_s, tr("Mo&nitor"), u"monitor"_s, QKeySequence(Qt::CTRL | Qt::Key_4), tr("Run a worker and watch it")}, m_page);
    for (QAction* action : m_page->actions())
        parts.actions.adopt(action->objectName(), tr("Monitor"), action);
    parts.perspectives.own(u"monitor"_s, m_page->actions());
    connect(m_page, &MonitorPage::failed, this, &MonitorPerspective::failed);
    connect(m_page, &MonitorPage::done, this, &MonitorPerspective::done);
    connect(&m_page->feed(), &MonitorFeed::stateChanged, this, [this] {
        if (m_closing && !m_page->isWorking())
            emit closable();
    });
}

void MonitorPerspective::saveState() const
{
    m_page->saveState();
}

bool MonitorPerspective::mayClose()
{
    if (m_closing || !m_page->feed().isRunning())
        return true;
    m_closing = true;
    m_page->feed().stop();   // busy already: it is being drained
    return !m_page->isWorking();
}

}  // namespace baton::ui

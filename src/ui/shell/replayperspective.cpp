// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/replayperspective.h"

#include "ui/replay/replaypage.h"
#include "ui/shell/actioncollection.h"
#include "ui/shell/perspectives.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

ReplayPerspective::ReplayPerspective(const Parts& parts, QWidget* parent)
    : QObject(parent), m_page(new ReplayPage(parts.services.replay, parts.settings, parent))
{
    parts.perspectives.add({u"replay"_s, tr("Re&play"), u"replay"_s, QKeySequence(Qt::CTRL | Qt::Key_3), tr("Replay a portfolio and compare policies")}, m_page);
    for (QAction* action : m_page->actionList())
        parts.actions.adopt(action->objectName(), tr("Replay"), action);
    parts.perspectives.own(u"replay"_s, m_page->actionList());
    connect(m_page, &ReplayPage::caseOpened, this, &ReplayPerspective::caseOpened);
    connect(m_page, &ReplayPage::documentChanged, this, &ReplayPerspective::documentChanged);
    connect(m_page, &ReplayPage::failed, this, &ReplayPerspective::failed);
    connect(m_page, &ReplayPage::done, this, &ReplayPerspective::done);
}

void ReplayPerspective::setDocument(const DocumentPtr& document)
{
    m_page->setDocument(document);
}

}  // namespace baton::ui

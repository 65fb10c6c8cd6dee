// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/statusline.h"

#include "ui/kit/badge.h"
#include "ui/kit/icons.h"
#include "ui/models/sessioncontroller.h"
#include "ui/models/words.h"

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

namespace baton::ui {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(QStatusBar& bar, SessionController& session)
    : QObject(&bar)
    , m_bar(bar)
    , m_session(session)
    , m_mode(new Badge(&bar))
    , m_clock(new QLabel(&bar))
    , m_message(new QLabel(&bar))
    , m_progress(new QProgressBar(&bar))
    , m_problems(new QToolButton(&bar))
    , m_position(new QLabel(&bar))
{
    m_bar.setSizeGripEnabled(false);
    m_bar.setContentsMargins(space::kBase, 0, space::kBase, 0);
    m_mode->setObjectName(u"modeBadge"_s);
    m_clock->setObjectName(u"clockLabel"_s);
    m_message->setObjectName(u"statusMessage"_s);
    m_progress->setObjectName(u"busyBar"_s);
    m_progress->setAccessibleName(tr("Opening"));
    m_progress->setRange(0, 0);
    m_progress->setFixedWidth(90);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_problems->setObjectName(u"problemsButton"_s);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setAutoRaise(true);
    m_problems->hide();
    m_position->setObjectName(u"positionLabel"_s);
    connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
    m_bar.addWidget(m_mode);
    m_bar.addWidget(m_clock);
    m_bar.addWidget(m_progress);
    m_bar.addWidget(m_message, 1);
    m_bar.addPermanentWidget(m_problems);
    m_bar.addPermanentWidget(m_position);
    connect(&m_session, &SessionController::positionChanged, this, &StatusLine::refresh);
    connect(&m_session, &SessionController::runningChanged, this, &StatusLine::refresh);
    connect(&m_session, &SessionController::stopped, this, [this](StepReport::Stop stop) { report(static_cast<int>(stop)); });
    refresh();
}

void StatusLine::setBusy(bool busy, const QString& what)
{
    m_progress->setVisible(busy);
    m_message->setText(busy ? what : QString());
}

void StatusLine::setProblems(int errors, int warnings)
{
    m_problems->setVisible(errors + warnings > 0);
    m_problems->setIcon(errors > 0 ? icon(u"error"_s, Tone::Danger) : icon(u"warning"_s, Tone::Warning));
    m_problems->setText(errors > 0 ? tr("%n error(s)", nullptr, errors) : tr("%n warning(s)", nullptr, warnings));
    m_problems->setToolTip(tr("Show the problems found in this definition"));
    m_problems->setAccessibleName(m_problems->text());
}

void StatusLine::refresh()
{
    const bool open = m_session.isOpen();
    m_mode->setVisible(open);
    m_mode->setContent(m_session.isRunning() ? tr("Running") : tr("Rehearsal"), Tone::Accent, u"virtual-clock"_s);
    m_clock->setVisible(open);
    m_position->setVisible(open);
    if (!open) {
        m_message->setText({});
        return;
    }
    // Before the first event the world has no time of its own.
    const EpochMs now = m_session.world()->now != 0 ? m_session.world()->now : m_session.startedAt();
    m_clock->setText(tr("%1 (%2)").arg(Words::clock(now), Words::since(m_session.startedAt(), now)));
    m_clock->setToolTip(tr("The virtual clock: %1. Waiting costs no time here.").arg(Words::moment(now)));
    const QLocale locale;
    m_position->setText(tr("Event %1 of %2").arg(locale.toString(static_cast<qulonglong>(m_session.position())),
                                                 locale.toString(static_cast<qulonglong>(m_session.length()))));
    if (!m_progress->isVisible())
        m_message->setText({});
}

void StatusLine::report(int stop)
{
    switch (static_cast<StepReport::Stop>(stop)) {
    case StepReport::Stop::AtStart: m_message->setText(tr("This is the start.")); break;
    case StepReport::Stop::AtEnd: m_message->setText(tr("The workflow has ended; nothing further can happen.")); break;
    case StepReport::Stop::Waiting: m_message->setText(tr("A task waits for an answer: give it in the inspector.")); break;
    case StepReport::Stop::ReachedTask: m_message->setText(tr("The task is reached.")); break;
    case StepReport::Stop::Failed: m_message->setText(tr("The step could not be made.")); break;
    case StepReport::Stop::Breakpoint: m_message->setText(tr("Stopped at a breakpoint.")); break;
    case StepReport::Stop::Moved: m_message->setText({}); break;
    }
}

}  // namespace baton::ui

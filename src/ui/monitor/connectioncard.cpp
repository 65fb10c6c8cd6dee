// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/connectioncard.h"

#include "ui/kit/badge.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/models/words.h"
#include "ui/monitor/monitorwords.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

ConnectionCard::ConnectionCard(Origin origin, QWidget* parent)
    : QFrame(parent)
    , m_origin(origin)
    , m_title(new QLabel(origin == Origin::Remote ? tr("Conductor server") : tr("Embedded Conductor"), this))
    , m_state(new Badge(this))
    , m_work(new Badge(this))
    , m_address(new ElidedLabel(this))
    , m_details(new ElidedLabel(this))
{
    setObjectName(origin == Origin::Remote ? u"serverCard"_s : u"embeddedCard"_s);
    setAccessibleName(m_title->text());
    m_title->setFont(textFont(0, QFont::DemiBold));
    m_state->setObjectName(objectName() + u"State"_s);
    m_work->setObjectName(objectName() + u"Work"_s);
    m_address->setObjectName(objectName() + u"Address"_s);
    m_details->setObjectName(objectName() + u"Details"_s);
    m_details->setProperty("muted", true);
    m_address->setFont(codeFont(-1));
    auto* head = new QHBoxLayout;
    head->setSpacing(space::kBase);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addStretch(1);
    head->addWidget(m_work);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kWide, space::kBase, space::kWide, space::kBase);
    column->setSpacing(space::kTight);
    column->addLayout(head);
    column->addWidget(m_address);
    column->addWidget(m_details);
}

void ConnectionCard::setStatus(const ServiceStatus& status)
{
    const auto active = status.rehearsing ? std::optional(Origin::Embedded) : status.failover.active();
    m_active = active == m_origin;
    if (m_active)
        m_work->setContent(tr("gets the work"), Tone::Accent, u"arrow-right"_s);
    m_work->setVisible(m_active);
    if (m_origin == Origin::Remote)
        showServer(status);
    else
        showEmbedded(status);
    update();
}

void ConnectionCard::showServer(const ServiceStatus& status)
{
    const HealthReport& health = status.failover.health;
    const QLocale locale;
    m_address->setText(toQString(status.url));
    if (health.checkedAt == 0)
        m_state->setContent(tr("Not seen so far"), Tone::Neutral, u"status-scheduled"_s);
    else
        m_state->setLook(MonitorWords::look(health.state), MonitorWords::of(health.state));
    QStringList details;
    details += MonitorWords::of(status.failover.phase);
    if (const QString reason = MonitorWords::of(status.failover.reason); !reason.isEmpty())
        details += reason;
    const std::int64_t latency = health.latencyMs >= 0 ? health.latencyMs : status.facts.latencyMs;
    if (latency >= 0)
        details += tr("latency %1").arg(MonitorWords::milliseconds(static_cast<double>(latency)));
    if (!health.version.empty())
        details += tr("version %1").arg(toQString(health.version));
    details += tr("%n request(s)", nullptr, static_cast<int>(std::min<std::uint64_t>(status.facts.requests, 1'000'000'000)));
    if (status.facts.failures > 0)
        details += tr("%n without an answer", nullptr, static_cast<int>(std::min<std::uint64_t>(status.facts.failures, 1'000'000'000)));
    if (status.failover.switches > 0)
        details += tr("%n switch(es)", nullptr, static_cast<int>(std::min<std::uint64_t>(status.failover.switches, 1'000'000'000)));
    if (!health.error.message.empty())
        details += toQString(health.error.message);
    setDetails(details);
}

void ConnectionCard::showEmbedded(const ServiceStatus& status)
{
    m_address->setText(tr("in this process"));
    const bool there = status.rehearsing || std::any_of(status.workers.begin(), status.workers.end(),
                                                [](const ServiceWorker& w) { return w.origin == Origin::Embedded; });
    if (!there)
        m_state->setContent(tr("Not used"), Tone::Skipped, u"minus"_s);
    else if (m_active)
        m_state->setLook(MonitorWords::look(FailoverPhase::Rehearsing), MonitorWords::of(FailoverPhase::Rehearsing));
    else
        m_state->setContent(tr("Stands by"), Tone::Neutral, u"pause"_s);
    QStringList details;
    if (!there)
        details += tr("The configuration lets nobody stand in for the server.");
    else
        details += status.failover.sideEffects && m_active ? tr("Tasks may touch the world.") : tr("Side effects are switched off here.");
    setDetails(details);
}

void ConnectionCard::setDetails(const QStringList& details)
{
    const QString text = details.join(u"  \u00b7  "_s);
    m_details->setText(text);
    m_details->setToolTip(details.join(u'\n'));
    setAccessibleDescription(u"%1. %2"_s.arg(m_state->text(), text));
}

void ConnectionCard::paintEvent(QPaintEvent*)
{
    const Tokens& tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_active ? tokens.accent : tokens.border, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::kRadius, space::kRadius);
    if (m_active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(0, space::kSmall, 3, height() - 2 * space::kSmall), 1.5, 1.5);
    }
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/monitor/monitorwords.h"

#include "ui/models/words.h"

#include <QLocale>

namespace baton::ui {

using namespace Qt::StringLiterals;

QString MonitorWords::of(FailoverPhase phase)
{
    switch (phase) {
    case FailoverPhase::Starting: return tr("Looking for the server");
    case FailoverPhase::Connected: return tr("Connected");
    case FailoverPhase::Unsteady: return tr("Unsteady");
    case FailoverPhase::Rehearsing: return tr("Rehearsing");
    case FailoverPhase::Returning: return tr("Returning");
    case FailoverPhase::Waiting: return tr("Waiting for the server");
    case FailoverPhase::Refused: return tr("Not started");
    }
    return {};
}

QString MonitorWords::of(FailoverReason reason)
{
    switch (reason) {
    case FailoverReason::None: return {};
    case FailoverReason::Unreachable: return tr("The server does not answer.");
    case FailoverReason::Unhealthy: return tr("The server answers, but is not well.");
    case FailoverReason::NeedsAuthentication: return tr("The server wants other credentials.");
    case FailoverReason::WrongPath: return tr("What answers there is no Conductor.");
    case FailoverReason::Recovered: return tr("The server has been well for long enough.");
    case FailoverReason::Chosen: return tr("Somebody chose so.");
    }
    return {};
}

QString MonitorWords::of(HealthState state)
{
    switch (state) {
    case HealthState::Healthy: return tr("Well");
    case HealthState::Unhealthy: return tr("Unwell");
    case HealthState::NeedsAuthentication: return tr("Not admitted");
    case HealthState::WrongPath: return tr("No Conductor there");
    case HealthState::Unreachable: return tr("No answer");
    }
    return {};
}

QString MonitorWords::of(ServicePhase phase)
{
    switch (phase) {
    case ServicePhase::Ready: return tr("No worker");
    case ServicePhase::Starting: return tr("Starting");
    case ServicePhase::Working: return tr("Working");
    case ServicePhase::Draining: return tr("Draining");
    case ServicePhase::Stopped: return tr("Stopped");
    }
    return {};
}

QString MonitorWords::of(JournalState state)
{
    switch (state) {
    case JournalState::Pending: return tr("Waiting");
    case JournalState::Delivered: return tr("Delivered");
    case JournalState::Dead: return tr("Refused");
    case JournalState::Ignored: return tr("Not used");
    }
    return {};
}

QString MonitorWords::of(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return tr("Debug");
    case LogLevel::Info: return tr("Information");
    case LogLevel::Warn: return tr("Warning");
    case LogLevel::Error: return tr("Error");
    }
    return {};
}

StatusLook MonitorWords::look(FailoverPhase phase)
{
    switch (phase) {
    case FailoverPhase::Connected: return {Tone::Success, u"status-completed"_s};
    case FailoverPhase::Starting: return {Tone::Neutral, u"status-scheduled"_s};
    case FailoverPhase::Unsteady: return {Tone::Warning, u"warning"_s};
    case FailoverPhase::Rehearsing: return {Tone::Active, u"virtual-clock"_s};
    case FailoverPhase::Returning: return {Tone::Active, u"status-in-progress"_s};
    case FailoverPhase::Waiting:
    case FailoverPhase::Refused: return {Tone::Danger, u"status-failed"_s};
    }
    return {};
}

StatusLook MonitorWords::look(HealthState state)
{
    switch (state) {
    case HealthState::Healthy: return {Tone::Success, u"status-completed"_s};
    case HealthState::Unhealthy:
    case HealthState::NeedsAuthentication:
    case HealthState::WrongPath: return {Tone::Warning, u"warning"_s};
    case HealthState::Unreachable: return {Tone::Danger, u"status-failed"_s};
    }
    return {};
}

StatusLook MonitorWords::look(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return {Tone::Skipped, u"minus"_s};
    case LogLevel::Info: return {Tone::Neutral, u"info"_s};
    case LogLevel::Warn: return {Tone::Warning, u"warning"_s};
    case LogLevel::Error: return {Tone::Danger, u"error"_s};
    }
    return {};
}

QString MonitorWords::milliseconds(double value)
{
    const QLocale locale;
    if (value < 0)
        return u"\u2013"_s;
    if (value < 1000)
        return tr("%1 ms").arg(locale.toString(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0));
    return tr("%1 s").arg(locale.toString(value / 1000, 'f', 2));
}

QString MonitorWords::rate(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond < 10 ? 2 : perSecond < 1000 ? 1 : 0);
}

QString MonitorWords::percent(double share)
{
    return tr("%1 %").arg(QLocale().toString(share * 100, 'f', share > 0 && share < 0.1 ? 2 : 1));
}

QString MonitorWords::ago(EpochMs then, EpochMs now)
{
    if (then == 0)
        return tr("never");
    return then >= now - 1000 ? tr("now") : tr("%1 ago").arg(Words::duration((now - then) / 1000 * 1000));
}

}  // namespace baton::ui

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/log/logsettings.h"
#include "engine/service/servicestatus.h"
#include "ui/kit/statuslook.h"

#include <QCoreApplication>
#include <QString>

namespace baton::ui {

/// What a worker service means, in the user's language, and how it looks.
class MonitorWords {
    Q_DECLARE_TR_FUNCTIONS(baton::ui::MonitorWords)
public:
    [[nodiscard]] static QString of(FailoverPhase phase);
    [[nodiscard]] static QString of(FailoverReason reason);    // empty for None
    [[nodiscard]] static QString of(HealthState state);
    [[nodiscard]] static QString of(ServicePhase phase);
    [[nodiscard]] static QString of(JournalState state);
    [[nodiscard]] static QString of(LogLevel level);
    [[nodiscard]] static StatusLook look(FailoverPhase phase);
    [[nodiscard]] static StatusLook look(HealthState state);
    [[nodiscard]] static StatusLook look(LogLevel level);

    [[nodiscard]] static QString milliseconds(double value);   // "3.2 ms", "1.25 s"; a dash below 0
    [[nodiscard]] static QString rate(double perSecond);       // "12.5"
    [[nodiscard]] static QString percent(double share);        // "0.4 %"
    [[nodiscard]] static QString ago(EpochMs then, EpochMs now);   // "3 s ago", "never"
};

}  // namespace baton::ui

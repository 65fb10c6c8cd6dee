// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/log/logger.h"
#include "engine/remote/failover/failoverstate.h"
#include "engine/remote/registration/registrar.h"
#include "engine/worker/workerevent.h"

namespace baton {

/// Writes what a worker does into the log: what needs a person as warnings and errors, the rest as info or debug. Repeated poll
/// failures are told the 1st, 2nd, 4th, 8th... time.
class WorkerLog final : public WorkerObserver {
public:
    WorkerLog(Logger& logger, std::string_view origin) : m_logger(logger), m_origin(origin) { }
    void onEvent(const WorkerEvent& event) override;

private:
    Logger& m_logger;
    std::string m_origin;
};

void logFailover(Logger& logger, const FailoverView& view);
/// What was adapted is told in full for a server, and only when debugging for the embedded Conductor.
void logRegistration(Logger& logger, const RegistrationReport& report, Origin at);

}  // namespace baton

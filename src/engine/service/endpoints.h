// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/settings.h"
#include "engine/http/httpserver.h"
#include "engine/service/servicecontrol.h"

namespace baton {

/// What a service answers over HTTP, on the ports of the settings (one server where they are the same):
///   GET health.path ("/health")   200 {"status":"UP"...} while the process does its duty, else 503 "DOWN"
///   GET /ready                    200 while it takes tasks, else 503 with the reason
///   GET /workers                  every task type: state, slots, last poll, last error
///   GET /results?state=dead       the result journal: pending, delivered, dead or ignored; limit=100
///   GET metrics.path ("/metrics") Prometheus text
///   POST /workers/{type}/pause, /workers/{type}/resume, /workers/pause, /workers/resume,
///   POST /results/{id}/resend?origin=...     only from this machine
class ServiceEndpoints {
public:
    /// The control outlives it.
    ServiceEndpoints(ServiceControl& control, MonitoringSettings settings);
    ~ServiceEndpoints();

    /// Errors: of HttpServer::start, with the setting as field.
    [[nodiscard]] Status start();
    void stop();
    [[nodiscard]] std::uint16_t healthPort() const noexcept;    // 0: not served
    [[nodiscard]] std::uint16_t metricsPort() const noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton

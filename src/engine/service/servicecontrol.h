// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/workflowport.h"
#include "engine/service/servicestatus.h"

namespace baton {

/// A running worker as people see and handle it: the window's monitor and the service's endpoints. Safe to call from any
/// thread; nothing blocks. Replies come on a thread of the service and must not block.
class ServiceControl {
public:
    virtual ~ServiceControl() = default;

    [[nodiscard]] virtual ServiceStatus status() const = 0;
    [[nodiscard]] virtual MetricsSnapshot metrics() const = 0;
    [[nodiscard]] virtual std::string exposition() const = 0;              // of the same figures, for /metrics

    virtual void setPaused(std::string_view taskType, bool paused) = 0;    // "": all
    virtual void choose(FailoverChoice choice) = 0;                        // nothing when rehearsing

    /// Of every origin, newest first.
    virtual void results(JournalState state, int limit, Reply<std::vector<JournalEntry>> reply) = 0;
    virtual void resend(Text origin, std::int64_t id, Done done) = 0;      // NotFound; Conflict: it is not dead
    virtual void forget(Text origin, std::int64_t id, Done done) = 0;

    /// Starts a workflow on the Conductor that gets the work now.
    virtual void startWorkflow(StartRequest request, Reply<Text> reply) = 0;
};

}  // namespace baton

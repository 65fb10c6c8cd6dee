// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/failover/failoverstate.h"
#include "engine/remote/registration/registrar.h"
#include "engine/remote/remoteconductor.h"
#include "engine/worker/worker.h"

namespace baton {

enum class ServicePhase : std::uint8_t { Ready, Starting, Working, Draining, Stopped };
[[nodiscard]] std::string_view toText(ServicePhase phase) noexcept;   // "working"

/// The worker for one Conductor.
struct ServiceWorker {
    Origin origin = Origin::Embedded;
    WorkerStatus status;
};

/// Everything there is to show of a service. A plain value.
struct ServiceStatus {
    ServicePhase phase = ServicePhase::Ready;
    EpochMs now = 0;
    EpochMs startedAt = 0;
    bool rehearsing = false;                          // there is only the embedded Conductor: --mock
    std::string url {};                               // of the server; empty when rehearsing
    FailoverView failover {};                         // rehearsing: phase Rehearsing, reason Chosen
    RemoteFacts facts {};
    std::vector<ServiceWorker> workers {};
    std::optional<RegistrationReport> registration {};// the last one, whichever Conductor
    std::string registrationError {};                 // when it could not even be planned

    /// Does the process do its duty? (A server that is away is no fault of it.)
    [[nodiscard]] bool healthy() const noexcept;
    /// Does it take tasks now? Empty: yes; else why not, in English.
    [[nodiscard]] std::string notReady() const;
    /// The status of a type at the Conductor that gets the work now; nullptr: not served.
    [[nodiscard]] const WorkerTypeStatus* type(std::string_view taskType) const noexcept;
    [[nodiscard]] const ServiceWorker* activeWorker() const noexcept;
};

// As /health, /workers and the window's export show them.
[[nodiscard]] Value toValue(const WorkerTypeStatus& type, const WorkerStatus& worker);
[[nodiscard]] Value toValue(const FailoverView& view);
[[nodiscard]] Value healthValue(const ServiceStatus& status);     // {"status":"UP"|"DOWN", ...}
[[nodiscard]] Value readyValue(const ServiceStatus& status);      // {"ready":true|false, "reason":...}
[[nodiscard]] Value workersValue(const ServiceStatus& status);    // a list, one object a type and Conductor
[[nodiscard]] Value toValue(const JournalEntry& entry);

}  // namespace baton

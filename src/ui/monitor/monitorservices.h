// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/log/logsinks.h"
#include "engine/service/servicecontrol.h"

#include <functional>
#include <memory>

namespace baton::ui {

/// Which worker to start from the window.
struct WorkerChoice {
    bool rehearsing = true;          // on the embedded Conductor; no network is touched
    std::string configFile {};       // else: a configuration, and
    std::string server {};           // an address instead of the one it names; both may be empty
};

/// A worker that runs in this process. Copies speak of the same one; it ends (at once) with the last.
struct RunningWorker {
    std::shared_ptr<ServiceControl> control;
    std::shared_ptr<RecentLog> log;
    /// Finishes or hands back what is in hand; calls back on any thread.
    std::function<void(std::function<void()> done)> drain;
};

/// What the monitor asks of the rest of the program. A function that is not set counts as "there is none such".
struct MonitorServices {
    /// On a background thread. Errors as of WorkerService::start and of the configuration.
    std::function<Result<RunningWorker>(const WorkerChoice& choice)> start;
    /// Applications to start as workflows: row `first` of the sample's data set and those after it. On a background thread.
    std::function<Result<std::vector<StartRequest>>(std::size_t first, std::size_t count)> samples;
};

}  // namespace baton::ui

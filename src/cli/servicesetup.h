// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/service/workerservice.h"

namespace baton::cli {

struct ServiceChoice {
    bool rehearsing = false;
    std::string policy {};                        // of the tasks that ship; empty: standard-1
    std::vector<std::string> workflows {};        // definition files to register besides those of the settings
};

/// A service with the tasks and workflows that ship, ready to be made. Errors name the file, line or field.
[[nodiscard]] Result<ServiceSetup> prepareService(const Settings& settings, const ServiceChoice& choice);

/// Applications of the sample's data set as starts of its workflow: row `first` (from 0) and those after it, round and round.
[[nodiscard]] Result<std::vector<StartRequest>> sampleStarts(std::size_t first, std::size_t count);

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/workerworld.h"

namespace baton {

void WorkerWorld::tell(WorkerEvent event)
{
    if (setup.observers.empty())
        return;
    event.at = time();
    for (const auto& observer : setup.observers) {
        try {
            observer->onEvent(event);
        } catch (...) {
            setup.metrics->uncaught("observer");
        }
    }
}

}  // namespace baton

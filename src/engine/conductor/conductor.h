// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/eventport.h"
#include "engine/conductor/port/metadataport.h"
#include "engine/conductor/port/taskport.h"
#include "engine/conductor/port/workflowport.h"

namespace baton {

/// A Conductor, wherever it is: what window, worker and command line speak to. How answers come: port/reply.h. Whoever needs
/// only one side (a worker: tasks) takes only that port. The ports live as long as the Conductor.
class Conductor {
public:
    virtual ~Conductor() = default;

    [[nodiscard]] virtual MetadataPort& metadata() = 0;
    [[nodiscard]] virtual WorkflowPort& workflows() = 0;
    [[nodiscard]] virtual TaskPort& tasks() = 0;
    [[nodiscard]] virtual EventPort& events() = 0;
    [[nodiscard]] virtual SchedulePort& schedules() = 0;
    [[nodiscard]] virtual AdminPort& admin() = 0;
};

}  // namespace baton

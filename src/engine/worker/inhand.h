// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"
#include "engine/worker/runcontext.h"
#include "engine/worker/workerevent.h"
#include "engine/worker/workerloop.h"

#include <memory>

namespace baton {

/// One task from its poll until the server has taken its result. For the loop.
struct InHand {
    enum class Stage : std::uint8_t {
        Running,
        Answered,    // its result is on the way
        Stuck,       // answered for a handler that has not returned; only its slot is left
    };
    using Nanoseconds = std::chrono::nanoseconds;

    TaskView view;
    Text taskType;                           // as it was polled
    Stage stage = Stage::Running;
    bool holdsSlot = false;
    bool cancelled = false;
    std::shared_ptr<RunContext> context {};  // none: it was never run
    Nanoseconds finishedAt {0};
    Nanoseconds deadline {0};                // on the loop's clock; 0: none
    // The lease:
    Nanoseconds leaseTime {0};               // the server's response time-out; 0: none
    Nanoseconds leaseFrom {0};               // when the server last heard of us
    Nanoseconds leaseDue {0};
    Nanoseconds checkDue {0};
    bool asking = false;
    bool leaseLost = false;
    WorkerLoop::TimerId timer = 0;

    [[nodiscard]] const TaskRun& task() const noexcept { return *view.task; }
    [[nodiscard]] Text workflowId() const { return view.execution ? view.execution->workflowId : Text(); }
    [[nodiscard]] WorkerEvent event(WorkerEventKind kind) const
    {
        return {.kind = kind, .taskType = taskType, .taskId = task().taskId, .workflowId = workflowId(),
            .referenceName = task().referenceTaskName};
    }
};

using InHandPtr = std::shared_ptr<InHand>;

}  // namespace baton

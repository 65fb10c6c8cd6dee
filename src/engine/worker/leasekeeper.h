// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/worker/inhand.h"
#include "engine/worker/workerworld.h"

namespace baton {

/// Keeps the server's patience with every task in hand: extends its lease in time, looks whether the task is still wanted,
/// and watches its deadline. One slow or failing call delays no other task. For the loop.
class LeaseKeeper {
public:
    struct Hooks {
        std::function<void(InHand&, const std::string& why)> cancel;   // nobody wants it any more
        std::function<void(InHand&)> overdue;                          // its handler had all the time it may have
    };

    LeaseKeeper(WorkerWorld& world, Hooks hooks) : m_world(world), m_hooks(std::move(hooks)) { }

    /// From now on, until release. `extend`: by the settings of its type.
    void keep(const InHandPtr& task, bool extend);
    void rearm(const InHandPtr& task) { arm(task); }     // its stage or deadline has changed
    void release(InHand& task);
    void noteRoundTrip(std::chrono::nanoseconds time) noexcept;
    [[nodiscard]] std::chrono::nanoseconds roundTrip() const noexcept { return m_roundTrip; }   // of late; 0: none yet
    [[nodiscard]] std::size_t held() const noexcept { return m_held; }

private:
    void arm(const InHandPtr& task);
    void wake(const InHandPtr& task);
    void extend(const InHandPtr& task);
    void extended(const InHandPtr& task, std::chrono::nanoseconds asked, const Result<Text>& answer);
    void check(const InHandPtr& task);
    void checked(InHand& task, const Result<TaskView>& answer);
    void lose(InHand& task, const std::string& why);
    [[nodiscard]] std::chrono::nanoseconds interval(const InHand& task) const noexcept;

    WorkerWorld& m_world;
    Hooks m_hooks;
    std::chrono::nanoseconds m_roundTrip {0};
    std::size_t m_held = 0;
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/failover/failoverconductor.h"

#include <mutex>
#include <unordered_map>
#include <vector>

namespace baton {

/// What the ports of a FailoverConductor share, and what late answers may still hold: who is active, what belongs to whom.
/// It owns no Conductor, so that the last answer to hold it may come on any thread.
class FailoverCore final : public std::enable_shared_from_this<FailoverCore> {
public:
    explicit FailoverCore(const FailoverSetup& setup);

    void begin(std::function<void(const FailoverView&)> verdict);
    void close();                                        // nothing is asked any more, nobody is told
    void looked(const HealthReport& report);
    void callFailed();
    void choose(FailoverChoice choice);
    void reconfigure(const FailoverSettings& settings);
    int addObserver(FailoverConductor::Observer observer);
    void removeObserver(int number);

    [[nodiscard]] FailoverView view() const;
    [[nodiscard]] std::optional<Origin> active() const { return view().active(); }
    [[nodiscard]] bool sideEffectsWhileRehearsing() const;
    [[nodiscard]] Conductor& of(Origin origin) const noexcept;
    /// Not at all when there is none, or the failover is closed.
    void withEmbedded(const std::function<void(Conductor&)>& call);
    [[nodiscard]] Origin ofWorkflow(const Text& workflowId) const;
    [[nodiscard]] Origin ofTask(const Text& taskId) const;
    [[nodiscard]] Origin ofResult(const TaskResult& result) const;

    void remember(const std::vector<TaskView>& tasks, Origin origin);
    void forget(const Text& taskId);

    /// Asks the one of that origin; without one it answers that nobody is there yet.
    template <typename T, typename Call>
    void ask(std::optional<Origin> origin, Reply<T> reply, Call call)
    {
        if (!origin) {
            reply(nobody());
            return;
        }
        call(of(*origin), *origin == Origin::Remote ? watched(std::move(reply)) : std::move(reply));
    }

private:
    /// A call that got no answer has the server looked at before the next look is due.
    template <typename T>
    [[nodiscard]] Reply<T> watched(Reply<T> reply)
    {
        return [core = weak_from_this(), reply = std::move(reply)](Result<T> result) {
            const bool lost = !result.ok() && (result.error().code == ErrorCode::Unavailable || result.error().code == ErrorCode::Timeout);
            if (const auto alive = lost ? core.lock() : nullptr)
                alive->callFailed();
            reply(std::move(result));
        };
    }
    [[nodiscard]] Error nobody() const;
    [[nodiscard]] std::optional<Origin> polled(const Text& taskId) const;
    void change(const std::function<void(FailoverState&, EpochMs)>& how);
    void tell();
    void planLook();
    void look();

    Conductor* const m_remote;
    Conductor* const m_embedded;
    const std::shared_ptr<const Clock> m_clock;

    mutable std::mutex m_mutex;                 // guards what follows
    std::function<void(Reply<HealthReport>)> m_look;                                     // let go by close(): they may
    std::function<void(std::chrono::milliseconds, std::function<void()>)> m_after;       // own a Conductor
    FailoverState m_state;
    bool m_sideEffectsWhileRehearsing;
    bool m_begun = false;
    bool m_closed = false;
    bool m_looking = false;
    std::uint64_t m_plan = 0;                   // the look that is planned; earlier plans are void
    EpochMs m_plannedFor = 0;
    std::unordered_map<Text, Origin> m_tasks;   // polled here, not yet answered for good
    std::vector<FailoverView> m_news;           // not told yet, in order

    std::recursive_mutex m_telling;             // guards what follows; observers are called under it, one at a time
    std::vector<std::pair<int, FailoverConductor::Observer>> m_observers;
    std::function<void(const FailoverView&)> m_verdict;
    int m_lastObserver = 0;
};

}  // namespace baton

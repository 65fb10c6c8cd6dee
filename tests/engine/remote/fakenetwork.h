// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/http/network.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <vector>

namespace baton::test {

/// A network without wires: a test sees each call and says what comes of it, and when. Time is a virtual clock's.
class FakeNetwork final : public Network {
public:
    struct Sent {
        HttpCall call;
        std::function<void(HttpOutcome)> outcome;
    };

    void send(HttpCall call, std::function<void(HttpOutcome)> outcome) override
    {
        log.push_back(call);
        open.push_back({std::move(call), std::move(outcome)});
        if (automatic)
            answer(automatic(open.back().call));
    }

    void after(std::chrono::milliseconds delay, std::function<void()> call) override
    {
        pauses.push_back(delay);
        timers.emplace_back(clock->now() + delay.count(), std::move(call));
    }

    /// The oldest open call gets this.
    void answer(HttpOutcome outcome)
    {
        const Sent sent = std::move(open.front());
        open.pop_front();
        sent.outcome(std::move(outcome));
    }
    void answer(int status, std::string body = {}) { answer(HttpAnswer {status, {}, std::move(body)}); }
    void fail(bool reached = false) { answer(HttpFailure {{ErrorCode::Unavailable, "nobody there"}, reached}); }

    void advance(std::int64_t milliseconds)
    {
        const EpochMs until = clock->now() + milliseconds;
        for (;;) {
            const auto next = std::min_element(timers.begin(), timers.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
            if (next == timers.end() || next->first > until)
                break;
            const auto call = std::move(next->second);
            clock->advanceTo(next->first);
            timers.erase(next);
            call();
        }
        clock->advanceTo(until);
    }

    [[nodiscard]] static std::string header(const HttpCall& call, const std::string& name)
    {
        for (const auto& [key, value] : call.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(1'700'000'000'000);
    std::function<HttpOutcome(const HttpCall&)> automatic;
    std::vector<HttpCall> log;
    std::deque<Sent> open;
    std::vector<std::chrono::milliseconds> pauses;
    std::vector<std::pair<EpochMs, std::function<void()>>> timers;
};

}  // namespace baton::test

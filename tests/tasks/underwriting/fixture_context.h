// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/task/taskhandler.h"

namespace baton::tasks::test {

inline constexpr EpochMs kStart = 1767225600000;   // 2026-01-01T00:00:00Z

/// A context as a worker or a rehearsal would bring it.
class Context final : public TaskContext {
public:
    explicit Context(EpochMs at = kStart) : m_clock(at) { }
    const Clock& clock() const override { return m_clock; }
    std::string_view taskId() const override { return id; }
    std::string_view workflowId() const override { return workflow; }
    std::string_view referenceName() const override { return reference; }
    int attempt() const override { return attempts; }
    std::stop_token stopToken() const override { return {}; }
    bool sideEffectsAllowed() const override { return sideEffects; }
    void log(std::string line) override { lines.push_back(std::move(line)); }

    void advance(std::int64_t milliseconds) { m_clock.advanceBy(milliseconds); }
    std::string id = "task-1";
    std::string workflow = "wf-1";
    std::string reference = "ref";
    int attempts = 0;
    bool sideEffects = false;
    std::vector<std::string> lines;

private:
    VirtualClock m_clock;
};

}  // namespace baton::tasks::test

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>

namespace baton {

/// Milliseconds since 1970-01-01 UTC, as Conductor's JSON carries them. 0 means unset.
using EpochMs = std::int64_t;

/// The only source of time. Injected; nothing else reads a clock. Implementations are safe to call from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual EpochMs now() const = 0;
};

/// The machine's wall clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] EpochMs now() const override;
};

/// A clock that stands still until told to move; it never goes back. Thread-safe.
class VirtualClock final : public Clock {
public:
    explicit VirtualClock(EpochMs start);
    ~VirtualClock() override;
    [[nodiscard]] EpochMs now() const override;
    void advanceTo(EpochMs instant);   // an earlier instant is ignored
    void advanceBy(std::int64_t milliseconds);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton

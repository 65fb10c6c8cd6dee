// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace baton {

/// Runs work that may recurse a million levels deep, one piece after the other, while the caller waits. The stack is
/// only reserved: memory is taken as far down as the work goes.
class DeepStackThread {
public:
    DeepStackThread();
    ~DeepStackThread();
    DeepStackThread(const DeepStackThread&) = delete;
    DeepStackThread& operator=(const DeepStackThread&) = delete;

    /// False when the system gives no such thread; then nothing has run.
    [[nodiscard]] bool run(const std::function<void()>& work);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace baton

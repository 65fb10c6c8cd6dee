// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/reply.h"

#include <QEventLoop>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>

namespace baton::test {

/// The answer of a call that may answer later, on any thread; this thread's events go on meanwhile. Timeout when there is
/// none within `patienceMs`, which only a failing test ever waits for.
template <typename T, typename Call>
[[nodiscard]] Result<T> await(Call&& call, int patienceMs = 20'000)
{
    struct Slot {
        std::mutex mutex;                  // guards what follows
        std::optional<Result<T>> result;
        QEventLoop* loop = nullptr;
    };
    QEventLoop loop;
    const auto slot = std::make_shared<Slot>();
    slot->loop = &loop;
    std::forward<Call>(call)(Reply<T>([slot](Result<T> result) {
        const std::lock_guard lock(slot->mutex);
        slot->result.emplace(std::move(result));
        if (slot->loop)
            QMetaObject::invokeMethod(slot->loop, &QEventLoop::quit, Qt::QueuedConnection);
    }));
    QTimer patience;
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    patience.start(patienceMs);
    loop.exec();
    const std::lock_guard lock(slot->mutex);
    slot->loop = nullptr;
    if (!slot->result)
        return Error {ErrorCode::Timeout, "the test waited in vain"};
    return *std::move(slot->result);
}

}  // namespace baton::test

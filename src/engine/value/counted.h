// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>

namespace baton {

/// The head of a shared node: how many hold it. A new node has one holder.
struct Counted {
    std::atomic<std::uint32_t> references {1};

    void retain() noexcept { references.fetch_add(1, std::memory_order_relaxed); }

    /// True when the caller was the last holder and has to free the node.
    [[nodiscard]] bool release() noexcept
    {
        return isUnshared() || references.fetch_sub(1, std::memory_order_acq_rel) == 1;
    }

    /// True when only the caller holds the node, which it may then change or free.
    [[nodiscard]] bool isUnshared() const noexcept { return references.load(std::memory_order_acquire) == 1; }
};

}  // namespace baton

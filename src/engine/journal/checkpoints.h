// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/journal/journal.h"

namespace baton {

/// Worlds remembered along a journal so that any of its moments is a short fold away. They share structure: one costs what
/// changed since the one before. A cheap value: copies share. Not thread-safe.
class Checkpoints {
public:
    static constexpr std::size_t kEvery = 64;   // events between two; more where a world is costly to copy

    struct Moment {
        std::size_t position = 0;   // events applied
        World world;
    };

    Checkpoints() : Checkpoints(World {}) { }
    explicit Checkpoints(World start);          // the world before the first event

    /// The last remembered moment at or before the position.
    [[nodiscard]] const Moment& before(std::size_t position) const noexcept;
    /// The last remembered moment: how far the journal has been folded.
    [[nodiscard]] const Moment& last() const noexcept;
    /// Folds at most `count` further events of the journal and remembers on the way. True when it has reached the end.
    bool extend(const Journal& journal, std::size_t count);
    /// Those of a fork of that length.
    [[nodiscard]] Checkpoints forked(std::size_t length) const;

private:
    void remember(Moment moment);

    PersistentVector<std::shared_ptr<const Moment>> m_moments;   // ascending, never empty
};

}  // namespace baton

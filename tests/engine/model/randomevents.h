// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace baton::test {

/// Makes events that mostly fit the world they follow, of every kind and with every field, and some that do not fit. The
/// same ones for the same seed, on every platform.
class RandomEvents {
public:
    explicit RandomEvents(std::uint64_t seed);

    [[nodiscard]] Event next();                                // and applies it to world()
    [[nodiscard]] std::vector<EventPtr> some(std::size_t count);
    [[nodiscard]] const World& world() const noexcept { return m_world; }

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return bound == 0 ? 0 : m_chance() % bound; }
    [[nodiscard]] bool oneIn(std::uint64_t count) { return below(count) == 0; }
    [[nodiscard]] Text word();
    [[nodiscard]] Value value(int depth);
    [[nodiscard]] Value valueFor(Field field);
    [[nodiscard]] FieldChange change(bool ofTask);
    [[nodiscard]] std::vector<FieldChange> changes(bool ofTask);
    [[nodiscard]] TaskPtr task();
    [[nodiscard]] ExecutionPtr started(const Text& id);
    [[nodiscard]] Event make();

    std::mt19937_64 m_chance;
    World m_world;
    std::vector<WorkflowDefPtr> m_definitions;
};

}  // namespace baton::test

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/definitionindex.h"
#include "engine/debugger/condition.h"
#include "engine/model/event.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace baton {

/// One moment as conditions see it. The pointers must outlive the reading.
struct Moment {
    const Execution* execution = nullptr;
    const TaskRun* task = nullptr;       // what the event is about; null for events of the workflow itself
};

/// The value a reference means; null when there is none.
[[nodiscard]] Value readReference(const StateReference& reference, const Moment& moment, DefinitionCache& cache);

/// Reads references of one moment after another, each at most once a moment. Conditions that share references share the
/// reading. Not thread-safe.
class StateReader {
public:
    /// The number by which the reference is asked for; equal references get the same one.
    [[nodiscard]] std::size_t add(const StateReference& reference);
    void look(const Moment& moment) noexcept;
    [[nodiscard]] const Value& value(std::size_t reference);
    /// The condition's value now; `references` are the numbers of its references, in order.
    [[nodiscard]] Value evaluate(const Condition& condition, const std::vector<std::size_t>& references);

private:
    struct Slot {
        StateReference reference;
        Value value {};
        std::uint64_t read = 0;          // moment at which it was read
    };
    std::vector<Slot> m_slots;
    std::unordered_map<std::string, std::size_t> m_numbers;   // by the reference's text
    std::vector<Value> m_values;         // of the condition at hand
    DefinitionCache m_cache;
    Moment m_moment;
    std::uint64_t m_now = 1;
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/event.h"

#include <cstdint>
#include <unordered_map>

namespace baton {

/// Hashes states. Equal states give equal hashes, in every process and on every platform; derived indexes do not count.
/// Definitions are hashed once and kept alive, so use one hasher for many states of the same executions.
class StateHasher {
public:
    [[nodiscard]] std::uint64_t hash(const Execution& execution);
    [[nodiscard]] std::uint64_t hash(const World& world);

private:
    [[nodiscard]] std::uint64_t hash(const TaskRun& task);
    [[nodiscard]] std::uint64_t hash(const WorkflowDefPtr& definition);
    [[nodiscard]] std::uint64_t hash(const WorkflowTaskPtr& task);
    [[nodiscard]] std::uint64_t hash(const TaskList& tasks);
    [[nodiscard]] std::uint64_t ownHash(const WorkflowTask& task);   // its children's are known

    struct Known {
        std::shared_ptr<const void> kept;
        std::uint64_t hash;
    };
    std::unordered_map<const void*, Known> m_known;
};

}  // namespace baton

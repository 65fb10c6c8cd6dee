// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/types/tasktype.h"

/// The one object of each type. Each is defined in the file of its type.
namespace baton::types {

[[nodiscard]] const TaskType& simple() noexcept;
[[nodiscard]] const TaskType& userDefined() noexcept;
[[nodiscard]] const TaskType& dynamic() noexcept;
[[nodiscard]] const TaskType& switchTask() noexcept;
[[nodiscard]] const TaskType& decision() noexcept;
[[nodiscard]] const TaskType& forkJoin() noexcept;         // what a definition says
[[nodiscard]] const TaskType& fork() noexcept;             // what becomes of it, static or dynamic
[[nodiscard]] const TaskType& dynamicFork() noexcept;
[[nodiscard]] const TaskType& join() noexcept;
[[nodiscard]] const TaskType& exclusiveJoin() noexcept;
[[nodiscard]] const TaskType& doWhile() noexcept;
[[nodiscard]] const TaskType& subWorkflow() noexcept;
[[nodiscard]] const TaskType& startWorkflow() noexcept;
[[nodiscard]] const TaskType& wait() noexcept;
[[nodiscard]] const TaskType& human() noexcept;
[[nodiscard]] const TaskType& terminate() noexcept;
[[nodiscard]] const TaskType& setVariable() noexcept;
[[nodiscard]] const TaskType& noop() noexcept;
[[nodiscard]] const TaskType& inlineScript() noexcept;
[[nodiscard]] const TaskType& lambda() noexcept;
[[nodiscard]] const TaskType& jqTransform() noexcept;
[[nodiscard]] const TaskType& http() noexcept;
[[nodiscard]] const TaskType& event() noexcept;
[[nodiscard]] const TaskType& kafkaPublish() noexcept;
/// Models, MCP, vector stores, JDBC and agents: what an outside service answers. nullptr when it is none of these.
[[nodiscard]] const TaskType* called(std::string_view name) noexcept;

}  // namespace baton::types

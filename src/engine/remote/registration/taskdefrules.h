// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/registration/lift.h"

#include <map>
#include <string_view>

namespace baton {

/// Is this a setting that people write on a workflow's task although the server reads it from the task's definition.
[[nodiscard]] bool isTaskDefSetting(std::string_view field) noexcept;
/// Null where it is not set.
[[nodiscard]] Value taskDefSetting(const TaskDef& definition, const std::string& field);
/// False, and nothing changed, when the value is none for that field.
bool setTaskDefSetting(TaskDef& definition, const std::string& field, const Value& value);
/// Makes right what the server would refuse (its rules for task definitions) and notes it. `said` is what somebody wrote.
void correctTaskDef(TaskDef& definition, const Text& reference, const std::map<std::string, Value, std::less<>>& said,
                    std::vector<LiftNote>& notes);

}  // namespace baton

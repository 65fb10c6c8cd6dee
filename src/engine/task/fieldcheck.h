// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/task/taskhandler.h"

#include <span>

namespace baton {

/// The names of the fields, interned once for the many runs that look them up.
[[nodiscard]] std::vector<Key> fieldKeys(std::span<const FieldSpec> specs);

/// As validateFields in taskregistry.h; `keys` are fieldKeys(specs).
[[nodiscard]] std::optional<TaskError> validateFields(std::span<const FieldSpec> specs, std::span<const Key> keys,
    const Value& value);

}  // namespace baton

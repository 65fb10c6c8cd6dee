// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/decider.h"
#include "engine/expression/template.h"

namespace baton {

Value withSecrets(const Value& value, const EnvironmentSource& environment)
{
    return resolveSecrets(value, [&](std::string_view name) { return environment.secret(name); });
}

}  // namespace baton

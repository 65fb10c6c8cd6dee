// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/metadataport.h"
#include "engine/remote/registration/registrationplan.h"

namespace baton {

struct RegistrationReport {
    RegistrationPlan plan;
    std::vector<std::pair<Text, Error>> failures {};   // name and the server's words; what failed does not stop the rest
    int added = 0;
    int replaced = 0;
    int kept = 0;
    [[nodiscard]] bool ok() const noexcept { return failures.empty() && !plan.refused(); }
};

/// Looks at what the server has and says what registering would do. Errors: the metadata port's. The port outlives the answer.
void planRegistration(MetadataPort& metadata, RegistrationRequest request, RegistrationSettings settings,
                      Reply<RegistrationPlan> reply);
/// Does what a plan says: tasks first, then workflows; nothing of a refused plan. Never fails: failures are in the report.
void carryOut(MetadataPort& metadata, RegistrationPlan plan, Reply<RegistrationReport> reply);

}  // namespace baton

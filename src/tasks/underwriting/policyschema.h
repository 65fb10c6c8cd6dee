// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/policyreader.h"

namespace baton::tasks {

/// Every breach of policyParameters(): unknown and missing names, wrong types, numbers out of their range.
[[nodiscard]] std::vector<Error> checkPolicySchema(const YamlDocument& document);

/// What the schema cannot say: bounds out of order, limits that exclude each other, weights that do not sum to 1.
[[nodiscard]] std::vector<Error> checkPolicyContradictions(const YamlDocument& document, const Policy& policy);

/// What the law or good practice frowns at.
[[nodiscard]] std::vector<Error> policyWarnings(const YamlDocument& document, const Policy& policy);

}  // namespace baton::tasks

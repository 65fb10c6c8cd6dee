// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/config/yaml.h"
#include "tasks/underwriting/policy.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace baton::tasks {

enum class ParameterKind : std::uint8_t { Number, Integer, Bool, Word, Text, List, Section };

/// What one parameter of a policy may be. The path has [] for each item of a list: credit.bands[].minimum. A Section is listed
/// only where it may be left out.
struct ParameterSpec {
    std::string path;
    ParameterKind kind = ParameterKind::Number;
    std::string unit {};                     // points percent ratio money months days hours score count; empty for text
    double minimum = 0, maximum = 0;         // of numbers; of a List the number of items; of Text its length
    bool required = true;                    // where its section is there
    std::vector<std::string> words {};       // of a Word
    std::string description {};
};

/// Every parameter in the order a policy lists them: what readPolicy checks, and what an editor needs to know.
[[nodiscard]] const std::vector<ParameterSpec>& policyParameters();

/// A policy, or every mistake in it, in the order of the file. Warnings do not stop a policy: they name what the law or good
/// practice frowns at.
struct PolicyReading {
    std::shared_ptr<const Policy> policy;    // null when there are errors
    std::vector<Error> errors;
    std::vector<Error> warnings;

    [[nodiscard]] bool ok() const noexcept { return policy != nullptr; }
};

[[nodiscard]] PolicyReading readPolicy(std::string_view yaml, std::string_view source = {});
[[nodiscard]] PolicyReading readPolicyFile(const std::string& path);
[[nodiscard]] PolicyReading policyFrom(const YamlDocument& document);

/// The text of the default policy, resources/policies/standard-1.yaml, compiled in.
[[nodiscard]] std::string_view standardPolicyText() noexcept;
/// The default policy read.
[[nodiscard]] std::shared_ptr<const Policy> standardPolicy();

/// One parameter that differs between two policies. Absent ones are null.
struct PolicyChange {
    std::string path;      // credit.bands[0].minimum
    Value before;
    Value after;
};
[[nodiscard]] std::vector<PolicyChange> diffPolicies(const Policy& before, const Policy& after);

}  // namespace baton::tasks

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/check/check.h"
#include "engine/debugger/rehearsal.h"
#include "engine/replay/mapping.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace baton::cli {

/// A sample that ships inside the program.
struct Sample {
    std::string id;
    std::string title;
    std::string summary;
    std::string workflow;     // resource paths
    std::string data;
    std::string mapping;
    std::size_t taskCount = 0;
    std::size_t caseCount = 0;
};
[[nodiscard]] const std::vector<Sample>& samples();

/// A policy that ships inside the program, or one read from a file.
struct PolicyText {
    std::string id;           // "standard", or the file's path
    std::string source;
    std::string text;
};
[[nodiscard]] std::vector<PolicyText> shippedPolicies();

/// A workflow with what it takes to rehearse it: a library, cases, policies. A value once made; any thread may read it.
struct Casebook {
    std::string title;
    std::string source;                          // the definition's file; empty for a sample
    std::string text;                            // of the definition, as it was read
    WorkflowDefPtr workflow;
    std::vector<WorkflowDefPtr> library;
    std::vector<TaskDefPtr> taskDefs;
    std::vector<Finding> findings;
    std::shared_ptr<const DataTable> table;      // null: no data set
    std::optional<Mapping> mapping;
    std::vector<PolicyText> policies;            // the first is the default

    [[nodiscard]] static Result<Casebook> fromSample(std::string_view id);
    /// A definition's text. Errors name `source`, line and field; an error finding refuses the definition.
    [[nodiscard]] static Result<Casebook> fromDefinition(std::string_view json, const std::string& source);

    /// Adds a data set with its mapping; both are checked against each other.
    [[nodiscard]] Status addData(std::shared_ptr<const DataTable> data, Mapping newMapping);
    /// Reads a policy and makes it the default.
    [[nodiscard]] Status addPolicy(PolicyText policy);

    /// What the given row becomes by the mapping; row counts from 0. Errors name line and field.
    [[nodiscard]] Result<MappedCase> caseOf(std::size_t row) const;
};

/// How one rehearsal is to be made from a casebook.
struct RehearsalRequest {
    std::optional<std::size_t> row;              // of the data set
    Value input;                                 // put over the case's input, or the whole input where there is no data set
    std::string policy;                          // PolicyText::id; empty: the default
    Value mocks;                                 // the same as a value, put in its place when there is no file; null: none
    std::string mockFile;                        // canned answers by reference name or task type; empty: none
    std::uint64_t seed = 1;
    EpochMs startAt = 0;                         // 0: a fixed moment, so that two runs are alike
};

/// Everything a rehearsal needs, handlers and recorded providers included.
[[nodiscard]] Result<RehearsalSetup> prepareRehearsal(const Casebook& casebook, const RehearsalRequest& request);

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"
#include "engine/replay/analysis/whatif.h"
#include "ui/models/document.h"

#include <functional>

namespace baton::ui {

/// A policy as text, shipped, read from a file or changed in the window.
struct PolicyDraft {
    std::string id;            // what the rest of the program knows it by
    std::string title;
    std::string source;
    std::string text;
};

/// One parameter of a policy that can be edited.
struct PolicyParameter {
    std::string path;          // limits.credit_score_minimum.value
    std::string unit;          // points percent ratio money months days hours score count; may be empty
    std::string description;
    Value value;
    double minimum = 0;        // of numbers
    double maximum = 0;
    std::vector<std::string> words;   // what a word may be
};

struct ParameterDifference {
    std::string path;
    Value before;
    Value after;
};

/// A row's run made again, and the task at which the two policies part (empty where they never do).
struct OpenedCase {
    RehearsalSetup setup;
    std::string partsAt;
};

/// What the replay perspective asks of the rest of the program. As Services; plan, parameters, change, differences and openCase
/// run on the window's thread and are quick, save and sweep on a background thread.
struct ReplayServices {
    std::function<std::vector<PolicyDraft>(const Document&)> policies;
    std::function<Result<ReplayPlan>(const Document&, const std::vector<PolicyDraft>&)> plan;
    std::function<Result<std::vector<PolicyParameter>>(const PolicyDraft&)> parameters;
    /// The policy with one parameter changed. Errors: why there can be no such policy.
    std::function<Result<PolicyDraft>(const PolicyDraft&, const std::string& path, const Value& value)> change;
    std::function<Result<std::vector<ParameterDifference>>(const PolicyDraft& before, const PolicyDraft& after)> differences;
    /// `row` is the data set's; the run is the second policy's.
    std::function<Result<OpenedCase>(const Document&, const PolicyDraft& first, const PolicyDraft& second, std::uint32_t row)> openCase;
    /// By the name of the file: .csv, .jsonl or .html (a report).
    std::function<Status(const ReplayPlan&, const OutcomeTable&, const std::vector<PolicyDraft>&, const std::string& path)> save;
    std::function<Result<std::vector<SweepPoint>>(const Document&, const ReplayPlan&, const std::shared_ptr<const OutcomeTable>&, const PolicyDraft& policy,
                                                  const std::string& path, const std::vector<double>& values)> sweep;
    std::function<std::string(const Document&)> mappingText;
    /// The first cases a mapping makes of the document's data set. Errors with line and field.
    std::function<Result<std::vector<Value>>(const Document&, const std::string& yaml, std::size_t rows)> previewMapping;
    /// The document with that mapping in the place of its own.
    std::function<Result<Document>(const Document&, const std::string& yaml, const std::string& source)> withMapping;
};

}  // namespace baton::ui

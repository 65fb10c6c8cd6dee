// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/value/path.h"

#include <string>
#include <vector>

namespace baton {

/// Words: an array of text, or of objects with a member that names each (see MeasureSource::member), kept joined by ';'.
enum class MeasureKind : std::uint8_t { Word, Words, Number };

/// What a figure is good for in the analysis; at most one measure of a plan has each role but None.
enum class MeasureRole : std::uint8_t { None, Decision, Reasons, NoticeReasons, Rate, Payment, Requested, Granted, DefaultProbability, Score };

/// Where a figure is found in a finished run. The first source that is there and not null gives it.
struct MeasureSource {
    Text task;           // a reference name, or a task type: its last attempt's output. Empty: the workflow's output
    Path path;           // in that output
    Key member {};       // Words of objects: the member that names each, such as code
    bool ofInput = false;   // look into the input instead
};

/// One column of outcomes: what to read from each run.
struct MeasureSpec {
    Text name;
    MeasureKind kind = MeasureKind::Word;
    MeasureRole role = MeasureRole::None;
    std::vector<MeasureSource> sources;
    std::string unit {};
};

/// Reads measures from executions; prepared once, used for many. Any thread may have one.
class MeasureReader {
public:
    explicit MeasureReader(std::vector<MeasureSpec> specs) : m_specs(std::move(specs)) { }

    [[nodiscard]] const std::vector<MeasureSpec>& specs() const noexcept { return m_specs; }
    /// The value of one measure; null where no source has it. Words come as one text joined by ';'.
    [[nodiscard]] Value read(std::size_t measure, const Execution& execution) const;

private:
    std::vector<MeasureSpec> m_specs;
};

/// A JSON path as a measure's source: "underwriting_decision.terms.apr" names a task and the place in its output,
/// "output.decision" the workflow's output, "input.loan_amount" its input. Errors: what Path::parse says.
[[nodiscard]] Result<MeasureSource> measureSource(std::string_view text);

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/plan.h"

#include <iosfwd>

namespace baton::cli {

/// What of a row may leave the program.
struct OutputSettings {
    bool masked = true;            // personal data (names, addresses, ids, numbers of persons) become pseudonyms
    bool withData = true;          // the data set's own columns before the outcomes
    std::uint64_t seed = 1;        // of the pseudonyms: one person, one pseudonym
};

/// Columns that look as if they named a person, by their names: name, email, phone, ssn, address, birth, the id column...
[[nodiscard]] bool isPersonal(const Mapping& mapping, std::string_view column);

/// The same words for the same cell and seed; tells nothing of the cell.
[[nodiscard]] std::string pseudonymOf(std::string_view cell, std::uint64_t seed);

/// One line for each row: its number, line and id, the data set's columns (protected ones only where nothing is masked), what
/// was decided at the time, and for each variant its outcome columns (decision_a, reasons_a...).
void writeCsv(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings);
/// The same as one JSON object a line; lists as arrays, what is not there as null.
void writeJsonLines(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan, const OutputSettings& settings);

/// The figures as text for a terminal.
void writeSummary(std::ostream& out, const OutcomeTable& table, const ReplayPlan& plan);

}  // namespace baton::cli

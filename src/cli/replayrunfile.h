// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/replaysetup.h"

namespace baton::cli {

/// Everything a replay was made from, as it was given: texts are kept whole, the data set by its path and hash.
struct ReplaySources {
    std::string sample;                    // of the data set, mapping and workflow where no files are given
    std::string dataPath;
    std::string dataHash;                  // SHA-256 of the file, hexadecimal; empty for a sample's
    std::string mappingPath;
    std::string mappingText;
    std::string workflowPath;
    std::string workflowText;
    std::vector<PolicyText> policies;
    std::vector<StandingAnswer> answers;
    std::size_t limit = 0;                 // the first so many rows; 0: all
    std::size_t draw = 0;                  // so many drawn by the seed; 0: no drawing
    std::uint64_t seed = 1;
    std::uint64_t digest = 0;              // of the table that came of it; 0: not known
};

/// The casebook of the sources; reads the data set. Errors name file and line; a data set that is not the one it was is one.
[[nodiscard]] Result<Casebook> casebookOf(ReplaySources& sources);
/// The plan: prepareReplay with the sources' rows, answers and policies.
[[nodiscard]] Result<ReplayPlan> planOf(const ReplaySources& sources, const Casebook& casebook, unsigned threads);

/// The run file: one JSON document that makes the same replay again.
[[nodiscard]] Value runFileOf(const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table);
[[nodiscard]] Result<ReplaySources> sourcesFrom(const Value& runFile, const std::string& path);

[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace baton::cli

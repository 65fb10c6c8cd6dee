// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/comparison.h"
#include "engine/debugger/explain.h"
#include "engine/debugger/provenance.h"

#include <string>

namespace baton::cli {

/// What the engine means, as an English sentence for the terminal. `now` dates what is still to come.
[[nodiscard]] std::string sentence(const Explanation& explanation, EpochMs now);
/// One line of a chain, indented by depth: "  dti.output.ratio = 0.5  computed by a script: $.debt / $.income".
[[nodiscard]] std::string line(const ProvenanceStep& step, const World& world);
/// "output of bureau: score 700 -> 640".
[[nodiscard]] std::string line(const Comparison& comparison, const Difference& difference);
/// A value in at most `width` characters.
[[nodiscard]] std::string brief(const Value& value, std::size_t width = 80);

}  // namespace baton::cli

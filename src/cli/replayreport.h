// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/replayrunfile.h"

namespace baton::cli {

/// The report of a replay as one HTML file, with what it was made from.
[[nodiscard]] std::string replayReport(const ReplaySources& sources, const ReplayPlan& plan, const OutcomeTable& table);

}  // namespace baton::cli

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/analysis/fairness.h"
#include "engine/replay/plan.h"

namespace baton {

/// One parameter in which two policies differ.
struct ReportedChange {
    std::string path;
    std::string before;
    std::string after;
};

struct ReportInput {
    std::string title;
    const ReplayPlan& plan;
    const OutcomeTable& table;
    std::vector<std::pair<std::string, std::string>> facts;   // settings, hashes, versions: name and value
    std::vector<ReportedChange> changes;                      // from the first policy to the last
    FigureSettings figures {};
    FairnessSettings fairness {};
    std::vector<std::string> segments {};                     // columns of the data set
};

/// The whole replay as one HTML file: no script, nothing loaded from elsewhere, charts as inline SVG, light and dark. English.
/// No row of the data set stands in it, so nothing personal does.
[[nodiscard]] std::string htmlReport(const ReportInput& input);

}  // namespace baton

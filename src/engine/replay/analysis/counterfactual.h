// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/replay/caserun.h"

namespace baton {

/// A fact of an applicant that may change: where it stands in the case, in which steps and between which bounds.
struct Lever {
    std::string name;                     // debts, loan_amount...
    std::vector<Path> places;             // input.loan_amount and application.loan_amount hold the same fact
    double step = 1;
    double least = 0;
    double most = 0;
    bool whole = true;                    // a whole number
};

struct LeverChange {
    std::string lever;
    double from = 0;
    double to = 0;
};

/// The smallest change found that leads to the wanted decision, proven by a run of the changed case.
struct Counterfactual {
    std::vector<LeverChange> changes;     // one, or two where no single one leads there
    double steps = 0;                     // the size of the change, in steps
    std::string decision;                 // what the run of the changed case gave
};

/// Looks for what would have to change in a case. Every step on the way is a run of the whole workflow, nearest first, so what
/// is found is the smallest on the levers' grid and true by construction. Single-threaded.
class CounterfactualSearch {
public:
    [[nodiscard]] static Result<std::unique_ptr<CounterfactualSearch>> make(const ReplayPlan& plan, std::size_t variant);

    /// For each lever by itself its smallest change; where none leads there, the smallest of two together. `wanted` tells a
    /// decision that is good enough. The runs stop after mostRuns. Errors: the row is bad.
    [[nodiscard]] Result<std::vector<Counterfactual>> find(std::uint32_t row, const std::vector<Lever>& levers,
                                                           const std::function<bool(std::string_view)>& wanted, std::size_t mostRuns = 4000);
    [[nodiscard]] std::size_t runs() const noexcept { return m_runs; }

private:
    struct Moved;
    CounterfactualSearch(const ReplayPlan& plan, std::size_t variant, ReplayHandlers handlers);
    [[nodiscard]] std::string decisionOf(const MappedCase& mapped, std::uint32_t row);

    ReplayPlan m_plan;
    std::unique_ptr<ScriptEvaluator> m_scripts;
    std::optional<CaseMapper> m_mapper;
    MeasureReader m_reader;
    CaseRun m_run;
    std::size_t m_runs = 0;
};

}  // namespace baton

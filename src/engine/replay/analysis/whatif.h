// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/clock.h"
#include "engine/replay/analysis/decisions.h"
#include "engine/replay/plan.h"

namespace baton {

/// One number of a policy tried at another value.
struct ParameterValue {
    std::string path;      // limits.credit_score_minimum.value
    Value value;
    bool operator==(const ParameterValue&) const = default;
};

/// Makes the base policy's variant with some parameters changed. Errors: what makes the changed policy impossible.
using VariantMaker = std::function<Result<ReplayVariant>(const std::vector<ParameterValue>&)>;

/// Whether the run of a row could come out otherwise; true when in doubt.
using RowTest = std::function<bool(std::size_t row)>;
/// What a change of one parameter can touch, told from the outcomes under the base policy; an empty test: every row.
using ImpactFinder = std::function<RowTest(const OutcomeTable& base, const ParameterValue& before, const ParameterValue& after)>;

/// A changed policy over the same rows: a table of one variant.
struct WhatIfOutcome {
    std::shared_ptr<const OutcomeTable> table;
    std::size_t ran = 0;           // rows that had to run again
};

/// Tries other values of a policy's parameters over a replayed portfolio. Only rows that the change can touch run again, through
/// the whole workflow; the result is, bit for bit, that of running all. Not thread-safe; each run uses the plan's threads.
class WhatIf {
public:
    /// `base`: the table of `plan` with the base policy as its only variant.
    WhatIf(ReplayPlan plan, std::shared_ptr<const OutcomeTable> base, VariantMaker maker, ImpactFinder impact, const Clock& clock);

    [[nodiscard]] const OutcomeTable& base() const noexcept { return *m_base; }
    /// `before` and `after` name the same parameters: the base policy's values and those to try.
    [[nodiscard]] Result<WhatIfOutcome> run(const std::vector<ParameterValue>& before, const std::vector<ParameterValue>& after) const;

private:
    ReplayPlan m_plan;
    std::shared_ptr<const OutcomeTable> m_base;
    VariantMaker m_maker;
    ImpactFinder m_impact;
    const Clock& m_clock;
};

/// The table with one of its variants only, its words numbered as a replay of that variant alone would.
[[nodiscard]] OutcomeTable withOnly(const OutcomeTable& table, std::size_t variant);
/// The same rows and outcomes with words numbered in order of first use, as a replay numbers them.
[[nodiscard]] OutcomeTable renumbered(const OutcomeTable& table);

/// What a portfolio comes to at one value (or pair of values).
struct SweepPoint {
    double first = 0;
    double second = 0;             // of the other parameter, in a two-way sweep
    Figures figures;
    SwapSet against;               // the base policy
    std::size_t ran = 0;
};
/// A threshold curve: one parameter at several values. Values the policy refuses are left out.
[[nodiscard]] Result<std::vector<SweepPoint>> sweep(const WhatIf& whatIf, const ParameterValue& parameter, const std::vector<double>& values,
                                                    const FigureSettings& settings);
/// Every pair of values of two parameters, row by row.
[[nodiscard]] Result<std::vector<SweepPoint>> sweepTwo(const WhatIf& whatIf, const ParameterValue& first, const std::vector<double>& firstValues,
                                                       const ParameterValue& second, const std::vector<double>& secondValues, const FigureSettings& settings);

}  // namespace baton

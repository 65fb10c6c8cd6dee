// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/comparison.h"
#include "engine/debugger/explain.h"
#include "engine/debugger/provenance.h"

#include <QCoreApplication>
#include <QString>

namespace baton::ui {

/// What the debugger found out, as sentences in the user's language.
class ExplainWords {
    Q_DECLARE_TR_FUNCTIONS(baton::ui::ExplainWords)
public:
    /// A whole sentence; `now` dates what is still to come.
    [[nodiscard]] static QString of(const Explanation& explanation, EpochMs now);
    /// "taken from ${bureau.output.debt}"
    [[nodiscard]] static QString of(const ProvenanceStep& step);
    [[nodiscard]] static QString of(DifferenceKind kind);

private:
    [[nodiscard]] static QString ofExecution(const Explanation& one);
    [[nodiscard]] static QString ofQueued(const Explanation& one, EpochMs now);
    [[nodiscard]] static QString ofBegun(const Explanation& one, EpochMs now);
    [[nodiscard]] static QString ofEnded(const Explanation& one);
    [[nodiscard]] static QString ofAbsent(const Explanation& one);
    [[nodiscard]] static QString ofDecision(const Explanation& one);
};

}  // namespace baton::ui

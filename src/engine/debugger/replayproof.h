// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/model/execution.h"

#include <optional>
#include <string>

namespace baton {

/// Does our decider, given what a recorded execution's workers answered, schedule exactly the same tasks?
struct ReplayProof {
    enum class Verdict : std::uint8_t {
        Same,         // every task, in the same order, with the same input, iteration and attempt; scripts gave the same
        Different,    // see mismatch
        Unprovable,   // its history was overwritten (a rerun), or there is no definition: see why
    };
    struct Mismatch {
        std::size_t index = 0;        // in the order of scheduling
        std::string field;            // "task", "input", "status", "output", "workflow status", "workflow output"...
        Text recordedTask;            // reference name and attempt; empty: no task there
        Text ourTask;
        Value recorded;
        Value ours;
    };
    Verdict verdict = Verdict::Same;
    std::size_t tasks = 0;            // compared and equal
    std::optional<Mismatch> mismatch;
    std::string why;
};

/// Nothing outside is touched: workers', sub-workflows' and services' answers come from the record; scripts and queries are
/// run again.
[[nodiscard]] ReplayProof proveReplay(const Execution& recorded);

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/condition.h"
#include "engine/journal/checkpoints.h"

namespace baton {

/// An expression somebody keeps an eye on.
struct Watch {
    std::string expression;
    Text workflow;              // name of the definition it is about; empty: what is shown
    bool operator==(const Watch&) const = default;
};

/// The value of an expression in one execution; null when what it names is not there. Errors: ParseError.
[[nodiscard]] Result<Value> evaluateWatch(std::string_view expression, const Execution& execution, const TaskRun* task = nullptr);

/// A moment at which a watched value became another.
struct WatchChange {
    std::size_t position = 0;   // events applied
    Value value;
};

/// Every change of the value along the journal's first `length` events, in the execution of that id. Errors: ParseError.
[[nodiscard]] Result<std::vector<WatchChange>> watchHistory(std::string_view expression, const Journal& journal,
                                                            std::size_t length, const Text& workflowId);

}  // namespace baton

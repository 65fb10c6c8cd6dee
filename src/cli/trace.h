// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/debugger/rehearsal.h"

#include <iosfwd>

namespace baton::cli {

/// The journal as a table a person can read: step, virtual time since the start, what happened, to which task, and what
/// came of it; indented per sub-workflow.
void printTrace(std::ostream& out, const Rehearsal& rehearsal);

/// How it ended: status, reason, output, and what it waits for if it is not over.
void printSummary(std::ostream& out, const Rehearsal& rehearsal);

}  // namespace baton::cli

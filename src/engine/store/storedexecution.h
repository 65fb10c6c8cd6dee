// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/port/taskport.h"
#include "engine/store/definitionshelf.h"

namespace baton {

/// What the events of one execution in the file add up to.
struct StoredExecution {
    ExecutionPtr execution;
    std::vector<TaskLogEntry> logs;
    EventReader reader;                  // where it stopped
    std::int64_t nextNumber = 0;         // of the batch to come
    std::int64_t batches = 0;
    EpochMs lastMoment = 0;
};

/// Errors: ParseError and InvalidArgument naming the workflow, when the file holds what no store has written.
[[nodiscard]] Result<StoredExecution> readExecution(const StoreFile::Found& found, const DefinitionShelf::Place& place,
                                                    StoreFile& file);

/// The lines for one execution as it is now, instead of all before, and its writer from then on.
struct Condensed {
    std::string lines;
    EventWriter writer;
};
[[nodiscard]] Condensed condensed(const StoredExecution& stored, const DefinitionShelf::Place& place);

/// The event's line in a batch: without the workflow's id, which is the batch's.
void appendLine(std::string& lines, const Event& event, EventWriter& writer);

}  // namespace baton

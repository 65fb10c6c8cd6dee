// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/eventcodec.h"
#include "engine/store/storefile.h"

#include <array>
#include <map>
#include <unordered_map>

namespace baton {

/// The workflow definitions of executions, each kept once however many were started with it.
class DefinitionShelf {
public:
    struct Place {
        StoreFile::Row row = 0;
        WorkflowDefPtr definition;
        KnownDefinition known;
    };
    struct New {
        StoreFile::Row row = 0;
        std::string body;
    };

    /// Learns what the file has.
    [[nodiscard]] Status open(StoreFile& file);
    /// Where a definition is; one that was not there before is told in `added`, to be written to the file.
    [[nodiscard]] Place put(const WorkflowDefPtr& definition, std::optional<New>& added);
    /// The definition of a row of the file. ParseError, InvalidArgument; NotFound.
    [[nodiscard]] Result<Place> at(StoreFile::Row row, StoreFile& file);

private:
    using Digest = std::array<std::uint8_t, 16>;

    void remember(const Place& place);

    std::map<Digest, StoreFile::Row> m_rows;                          // by what they say
    std::unordered_map<const WorkflowDef*, Place> m_byPointer;        // most recent; each keeps its definition alive
    std::unordered_map<StoreFile::Row, Place> m_byRow;
    StoreFile::Row m_last = 0;
};

}  // namespace baton

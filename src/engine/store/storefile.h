// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/model/execution.h"
#include "engine/sqlite/database.h"

#include <functional>

namespace baton {

/// The tables of a store. Rows of executions and definitions are numbered by the store itself, from 1.
class StoreFile {
public:
    using Row = std::int64_t;

    struct Found {
        Row row = 0;
        Row definition = 0;
        Text workflowId;
    };
    struct Outline {
        Found found;
        Execution execution;      // without definition
    };

    [[nodiscard]] static Result<StoreFile> open(const std::string& path, bool safeFromPowerCuts);

    /// Several changes as one: all of `work`, or nothing of it.
    [[nodiscard]] Status inTransaction(const std::function<Status()>& work);

    [[nodiscard]] Result<Row> lastExecution() { return m_database.number("SELECT max(id) FROM execution"); }
    [[nodiscard]] Result<Row> lastDefinition() { return m_database.number("SELECT max(id) FROM definition"); }
    [[nodiscard]] Result<std::int64_t> lastMoment() { return m_database.number("SELECT max(ended) FROM execution"); }

    [[nodiscard]] Status putDocument(std::string_view kind, std::string_view key, std::string_view body);
    [[nodiscard]] Status removeDocument(std::string_view kind, std::string_view key);
    /// By key.
    [[nodiscard]] Status documents(std::string_view kind, const std::function<Status(std::string_view body)>& visit);

    [[nodiscard]] Status addDefinition(Row row, std::string_view body);
    [[nodiscard]] Result<std::string> definition(Row row);                        // empty: none such
    [[nodiscard]] Status definitions(const std::function<Status(Row row, std::string_view body)>& visit);
    /// Removes those that no execution was started with.
    [[nodiscard]] Status dropLooseDefinitions();

    [[nodiscard]] Status addExecution(Row row, std::string_view workflowId, Row definition);
    [[nodiscard]] Status setDefinition(Row row, Row definition);
    [[nodiscard]] Status removeExecution(Row row);
    /// Those not archived, in order.
    [[nodiscard]] Result<std::vector<Found>> live();
    [[nodiscard]] Result<std::optional<Found>> find(std::string_view workflowId);
    [[nodiscard]] Result<std::optional<Found>> find(Row row);
    [[nodiscard]] Status archive(Row row, const Execution& execution);
    [[nodiscard]] Status recall(Row row, const Execution& execution);
    [[nodiscard]] Status outlines(const std::function<Status(Outline&& outline)>& visit);
    /// Archived executions that may have the task.
    [[nodiscard]] Result<std::vector<Row>> mayHaveTask(std::string_view taskId);

    /// Events in the journal's form, a line each, in the order of numbers.
    [[nodiscard]] Status addBatch(Row row, std::int64_t number, std::string_view lines);
    [[nodiscard]] Status dropBatchesBefore(Row row, std::int64_t number);
    [[nodiscard]] Status batches(Row row, const std::function<Status(std::int64_t number, std::string_view lines)>& visit);

    [[nodiscard]] const std::string& path() const noexcept { return m_database.path(); }

private:
    enum class Use : std::uint8_t;
    StoreFile(Database database, std::vector<Statement> statements);
    [[nodiscard]] Statement& use(Use which) { return m_statements[static_cast<std::size_t>(which)]; }
    [[nodiscard]] static Result<std::optional<Found>> firstFound(Statement& statement);

    Database m_database;
    std::vector<Statement> m_statements;      // by Use
};

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/store/storefile.h"

#include <algorithm>
#include <array>

namespace baton {
namespace {

// Batches are rows of their own key, execution and number in one: an execution's lie together, and in order.
constexpr int kNumberBits = 31;

constexpr std::array<std::string_view, 1> kSteps {R"(
CREATE TABLE document (kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT;
CREATE TABLE definition (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE execution (
    id INTEGER PRIMARY KEY,
    workflow TEXT NOT NULL UNIQUE,
    definition INTEGER NOT NULL,
    archived INTEGER NOT NULL DEFAULT 0,
    status INTEGER,
    priority INTEGER,
    created INTEGER,
    updated INTEGER,
    ended INTEGER,
    correlation TEXT,
    parent TEXT
) STRICT;
CREATE INDEX live ON execution (id) WHERE archived = 0;
CREATE TABLE batch (id INTEGER PRIMARY KEY, events TEXT NOT NULL) STRICT;
CREATE TABLE task (hash INTEGER NOT NULL, execution INTEGER NOT NULL, PRIMARY KEY (hash, execution)) STRICT, WITHOUT ROWID;
)"};

constexpr DatabaseSchema kSchema {0x42415453, "a store of Baton's", kSteps};

std::int64_t batchKey(StoreFile::Row row, std::int64_t number)
{
    return (row << kNumberBits) | number;
}

// Stable from run to run, which std::hash does not promise.
std::int64_t hashOf(std::string_view taskId)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : taskId)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return static_cast<std::int64_t>(hash);
}

}  // namespace

enum class StoreFile::Use : std::uint8_t {
    Begin, Commit, PutDocument, RemoveDocument, Documents, AddDefinition, Definition, Definitions, AddExecution, SetDefinition,
    RemoveExecution, RemoveBatches, Live, FindWorkflow, FindRow, Archive, Recall, AddTask, RemoveTask, Outlines, MayHaveTask,
    AddBatch, Batches, Count,
};

namespace {

constexpr std::array<std::string_view, 23> kSql {
    "BEGIN IMMEDIATE",
    "COMMIT",
    "INSERT INTO document (kind, key, body) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET body = ?3",
    "DELETE FROM document WHERE kind = ?1 AND key = ?2",
    "SELECT body FROM document WHERE kind = ?1 ORDER BY key",
    "INSERT INTO definition (id, body) VALUES (?1, ?2)",
    "SELECT body FROM definition WHERE id = ?1",
    "SELECT id, body FROM definition ORDER BY id",
    "INSERT INTO execution (id, workflow, definition) VALUES (?1, ?2, ?3)",
    "UPDATE execution SET definition = ?2 WHERE id = ?1",
    "DELETE FROM execution WHERE id = ?1",
    "DELETE FROM batch WHERE id >= ?1 AND id < ?2",
    "SELECT id, definition, workflow FROM execution WHERE archived = 0 ORDER BY id",
    "SELECT id, definition, workflow FROM execution WHERE workflow = ?1",
    "SELECT id, definition, workflow FROM execution WHERE id = ?1",
    "UPDATE execution SET archived = 1, status = ?2, priority = ?3, created = ?4, updated = ?5, ended = ?6, correlation = ?7, "
    "parent = ?8 WHERE id = ?1",
    "UPDATE execution SET archived = 0 WHERE id = ?1",
    "INSERT OR IGNORE INTO task (hash, execution) VALUES (?1, ?2)",
    "DELETE FROM task WHERE hash = ?1 AND execution = ?2",
    "SELECT id, definition, workflow, status, priority, created, updated, ended, correlation, parent FROM execution "
    "WHERE archived = 1 ORDER BY id",
    "SELECT execution FROM task WHERE hash = ?1",
    "INSERT INTO batch (id, events) VALUES (?1, ?2)",
    "SELECT id, events FROM batch WHERE id >= ?1 AND id < ?2 ORDER BY id",
};

Status eachRow(Statement& statement, const std::function<Status()>& visit)
{
    for (;;) {
        const Result<bool> row = statement.next();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        if (Status visited = visit(); !visited) {
            statement.reset();
            return visited;
        }
    }
}

StoreFile::Found foundIn(const Statement& statement)
{
    return {statement.integer(0), statement.integer(1), Text(statement.text(2))};
}

}  // namespace

StoreFile::StoreFile(Database database, std::vector<Statement> statements)
    : m_database(std::move(database)), m_statements(std::move(statements))
{
}

Result<StoreFile> StoreFile::open(const std::string& path, bool safeFromPowerCuts)
{
    static_assert(kSql.size() == static_cast<std::size_t>(Use::Count));
    DatabaseOptions options;
    options.exclusive = true;
    if (safeFromPowerCuts)
        options.synchronous = DatabaseOptions::Synchronous::Full;
    Result<Database> database = Database::open(path, options);
    if (!database)
        return std::move(database).error();
    if (Status migrated = database->migrate(kSchema); !migrated)
        return std::move(migrated).error();
    // Pages change again and again: moving them to their place less often is less work. Ids are random: what they touch
    // should be at hand.
    if (Status set = database->execute("PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384"); !set)
        return std::move(set).error();
    std::vector<Statement> statements;
    for (const std::string_view sql : kSql) {
        Result<Statement> statement = database->prepare(sql);
        if (!statement)
            return std::move(statement).error();
        statements.push_back(std::move(statement).value());
    }
    return StoreFile(std::move(database).value(), std::move(statements));
}

Status StoreFile::inTransaction(const std::function<Status()>& work)
{
    if (Status begun = use(Use::Begin).run(); !begun)
        return begun;
    Status done = work();
    if (done)
        done = use(Use::Commit).run();
    if (!done)
        (void)m_database.execute("ROLLBACK");
    return done;
}

Status StoreFile::putDocument(std::string_view kind, std::string_view key, std::string_view body)
{
    return use(Use::PutDocument).run(kind, key, body);
}

Status StoreFile::removeDocument(std::string_view kind, std::string_view key)
{
    return use(Use::RemoveDocument).run(kind, key);
}

Status StoreFile::documents(std::string_view kind, const std::function<Status(std::string_view body)>& visit)
{
    Statement& statement = use(Use::Documents);
    if (Status asked = statement.query(kind); !asked)
        return asked;
    return eachRow(statement, [&] { return visit(statement.text(0)); });
}

Status StoreFile::addDefinition(Row row, std::string_view body)
{
    return use(Use::AddDefinition).run(row, body);
}

Result<std::string> StoreFile::definition(Row row)
{
    Statement& statement = use(Use::Definition);
    if (Status asked = statement.query(row); !asked)
        return std::move(asked).error();
    const Result<bool> there = statement.next();
    if (!there)
        return there.error();
    std::string body(*there ? statement.text(0) : std::string_view());
    statement.reset();
    return body;
}

Status StoreFile::definitions(const std::function<Status(Row row, std::string_view body)>& visit)
{
    Statement& statement = use(Use::Definitions);
    if (Status asked = statement.query(); !asked)
        return asked;
    return eachRow(statement, [&] { return visit(statement.integer(0), statement.text(1)); });
}

Status StoreFile::dropLooseDefinitions()
{
    return m_database.execute("DELETE FROM definition WHERE id NOT IN (SELECT definition FROM execution)");
}

Status StoreFile::addExecution(Row row, std::string_view workflowId, Row definition)
{
    return use(Use::AddExecution).run(row, workflowId, definition);
}

Status StoreFile::setDefinition(Row row, Row definition)
{
    return use(Use::SetDefinition).run(row, definition);
}

Status StoreFile::removeExecution(Row row)
{
    if (Status removed = use(Use::RemoveBatches).run(batchKey(row, 0), batchKey(row + 1, 0)); !removed)
        return removed;
    return use(Use::RemoveExecution).run(row);
}

Result<std::vector<StoreFile::Found>> StoreFile::live()
{
    std::vector<Found> all;
    Statement& statement = use(Use::Live);
    if (Status asked = statement.query(); !asked)
        return std::move(asked).error();
    Status read = eachRow(statement, [&]() -> Status {
        all.push_back(foundIn(statement));
        return {};
    });
    if (!read)
        return std::move(read).error();
    return all;
}

Result<std::optional<StoreFile::Found>> StoreFile::firstFound(Statement& statement)
{
    const Result<bool> there = statement.next();
    if (!there)
        return there.error();
    const std::optional<Found> found = *there ? std::optional(foundIn(statement)) : std::nullopt;
    statement.reset();
    return found;
}

Result<std::optional<StoreFile::Found>> StoreFile::find(std::string_view workflowId)
{
    Statement& statement = use(Use::FindWorkflow);
    if (Status asked = statement.query(workflowId); !asked)
        return std::move(asked).error();
    return firstFound(statement);
}

Result<std::optional<StoreFile::Found>> StoreFile::find(Row row)
{
    Statement& statement = use(Use::FindRow);
    if (Status asked = statement.query(row); !asked)
        return std::move(asked).error();
    return firstFound(statement);
}

Status StoreFile::archive(Row row, const Execution& execution)
{
    Status done = use(Use::Archive).run(row, static_cast<int>(execution.status), execution.priority, execution.createTime,
        execution.updateTime, execution.endTime, execution.correlationId.view(), execution.parentWorkflowId.view());
    for (TaskSlot slot = 0; done && slot < execution.tasks.size(); ++slot) {
        if (const TaskRun* task = execution.task(slot))
            done = use(Use::AddTask).run(hashOf(task->taskId), row);
    }
    return done;
}

Status StoreFile::recall(Row row, const Execution& execution)
{
    Status done = use(Use::Recall).run(row);
    for (TaskSlot slot = 0; done && slot < execution.tasks.size(); ++slot) {
        if (const TaskRun* task = execution.task(slot))
            done = use(Use::RemoveTask).run(hashOf(task->taskId), row);
    }
    return done;
}

Status StoreFile::outlines(const std::function<Status(Outline&& outline)>& visit)
{
    Statement& statement = use(Use::Outlines);
    if (Status asked = statement.query(); !asked)
        return asked;
    return eachRow(statement, [&] {
        Outline outline;
        outline.found = foundIn(statement);
        Execution& execution = outline.execution;
        execution.workflowId = outline.found.workflowId;
        const auto status = std::clamp<std::int64_t>(statement.integer(3), 0, static_cast<int>(WorkflowStatus::Paused));
        execution.status = static_cast<WorkflowStatus>(status);
        execution.priority = static_cast<int>(std::clamp<std::int64_t>(statement.integer(4), 0, 99));
        execution.createTime = statement.integer(5);
        execution.updateTime = statement.integer(6);
        execution.endTime = statement.integer(7);
        execution.correlationId = Text(statement.text(8));
        execution.parentWorkflowId = Text(statement.text(9));
        return visit(std::move(outline));
    });
}

Result<std::vector<StoreFile::Row>> StoreFile::mayHaveTask(std::string_view taskId)
{
    std::vector<Row> rows;
    Statement& statement = use(Use::MayHaveTask);
    if (Status asked = statement.query(hashOf(taskId)); !asked)
        return std::move(asked).error();
    Status read = eachRow(statement, [&]() -> Status {
        rows.push_back(statement.integer(0));
        return {};
    });
    if (!read)
        return std::move(read).error();
    return rows;
}

Status StoreFile::addBatch(Row row, std::int64_t number, std::string_view lines)
{
    return use(Use::AddBatch).run(batchKey(row, number), lines);
}

Status StoreFile::dropBatchesBefore(Row row, std::int64_t number)
{
    return use(Use::RemoveBatches).run(batchKey(row, 0), batchKey(row, number));
}

Status StoreFile::batches(Row row, const std::function<Status(std::int64_t number, std::string_view lines)>& visit)
{
    Statement& statement = use(Use::Batches);
    if (Status asked = statement.query(batchKey(row, 0), batchKey(row + 1, 0)); !asked)
        return asked;
    return eachRow(statement, [&] { return visit(statement.integer(0) - batchKey(row, 0), statement.text(1)); });
}

}  // namespace baton

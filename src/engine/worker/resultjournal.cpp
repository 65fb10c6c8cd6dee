// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/worker/resultjournal.h"

#include "engine/conductor/port/wire.h"
#include "engine/sqlite/database.h"
#include "engine/value/json.h"

#include <array>

namespace baton {
namespace {

constexpr std::array<std::string_view, 1> kSteps {R"(
    CREATE TABLE result(id INTEGER PRIMARY KEY, origin TEXT NOT NULL, task_id TEXT NOT NULL, task_type TEXT NOT NULL,
        reference TEXT NOT NULL, body TEXT NOT NULL, state INTEGER NOT NULL, attempts INTEGER NOT NULL,
        created INTEGER NOT NULL, updated INTEGER NOT NULL, reason TEXT NOT NULL);
    CREATE INDEX result_undelivered ON result(state, id) WHERE state <> 1;
    CREATE TABLE held(task_id TEXT PRIMARY KEY, workflow_id TEXT NOT NULL, task_type TEXT NOT NULL,
        reference TEXT NOT NULL, origin TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE identity(only_one INTEGER PRIMARY KEY CHECK(only_one = 1), name TEXT NOT NULL);
)"};
constexpr DatabaseSchema kSchema {0x42744a31, "a result journal of Baton's", kSteps};
constexpr std::string_view kSelect =
    "SELECT id, origin, task_type, reference, body, state, attempts, created, updated, reason FROM result ";

Text text(const Statement& row, int column)
{
    return Text(row.text(column));
}

Result<JournalEntry> entryFrom(const Statement& row)
{
    const Result<Value> body = parseJson(row.text(4));
    if (!body)
        return body.error();
    Result<TaskResult> result = taskResultFromWire(*body);
    if (!result)
        return std::move(result).error();
    const std::int64_t state = std::clamp<std::int64_t>(row.integer(5), 0, 3);
    return JournalEntry {.id = row.integer(0), .origin = text(row, 1), .taskType = text(row, 2), .referenceName = text(row, 3),
        .result = std::move(result).value(), .state = static_cast<JournalState>(state),
        .attempts = static_cast<int>(row.integer(6)), .createdAt = row.integer(7), .updatedAt = row.integer(8),
        .reason = std::string(row.text(9))};
}

// An entry that cannot be read any more must not hide the others.
Result<std::vector<JournalEntry>> entriesOf(Statement& query)
{
    std::vector<JournalEntry> entries;
    for (;;) {
        const Result<bool> row = query.next();
        if (!row)
            return row.error();
        if (!*row)
            return entries;
        if (Result<JournalEntry> entry = entryFrom(query))
            entries.push_back(std::move(entry).value());
    }
}

Result<std::optional<JournalEntry>> firstOf(Statement& query)
{
    Result<std::vector<JournalEntry>> entries = entriesOf(query);
    if (!entries)
        return std::move(entries).error();
    return entries->empty() ? std::nullopt : std::optional(std::move(entries->front()));
}

class SqliteResultJournal final : public ResultJournal {
public:
    explicit SqliteResultJournal(Database database) : m_database(std::move(database)) { }

    [[nodiscard]] Status prepare()
    {
        struct { std::optional<Statement>& statement; std::string_view sql; } const wanted[] = {
            {m_append, "INSERT INTO result(origin, task_id, task_type, reference, body, state, attempts, created, updated, reason)"
                       " VALUES(?1, ?2, ?3, ?4, ?5, 0, 0, ?6, ?6, '')"},
            {m_mark, "UPDATE result SET state = ?2, attempts = ?3, updated = ?4, reason = ?5 WHERE id = ?1"},
            {m_take, "INSERT OR REPLACE INTO held(task_id, workflow_id, task_type, reference, origin) VALUES(?1, ?2, ?3, ?4, ?5)"},
            {m_letGo, "DELETE FROM held WHERE task_id = ?1"}};
        for (const auto& each : wanted) {
            Result<Statement> made = m_database.prepare(each.sql);
            if (!made)
                return std::move(made).error();
            each.statement.emplace(std::move(made).value());
        }
        return {};
    }

    [[nodiscard]] Status write(JournalWrites& writes) override
    {
        return changed(!writes.entries.empty(), [&]() -> Status {
            for (JournalEntry& entry : writes.entries) {
                if (Status done = append(entry); !done)
                    return done;
            }
            for (const JournalMark& mark : writes.marks) {
                if (Status done = m_mark->run(mark.id, static_cast<int>(mark.state), mark.attempts, mark.at, mark.reason); !done)
                    return done;
            }
            for (const HeldTask& task : writes.taken) {
                if (Status done = m_take->run(task.taskId, task.workflowId, task.taskType, task.referenceName, task.origin); !done)
                    return done;
            }
            for (const Text& id : writes.letGo) {
                if (Status done = m_letGo->run(id); !done)
                    return done;
            }
            return {};
        });
    }

    [[nodiscard]] Result<std::vector<JournalEntry>> pending(std::string_view origin) override
    {
        return selected("WHERE state = 0 AND state <> 1 AND origin = ?1 ORDER BY id", [&](Statement& query) { return query.query(origin); });
    }

    [[nodiscard]] Result<std::vector<JournalEntry>> list(JournalState state, int limit, int offset) override
    {
        return selected("WHERE state BETWEEN ?1 AND ?4 ORDER BY id DESC LIMIT ?2 OFFSET ?3", [&](Statement& query) {
            const JournalState last = state == JournalState::Dead ? JournalState::Ignored : state;
            return query.query(static_cast<int>(state), std::max(0, limit), std::max(0, offset), static_cast<int>(last));
        });
    }

    [[nodiscard]] Result<std::optional<JournalEntry>> find(std::string_view taskId) override
    {
        return first("WHERE task_id = ?1 ORDER BY id DESC LIMIT 1", [&](Statement& query) { return query.query(taskId); });
    }

    [[nodiscard]] Result<std::optional<JournalEntry>> entry(std::int64_t id) override
    {
        return first("WHERE id = ?1", [&](Statement& query) { return query.query(id); });
    }

    [[nodiscard]] Status remove(std::int64_t id) override { return run("DELETE FROM result WHERE id = ?1", id); }
    [[nodiscard]] Status prune(EpochMs before, std::int64_t keep) override
    {
        if (Status done = run("DELETE FROM result WHERE state = 1 AND id <= (SELECT max(id) FROM result) - ?1", keep); !done)
            return done;
        return before > 0 ? run("DELETE FROM result WHERE state = 1 AND updated < ?1", before) : Status();
    }

    [[nodiscard]] Result<JournalCounts> counts() override
    {
        Result<Statement> query = m_database.prepare("SELECT (SELECT count(*) FROM result WHERE state = 0 AND state <> 1),"
            " (SELECT count(*) FROM result WHERE state IN (2, 3) AND state <> 1),"
            " (SELECT min(created) FROM result WHERE state = 0 AND state <> 1)");
        if (!query)
            return std::move(query).error();
        if (Status asked = query->query(); !asked)
            return std::move(asked).error();
        if (const Result<bool> row = query->next(); !row)
            return row.error();
        return JournalCounts {static_cast<std::uint64_t>(query->integer(0)), static_cast<std::uint64_t>(query->integer(1)),
            query->integer(2)};
    }

    [[nodiscard]] Result<Text> identity(const Text& proposal) override
    {
        Result<Statement> propose = m_database.prepare("INSERT OR IGNORE INTO identity VALUES(1, ?1)");
        if (!propose)
            return std::move(propose).error();
        if (Status done = changed(false, [&] { return propose->run(proposal); }); !done)
            return std::move(done).error();
        Result<Statement> query = m_database.prepare("SELECT name FROM identity");
        if (!query)
            return std::move(query).error();
        if (Status asked = query->query(); !asked)
            return std::move(asked).error();
        const Result<bool> row = query->next();
        if (!row)
            return row.error();
        return *row ? text(*query, 0) : proposal;
    }

    [[nodiscard]] Result<std::vector<HeldTask>> held(std::string_view origin) override
    {
        Result<Statement> query = m_database.prepare("SELECT task_id, workflow_id, task_type, reference FROM held WHERE origin = ?1");
        if (!query)
            return std::move(query).error();
        if (Status asked = query->query(origin); !asked)
            return std::move(asked).error();
        std::vector<HeldTask> tasks;
        for (;;) {
            const Result<bool> row = query->next();
            if (!row)
                return row.error();
            if (!*row)
                return tasks;
            tasks.push_back({text(*query, 0), text(*query, 1), text(*query, 2), text(*query, 3), Text(origin)});
        }
    }

private:
    [[nodiscard]] Status append(JournalEntry& entry)
    {
        const std::string body = toJson(toWire(entry.result));
        Status done = m_append->run(entry.origin, entry.result.taskId, entry.taskType, entry.referenceName, body, entry.createdAt);
        entry.id = m_database.lastInsertRowId();
        return done;
    }

    // Only a new result must outlive a power cut: a mark that is lost makes the same result go out once more.
    template <typename Work>
    [[nodiscard]] Status changed(bool durable, const Work& work)
    {
        if (durable != m_durable) {
            if (Status set = m_database.execute(durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"); !set)
                return set;
            m_durable = durable;
        }
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return std::move(transaction).error();
        if (Status done = work(); !done)
            return done;
        return transaction->commit();
    }

    template <typename Ask>
    [[nodiscard]] Result<std::vector<JournalEntry>> selected(std::string_view where, const Ask& ask)
    {
        Result<Statement> query = m_database.prepare(std::string(kSelect).append(where));
        if (!query)
            return std::move(query).error();
        if (Status asked = ask(*query); !asked)
            return std::move(asked).error();
        return entriesOf(*query);
    }

    template <typename Ask>
    [[nodiscard]] Result<std::optional<JournalEntry>> first(std::string_view where, const Ask& ask)
    {
        Result<Statement> query = m_database.prepare(std::string(kSelect).append(where));
        if (!query)
            return std::move(query).error();
        if (Status asked = ask(*query); !asked)
            return std::move(asked).error();
        return firstOf(*query);
    }

    [[nodiscard]] Status run(std::string_view sql, std::int64_t parameter)
    {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement)
            return std::move(statement).error();
        return changed(false, [&] { return statement->run(parameter); });
    }

    Database m_database;
    bool m_durable = false;
    std::optional<Statement> m_append;
    std::optional<Statement> m_mark;
    std::optional<Statement> m_take;
    std::optional<Statement> m_letGo;
};

}  // namespace

std::string_view toText(JournalState state) noexcept
{
    switch (state) {
    case JournalState::Pending: return "pending";
    case JournalState::Delivered: return "delivered";
    case JournalState::Dead: return "dead";
    case JournalState::Ignored: return "ignored";
    }
    return "";
}

Result<std::unique_ptr<ResultJournal>> openResultJournal(const std::string& path)
{
    Result<Database> database = Database::open(path, {.synchronous = DatabaseOptions::Synchronous::Normal, .exclusive = true});
    if (!database)
        return std::move(database).error();
    if (Status migrated = database->migrate(kSchema); !migrated)
        return std::move(migrated).error();
    auto journal = std::make_unique<SqliteResultJournal>(std::move(database).value());
    if (Status prepared = journal->prepare(); !prepared)
        return std::move(prepared).error();
    return std::unique_ptr<ResultJournal>(std::move(journal));
}

}  // namespace baton

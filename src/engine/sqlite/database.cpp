// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sqlite/database.h"

#include "engine/sqlite/failure.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace baton {
namespace {

std::string_view wordFor(DatabaseOptions::Synchronous synchronous)
{
    switch (synchronous) {
    case DatabaseOptions::Synchronous::Off: return "OFF";
    case DatabaseOptions::Synchronous::Normal: return "NORMAL";
    case DatabaseOptions::Synchronous::Full: return "FULL";
    }
    return "NORMAL";
}

int flagsFor(const DatabaseOptions& options)
{
    if (options.readOnly)
        return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (options.create ? SQLITE_OPEN_CREATE : 0);
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const noexcept
{
    sqlite3_close_v2(handle);
}

Database::Database(std::string path, sqlite3* handle) : m_path(std::move(path)), m_handle(handle) { }
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Error Database::failure(int code) const
{
    return sqliteFailure(code, m_path, m_handle.get());
}

Result<Database> Database::open(std::string path, const DatabaseOptions& options)
{
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flagsFor(options), nullptr);
    Database database(std::move(path), handle);
    if (code != SQLITE_OK)
        return database.failure(code);
    if (Status configured = database.configure(options); !configured)
        return std::move(configured).error();
    return database;
}

Status Database::configure(const DatabaseOptions& options)
{
    sqlite3_extended_result_codes(m_handle.get(), 1);
    const std::int64_t wait = std::clamp<std::int64_t>(options.busyTimeout.count(), 0, std::numeric_limits<int>::max());
    sqlite3_busy_timeout(m_handle.get(), static_cast<int>(wait));
    // Reading the schema finds what is no database, or damaged in its first page, now.
    std::string sql = "PRAGMA foreign_keys = ON; PRAGMA synchronous = " + std::string(wordFor(options.synchronous)) + ";";
    if (options.exclusive)
        sql += "PRAGMA locking_mode = EXCLUSIVE;";
    if (!options.readOnly)
        sql += "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; COMMIT;";
    sql += "SELECT count(*) FROM sqlite_master;";
    return execute(sql);
}

Status Database::execute(std::string_view sql)
{
    const int code = sqlite3_exec(m_handle.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* handle = nullptr;
    if (sql.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        return sqliteFailure(SQLITE_TOOBIG, m_path, nullptr);
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &handle, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    if (!handle)
        return Error {ErrorCode::InvalidArgument, "there is no statement to prepare", m_path};
    return Statement(handle, m_path);
}

Result<std::int64_t> Database::number(std::string_view sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return std::move(statement).error();
    const Result<bool> row = statement->next();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

Status Database::migrate(const DatabaseSchema& schema)
{
    const Result<std::int64_t> id = number("PRAGMA application_id");
    const Result<std::int64_t> version = id ? number("PRAGMA user_version") : id;
    const Result<std::int64_t> tables = version ? number("SELECT count(*) FROM sqlite_master") : version;
    if (!tables)
        return tables.error();
    const bool isNew = *id == 0 && *version == 0 && *tables == 0;
    if (!isNew && *id != schema.applicationId) {
        return Error {ErrorCode::Unsupported, "the file is not " + std::string(schema.name), m_path, {}, 0, 0,
            "choose another file"};
    }
    const auto newest = static_cast<std::int64_t>(schema.steps.size());
    if (*version > newest) {
        return Error {ErrorCode::Unsupported, "the file was written by a newer version of Baton (form "
                + std::to_string(*version) + ", known up to " + std::to_string(newest) + ")", m_path, {}, 0, 0,
            "use that version, or choose another file"};
    }
    for (std::int64_t step = std::max<std::int64_t>(*version, 0); step < newest; ++step) {
        Result<Transaction> transaction = Transaction::begin(*this);
        if (!transaction)
            return std::move(transaction).error();
        std::string sql(schema.steps[static_cast<std::size_t>(step)]);
        sql += ";PRAGMA user_version = " + std::to_string(step + 1);
        sql += ";PRAGMA application_id = " + std::to_string(schema.applicationId);
        Status done = execute(sql);
        if (done)
            done = transaction->commit();
        if (!done)
            return done;
    }
    return {};
}

std::int64_t Database::lastInsertRowId() const noexcept
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

std::int64_t Database::changes() const noexcept
{
    return sqlite3_changes64(m_handle.get());
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (Status begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return std::move(begun).error();
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Transaction& Transaction::operator=(Transaction&& other) noexcept
{
    if (this != &other) {
        rollBack();
        m_database = std::exchange(other.m_database, nullptr);
    }
    return *this;
}

Transaction::~Transaction()
{
    rollBack();
}

Status Transaction::commit()
{
    if (!m_database)
        return Error {ErrorCode::InvalidArgument, "the transaction is over already"};
    Status done = m_database->execute("COMMIT");
    if (done)
        m_database = nullptr;
    else
        rollBack();
    return done;
}

void Transaction::rollBack() noexcept
{
    if (m_database)
        (void)m_database->execute("ROLLBACK");
    m_database = nullptr;
}

}  // namespace baton

// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/sqlite/statement.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;

namespace baton {

struct DatabaseOptions {
    enum class Synchronous : std::uint8_t { Off, Normal, Full };
    /// Normal: what is committed survives the end of the process, however it ends, and the file never breaks; the last
    /// commits before a power cut may be missing. Full: they are not, at an fsync a commit.
    Synchronous synchronous = Synchronous::Normal;
    std::chrono::milliseconds busyTimeout {2000};   // how long a locked file is waited for
    bool create = true;                             // when there is no such file
    bool readOnly = false;
    bool exclusive = false;                         // nobody else may open the file meanwhile; faster
};

/// What a kind of file is and how it came to be, for Database::migrate. Steps are only ever added at the end.
struct DatabaseSchema {
    std::int32_t applicationId = 0;                 // marks the file as ours; never 0, never changed
    std::string_view name;                          // "a store of Baton's", for messages
    std::span<const std::string_view> steps;        // SQL; step i makes version i + 1
};

/// One connection to an SQLite file in WAL mode. For one thread at a time; movable. Errors carry the file as their source:
/// NotFound and IoError (cannot be opened, read or written; the disk is full; damaged), Unavailable (locked by another
/// program), Unsupported (no SQLite file, somebody else's, or from a newer version), Conflict (a constraint).
class Database {
public:
    /// ":memory:" is a file of its own in memory. A damaged or locked file is found here, not later.
    [[nodiscard]] static Result<Database> open(std::string path, const DatabaseOptions& options = {});
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();                                    // statements made here must be gone

    [[nodiscard]] const std::string& path() const noexcept { return m_path; }
    /// One or more statements without parameters and results.
    [[nodiscard]] Status execute(std::string_view sql);
    /// One statement; InvalidArgument with SQLite's words for a mistake in it.
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row of a query without parameters; 0 without rows.
    [[nodiscard]] Result<std::int64_t> number(std::string_view sql);
    /// Brings a new or older file to the newest version, each step in a transaction of its own.
    [[nodiscard]] Status migrate(const DatabaseSchema& schema);
    [[nodiscard]] std::int64_t lastInsertRowId() const noexcept;
    [[nodiscard]] std::int64_t changes() const noexcept;   // rows the last statement inserted, updated or deleted

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept;
    };
    Database(std::string path, sqlite3* handle);
    [[nodiscard]] Status configure(const DatabaseOptions& options);
    [[nodiscard]] Error failure(int code) const;

    std::string m_path;
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// All or nothing: rolls back at its end unless committed. One at a time for a Database, which must outlive it.
class Transaction {
public:
    [[nodiscard]] static Result<Transaction> begin(Database& database);   // takes the write lock at once
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&& other) noexcept;
    ~Transaction();
    [[nodiscard]] Status commit();                                        // failed: rolled back
    void rollBack() noexcept;

private:
    explicit Transaction(Database& database) : m_database(&database) { }
    Database* m_database;
};

}  // namespace baton

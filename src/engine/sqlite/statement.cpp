// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sqlite/statement.h"

#include "engine/sqlite/failure.h"

#include <sqlite3.h>

namespace baton {

void Statement::Finalize::operator()(sqlite3_stmt* handle) const noexcept
{
    sqlite3_finalize(handle);
}

Statement::Statement(sqlite3_stmt* handle, std::string path) : m_path(std::move(path)), m_handle(handle) { }
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Error Statement::failure(int code) const
{
    return sqliteFailure(code, m_path, sqlite3_db_handle(m_handle.get()));
}

void Statement::noteBinding(int code) noexcept
{
    if (m_bindFailure == SQLITE_OK)
        m_bindFailure = code;
}

void Statement::bindInteger(int index, std::int64_t value) noexcept
{
    noteBinding(sqlite3_bind_int64(m_handle.get(), index, value));
}

void Statement::bindDecimal(int index, double value) noexcept
{
    noteBinding(sqlite3_bind_double(m_handle.get(), index, value));
}

void Statement::bindNull(int index) noexcept
{
    noteBinding(sqlite3_bind_null(m_handle.get(), index));
}

void Statement::bindBytes(int index, std::string_view bytes, bool isBlob, bool copy) noexcept
{
    // The marker says SQLite has to copy; its macro is an old-style cast.
    const auto lifetime = copy ? reinterpret_cast<sqlite3_destructor_type>(-1) : nullptr;
    const char* data = bytes.data() ? bytes.data() : "";   // a null pointer would bind NULL
    noteBinding(isBlob ? sqlite3_bind_blob64(m_handle.get(), index, data, bytes.size(), lifetime)
                       : sqlite3_bind_text64(m_handle.get(), index, data, bytes.size(), lifetime, SQLITE_UTF8));
}

Status Statement::checkBound(int count)
{
    int code = m_bindFailure;
    if (code == SQLITE_OK && count != sqlite3_bind_parameter_count(m_handle.get()))
        code = SQLITE_RANGE;
    if (code == SQLITE_OK)
        return {};
    reset();
    return sqliteFailure(code, m_path, nullptr);
}

Status Statement::finish(int count)
{
    if (Status bound = checkBound(count); !bound)
        return bound;
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(m_handle.get());
    Status done;
    if (code != SQLITE_DONE)
        done = failure(code);
    reset();
    return done;
}

Result<bool> Statement::next()
{
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    Error error = failure(code);
    reset();
    return error;
}

// What is bound stays only until here: run() binds without copying.
void Statement::reset() noexcept
{
    m_bindFailure = SQLITE_OK;
    sqlite3_reset(m_handle.get());
    sqlite3_clear_bindings(m_handle.get());
}

bool Statement::isNull(int column) const noexcept
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const noexcept
{
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::decimal(int column) const noexcept
{
    return sqlite3_column_double(m_handle.get(), column);
}

std::string_view Statement::text(int column) const noexcept
{
    const unsigned char* bytes = sqlite3_column_text(m_handle.get(), column);
    if (!bytes)
        return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

std::string_view Statement::blob(int column) const noexcept
{
    const void* bytes = sqlite3_column_blob(m_handle.get(), column);
    if (!bytes)
        return {};
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column))};
}

}  // namespace baton

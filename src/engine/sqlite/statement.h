// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace baton {

/// Bytes, where a std::string_view would be text.
struct Blob {
    std::string_view bytes;
};

/// A prepared statement of one Database, to be run many times with other parameters: integers, bool, double, text
/// (std::string_view and what converts to it), Blob, nullptr, and std::optional of those. For the Database's thread.
///
///     Result<Statement> find = database.prepare("SELECT body FROM document WHERE kind = ?1 AND key = ?2");
///     if (Status asked = find->query(kind, key); !asked) ...
///     for (;;) {
///         const Result<bool> row = find->next();
///         if (!row) return row.error();
///         if (!*row) break;
///         use(find->text(0));
///     }
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    /// Runs a statement whose rows, if any, do not matter.
    template <typename... Parameters>
    [[nodiscard]] Status run(const Parameters&... parameters)
    {
        reset();
        int index = 0;
        (bind(++index, parameters, false), ...);
        return finish(index);
    }
    /// Begins a query; then next() leads to each row. A query not read to its end should be ended with reset().
    template <typename... Parameters>
    [[nodiscard]] Status query(const Parameters&... parameters)
    {
        reset();
        int index = 0;
        (bind(++index, parameters, true), ...);
        return checkBound(index);
    }
    [[nodiscard]] Result<bool> next();      // false: no more rows; the statement is reset then, and on an error
    void reset() noexcept;

    // Columns of the present row, from 0. Never fail: another type is converted as SQLite does, out of range is null.
    [[nodiscard]] bool isNull(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double decimal(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;    // lives until the next call of next() or reset()
    [[nodiscard]] std::string_view blob(int column) const noexcept;    // the same

private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* handle) const noexcept;
    };
    Statement(sqlite3_stmt* handle, std::string path);

    template <std::integral Integer>
    void bind(int index, Integer value, bool) { bindInteger(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value, bool) { bindDecimal(index, value); }
    void bind(int index, std::nullptr_t, bool) { bindNull(index); }
    void bind(int index, Blob value, bool copy) { bindBytes(index, value.bytes, true, copy); }
    template <std::convertible_to<std::string_view> Text>
    void bind(int index, const Text& value, bool copy) { bindBytes(index, value, false, copy); }
    template <typename T>
    void bind(int index, const std::optional<T>& value, bool copy)
    {
        if (value)
            bind(index, *value, copy);
        else
            bindNull(index);
    }
    void bindInteger(int index, std::int64_t value) noexcept;
    void bindDecimal(int index, double value) noexcept;
    void bindNull(int index) noexcept;
    void bindBytes(int index, std::string_view bytes, bool isBlob, bool copy) noexcept;
    void noteBinding(int code) noexcept;
    [[nodiscard]] Status checkBound(int count);
    [[nodiscard]] Status finish(int count);
    [[nodiscard]] Error failure(int code) const;

    std::string m_path;
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
    int m_bindFailure = 0;
};

}  // namespace baton

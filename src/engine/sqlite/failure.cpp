// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/sqlite/failure.h"

#include <sqlite3.h>

namespace baton {

Error sqliteFailure(int code, const std::string& path, sqlite3* handle)
{
    const std::string words = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    Error error;
    error.source = path;
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.code = ErrorCode::Unavailable;
        error.message = "the file is in use by another program";
        error.hint = "stop the other program, or choose another file";
        break;
    case SQLITE_CORRUPT:
        error.code = ErrorCode::IoError;
        error.message = "the file is damaged: " + words;
        error.hint = "put back a copy of it, or move it away to begin anew";
        break;
    case SQLITE_NOTADB:
        error.code = ErrorCode::Unsupported;
        error.message = "the file is no SQLite database";
        error.hint = "choose another file";
        break;
    case SQLITE_FULL:
        error.code = ErrorCode::IoError;
        error.message = "the disk is full";
        error.hint = "free some space; nothing written before is lost";
        break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        error.code = ErrorCode::IoError;
        error.message = "the file, or its folder, may not be written";
        error.hint = "change the permissions, or choose another file";
        break;
    case SQLITE_CANTOPEN:
        error.code = ErrorCode::IoError;
        error.message = "the file cannot be opened";
        error.hint = "see that its folder exists and may be written";
        break;
    case SQLITE_CONSTRAINT:
        error.code = ErrorCode::Conflict;
        error.message = words;
        break;
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISUSE:
        error.code = ErrorCode::InvalidArgument;
        error.message = words;
        break;
    case SQLITE_TOOBIG:
        error.code = ErrorCode::InvalidArgument;
        error.message = "a value is too big for the file";
        break;
    default:
        error.code = ErrorCode::IoError;
        error.message = "the file cannot be read or written: " + words;
    }
    return error;
}

}  // namespace baton

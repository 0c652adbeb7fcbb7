#include "platform/storage/sqlite_error.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace rexue::storage::detail {

namespace {

using base::ErrorCode;

ErrorCode constraint_code(int extended) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return ErrorCode::already_exists;
        default:
            return ErrorCode::conflict;
    }
}

ErrorCode error_code(int extended) {
    switch (extended & 0xFF) {
        case SQLITE_FULL:
            return ErrorCode::storage_full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return ErrorCode::corrupt;
        case SQLITE_CONSTRAINT:
            return constraint_code(extended);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorCode::unavailable;
        case SQLITE_IOERR:
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorCode::io;
        case SQLITE_TOOBIG:
            return ErrorCode::limit_exceeded;
        case SQLITE_ERROR:
        case SQLITE_RANGE:
        case SQLITE_MISMATCH:
            return ErrorCode::invalid_argument;
        default:
            return ErrorCode::internal;
    }
}

} // namespace

base::Error sqlite_error(int code, std::string_view doing) {
    return {.code = error_code(code),
            .detail = fmt::format("database: {}: {} ({})", doing, sqlite3_errstr(code), code)};
}

base::Error newest_error(sqlite3* database, std::string_view doing) {
    return sqlite_error(sqlite3_extended_errcode(database), doing);
}

} // namespace rexue::storage::detail

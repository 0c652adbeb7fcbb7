// SQLite's result codes as our errors. Only for the sources of this folder.
#pragma once

#include <string_view>

#include "platform/base/error.h"

struct sqlite3;

namespace rexue::storage::detail {

// `code` is an extended result code. The detail names what was being done and SQLite's fixed text
// for the code: never the statement's values.
base::Error sqlite_error(int code, std::string_view doing);

// The same for the newest failure of `database`.
base::Error newest_error(sqlite3* database, std::string_view doing);

} // namespace rexue::storage::detail

// What a Database and its statements share. Only for the sources of this folder: it names SQLite.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <sqlite3.h>

namespace rexue::storage::detail {

struct CloseDatabase {
    // close_v2: statements still being destroyed keep the handle alive until they are gone.
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct FinalizeStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

struct PreparedStatement {
    std::unique_ptr<sqlite3_stmt, FinalizeStatement> handle;
    bool in_use = false;
};

struct Connection {
    std::unique_ptr<sqlite3, CloseDatabase> handle;
    // By SQL text; more than one of a text only while a statement is used inside itself.
    std::unordered_map<std::string, std::vector<std::unique_ptr<PreparedStatement>>> prepared;
};

} // namespace rexue::storage::detail

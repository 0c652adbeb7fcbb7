// One SQLite database that survives a pulled plug: WAL, synchronous=FULL, foreign keys on.
//
// Threads: a Database with its statements and transactions belongs to one thread at a time. Open
// the same file once more for a second thread; writers then wait for each other up to
// `busy_timeout` and fail with `unavailable` after it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "platform/base/error.h"
#include "platform/storage/statement.h"

namespace rexue::storage {

struct DatabaseOptions {
    std::chrono::milliseconds busy_timeout{5000};
    // Largest size the file may grow to, in pages of 4096 bytes; then `storage_full`.
    std::optional<std::int64_t> max_pages;
};

// `write` takes the write lock at once (BEGIN IMMEDIATE), so that what was read in it still holds
// when it writes. `read` sees one state of the database however many statements it runs.
enum class TransactionKind { write, read };

class Database;

// Rolls back in its destructor unless `commit` was called and went well. Must not outlive its
// Database; transactions do not nest.
class [[nodiscard]] Transaction {
  public:
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    // After a failure everything is as it was before the transaction began.
    base::Status commit();

  private:
    friend class Database;
    explicit Transaction(detail::Connection& connection) : connection_(&connection) {}

    detail::Connection* connection_;
};

class Database {
  public:
    // Creates the file with mode 0600 if there is none; its folder must exist.
    // io, corrupt (not a database), storage_full.
    static base::Result<Database> open(const std::filesystem::path& path,
                                       const DatabaseOptions& options = {});
    // Lives as long as the object: for tests.
    static base::Result<Database> open_in_memory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // One or several statements without parameters; rows are thrown away.
    base::Status execute(std::string_view sql);

    // A statement with parameters `$1`, `$2` … Its compiled form is kept for the next time the
    // same text is asked for. invalid_argument for SQL that does not compile.
    base::Result<Statement> prepare(std::string_view sql);

    base::Result<Transaction> begin(TransactionKind kind = TransactionKind::write);

    // Brings the schema up to the last step. Step n is run once, when `user_version` is n; all
    // steps that are wanted run in one transaction. unsupported if the file is of a newer program.
    base::Status migrate(std::span<const std::string_view> steps);

    // Rows that the newest INSERT, UPDATE or DELETE touched.
    std::int64_t changed_rows() const;

  private:
    explicit Database(std::unique_ptr<detail::Connection> connection);

    std::unique_ptr<detail::Connection> connection_;
};

} // namespace rexue::storage

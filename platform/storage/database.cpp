#include "platform/storage/database.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sys/stat.h>

#include "platform/storage/connection.h"
#include "platform/storage/sqlite_error.h"

namespace rexue::storage {

namespace {

// SQLite gives the write-ahead log and the shared memory the mode of the main file, so this one
// call keeps all three from other users of the machine. Made without being opened: closing any
// descriptor of the file would drop every lock that this process holds on it (POSIX), and another
// process, taking itself for the last one, would then remove the log under our connections.
base::Status create_private(const std::filesystem::path& path) {
    if (::mknod(path.c_str(), S_IFREG | 0600, 0) == 0 || errno == EEXIST) return {};
    return base::fail(base::ErrorCode::io, fmt::format("database file: {}", std::strerror(errno)));
}

base::Result<std::unique_ptr<detail::Connection>> connect(const char* name) {
    auto connection = std::make_unique<detail::Connection>();
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(
        name, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    connection->handle.reset(handle);
    if (code != SQLITE_OK) return std::unexpected(detail::sqlite_error(code, "open"));
    sqlite3_extended_result_codes(handle, 1);
    return connection;
}

} // namespace

Transaction::Transaction(Transaction&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

Transaction::~Transaction() {
    if (connection_ == nullptr) return;
    // A full disk or an I/O error has rolled back by itself already.
    sqlite3* handle = connection_->handle.get();
    if (sqlite3_get_autocommit(handle) == 0) {
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

base::Status Transaction::commit() {
    sqlite3* handle = connection_->handle.get();
    if (sqlite3_get_autocommit(handle) != 0) {
        return base::fail(base::ErrorCode::io, "database: the transaction was rolled back");
    }
    const int code = sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(detail::newest_error(handle, "commit"));
    connection_ = nullptr;
    return {};
}

Database::Database(std::unique_ptr<detail::Connection> connection)
    : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

base::Result<Database> Database::open(const std::filesystem::path& path,
                                      const DatabaseOptions& options) {
    if (const auto created = create_private(path); !created) return base::fail(created);
    auto connection = connect(path.c_str());
    if (!connection) return base::fail(connection);
    Database database(std::move(*connection));
    sqlite3_busy_timeout(database.connection_->handle.get(),
                         static_cast<int>(options.busy_timeout.count()));
    // FULL syncs the log at every commit: what was acknowledged survives a pulled plug.
    auto status = database.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;");
    if (status && options.max_pages) {
        status = database.execute(fmt::format("PRAGMA max_page_count = {}", *options.max_pages));
    }
    if (!status) return base::fail(status);
    return database;
}

base::Result<Database> Database::open_in_memory() {
    auto connection = connect(":memory:");
    if (!connection) return base::fail(connection);
    Database database(std::move(*connection));
    if (const auto status = database.execute("PRAGMA foreign_keys = ON"); !status) {
        return base::fail(status);
    }
    return database;
}

base::Status Database::execute(std::string_view sql) {
    sqlite3* handle = connection_->handle.get();
    const int code = sqlite3_exec(handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(detail::newest_error(handle, "execute"));
    return {};
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    auto& known = connection_->prepared[std::string(sql)];
    const auto idle = std::ranges::find_if(known, [](const auto& one) { return !one->in_use; });
    if (idle != known.end()) return Statement(*connection_, **idle);

    sqlite3_stmt* handle = nullptr;
    const int code =
        sqlite3_prepare_v3(connection_->handle.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    auto prepared = std::make_unique<detail::PreparedStatement>();
    prepared->handle.reset(handle);
    if (code != SQLITE_OK) {
        return std::unexpected(detail::newest_error(connection_->handle.get(), "prepare"));
    }
    if (handle == nullptr) {
        return base::fail(base::ErrorCode::invalid_argument, "database: an empty statement");
    }
    known.push_back(std::move(prepared));
    return Statement(*connection_, *known.back());
}

base::Result<Transaction> Database::begin(TransactionKind kind) {
    const auto begun =
        execute(kind == TransactionKind::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
    if (!begun) return base::fail(begun);
    return Transaction(*connection_);
}

base::Status Database::migrate(std::span<const std::string_view> steps) {
    auto transaction = begin();
    if (!transaction) return base::fail(transaction);
    std::int64_t version = 0;
    {
        auto statement = prepare("PRAGMA user_version");
        if (!statement) return base::fail(statement);
        const auto row = statement->step();
        if (!row) return base::fail(row);
        version = statement->column<std::int64_t>(0);
    }
    const auto wanted = static_cast<std::int64_t>(steps.size());
    if (version > wanted) {
        return base::fail(base::ErrorCode::unsupported,
                          fmt::format("database: schema {} is newer than {}", version, wanted));
    }
    if (version == wanted) return transaction->commit();
    for (const auto step : steps.subspan(static_cast<size_t>(version))) {
        if (const auto done = execute(step); !done) return done;
    }
    if (const auto set = execute(fmt::format("PRAGMA user_version = {}", wanted)); !set) return set;
    return transaction->commit();
}

std::int64_t Database::changed_rows() const {
    return sqlite3_changes64(connection_->handle.get());
}

} // namespace rexue::storage

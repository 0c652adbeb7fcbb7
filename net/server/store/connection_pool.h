// Several connections to one SQLite file: a reader never waits for a writer, and writers queue
// here instead of polling SQLite's lock.
#pragma once

#include <filesystem>
#include <mutex>
#include <vector>

#include "platform/base/error.h"
#include "platform/storage/database.h"

namespace rexue::server {

class ConnectionPool {
  public:
    ConnectionPool(std::filesystem::path path, storage::DatabaseOptions options)
        : path_(std::move(path)), options_(options) {}

    // Opens a connection or takes an idle one. As many are made as are ever used at once, that is
    // at most as many as there are store threads.
    base::Result<storage::Database> take();
    void give_back(storage::Database database);

    // Runs `work(Database&)` inside one transaction and commits if it returns well.
    template <typename Work>
    auto write(Work work) -> decltype(work(std::declval<storage::Database&>())) {
        const std::lock_guard one_writer(writing_);
        return run(storage::TransactionKind::write, work);
    }
    template <typename Work>
    auto read(Work work) -> decltype(work(std::declval<storage::Database&>())) {
        return run(storage::TransactionKind::read, work);
    }

  private:
    template <typename Work>
    auto run(storage::TransactionKind kind, Work& work)
        -> decltype(work(std::declval<storage::Database&>())) {
        auto database = take();
        if (!database) return base::fail(database);
        auto result = in_transaction(*database, kind, work);
        give_back(std::move(*database));
        return result;
    }

    template <typename Work>
    static auto in_transaction(storage::Database& database, storage::TransactionKind kind,
                               Work& work) -> decltype(work(database)) {
        auto transaction = database.begin(kind);
        if (!transaction) return base::fail(transaction);
        auto result = work(database);
        if (!result) return result;
        if (const auto committed = transaction->commit(); !committed) {
            return base::fail(committed);
        }
        return result;
    }

    const std::filesystem::path path_;
    const storage::DatabaseOptions options_;
    std::mutex writing_;
    std::mutex mutex_;
    std::vector<storage::Database> idle_;
};

} // namespace rexue::server

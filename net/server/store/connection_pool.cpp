#include "net/server/store/connection_pool.h"

namespace rexue::server {

base::Result<storage::Database> ConnectionPool::take() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto database = std::move(idle_.back());
            idle_.pop_back();
            return database;
        }
    }
    return storage::Database::open(path_, options_);
}

void ConnectionPool::give_back(storage::Database database) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(database));
}

} // namespace rexue::server

#include "net/server/store/sqlite_store.h"

#include "net/server/store/schema.h"
#include "net/server/store/sql.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::server {

using storage::Database;
using storage::Statement;

base::Result<std::unique_ptr<SqliteStore>> SqliteStore::open(
    const std::filesystem::path& path, const storage::DatabaseOptions& options) {
    std::unique_ptr<SqliteStore> store(new SqliteStore(path, options));
    auto database = store->pool_.take();
    if (!database) return base::fail(database);
    if (const auto migrated = database->migrate(schema_steps); !migrated) {
        return base::fail(migrated);
    }
    store->pool_.give_back(std::move(*database));
    return store;
}

base::Status SqliteStore::check_ready() {
    return pool_.read(
        [](Database& database) { return sql::run(database, "SELECT count(*) FROM houses"); });
}

base::Status SqliteStore::put_house(const wire::House& house) {
    return pool_.write([&](Database& database) {
        return sql::run(database,
                        "INSERT INTO houses (id, definition) VALUES ($1, $2) "
                        "ON CONFLICT (id) DO UPDATE SET definition = excluded.definition",
                        house.house.value, boost::json::serialize(json::to_json(house)));
    });
}

base::Result<wire::House> SqliteStore::house(const wire::HouseId& id) {
    return pool_.read([&](Database& database) {
        return sql::one(
            database, "no such house", "SELECT definition FROM houses WHERE id = $1",
            [](const Statement& row) -> base::Result<wire::House> {
                const auto value = json::parse(row.column<std::string>(0));
                if (!value) return base::fail(value);
                return json::from_json<wire::House>(*value);
            },
            id.value);
    });
}

base::Result<std::vector<wire::HouseId>> SqliteStore::houses() {
    using Houses = std::vector<wire::HouseId>;
    return pool_.read([](Database& database) -> base::Result<Houses> {
        Houses houses;
        const auto read = sql::each(database, "SELECT id FROM houses ORDER BY id",
                                    [&](const Statement& row) -> base::Status {
                                        houses.emplace_back(row.column<std::string>(0));
                                        return {};
                                    });
        if (!read) return base::fail(read);
        return houses;
    });
}

} // namespace rexue::server

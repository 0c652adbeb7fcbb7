// The part of SqliteStore about what staff do with a visit. Rows are added, never changed.
#include "net/server/store/append_event.h"
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using storage::Database;
using storage::Statement;

base::Result<std::vector<std::string>> SqliteStore::review_steps(const base::Uuid& visit) {
    using Steps = std::vector<std::string>;
    return pool_.read([&](Database& database) -> base::Result<Steps> {
        Steps steps;
        const auto read = sql::each(
            database, "SELECT sealed FROM review_steps WHERE visit = $1 ORDER BY position",
            [&](const Statement& row) -> base::Status {
                steps.push_back(row.column<std::string>(0));
                return {};
            },
            visit.to_string());
        if (!read) return base::fail(read);
        return steps;
    });
}

base::Status SqliteStore::append_review_step(const wire::HouseId& house, const base::Uuid& visit,
                                             const SealedStep& step, const queue::HouseEvent& told,
                                             base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto last = sql::one(
            database, "no such visit",
            "SELECT coalesce(max(position), 0) FROM review_steps WHERE visit = $1",
            [](const Statement& row) -> base::Result<int> { return row.column<int>(0); },
            visit.to_string());
        if (!last) return base::fail(last);
        if (step.position != *last + 1) {
            return base::fail(base::ErrorCode::conflict, "/after: somebody has been quicker");
        }
        const auto placed = append_event(database, house, told);
        if (!placed) return base::fail(placed);
        if (placed->outcome != wire::AppendOutcome::stored) {
            return base::fail(base::ErrorCode::conflict, "the house log does not take the step");
        }
        return sql::run(database,
                        "INSERT INTO review_steps (visit, position, house, id, sealed, taken_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6)",
                        visit.to_string(), step.position, house.value, step.id.to_string(),
                        step.sealed, sql::column_of(now));
    });
}

} // namespace rexue::server

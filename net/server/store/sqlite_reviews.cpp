// The part of SqliteStore about what staff do with a visit. Rows are added, never changed.
#include "net/server/store/append_event.h"
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using storage::Database;
using storage::Statement;

namespace {

base::Status keep_decision(Database& database, const wire::DonorId& donor,
                           const wire::TypeDecision& decision, const base::Uuid& visit,
                           base::Instant now) {
    using wire::DecisionKind;
    if (decision.kind == DecisionKind::passed_on) return {};
    if (decision.kind == DecisionKind::may_give) {
        return sql::run(database, "DELETE FROM deferrals WHERE donor = $1 AND type = $2",
                        donor.value, sql::word_of(decision.type));
    }
    std::optional<std::string> until;
    if (decision.until) until = base::format_date(*decision.until);
    return sql::run(database,
                    "INSERT INTO deferrals (donor, type, until, visit, decided_at) "
                    "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (donor, type) DO UPDATE SET "
                    "until = excluded.until, visit = excluded.visit, "
                    "decided_at = excluded.decided_at",
                    donor.value, sql::word_of(decision.type), until, visit.to_string(),
                    sql::column_of(now));
}

base::Result<KeptDeferral> read_deferral(const Statement& row) {
    const auto type = sql::enum_of<wire::DonationType>(row.column<std::string>(0));
    if (!type) return base::fail(type);
    const auto visit = base::parse_uuid(row.column<std::string>(2));
    if (!visit) return base::fail(visit);
    KeptDeferral kept{.deferral = {.type = *type, .until = {}}, .visit = *visit};
    if (const auto until = row.column<std::optional<std::string>>(1)) {
        const auto date = base::parse_date(*until);
        if (!date) return base::fail(date);
        kept.deferral.until = *date;
    }
    return kept;
}

} // namespace

base::Result<std::vector<KeptDeferral>> SqliteStore::deferrals(const wire::DonorId& donor) {
    using Deferrals = std::vector<KeptDeferral>;
    return pool_.read([&](Database& database) -> base::Result<Deferrals> {
        Deferrals deferrals;
        const auto read = sql::each(
            database,
            "SELECT type, until, visit FROM deferrals WHERE donor = $1 ORDER BY type DESC",
            [&](const Statement& row) -> base::Status {
                auto deferral = read_deferral(row);
                if (!deferral) return base::fail(deferral);
                deferrals.push_back(*deferral);
                return {};
            },
            donor.value);
        if (!read) return base::fail(read);
        return deferrals;
    });
}

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
        if (step.decided) {
            for (const wire::TypeDecision& one : step.decided->types) {
                const auto kept = keep_decision(database, step.decided->donor, one, visit, now);
                if (!kept) return kept;
            }
        }
        return sql::run(database,
                        "INSERT INTO review_steps (visit, position, house, id, sealed, taken_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6)",
                        visit.to_string(), step.position, house.value, step.id.to_string(),
                        step.sealed, sql::column_of(now));
    });
}

} // namespace rexue::server

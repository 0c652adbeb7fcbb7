// The part of SqliteStore about sealed records.
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

base::Status others() {
    return base::fail(ErrorCode::forbidden, "/visit: it is another terminal's");
}

// The check-in may be there before any record, or still be on its way. Asked of all houses: ids
// of visits are unique, and one that is used elsewhere is somebody else's too.
base::Status check_nobody_else_checked_in(Database& database, const wire::SealedRecord& record) {
    return sql::each(
        database, "SELECT body FROM events WHERE visit = $1 AND kind = 'checked_in'",
        [&](const Statement& row) -> base::Status {
            const auto value = json::parse(row.column<std::string>(0));
            if (!value) return base::fail(value);
            const auto event = queue::event_from_json(*value);
            if (!event) return base::fail(event);
            return event->terminal == record.terminal.value ? base::Status() : others();
        },
        record.visit.to_string());
}

// Rows of other revisions tell whose visit it is; the row of this one, whether it is the same.
base::Result<bool> is_stored_already(Database& database, const wire::HouseId& house,
                                     const wire::SealedRecord& record) {
    bool stored = false;
    const auto checked = sql::each(
        database,
        "SELECT house, revision, terminal, algorithm, ciphertext, signature FROM records "
        "WHERE visit = $1",
        [&](const Statement& row) -> base::Status {
            if (row.column<std::string>(0) != house.value) {
                return base::fail(ErrorCode::forbidden, "/visit: it is another house's");
            }
            if (row.column<std::string>(2) != record.terminal.value) return others();
            if (row.column<int>(1) != record.revision) return {};
            stored = true;
            const bool same = row.column<std::string>(3) == record.algorithm &&
                              row.column<std::string>(4) == record.ciphertext &&
                              row.column<std::string>(5) == record.signature;
            if (same) return {};
            return base::fail(ErrorCode::conflict, "/revision: another record has it");
        },
        record.visit.to_string());
    if (!checked) return base::fail(checked);
    return stored;
}

base::Result<TicketRecord> read_record(const Statement& row) {
    const auto visit = base::parse_uuid(row.column<std::string>(1));
    if (!visit) return base::fail(visit);
    return TicketRecord{.ticket = row.column<std::string>(0),
                        .record = {.visit = *visit,
                                   .revision = row.column<int>(2),
                                   .terminal = wire::TerminalId(row.column<std::string>(3)),
                                   .algorithm = row.column<std::string>(4),
                                   .ciphertext = row.column<std::string>(5),
                                   .signature = row.column<std::string>(6)}};
}

} // namespace

base::Status SqliteStore::put_record(const wire::HouseId& house, const wire::SealedRecord& record,
                                     base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto stored = is_stored_already(database, house, record);
        if (!stored) return base::fail(stored);
        if (*stored) return {};
        const auto free = check_nobody_else_checked_in(database, record);
        if (!free) return free;
        return sql::run(database,
                        "INSERT INTO records (visit, revision, house, terminal, algorithm, "
                        "ciphertext, signature, received_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                        record.visit.to_string(), record.revision, house.value,
                        record.terminal.value, record.algorithm, record.ciphertext,
                        record.signature, sql::column_of(now));
    });
}

base::Result<std::vector<TicketRecord>> SqliteStore::records_of_day(const wire::HouseId& house,
                                                                    base::Date day) {
    using Records = std::vector<TicketRecord>;
    return pool_.read([&](Database& database) -> base::Result<Records> {
        Records records;
        const auto read = sql::each(
            database,
            "SELECT e.ticket, r.visit, r.revision, r.terminal, r.algorithm, r.ciphertext, "
            "r.signature FROM events e JOIN records r ON r.visit = e.visit AND r.house = e.house "
            "WHERE e.house = $1 AND e.day = $2 AND e.kind = 'checked_in' AND r.revision = "
            "(SELECT max(newest.revision) FROM records newest WHERE newest.visit = e.visit) "
            "ORDER BY e.sequence",
            [&](const Statement& row) -> base::Status {
                auto record = read_record(row);
                if (!record) return base::fail(record);
                records.push_back(std::move(*record));
                return {};
            },
            house.value, base::format_date(day));
        if (!read) return base::fail(read);
        return records;
    });
}

base::Result<TicketRecord> SqliteStore::record_of_visit(const wire::HouseId& house,
                                                        const base::Uuid& visit) {
    return pool_.read([&](Database& database) {
        return sql::one(
            database, "no record of such a visit",
            "SELECT e.ticket, r.visit, r.revision, r.terminal, r.algorithm, r.ciphertext, "
            "r.signature FROM events e JOIN records r ON r.visit = e.visit AND r.house = e.house "
            "WHERE e.visit = $1 AND e.house = $2 AND e.kind = 'checked_in' "
            "ORDER BY r.revision DESC LIMIT 1",
            read_record, visit.to_string(), house.value);
    });
}

} // namespace rexue::server

// The part of SqliteStore about the house log.
#include "net/server/store/append_event.h"
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

constexpr std::string_view no_house = "no such house";

struct KnownEvent {
    std::string house;
    std::int64_t sequence;
    std::string body;
};

base::Result<std::optional<KnownEvent>> find_known(Database& database, const base::Uuid& id) {
    std::optional<KnownEvent> known;
    const auto read = sql::each(
        database, "SELECT house, sequence, body FROM events WHERE id = $1",
        [&](const Statement& row) -> base::Status {
            known = KnownEvent{.house = row.column<std::string>(0),
                               .sequence = row.column<std::int64_t>(1),
                               .body = row.column<std::string>(2)};
            return {};
        },
        id.to_string());
    if (!read) return base::fail(read);
    return known;
}

base::Result<bool> ticket_is_taken(Database& database, const queue::HouseEvent& event) {
    if (event.kind != queue::EventKind::checked_in) return false;
    bool taken = false;
    const auto read = sql::each(
        database,
        "SELECT 1 FROM events WHERE house = $1 AND day = $2 AND ticket = $3 "
        "AND kind = 'checked_in'",
        [&](const Statement&) -> base::Status {
            taken = true;
            return {};
        },
        event.house, base::format_date(event.day), event.ticket);
    if (!read) return base::fail(read);
    return taken;
}

// The next number of the house's sequence. The row's change is also the lock that keeps other
// writers of this house out until the transaction ends.
base::Result<std::int64_t> next_sequence(Database& database, const wire::HouseId& house) {
    return sql::one(
        database, no_house,
        "UPDATE houses SET last_sequence = last_sequence + 1 WHERE id = $1 "
        "RETURNING last_sequence",
        [](const Statement& row) -> base::Result<std::int64_t> {
            return row.column<std::int64_t>(0);
        },
        house.value);
}

base::Status insert(Database& database, std::int64_t sequence, const queue::HouseEvent& event) {
    std::optional<std::string> visit;
    if (event.visit) visit = event.visit->to_string();
    return sql::run(database,
                    "INSERT INTO events (house, sequence, id, day, kind, ticket, visit, body) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    event.house, sequence, event.id.to_string(), base::format_date(event.day),
                    sql::word_of(event.kind), event.ticket, visit,
                    boost::json::serialize(queue::to_json(event)));
}

base::Result<queue::HouseEvent> read_body(const std::string& body) {
    const auto value = json::parse(body);
    if (!value) return base::fail(ErrorCode::corrupt, "store: an event that is not JSON");
    return queue::event_from_json(*value);
}

base::Result<std::int64_t> last_sequence(Database& database, const wire::HouseId& house) {
    return sql::one(
        database, no_house, "SELECT last_sequence FROM houses WHERE id = $1",
        [](const Statement& row) -> base::Result<std::int64_t> {
            return row.column<std::int64_t>(0);
        },
        house.value);
}

template <typename... Values>
base::Result<EventRange> read_range(Database& database, const wire::HouseId& house,
                                    std::string_view query, const Values&... values) {
    EventRange range;
    const auto last = last_sequence(database, house);
    if (!last) return base::fail(last);
    range.last = *last;
    const auto read = sql::each(
        database, query,
        [&](const Statement& row) -> base::Status {
            auto event = read_body(row.column<std::string>(1));
            if (!event) return base::fail(event);
            range.events.push_back(
                {.sequence = row.column<std::int64_t>(0), .event = std::move(*event)});
            return {};
        },
        house.value, values...);
    if (!read) return base::fail(read);
    return range;
}

base::Result<EventRange> read_day(Database& database, const wire::HouseId& house, base::Date day) {
    return read_range(database, house,
                      "SELECT sequence, body FROM events WHERE house = $1 AND day = $2 "
                      "ORDER BY sequence",
                      base::format_date(day));
}

} // namespace

base::Result<wire::AppendResult> append_event(Database& database, const wire::HouseId& house,
                                              const queue::HouseEvent& event) {
    const auto refused = [&](std::string reason) {
        return wire::AppendResult{.id = event.id,
                                  .outcome = wire::AppendOutcome::refused,
                                  .sequence = std::nullopt,
                                  .reason = std::move(reason)};
    };
    const auto known = find_known(database, event.id);
    if (!known) return base::fail(known);
    if (*known) {
        const bool same = (*known)->house == house.value &&
                          (*known)->body == boost::json::serialize(queue::to_json(event));
        if (!same) return refused("id_taken");
        return wire::AppendResult{.id = event.id,
                                  .outcome = wire::AppendOutcome::known,
                                  .sequence = (*known)->sequence,
                                  .reason = std::nullopt};
    }
    const auto taken = ticket_is_taken(database, event);
    if (!taken) return base::fail(taken);
    if (*taken) return refused("ticket_taken");
    const auto sequence = next_sequence(database, house);
    if (!sequence) return base::fail(sequence);
    const auto inserted = insert(database, *sequence, event);
    if (!inserted) return base::fail(inserted);
    return wire::AppendResult{.id = event.id,
                              .outcome = wire::AppendOutcome::stored,
                              .sequence = *sequence,
                              .reason = std::nullopt};
}

base::Result<std::vector<wire::AppendResult>> SqliteStore::append(
    const wire::HouseId& house, std::span<const queue::HouseEvent> events) {
    using Results = std::vector<wire::AppendResult>;
    return pool_.write([&](Database& database) -> base::Result<Results> {
        Results results;
        for (const auto& event : events) {
            auto result = append_event(database, house, event);
            if (!result) return base::fail(result);
            results.push_back(std::move(*result));
        }
        return results;
    });
}

base::Result<LoggedEvent> SqliteStore::append_decided(const wire::HouseId& house, base::Date day,
                                                      const base::Uuid& id,
                                                      const IsAnswer& is_answer,
                                                      const Decide& decide) {
    return pool_.write([&](Database& database) -> base::Result<LoggedEvent> {
        const auto known = find_known(database, id);
        if (!known) return base::fail(known);
        if (*known) {
            auto event = read_body((*known)->body);
            if (!event) return base::fail(event);
            if ((*known)->house != house.value || !is_answer(*event)) {
                return base::fail(ErrorCode::conflict, "/id: another event has it");
            }
            return LoggedEvent{.sequence = (*known)->sequence, .event = std::move(*event)};
        }
        const auto sequence = next_sequence(database, house);
        if (!sequence) return base::fail(sequence);
        const auto log = read_day(database, house, day);
        if (!log) return base::fail(log);
        auto event = decide(log->events);
        if (!event) return base::fail(event);
        const auto inserted = insert(database, *sequence, *event);
        if (!inserted) return base::fail(inserted);
        return LoggedEvent{.sequence = *sequence, .event = std::move(*event)};
    });
}

base::Result<EventRange> SqliteStore::events_after(const wire::HouseId& house, std::int64_t after,
                                                   size_t limit) {
    return pool_.read([&](Database& database) {
        return read_range(database, house,
                          "SELECT sequence, body FROM events WHERE house = $1 AND sequence > $2 "
                          "ORDER BY sequence LIMIT $3",
                          after, limit);
    });
}

base::Result<EventRange> SqliteStore::events_of_day(const wire::HouseId& house, base::Date day) {
    return pool_.read([&](Database& database) { return read_day(database, house, day); });
}

base::Result<base::Date> SqliteStore::day_of(const wire::HouseId& house, std::int64_t sequence) {
    return pool_.read([&](Database& database) {
        return sql::one(
            database, "no such event", "SELECT day FROM events WHERE house = $1 AND sequence = $2",
            [](const Statement& row) { return base::parse_date(row.column<std::string>(0)); },
            house.value, sequence);
    });
}

} // namespace rexue::server

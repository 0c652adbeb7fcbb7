#include "net/outbox/outbox.h"

#include <array>
#include <utility>

#include "net/outbox/aside.h"
#include "net/outbox/ticket_counter.h"
#include "platform/json/codec.h"

namespace rexue::outbox {

namespace {

constexpr std::string_view items_schema = R"sql(
CREATE TABLE item (
    number         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind           TEXT NOT NULL,
    id             TEXT NOT NULL,
    day            TEXT NOT NULL,
    body           TEXT NOT NULL,
    appended_at    INTEGER NOT NULL,  -- milliseconds since 1970
    reason         TEXT,              -- of the quarantine
    quarantined_at INTEGER,
    UNIQUE (kind, id)
);
CREATE INDEX item_waiting ON item (kind, number) WHERE quarantined_at IS NULL;
)sql";

constexpr std::string_view lease_schema = R"sql(
ALTER TABLE item ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN leased INTEGER NOT NULL DEFAULT 0; -- of the process that runs
)sql";

constexpr std::string_view item_columns = "number, kind, id, day, body";

std::string kind_text(ItemKind kind) {
    return boost::describe::enum_to_string(kind, "");
}

std::int64_t milliseconds(base::Instant instant) {
    return instant.time_since_epoch().count();
}

// The columns `item_columns` of the present row.
base::Result<LeasedItem> read_item(const storage::Statement& row) {
    LeasedItem read{.number = row.column<ItemNumber>(0)};
    const auto id = base::parse_uuid(row.column<std::string>(2));
    const auto day = base::parse_date(row.column<std::string>(3));
    const bool known =
        boost::describe::enum_from_string(row.column<std::string>(1).c_str(), read.item.kind);
    if (!known || !id || !day) return base::fail(base::ErrorCode::corrupt, "outbox: a bad row");
    read.item.id = *id;
    read.item.day = *day;
    read.item.body = row.column<std::string>(4);
    return read;
}

base::Status check_whole(storage::Database& database) {
    auto check = database.prepare("PRAGMA quick_check(1)");
    if (!check) return base::fail(check);
    const auto row = check->step();
    if (!row) return base::fail(row);
    if (!*row || check->column<std::string>(0) != "ok") {
        return base::fail(base::ErrorCode::corrupt, "outbox: the database does not hold together");
    }
    return {};
}

base::Status bring_up_to_date(storage::Database& database) {
    const std::array<std::string_view, 3> steps{items_schema, TicketCounter::schema(),
                                                lease_schema};
    return database.migrate(steps);
}

base::Result<storage::Database> open_checked(const std::filesystem::path& path,
                                             const OutboxOptions& options) {
    auto database = storage::Database::open(path, {.max_pages = options.max_pages});
    if (!database) return database;
    if (const auto whole = check_whole(*database); !whole) return base::fail(whole);
    if (const auto ready = bring_up_to_date(*database); !ready) return base::fail(ready);
    // Leases end with the process that held them.
    const auto ended = database->execute("UPDATE item SET leased = 0 WHERE leased = 1");
    if (!ended) return base::fail(ended);
    const auto noted = TicketCounter(*database).note_losses(count_aside(path));
    if (!noted) return base::fail(noted);
    return database;
}

} // namespace

base::Result<std::unique_ptr<Outbox>> Outbox::open(const std::filesystem::path& path,
                                                   const time::Clock& clock,
                                                   const OutboxOptions& options) {
    auto database = open_checked(path, options);
    if (database) return std::unique_ptr<Outbox>(new Outbox(std::move(*database), clock));
    if (database.error().code != base::ErrorCode::corrupt) return base::fail(database);
    const auto moved = move_aside(path);
    if (!moved) return base::fail(moved);
    return base::fail(base::ErrorCode::corrupt,
                      database.error().detail + "; moved aside to " + moved->filename().string());
}

base::Result<std::unique_ptr<Outbox>> Outbox::open_beside(const std::filesystem::path& path,
                                                          const time::Clock& clock) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return base::fail(base::ErrorCode::not_found, "this terminal has no outbox yet");
    }
    auto database = storage::Database::open(path);
    if (!database) return base::fail(database);
    if (const auto ready = bring_up_to_date(*database); !ready) return base::fail(ready);
    return std::unique_ptr<Outbox>(new Outbox(std::move(*database), clock));
}

base::Result<std::vector<ItemNumber>> Outbox::append(std::span<const Item> items) {
    std::vector<ItemNumber> numbers;
    {
        const std::lock_guard lock(mutex_);
        auto transaction = database_.begin();
        if (!transaction) return base::fail(transaction);
        auto inserted = insert_all(items);
        if (!inserted) return inserted;
        if (const auto done = transaction->commit(); !done) return base::fail(done);
        numbers = std::move(*inserted);
    }
    if (wake_) wake_();
    return numbers;
}

base::Result<CheckedIn> Outbox::check_in(
    base::Date day, const std::function<base::Result<std::vector<Item>>(int)>& make) {
    CheckedIn checked_in;
    {
        const std::lock_guard lock(mutex_);
        auto transaction = database_.begin();
        if (!transaction) return base::fail(transaction);
        const auto count = TicketCounter(database_).next(day);
        if (!count) return base::fail(count);
        const auto items = make(*count);
        if (!items) return base::fail(items);
        auto inserted = insert_all(*items);
        if (!inserted) return base::fail(inserted);
        if (const auto done = transaction->commit(); !done) return base::fail(done);
        checked_in = {.ticket_count = *count, .items = std::move(*inserted)};
    }
    if (wake_) wake_();
    return checked_in;
}

base::Status Outbox::raise_ticket(base::Date day, int count) {
    const std::lock_guard lock(mutex_);
    return TicketCounter(database_).raise(day, count);
}

base::Result<std::vector<ItemNumber>> Outbox::insert_all(std::span<const Item> items) {
    std::vector<ItemNumber> numbers;
    for (const Item& item : items) {
        const auto number = insert(item);
        if (!number) return base::fail(number);
        numbers.push_back(*number);
    }
    return numbers;
}

base::Result<ItemNumber> Outbox::insert(const Item& item) {
    if (item.body.size() > max_body_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "outbox: the item is too long");
    }
    auto insertion = database_.prepare(
        "INSERT INTO item (kind, id, day, body, appended_at) VALUES ($1, $2, $3, $4, $5) "
        "ON CONFLICT (kind, id) DO NOTHING RETURNING number");
    if (!insertion) return base::fail(insertion);
    const auto row = insertion
                         ->bind(kind_text(item.kind), item.id.to_string(),
                                base::format_date(item.day), item.body, milliseconds(clock_.wall()))
                         .step();
    if (!row) return base::fail(row);
    if (!*row) return find_same(item);
    const auto number = insertion->column<ItemNumber>(0);
    // RETURNING gives its row before the statement has ended: let it end.
    if (const auto ended = insertion->step(); !ended) return base::fail(ended);
    return number;
}

base::Result<ItemNumber> Outbox::find_same(const Item& item) {
    auto query =
        database_.prepare("SELECT number FROM item WHERE kind = $1 AND id = $2 AND body = $3");
    if (!query) return base::fail(query);
    const auto row = query->bind(kind_text(item.kind), item.id.to_string(), item.body).step();
    if (!row) return base::fail(row);
    if (*row) return query->column<ItemNumber>(0);
    return base::fail(base::ErrorCode::conflict,
                      "outbox: another item waits under the same identifier");
}

base::Result<std::vector<LeasedItem>> Outbox::lease(ItemKind kind, const LeaseLimit& limit) {
    const std::lock_guard lock(mutex_);
    auto leased = pick(kind, limit);
    if (!leased) return leased;
    std::vector<ItemNumber> numbers;
    for (const LeasedItem& one : *leased)
        numbers.push_back(one.number);
    held_.insert(numbers.begin(), numbers.end());
    note_lease("tries = tries + 1, leased = 1", numbers);
    return leased;
}

base::Result<std::vector<LeasedItem>> Outbox::peek(ItemKind kind, ItemNumber after, size_t limit) {
    const std::lock_guard lock(mutex_);
    auto query = database_.prepare("SELECT " + std::string(item_columns) +
                                   " FROM item WHERE kind = $1 AND number > $2 AND "
                                   "quarantined_at IS NULL ORDER BY number LIMIT $3");
    if (!query) return base::fail(query);
    std::vector<LeasedItem> seen;
    const auto read = query->bind(kind_text(kind), after, limit)
                          .each([&](const storage::Statement& row) -> base::Status {
                              auto item = read_item(row);
                              if (item) seen.push_back(std::move(*item));
                              return item ? base::Status() : base::fail(item);
                          });
    if (!read) return base::fail(read);
    return seen;
}

base::Result<std::vector<LeasedItem>> Outbox::pick(ItemKind kind, const LeaseLimit& limit) {
    auto query = database_.prepare("SELECT " + std::string(item_columns) +
                                   " FROM item WHERE kind = $1 AND quarantined_at IS NULL "
                                   "ORDER BY number");
    if (!query) return base::fail(query);
    query->bind(kind_text(kind));
    std::vector<LeasedItem> picked;
    size_t bytes = 0;
    while (picked.size() < limit.items) {
        const auto row = query->step();
        if (!row) return base::fail(row);
        if (!*row) break;
        if (held_.contains(query->column<ItemNumber>(0))) continue;
        auto item = read_item(*query);
        if (!item) return base::fail(item);
        bytes += item->item.body.size();
        if (!picked.empty() && bytes > limit.bytes) break;
        picked.push_back(std::move(*item));
    }
    return picked;
}

// For operators' eyes alone. A disk that is too full to note it is no reason not to send: being
// sent is what empties it.
void Outbox::note_lease(std::string_view change, std::span<const ItemNumber> numbers) {
    if (numbers.empty()) return;
    auto transaction = database_.begin();
    if (!transaction) return;
    for (const ItemNumber number : numbers) {
        auto update = database_.prepare("UPDATE item SET " + std::string(change) +
                                        " WHERE number = $1 AND quarantined_at IS NULL");
        if (!update || !update->bind(number).run()) return;
    }
    static_cast<void>(transaction->commit());
}

void Outbox::release(std::span<const ItemNumber> numbers) {
    const std::lock_guard lock(mutex_);
    for (const ItemNumber number : numbers)
        held_.erase(number);
    note_lease("leased = 0", numbers);
}

base::Status Outbox::acknowledge(std::span<const ItemNumber> numbers) {
    const std::lock_guard lock(mutex_);
    auto transaction = database_.begin();
    if (!transaction) return base::fail(transaction);
    for (const ItemNumber number : numbers) {
        auto removal = database_.prepare("DELETE FROM item WHERE number = $1");
        if (!removal) return base::fail(removal);
        if (const auto done = removal->bind(number).run(); !done) return done;
    }
    if (const auto done = transaction->commit(); !done) return done;
    for (const ItemNumber number : numbers)
        held_.erase(number);
    return {};
}

base::Status Outbox::quarantine(ItemNumber number, std::string_view reason) {
    const std::lock_guard lock(mutex_);
    auto update = database_.prepare(
        "UPDATE item SET quarantined_at = $2, reason = $3, leased = 0 "
        "WHERE number = $1");
    if (!update) return base::fail(update);
    const auto done = update->bind(number, milliseconds(clock_.wall()), reason).run();
    if (done) held_.erase(number);
    return done;
}

void Outbox::on_append(std::function<void()> wake) {
    wake_ = std::move(wake);
}

} // namespace rexue::outbox

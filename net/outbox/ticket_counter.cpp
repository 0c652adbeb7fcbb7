#include "net/outbox/ticket_counter.h"

#include <algorithm>
#include <optional>
#include <string>

namespace rexue::outbox {

std::string_view TicketCounter::schema() {
    return R"sql(
CREATE TABLE ticket_counter (
    day   TEXT PRIMARY KEY,  -- YYYY-MM-DD
    count INTEGER NOT NULL   -- the newest number given
) WITHOUT ROWID;
CREATE TABLE ticket_loss (
    only_one  INTEGER PRIMARY KEY CHECK (only_one = 1),
    count     INTEGER NOT NULL,  -- days up to last_day start after this number
    last_day  TEXT               -- unknown until the first number is given
);
)sql";
}

base::Result<int> TicketCounter::next(base::Date day) {
    std::optional<int> given;
    {
        auto query = database_.prepare("SELECT count FROM ticket_counter WHERE day = $1");
        if (!query) return base::fail(query);
        const auto row = query->bind(base::format_date(day)).step();
        if (!row) return base::fail(row);
        if (*row) given = query->column<int>(0);
    }
    if (!given) {
        const auto first = first_count(day);
        if (!first) return first;
        given = *first;
    }
    if (*given >= max_count) {
        return base::fail(base::ErrorCode::limit_exceeded, "no ticket numbers are left today");
    }
    if (const auto stored = store(day, *given + 1); !stored) return base::fail(stored);
    return *given + 1;
}

base::Result<int> TicketCounter::first_count(base::Date day) {
    const std::string text = base::format_date(day);
    auto learn = database_.prepare("UPDATE ticket_loss SET last_day = $1 WHERE last_day IS NULL");
    if (!learn) return base::fail(learn);
    if (const auto done = learn->bind(text).run(); !done) return base::fail(done);
    auto query = database_.prepare("SELECT count FROM ticket_loss WHERE $1 <= last_day");
    if (!query) return base::fail(query);
    const auto row = query->bind(text).step();
    if (!row) return base::fail(row);
    return *row ? std::min(query->column<int>(0), max_count) : 0;
}

base::Status TicketCounter::raise(base::Date day, int count) {
    return store(day, std::clamp(count, 0, max_count));
}

base::Status TicketCounter::store(base::Date day, int count) {
    auto upsert = database_.prepare(
        "INSERT INTO ticket_counter (day, count) VALUES ($1, $2) "
        "ON CONFLICT (day) DO UPDATE SET count = max(count, excluded.count)");
    if (!upsert) return base::fail(upsert);
    return upsert->bind(base::format_date(day), count).run();
}

base::Status TicketCounter::note_losses(int times) {
    if (times == 0) return {};
    auto insert = database_.prepare(
        "INSERT INTO ticket_loss (only_one, count) VALUES (1, $1) ON CONFLICT DO NOTHING");
    if (!insert) return base::fail(insert);
    return insert->bind(times * jump_after_loss).run();
}

} // namespace rexue::outbox

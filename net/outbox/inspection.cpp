// What an operator sees of the outbox, and puts back in line.
#include <utility>

#include "net/outbox/outbox.h"

namespace rexue::outbox {

namespace {

// The columns of `Outbox::list`.
base::Result<ItemBrief> read_brief(const storage::Statement& row) {
    ItemBrief brief{.number = row.column<ItemNumber>(0)};
    const auto id = base::parse_uuid(row.column<std::string>(2));
    const bool known =
        boost::describe::enum_from_string(row.column<std::string>(1).c_str(), brief.kind);
    if (!known || !id) return base::fail(base::ErrorCode::corrupt, "outbox: a bad row");
    brief.id = *id;
    brief.queued_at = base::Instant(std::chrono::milliseconds(row.column<std::int64_t>(3)));
    brief.tries = row.column<int>(4);
    brief.refusal = row.column<std::optional<std::string>>(7);
    if (row.column<int>(5) != 0) brief.status = ItemStatus::leased;
    if (row.column<int>(6) != 0) brief.status = ItemStatus::quarantined;
    return brief;
}

} // namespace

base::Result<std::vector<ItemBrief>> Outbox::list(ItemNumber after, size_t limit) {
    const std::lock_guard lock(mutex_);
    auto query = database_.prepare(
        "SELECT number, kind, id, appended_at, tries, leased, quarantined_at IS NOT NULL, reason "
        "FROM item WHERE number > $1 ORDER BY number LIMIT $2");
    if (!query) return base::fail(query);
    std::vector<ItemBrief> briefs;
    const auto read =
        query->bind(after, limit).each([&](const storage::Statement& row) -> base::Status {
            auto brief = read_brief(row);
            if (brief) briefs.push_back(std::move(*brief));
            return brief ? base::Status() : base::fail(brief);
        });
    if (!read) return base::fail(read);
    return briefs;
}

base::Status Outbox::requeue(ItemNumber number) {
    {
        const std::lock_guard lock(mutex_);
        auto update = database_.prepare(
            "UPDATE item SET quarantined_at = NULL, reason = NULL, tries = 0 "
            "WHERE number = $1 AND quarantined_at IS NOT NULL");
        if (!update) return base::fail(update);
        if (const auto done = update->bind(number).run(); !done) return done;
        if (database_.changed_rows() == 0) {
            return base::fail(base::ErrorCode::not_found, "outbox: no such quarantined item");
        }
    }
    if (wake_) wake_();
    return {};
}

base::Result<OutboxCounts> Outbox::counts() {
    const std::lock_guard lock(mutex_);
    auto query = database_.prepare(
        "SELECT count(*) FILTER (WHERE quarantined_at IS NULL AND kind = 'event'),"
        " count(*) FILTER (WHERE quarantined_at IS NULL AND kind = 'record'),"
        " count(*) FILTER (WHERE quarantined_at IS NULL AND kind = 'booking'),"
        " count(*) FILTER (WHERE quarantined_at IS NOT NULL),"
        " min(appended_at) FILTER (WHERE quarantined_at IS NULL) FROM item");
    if (!query) return base::fail(query);
    const auto row = query->step();
    if (!row) return base::fail(row);
    OutboxCounts counts{.events = query->column<size_t>(0),
                        .records = query->column<size_t>(1),
                        .bookings = query->column<size_t>(2),
                        .quarantined = query->column<size_t>(3)};
    if (const auto oldest = query->column<std::optional<std::int64_t>>(4)) {
        counts.oldest = base::Instant(std::chrono::milliseconds(*oldest));
    }
    return counts;
}

} // namespace rexue::outbox

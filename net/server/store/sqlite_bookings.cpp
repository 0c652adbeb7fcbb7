// The part of SqliteStore about booked days.
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

base::Result<bool> is_stored_already(Database& database, const wire::SealedBooking& sealed) {
    bool stored = false;
    const auto checked = sql::each(
        database, "SELECT terminal, algorithm, ciphertext, signature FROM bookings WHERE id = $1",
        [&](const Statement& row) -> base::Status {
            stored = row.column<std::string>(0) == sealed.terminal.value &&
                     row.column<std::string>(1) == sealed.algorithm &&
                     row.column<std::string>(2) == sealed.ciphertext &&
                     row.column<std::string>(3) == sealed.signature;
            if (stored) return {};
            return base::fail(ErrorCode::conflict, "/booking: another one has this id");
        },
        sealed.booking.to_string());
    if (!checked) return base::fail(checked);
    return stored;
}

} // namespace

base::Status SqliteStore::put_booking(const Booking& booking, base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto stored = is_stored_already(database, booking.sealed);
        if (!stored) return base::fail(stored);
        if (*stored) return {};
        const auto donor = booking.donor ? std::optional(booking.donor->value) : std::nullopt;
        return sql::run(database,
                        "INSERT INTO bookings (id, house, day, donor, terminal, algorithm, "
                        "ciphertext, signature, received_at) "
                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                        booking.sealed.booking.to_string(), booking.house.value,
                        base::format_date(booking.day), donor, booking.sealed.terminal.value,
                        booking.sealed.algorithm, booking.sealed.ciphertext,
                        booking.sealed.signature, sql::column_of(now));
    });
}

base::Result<std::vector<wire::BookingDay>> SqliteStore::booking_days(const wire::HouseId& house,
                                                                      base::Date from,
                                                                      base::Date to) {
    using Days = std::vector<wire::BookingDay>;
    return pool_.read([&](Database& database) -> base::Result<Days> {
        Days days;
        const auto read = sql::each(
            database,
            "SELECT day, count(*) FROM bookings WHERE house = $1 AND day >= $2 AND day <= $3 "
            "GROUP BY day ORDER BY day",
            [&](const Statement& row) -> base::Status {
                const auto day = base::parse_date(row.column<std::string>(0));
                if (!day) return base::fail(day);
                days.push_back({.day = *day, .count = row.column<int>(1)});
                return {};
            },
            house.value, base::format_date(from), base::format_date(to));
        if (!read) return base::fail(read);
        return days;
    });
}

base::Result<bool> SqliteStore::has_booked(const wire::HouseId& house, const wire::DonorId& donor,
                                           base::Date day) {
    return pool_.read([&](Database& database) {
        return sql::one(
            database, "",
            "SELECT count(*) FROM bookings WHERE house = $1 AND donor = $2 AND day = $3",
            [](const Statement& row) -> base::Result<bool> { return row.column<int>(0) > 0; },
            house.value, donor.value, base::format_date(day));
    });
}

} // namespace rexue::server

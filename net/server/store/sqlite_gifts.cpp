// The part of SqliteStore about what a house gives out.
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

base::Result<int> count_of(Database& database, const wire::HouseId& house,
                           const std::string& offer) {
    int count = 0;
    const auto read = sql::each(
        database, "SELECT count FROM offer_stock WHERE house = $1 AND offer = $2",
        [&](const Statement& row) -> base::Status {
            count = row.column<int>(0);
            return {};
        },
        house.value, offer);
    if (!read) return base::fail(read);
    return count;
}

// False when this house has given it in this visit already.
base::Result<bool> note_given(Database& database, const Gift& gift, base::Instant now) {
    const auto noted = sql::run(database,
                                "INSERT INTO gifts (visit, offer, house, staff, given_at) "
                                "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (visit, offer) DO NOTHING",
                                gift.visit.to_string(), gift.offer, gift.house.value, gift.staff,
                                sql::column_of(now));
    if (!noted) return base::fail(noted);
    return database.changed_rows() > 0;
}

} // namespace

base::Status SqliteStore::put_stock(const wire::HouseId& house, const wire::OfferStock& stock) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto known = sql::one(
            database, "no such house", "SELECT 1 FROM houses WHERE id = $1",
            [](const Statement&) -> base::Result<bool> { return true; }, house.value);
        if (!known) return base::fail(known);
        return sql::run(database,
                        "INSERT INTO offer_stock (house, offer, count) VALUES ($1, $2, $3) "
                        "ON CONFLICT (house, offer) DO UPDATE SET count = excluded.count",
                        house.value, stock.offer, stock.count);
    });
}

base::Result<std::vector<wire::OfferStock>> SqliteStore::stock(const wire::HouseId& house) {
    using Stock = std::vector<wire::OfferStock>;
    return pool_.read([&](Database& database) -> base::Result<Stock> {
        Stock stock;
        const auto read = sql::each(
            database, "SELECT offer, count FROM offer_stock WHERE house = $1 ORDER BY offer",
            [&](const Statement& row) -> base::Status {
                stock.push_back({.offer = row.column<std::string>(0), .count = row.column<int>(1)});
                return {};
            },
            house.value);
        if (!read) return base::fail(read);
        return stock;
    });
}

base::Result<std::vector<std::string>> SqliteStore::given(const base::Uuid& visit) {
    using Offers = std::vector<std::string>;
    return pool_.read([&](Database& database) -> base::Result<Offers> {
        Offers offers;
        const auto read = sql::each(
            database, "SELECT offer FROM gifts WHERE visit = $1 ORDER BY offer",
            [&](const Statement& row) -> base::Status {
                offers.push_back(row.column<std::string>(0));
                return {};
            },
            visit.to_string());
        if (!read) return base::fail(read);
        return offers;
    });
}

base::Result<int> SqliteStore::give(const Gift& gift, base::Instant now) {
    int left = 0;
    const auto given = pool_.write([&](Database& database) -> base::Status {
        const auto news = note_given(database, gift, now);
        if (!news) return base::fail(news);
        if (*news) {
            const auto lowered = sql::run(database,
                                          "UPDATE offer_stock SET count = count - 1 "
                                          "WHERE house = $1 AND offer = $2 AND count > 0",
                                          gift.house.value, gift.offer);
            if (!lowered) return lowered;
            if (database.changed_rows() == 0) {
                return base::fail(ErrorCode::conflict, "/offer: the house has none left");
            }
        }
        const auto count = count_of(database, gift.house, gift.offer);
        if (!count) return base::fail(count);
        left = *count;
        return {};
    });
    if (!given) return base::fail(given);
    return left;
}

base::Result<int> SqliteStore::take_back(const Gift& gift) {
    int left = 0;
    const auto taken = pool_.write([&](Database& database) -> base::Status {
        const auto gone =
            sql::run(database, "DELETE FROM gifts WHERE visit = $1 AND offer = $2 AND house = $3",
                     gift.visit.to_string(), gift.offer, gift.house.value);
        if (!gone) return gone;
        if (database.changed_rows() > 0) {
            const auto raised =
                sql::run(database,
                         "UPDATE offer_stock SET count = count + 1 WHERE house = $1 AND offer = $2",
                         gift.house.value, gift.offer);
            if (!raised) return raised;
        }
        const auto count = count_of(database, gift.house, gift.offer);
        if (!count) return base::fail(count);
        left = *count;
        return {};
    });
    if (!taken) return base::fail(taken);
    return left;
}

} // namespace rexue::server

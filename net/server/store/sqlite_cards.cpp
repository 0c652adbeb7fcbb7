// The part of SqliteStore about honour cards: issued, revoked, and codes that were shown.
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

constexpr std::string_view all_columns =
    "SELECT place, number, donor, issued_at, expires, revoked_at, code FROM cards ";

IssuedCard card_of(const Statement& row) {
    const auto revoked = row.column<std::optional<std::int64_t>>(5);
    return {.index = static_cast<std::uint32_t>(row.column<std::int64_t>(0)),
            .number = row.column<std::string>(1),
            .donor = wire::DonorId(row.column<std::string>(2)),
            .issued = sql::instant_of(row.column<std::int64_t>(3)),
            .expires = sql::instant_of(row.column<std::int64_t>(4)),
            .revoked_at = revoked ? std::optional(sql::instant_of(*revoked)) : std::nullopt,
            .text = row.column<std::string>(6)};
}

template <typename... Values>
base::Result<std::vector<IssuedCard>> cards_where(Database& database, std::string_view condition,
                                                  const Values&... values) {
    std::vector<IssuedCard> cards;
    const auto read = sql::each(
        database, std::string(all_columns).append(condition),
        [&](const Statement& row) -> base::Status {
            cards.push_back(card_of(row));
            return {};
        },
        values...);
    if (!read) return base::fail(read);
    return cards;
}

base::Result<std::int64_t> number_from(Database& database, std::string_view query) {
    return sql::one(database, "no row", query, [](const Statement& row) {
        return base::Result<std::int64_t>(row.column<std::int64_t>(0));
    });
}

// The donor's, or from now on the fresh one.
base::Result<std::string> number_of(Database& database, const wire::DonorId& donor,
                                    const std::string& fresh) {
    const auto held = sql::one(
        database, "no card number", "SELECT number FROM honour_cards WHERE donor = $1",
        [](const Statement& row) { return base::Result<std::string>(row.column<std::string>(0)); },
        donor.value);
    if (held || held.error().code != ErrorCode::not_found) return held;
    const auto given = sql::run(
        database, "INSERT INTO honour_cards (number, donor) VALUES ($1, $2)", fresh, donor.value);
    if (!given) return base::fail(given);
    return fresh;
}

} // namespace

base::Result<IssuedCard> SqliteStore::issue_card(const wire::DonorId& donor, base::Instant since,
                                                 const std::string& fresh_number,
                                                 const MakeCard& make) {
    return pool_.write([&](Database& database) -> base::Result<IssuedCard> {
        auto standing = cards_where(database,
                                    "WHERE donor = $1 AND issued_at >= $2 AND revoked_at IS NULL "
                                    "ORDER BY place DESC LIMIT 1",
                                    donor.value, sql::column_of(since));
        if (!standing) return base::fail(standing);
        if (!standing->empty()) return std::move(standing->front());
        const auto number = number_of(database, donor, fresh_number);
        if (!number) return base::fail(number);
        const auto place = number_from(database, "SELECT coalesce(max(place) + 1, 0) FROM cards");
        if (!place) return base::fail(place);
        auto card = make(static_cast<std::uint32_t>(*place), *number);
        if (!card) return card;
        const auto kept = sql::run(database,
                                   "INSERT INTO cards (place, number, donor, issued_at, expires, "
                                   "code) VALUES ($1, $2, $3, $4, $5, $6)",
                                   *place, *number, donor.value, sql::column_of(card->issued),
                                   sql::column_of(card->expires), card->text);
        if (!kept) return base::fail(kept);
        return card;
    });
}

base::Result<std::vector<IssuedCard>> SqliteStore::cards() {
    return pool_.read([](Database& database) { return cards_where(database, "ORDER BY place"); });
}

base::Result<std::vector<std::uint32_t>> SqliteStore::revoked_cards() {
    using Places = std::vector<std::uint32_t>;
    return pool_.read([](Database& database) -> base::Result<Places> {
        Places places;
        const auto read = sql::each(
            database, "SELECT place FROM cards WHERE revoked_at IS NOT NULL ORDER BY place",
            [&](const Statement& row) -> base::Status {
                places.push_back(static_cast<std::uint32_t>(row.column<std::int64_t>(0)));
                return {};
            });
        if (!read) return base::fail(read);
        return places;
    });
}

base::Result<std::vector<std::uint32_t>> SqliteStore::revoke_card(std::string_view number,
                                                                  base::Instant now) {
    using Places = std::vector<std::uint32_t>;
    return pool_.write([&](Database& database) -> base::Result<Places> {
        const auto cards = cards_where(database, "WHERE number = $1 ORDER BY place", number);
        if (!cards) return base::fail(cards);
        if (cards->empty()) return base::fail(ErrorCode::not_found, "no card has this number");
        Places places;
        for (const IssuedCard& card : *cards) {
            if (!card.revoked_at) places.push_back(card.index);
        }
        if (places.empty()) {
            return base::fail(ErrorCode::already_exists,
                              "revoked since " + base::format_instant(*cards->back().revoked_at));
        }
        auto done = sql::run(
            database, "UPDATE cards SET revoked_at = $2 WHERE number = $1 AND revoked_at IS NULL",
            number, sql::column_of(now));
        // The donor's next card has another number: the old one's codes are out there.
        if (done) done = sql::run(database, "DELETE FROM honour_cards WHERE number = $1", number);
        if (!done) return base::fail(done);
        return places;
    });
}

base::Result<bool> SqliteStore::note_shown_code(const ShownCode& code, std::int64_t oldest_step) {
    return pool_.write([&](Database& database) -> base::Result<bool> {
        const auto forgotten =
            sql::run(database, "DELETE FROM shown_codes WHERE step < $1", oldest_step);
        if (!forgotten) return base::fail(forgotten);
        const auto count = number_from(database, "SELECT count(*) FROM shown_codes");
        if (!count) return base::fail(count);
        if (*count >= max_shown_codes) {
            return base::fail(ErrorCode::limit_exceeded, "too many codes in half an hour");
        }
        const auto noted = sql::run(database,
                                    "INSERT INTO shown_codes (step, card, terminal) "
                                    "VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                                    code.step, code.card_number, code.terminal.value);
        if (!noted) return base::fail(noted);
        return sql::one(
            database, "no code", "SELECT terminal FROM shown_codes WHERE step = $1 AND card = $2",
            // A terminal that asks again has lost our answer.
            [&](const Statement& row) {
                return base::Result<bool>(row.column<std::string>(0) == code.terminal.value);
            },
            code.step, code.card_number);
    });
}

} // namespace rexue::server

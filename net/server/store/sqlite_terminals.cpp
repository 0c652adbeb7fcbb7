// The part of SqliteStore about terminals: codes, certificates, the machine behind each.
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"
#include "net/wire/problem.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

// A machine that goes on talking is written down only this often: each note is a disk sync.
constexpr std::chrono::seconds note_heard_every{5};

base::Result<EnrolmentOffer> take_offer(Database& database, std::string_view code_hash,
                                        base::Instant now) {
    auto offer = sql::one(
        database, "no such code",
        "UPDATE enrolment_codes SET used_at = $2 "
        "WHERE code_hash = $1 AND used_at IS NULL AND expires > $2 "
        "RETURNING house, surface, ticket_letter, expires",
        [&](const Statement& row) -> base::Result<EnrolmentOffer> {
            const auto surface = sql::enum_of<wire::SurfaceKind>(row.column<std::string>(1));
            if (!surface) return base::fail(surface);
            return EnrolmentOffer{.code_hash = std::string(code_hash),
                                  .house = wire::HouseId(row.column<std::string>(0)),
                                  .surface = *surface,
                                  .ticket_letter = row.column<std::string>(2),
                                  .expires = sql::instant_of(row.column<std::int64_t>(3))};
        },
        code_hash, sql::column_of(now));
    if (!offer && offer.error().code == ErrorCode::not_found) {
        return base::fail(ErrorCode::unauthenticated,
                          "/code: it is unknown, used already or too old");
    }
    return offer;
}

// The one in force longest, should a house have given a letter twice before that was refused.
base::Result<std::optional<wire::TerminalId>> find_letter_holder(Database& database,
                                                                 const wire::HouseId& house,
                                                                 std::string_view letter) {
    std::optional<wire::TerminalId> holder;
    if (letter.empty()) return holder;
    const auto read = sql::each(
        database,
        "SELECT id FROM terminals WHERE house = $1 AND ticket_letter = $2 "
        "AND revoked_at IS NULL ORDER BY enrolled_at DESC",
        [&](const Statement& row) -> base::Status {
            holder = wire::TerminalId(row.column<std::string>(0));
            return {};
        },
        house.value, letter);
    if (!read) return base::fail(read);
    return holder;
}

// Two terminals of one letter would give the same ticket twice a day.
base::Status check_letter_free(Database& database, const EnrolmentOffer& offer) {
    const auto holder = find_letter_holder(database, offer.house, offer.ticket_letter);
    if (!holder) return base::fail(holder);
    if (!*holder) return {};
    return base::fail(ErrorCode::already_exists, letter_taken_detail(**holder));
}

base::Status add_terminal(Database& database, const Terminal& terminal) {
    return sql::run(database,
                    "INSERT INTO terminals (id, house, surface, ticket_letter, certificate, "
                    "fingerprint, enrolled_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    terminal.id.value, terminal.house.value, sql::word_of(terminal.surface),
                    terminal.ticket_letter, terminal.certificate_pem, terminal.fingerprint,
                    sql::column_of(terminal.enrolled_at));
}

base::Result<Terminal> read_terminal(const Statement& row) {
    const auto surface = sql::enum_of<wire::SurfaceKind>(row.column<std::string>(2));
    if (!surface) return base::fail(surface);
    Terminal terminal{.id = wire::TerminalId(row.column<std::string>(0)),
                      .house = wire::HouseId(row.column<std::string>(1)),
                      .surface = *surface,
                      .ticket_letter = row.column<std::string>(3),
                      .certificate_pem = row.column<std::string>(4),
                      .fingerprint = row.column<std::string>(5),
                      .enrolled_at = sql::instant_of(row.column<std::int64_t>(6)),
                      .revoked_at = std::nullopt};
    if (const auto revoked = row.column<std::optional<std::int64_t>>(7)) {
        terminal.revoked_at = sql::instant_of(*revoked);
    }
    return terminal;
}

struct Heard {
    std::string instance;
    base::Instant at;
};

base::Result<std::optional<Heard>> last_heard(Database& database, const wire::TerminalId& id) {
    std::optional<Heard> heard;
    const auto read = sql::each(
        database, "SELECT instance, heard_at FROM instances WHERE terminal = $1",
        [&](const Statement& row) -> base::Status {
            heard = Heard{.instance = row.column<std::string>(0),
                          .at = sql::instant_of(row.column<std::int64_t>(1))};
            return {};
        },
        id.value);
    if (!read) return base::fail(read);
    return heard;
}

// Whether there is anything to write; conflict when another machine holds the certificate.
base::Result<bool> must_note(const std::optional<Heard>& heard, std::string_view instance,
                             base::Instant now) {
    if (!heard) return true;
    if (heard->instance == instance) return now >= heard->at + note_heard_every;
    if (now < heard->at + instance_lease) {
        return base::fail(ErrorCode::conflict, wire::duplicate_terminal_detail);
    }
    return true;
}

} // namespace

base::Status SqliteStore::put_offer(const EnrolmentOffer& offer) {
    return pool_.write([&](Database& database) {
        return sql::run(database,
                        "INSERT INTO enrolment_codes (code_hash, house, surface, ticket_letter, "
                        "expires) VALUES ($1, $2, $3, $4, $5)",
                        offer.code_hash, offer.house.value, sql::word_of(offer.surface),
                        offer.ticket_letter, sql::column_of(offer.expires));
    });
}

base::Result<Terminal> SqliteStore::enrol(std::string_view code_hash, base::Instant now,
                                          const IssueTerminal& issue) {
    return pool_.write([&](Database& database) -> base::Result<Terminal> {
        const auto offer = take_offer(database, code_hash, now);
        if (!offer) return base::fail(offer);
        if (const auto free = check_letter_free(database, *offer); !free) return base::fail(free);
        auto terminal = issue(*offer);
        if (!terminal) return terminal;
        if (const auto added = add_terminal(database, *terminal); !added) return base::fail(added);
        return terminal;
    });
}

base::Result<std::optional<wire::TerminalId>> SqliteStore::letter_holder(const wire::HouseId& house,
                                                                         std::string_view letter) {
    return pool_.read(
        [&](Database& database) { return find_letter_holder(database, house, letter); });
}

base::Result<Terminal> SqliteStore::terminal(std::string_view fingerprint) {
    return pool_.read([&](Database& database) {
        return sql::one(database, "no such terminal",
                        "SELECT id, house, surface, ticket_letter, certificate, fingerprint, "
                        "enrolled_at, revoked_at FROM terminals WHERE fingerprint = $1",
                        read_terminal, fingerprint);
    });
}

base::Result<std::vector<KnownTerminal>> SqliteStore::terminals(const wire::HouseId& house) {
    return pool_.read([&](Database& database) -> base::Result<std::vector<KnownTerminal>> {
        std::vector<KnownTerminal> known;
        const auto read = sql::each(
            database,
            "SELECT id, house, surface, ticket_letter, certificate, fingerprint, enrolled_at, "
            "revoked_at, heard_at FROM terminals LEFT JOIN instances ON terminal = id "
            "WHERE house = $1 ORDER BY enrolled_at, id",
            [&](const Statement& row) -> base::Status {
                auto terminal = read_terminal(row);
                if (!terminal) return base::fail(terminal);
                known.push_back({.terminal = std::move(*terminal), .heard_at = {}});
                if (const auto heard = row.column<std::optional<std::int64_t>>(8)) {
                    known.back().heard_at = sql::instant_of(*heard);
                }
                return {};
            },
            house.value);
        if (!read) return base::fail(read);
        return known;
    });
}

base::Status SqliteStore::revoke(const wire::TerminalId& id, base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto revoked_at =
            [](const Statement& row) -> base::Result<std::optional<std::int64_t>> {
            return row.column<std::optional<std::int64_t>>(0);
        };
        const auto before =
            sql::one(database, "no such terminal", "SELECT revoked_at FROM terminals WHERE id = $1",
                     revoked_at, id.value);
        if (!before) return base::fail(before);
        if (*before) {
            return base::fail(
                ErrorCode::already_exists,
                "it is refused since " + base::format_instant(sql::instant_of(**before)));
        }
        return sql::run(database, "UPDATE terminals SET revoked_at = $2 WHERE id = $1", id.value,
                        sql::column_of(now));
    });
}

base::Status SqliteStore::claim_instance(const wire::TerminalId& id, std::string_view instance,
                                         base::Instant now) {
    const auto needed = [&](Database& database) -> base::Result<bool> {
        const auto heard = last_heard(database, id);
        if (!heard) return base::fail(heard);
        return must_note(*heard, instance, now);
    };
    const auto looked = pool_.read(needed);
    if (!looked) return base::fail(looked);
    if (!*looked) return {};
    // Looked at again under the write lock: two machines may have read the same silence.
    return pool_.write([&](Database& database) -> base::Status {
        const auto still = needed(database);
        if (!still) return base::fail(still);
        return sql::run(database,
                        "INSERT INTO instances (terminal, instance, heard_at) VALUES ($1, $2, $3) "
                        "ON CONFLICT (terminal) DO UPDATE SET instance = excluded.instance, "
                        "heard_at = excluded.heard_at",
                        id.value, instance, sql::column_of(now));
    });
}

} // namespace rexue::server

// The part of SqliteStore about donors and staff.
#include <fmt/format.h>

#include "kiosk/rules/identity/number_check.h"
#include "net/server/store/sql.h"
#include "net/server/store/sqlite_store.h"

namespace rexue::server {

using base::ErrorCode;
using storage::Database;
using storage::Statement;

namespace {

constexpr int max_donations_read = 200;

base::Status put_donations(Database& database, const Donor& donor) {
    const auto gone = sql::run(database, "DELETE FROM donations WHERE donor = $1", donor.id.value);
    if (!gone) return gone;
    for (const wire::PastDonation& donation : donor.donations) {
        const auto added =
            sql::run(database,
                     "INSERT INTO donations (donor, day, type, volume_ml, units, place) "
                     "VALUES ($1, $2, $3, $4, $5, $6)",
                     donor.id.value, base::format_date(donation.date), sql::word_of(donation.type),
                     donation.volume_ml, donation.units, donation.place);
        if (!added) return added;
    }
    return {};
}

base::Status put_card(Database& database, const wire::DonorId& donor,
                      const std::optional<std::string>& honour_card) {
    const auto gone = sql::run(database, "DELETE FROM honour_cards WHERE donor = $1", donor.value);
    if (!gone || !honour_card) return gone;
    return sql::run(database, "INSERT INTO honour_cards (number, donor) VALUES ($1, $2)",
                    *honour_card, donor.value);
}

// One person, one number: those of 15 digits were given a century and a check digit in 1999.
std::string present_form(std::string_view document_number) {
    return identity::eighteen_digit_form(document_number).value_or(std::string(document_number));
}

base::Result<wire::PastDonation> read_donation(const Statement& row) {
    const auto date = base::parse_date(row.column<std::string>(0));
    const auto type = sql::enum_of<wire::DonationType>(row.column<std::string>(1));
    if (!date) return base::fail(date);
    if (!type) return base::fail(type);
    return wire::PastDonation{.date = *date,
                              .type = *type,
                              .volume_ml = row.column<std::optional<int>>(2),
                              .units = row.column<std::optional<int>>(3),
                              .place = row.column<std::optional<std::string>>(4)};
}

base::Status read_donations(Database& database, Donor& donor) {
    return sql::each(
        database,
        "SELECT day, type, volume_ml, units, place FROM donations WHERE donor = $1 "
        "ORDER BY day DESC, type LIMIT $2",
        [&](const Statement& row) -> base::Status {
            const auto donation = read_donation(row);
            if (!donation) return base::fail(donation);
            donor.donations.push_back(*donation);
            return {};
        },
        donor.id.value, max_donations_read);
}

base::Status note_unknown(Database& database, const StaffMember& nobody, base::Instant now) {
    const auto noted =
        sql::run(database,
                 "INSERT INTO unknown_staff (house, number, wrong_pins, blocked_until, tried_at) "
                 "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (house, number) DO UPDATE SET "
                 "wrong_pins = excluded.wrong_pins, blocked_until = excluded.blocked_until, "
                 "tried_at = excluded.tried_at",
                 nobody.house.value, nobody.number, nobody.wrong_pins_in_a_row,
                 sql::column_of(nobody.blocked_until), sql::column_of(now));
    if (!noted) return noted;
    return sql::run(database,
                    "DELETE FROM unknown_staff WHERE tried_at < (SELECT min(tried_at) FROM "
                    "(SELECT tried_at FROM unknown_staff ORDER BY tried_at DESC LIMIT $1) AS kept)",
                    max_unknown_staff);
}

} // namespace

base::Status SqliteStore::put_donor(const Donor& donor,
                                    const std::optional<std::string>& honour_card) {
    std::optional<int> rare_group;
    if (donor.rare_group) rare_group = *donor.rare_group ? 1 : 0;
    return pool_.write([&](Database& database) -> base::Status {
        auto status = sql::run(
            database,
            "INSERT INTO donors (id, name, document_number, mobile, volunteer_hours, "
            "volunteer_years, stem_cell_donations, rare_group) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET "
            "name = excluded.name, document_number = excluded.document_number, "
            "mobile = excluded.mobile, volunteer_hours = excluded.volunteer_hours, "
            "volunteer_years = excluded.volunteer_years, "
            "stem_cell_donations = excluded.stem_cell_donations, "
            "rare_group = excluded.rare_group",
            donor.id.value, donor.name, present_form(donor.document_number), donor.mobile,
            donor.volunteer_hours, donor.volunteer_years, donor.stem_cell_donations, rare_group);
        if (status) status = put_donations(database, donor);
        if (status) status = put_card(database, donor.id, honour_card);
        return status;
    });
}

base::Result<Donor> SqliteStore::donor_where(std::string_view condition, std::string_view value) {
    const std::string query = fmt::format(
        "SELECT id, name, document_number, mobile, volunteer_hours, volunteer_years, "
        "stem_cell_donations, rare_group FROM donors WHERE {}",
        condition);
    return pool_.read([&](Database& database) -> base::Result<Donor> {
        auto donor = sql::one(
            database, "nobody is known by that number", query,
            [](const Statement& row) -> base::Result<Donor> {
                const auto rare = row.column<std::optional<int>>(7);
                return Donor{.id = wire::DonorId(row.column<std::string>(0)),
                             .name = row.column<std::string>(1),
                             .document_number = row.column<std::string>(2),
                             .mobile = row.column<std::string>(3),
                             .donations = {},
                             .volunteer_hours = row.column<std::optional<int>>(4),
                             .volunteer_years = row.column<std::optional<int>>(5),
                             .stem_cell_donations = row.column<std::optional<int>>(6),
                             .rare_group = rare ? std::optional(*rare != 0) : std::nullopt};
            },
            value);
        if (!donor) return donor;
        const auto read = read_donations(database, *donor);
        if (!read) return base::fail(read);
        return donor;
    });
}

base::Result<Donor> SqliteStore::donor_by_document(std::string_view document_number) {
    return donor_where("document_number = $1", present_form(document_number));
}

base::Result<Donor> SqliteStore::donor_by_card(std::string_view card_number) {
    return donor_where("id = (SELECT donor FROM honour_cards WHERE number = $1)", card_number);
}

base::Result<Donor> SqliteStore::donor(const wire::DonorId& id) {
    return donor_where("id = $1", id.value);
}

base::Status SqliteStore::put_staff(const StaffMember& member) {
    return pool_.write([&](Database& database) -> base::Status {
        // Whoever knew the old PIN is not let on working under it.
        const auto ended = sql::run(
            database,
            "DELETE FROM staff_sessions WHERE house = $1 AND staff = $2 AND EXISTS (SELECT 1 "
            "FROM staff WHERE house = $1 AND number = $2 AND pin_hash <> $3)",
            member.house.value, member.number, member.pin_hash);
        if (!ended) return ended;
        const auto known =
            sql::run(database, "DELETE FROM unknown_staff WHERE house = $1 AND number = $2",
                     member.house.value, member.number);
        if (!known) return known;
        return sql::run(database,
                        "INSERT INTO staff (house, number, name, role, pin_hash) "
                        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (house, number) DO UPDATE SET "
                        "name = excluded.name, role = excluded.role, "
                        "pin_hash = excluded.pin_hash, wrong_pins = 0, blocked_until = 0",
                        member.house.value, member.number, member.name, sql::word_of(member.role),
                        member.pin_hash);
    });
}

base::Result<StaffMember> SqliteStore::staff(const wire::HouseId& house, std::string_view number) {
    return pool_.read([&](Database& database) {
        return sql::one(
            database, "no such staff member",
            "SELECT name, role, pin_hash, wrong_pins, blocked_until FROM staff "
            "WHERE house = $1 AND number = $2",
            [&](const Statement& row) -> base::Result<StaffMember> {
                const auto role = sql::enum_of<wire::StaffRole>(row.column<std::string>(1));
                if (!role) return base::fail(role);
                return StaffMember{.house = house,
                                   .number = std::string(number),
                                   .name = row.column<std::string>(0),
                                   .role = *role,
                                   .pin_hash = row.column<std::string>(2),
                                   .wrong_pins_in_a_row = row.column<int>(3),
                                   .blocked_until = sql::instant_of(row.column<std::int64_t>(4))};
            },
            house.value, number);
    });
}

base::Result<StaffMember> SqliteStore::unknown_staff(const wire::HouseId& house,
                                                     std::string_view number) {
    StaffMember nobody{.house = house, .number = std::string(number)};
    const auto read = pool_.read([&](Database& database) {
        return sql::each(
            database,
            "SELECT wrong_pins, blocked_until FROM unknown_staff "
            "WHERE house = $1 AND number = $2",
            [&](const Statement& row) -> base::Status {
                nobody.wrong_pins_in_a_row = row.column<int>(0);
                nobody.blocked_until = sql::instant_of(row.column<std::int64_t>(1));
                return {};
            },
            house.value, number);
    });
    if (!read) return base::fail(read);
    return nobody;
}

base::Status SqliteStore::note_pin_tries(const StaffMember& member, base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto noted = sql::run(database,
                                    "UPDATE staff SET wrong_pins = $3, blocked_until = $4 "
                                    "WHERE house = $1 AND number = $2",
                                    member.house.value, member.number, member.wrong_pins_in_a_row,
                                    sql::column_of(member.blocked_until));
        if (!noted || database.changed_rows() > 0) return noted;
        return note_unknown(database, member, now);
    });
}

base::Status SqliteStore::open_session(const OpenSession& session, base::Instant now) {
    return pool_.write([&](Database& database) -> base::Status {
        const auto swept = sql::run(database, "DELETE FROM staff_sessions WHERE expires <= $1",
                                    sql::column_of(now));
        if (!swept) return swept;
        return sql::run(database,
                        "INSERT INTO staff_sessions (token_hash, terminal, house, staff, name, "
                        "role, expires) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        session.token_hash, session.terminal.value, session.house.value,
                        session.staff, session.name, sql::word_of(session.role),
                        sql::column_of(session.expires));
    });
}

base::Result<OpenSession> SqliteStore::session(std::string_view token_hash, base::Instant now) {
    auto session = pool_.read([&](Database& database) {
        return sql::one(
            database, "no such session",
            "SELECT terminal, house, staff, name, role, expires FROM staff_sessions "
            "WHERE token_hash = $1 AND expires > $2",
            [&](const Statement& row) -> base::Result<OpenSession> {
                const auto role = sql::enum_of<wire::StaffRole>(row.column<std::string>(4));
                if (!role) return base::fail(role);
                return OpenSession{.token_hash = std::string(token_hash),
                                   .terminal = wire::TerminalId(row.column<std::string>(0)),
                                   .house = wire::HouseId(row.column<std::string>(1)),
                                   .staff = row.column<std::string>(2),
                                   .name = row.column<std::string>(3),
                                   .role = *role,
                                   .expires = sql::instant_of(row.column<std::int64_t>(5))};
            },
            token_hash, sql::column_of(now));
    });
    if (!session && session.error().code == ErrorCode::not_found) {
        return base::fail(ErrorCode::unauthenticated, "the staff session is over");
    }
    return session;
}

} // namespace rexue::server

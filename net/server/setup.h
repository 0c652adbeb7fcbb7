// Making a server's data folder and letting people and terminals in: what an operator does before
// and beside a running server. Each call opens the folder anew and may be made while it runs.
#pragma once

#include <optional>
#include <string>

#include "net/server/cards/card_desk.h"
#include "net/server/data_folder.h"
#include "net/server/keys/authority.h"
#include "net/server/keys/card_keys.h"
#include "net/server/store/rows.h"
#include "net/wire/enrolment.h"
#include "net/wire/house.h"
#include "net/wire/staff.h"
#include "platform/time/clock.h"

namespace rexue::server {

struct SetupOptions {
    DataFolder data;
    // What the server's certificate shall be good for. Without any: what the present one is good
    // for, or this machine alone (localhost).
    keys::ServerNames names;
    // Whose honour cards the first card key signs; a later init changes nothing.
    std::string card_issuer = std::string(keys::default_card_issuer);
    // Folder with houses.json, staff.json, donors.json and stock.json to load; they overwrite what
    // has the same id.
    std::optional<std::filesystem::path> sample;
};

struct Prepared {
    keys::ServerNames names; // what the server's certificate is good for
    bool new_certificate = false;
};
// Makes what is missing and keeps what is there: authority, sealing key, card keys, server
// certificate (made anew when it lacks a host or ends within 30 days), database. Key files get mode
// 0600. Doing it twice is doing it once.
base::Result<Prepared> init(const SetupOptions& options, const time::Clock& clock);

// A new or changed house from its JSON (wire::House). Running terminals see it when they next ask.
// invalid_argument with the JSON pointer.
base::Result<wire::HouseId> put_house(const DataFolder& data, const std::filesystem::path& file);

// How many of an offer (assets/moments) the house has from now on. Running terminals see it when
// they next ask. invalid_argument, not_found (house).
inline constexpr int max_stock = 100'000;
base::Status put_stock(const DataFolder& data, const wire::HouseId& house,
                       const wire::OfferStock& stock);
// not_found (house).
base::Result<std::vector<wire::OfferStock>> list_stock(const DataFolder& data,
                                                       const wire::HouseId& house);

struct EnrolmentWish {
    wire::HouseId house;
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::string ticket_letter; // "A" … "Z" for a donor terminal, empty for the others
};
inline constexpr std::chrono::hours enrolment_code_life{24};

// A one-time code, "K7QM-2XWD-9RTA". not_found (house), invalid_argument, already_exists (letter).
base::Result<std::string> make_enrolment_code(const DataFolder& data, const EnrolmentWish& wish,
                                              const time::Clock& clock);

// SHA-256 of the authority's certificate in hex: terminals pin it when they enrol.
base::Result<std::string> authority_fingerprint(const DataFolder& data);

struct StaffWish {
    wire::HouseId house;
    std::string number; // 1–10 digits
    std::string name;   // empty: keep the present one
    std::optional<wire::StaffRole> role;
    std::string pin;
};
// New, or a new PIN for somebody known, who is then no longer blocked. invalid_argument, not_found.
base::Status set_staff_pin(const DataFolder& data, const StaffWish& wish);

// The terminals of a house in the order of their enrolment, also those that were revoked.
// not_found (house).
base::Result<std::vector<KnownTerminal>> list_terminals(const DataFolder& data,
                                                        const wire::HouseId& house);

// Its certificate is refused from now on. already_exists: it was revoked before, and says since
// when. not_found.
base::Status revoke_terminal(const DataFolder& data, const wire::TerminalId& terminal,
                             const time::Clock& clock);

// --- honour cards

// The next key that cards are signed with, from `lead` on, so that terminals know it by then; the
// first one at once. Its id. Without an issuer: the present one's. conflict for another issuer
// once cards were issued, and while the newest key has not begun.
base::Result<std::string> add_card_key(const DataFolder& data,
                                       const std::optional<std::string>& issuer,
                                       std::chrono::hours lead, const time::Clock& clock);
inline constexpr std::chrono::hours card_key_lead{48};

struct CardWish {
    std::string document_number;
    wire::HouseId house; // whose place counts; empty: the only one there is
    std::filesystem::path assets;
    CardOptions options = {};
};
// not_found (donor, house, key), conflict where nothing is held, invalid_argument where the house
// must be said.
base::Result<IssuedCard> issue_card(const DataFolder& data, const CardWish& wish,
                                    const time::Clock& clock);
base::Result<std::vector<IssuedCard>> list_cards(const DataFolder& data);
// As Store::revoke_card.
base::Status revoke_card(const DataFolder& data, const std::string& number,
                         const time::Clock& clock);

} // namespace rexue::server

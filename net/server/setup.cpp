#include "net/server/setup.h"

#include <algorithm>

#include "net/server/handlers/find_donor.h"
#include "net/server/house_check.h"
#include "net/server/keys/sealing.h"
#include "net/server/keys/secrets.h"
#include "net/server/keys/signature.h"
#include "net/server/sample.h"
#include "net/server/store/sqlite_store.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"
#include "platform/log/catalogue.h"
#include "platform/storage/file.h"

namespace rexue::server {

using base::ErrorCode;
using storage::read_text_file;
using storage::write_file_atomically;

namespace {

constexpr mode_t private_mode = 0600;
constexpr mode_t public_mode = 0644;

base::Status make_folder(const DataFolder& data) {
    std::error_code error;
    std::filesystem::create_directories(data.path, error);
    if (!error) {
        std::filesystem::permissions(data.path, std::filesystem::perms::owner_all, error);
    }
    if (error) return base::fail(ErrorCode::io, "data folder: " + error.message());
    return {};
}

// The key first: a certificate without its key would look finished.
base::Status write_pair(const keys::CertifiedKey& pair, const std::filesystem::path& key,
                        const std::filesystem::path& certificate) {
    auto status = write_file_atomically(key, base::bytes_of(pair.key_pem), private_mode);
    if (!status) return status;
    return write_file_atomically(certificate, base::bytes_of(pair.certificate_pem), public_mode);
}

base::Result<keys::CertifiedKey> read_pair(const std::filesystem::path& key,
                                           const std::filesystem::path& certificate) {
    auto key_pem = read_text_file(key, max_key_file_bytes);
    if (!key_pem) return base::fail(key_pem);
    auto certificate_pem = read_text_file(certificate, max_key_file_bytes);
    if (!certificate_pem) return base::fail(certificate_pem);
    return keys::CertifiedKey{.key_pem = std::move(*key_pem),
                              .certificate_pem = std::move(*certificate_pem)};
}

base::Result<keys::Authority> keep_authority(const DataFolder& data, base::Instant now) {
    auto pair = read_pair(data.authority_key(), data.authority_certificate());
    const bool is_new = !std::filesystem::exists(data.authority_key()) &&
                        !std::filesystem::exists(data.authority_certificate());
    // One of the two alone is no reason to make others: every terminal trusts these.
    if (!pair && is_new) {
        pair = keys::Authority::make(now);
        if (!pair) return base::fail(pair);
        const auto written = write_pair(*pair, data.authority_key(), data.authority_certificate());
        if (!written) return base::fail(written);
    }
    if (!pair) return base::fail(pair);
    return keys::Authority::load(*pair);
}

base::Result<keys::ServerNames> wanted_names(const SetupOptions& options) {
    if (!options.names.hosts.empty()) return options.names;
    const auto present = read_text_file(options.data.server_certificate(), max_key_file_bytes);
    if (present) return keys::names_of(*present);
    if (present.error().code != ErrorCode::not_found) return base::fail(present);
    return keys::ServerNames{.hosts = {"localhost", "127.0.0.1", "::1"}};
}

base::Result<Prepared> keep_server_certificate(const SetupOptions& options,
                                               const keys::Authority& authority,
                                               base::Instant now) {
    const auto& data = options.data;
    auto names = wanted_names(options);
    if (!names) return base::fail(names);
    Prepared prepared{.names = std::move(*names)};
    const auto present = read_pair(data.server_key(), data.server_certificate());
    if (present && authority.has_certified(*present) &&
        keys::still_serves(present->certificate_pem, prepared.names, now)) {
        return prepared;
    }
    const auto fresh = authority.certify_server(prepared.names, now);
    if (!fresh) return base::fail(fresh);
    const auto written = write_pair(*fresh, data.server_key(), data.server_certificate());
    if (!written) return base::fail(written);
    prepared.new_certificate = true;
    return prepared;
}

// Never made anew: records sealed for the old one could not be opened any more.
base::Status keep_sealing_key(const DataFolder& data) {
    const auto present = storage::read_file(data.sealing_key(), max_key_file_bytes);
    if (present) {
        const auto loaded = keys::SealingKeys::load(*present);
        return loaded ? base::Status() : base::fail(loaded);
    }
    if (present.error().code != ErrorCode::not_found) return base::fail(present);
    return write_file_atomically(data.sealing_key(), keys::SealingKeys::make_secret(),
                                 private_mode);
}

// Of a folder that `init` has made: asking after something makes nothing.
base::Result<std::unique_ptr<SqliteStore>> open_present(const DataFolder& data) {
    if (!std::filesystem::exists(data.database())) {
        return base::fail(ErrorCode::not_found,
                          data.path.string() + " is no data folder (rexue-server init makes one)");
    }
    return SqliteStore::open(data.database());
}

base::Status check_letter(const EnrolmentWish& wish) {
    const bool gives_tickets = wish.surface == wire::SurfaceKind::donor;
    const std::string& letter = wish.ticket_letter;
    if (!gives_tickets && letter.empty()) return {};
    if (gives_tickets && letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z') return {};
    return base::fail(ErrorCode::invalid_argument,
                      "a donor terminal has a ticket letter A to Z, the others have none");
}

} // namespace

base::Result<Prepared> init(const SetupOptions& options, const time::Clock& clock) {
    if (const auto made = make_folder(options.data); !made) return base::fail(made);
    const auto now = clock.wall();
    const auto authority = keep_authority(options.data, now);
    if (!authority) return base::fail(authority);
    auto prepared = keep_server_certificate(options, *authority, now);
    if (!prepared) return prepared;
    if (const auto sealing = keep_sealing_key(options.data); !sealing) return base::fail(sealing);
    const auto card_keys = keys::keep_card_keys(options.data, options.card_issuer, now);
    if (!card_keys) return base::fail(card_keys);
    const auto store = SqliteStore::open(options.data.database());
    if (!store) return base::fail(store);
    if (!options.sample) return prepared;
    const auto today = base::local_time(now, {}).date;
    const auto loaded = load_sample(**store, *options.sample, today);
    if (!loaded) return base::fail(loaded);
    return prepared;
}

base::Result<wire::HouseId> put_house(const DataFolder& data, const std::filesystem::path& file) {
    const auto text = read_text_file(file, max_key_file_bytes);
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    if (!value) return base::fail(value);
    const auto house = json::from_exact_json<wire::House>(*value);
    if (!house) return base::fail(house);
    if (const auto checked = check_house(*house); !checked) return base::fail(checked);
    if (house->station_settings) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "/station_settings: a file of its own, given to the server with "
                          "--station-settings");
    }
    if (house->stock) {
        return base::fail(base::ErrorCode::invalid_argument, "/stock: counted by the server");
    }
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    if (const auto kept = (*store)->put_house(*house); !kept) return base::fail(kept);
    return house->house;
}

base::Status put_stock(const DataFolder& data, const wire::HouseId& house,
                       const wire::OfferStock& stock) {
    if (stock.count < 0 || stock.count > max_stock) {
        return base::fail(ErrorCode::invalid_argument, "a count from 0 to 100000 is wanted");
    }
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    return (*store)->put_stock(house, stock);
}

base::Result<std::vector<wire::OfferStock>> list_stock(const DataFolder& data,
                                                       const wire::HouseId& house) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    if (const auto known = (*store)->house(house); !known) return base::fail(known);
    return (*store)->stock(house);
}

base::Result<std::string> make_enrolment_code(const DataFolder& data, const EnrolmentWish& wish,
                                              const time::Clock& clock) {
    if (const auto checked = check_letter(wish); !checked) return base::fail(checked);
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    const auto house = (*store)->house(wish.house);
    if (!house) return base::fail(house);
    const auto holder = (*store)->letter_holder(wish.house, wish.ticket_letter);
    if (!holder) return base::fail(holder);
    if (*holder) return base::fail(ErrorCode::already_exists, letter_taken_detail(**holder));
    std::string code = keys::make_enrolment_code();
    const auto normal = keys::normalise_enrolment_code(code);
    REXUE_ASSERT(normal.has_value());
    const auto kept = (*store)->put_offer({.code_hash = keys::hash_of(*normal),
                                           .house = wish.house,
                                           .surface = wish.surface,
                                           .ticket_letter = wish.ticket_letter,
                                           .expires = clock.wall() + enrolment_code_life});
    if (!kept) return base::fail(kept);
    return code;
}

base::Result<std::string> authority_fingerprint(const DataFolder& data) {
    const auto pem = read_text_file(data.authority_certificate(), max_key_file_bytes);
    if (!pem) return base::fail(pem);
    return keys::fingerprint(*pem);
}

base::Status set_staff_pin(const DataFolder& data, const StaffWish& wish) {
    if (const auto good = keys::check_pin(wish.pin); !good) return good;
    if (!keys::is_staff_number(wish.number)) {
        return base::fail(ErrorCode::invalid_argument, "a staff number has 1 to 10 digits");
    }
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    if (const auto house = (*store)->house(wish.house); !house) return base::fail(house);
    auto member = (*store)->staff(wish.house, wish.number);
    if (!member && member.error().code != ErrorCode::not_found) return base::fail(member);
    if (!member) {
        if (wish.name.empty()) {
            return base::fail(ErrorCode::invalid_argument, "a new staff member needs a name");
        }
        member = StaffMember{.house = wish.house, .number = wish.number};
    }
    if (!wish.name.empty()) member->name = wish.name;
    if (wish.role) member->role = *wish.role;
    member->pin_hash = keys::hash_pin(wish.pin);
    return (*store)->put_staff(*member);
}

base::Result<std::vector<KnownTerminal>> list_terminals(const DataFolder& data,
                                                        const wire::HouseId& house) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    if (const auto known = (*store)->house(house); !known) return base::fail(known);
    return (*store)->terminals(house);
}

base::Status revoke_terminal(const DataFolder& data, const wire::TerminalId& terminal,
                             const time::Clock& clock) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    const auto revoked = (*store)->revoke(terminal, clock.wall());
    if (revoked) log::write(log::terminal_revoked, {{"terminal", terminal}});
    return revoked;
}

base::Result<std::string> add_card_key(const DataFolder& data,
                                       const std::optional<std::string>& issuer,
                                       std::chrono::hours lead, const time::Clock& clock) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    const auto now = clock.wall();
    const auto document = keys::card_key_document(data);
    if (!document) return base::fail(document);
    if (document->keys.empty()) {
        const auto made = keys::keep_card_keys(
            data, issuer.value_or(std::string(keys::default_card_issuer)), now);
        if (!made) return base::fail(made);
        return keys::card_key_document(data)->keys.back().kid;
    }
    const std::string& present = document->keys.back().issuer;
    const auto cards = (*store)->cards();
    if (!cards) return base::fail(cards);
    // Places in the revocation list are an issuer's: two issuers in one folder would share them.
    if (issuer && *issuer != present && !cards->empty()) {
        return base::fail(ErrorCode::conflict, "cards of " + present + " were issued already");
    }
    // The present second is the old key's: cards that were issued in it say no more than that.
    const auto from = std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds(1);
    const auto added = keys::add_card_key(data, issuer.value_or(present), from + lead);
    if (!added) return base::fail(added);
    return added->kid;
}

base::Result<IssuedCard> issue_card(const DataFolder& data, const CardWish& wish,
                                    const time::Clock& clock) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    auto id = wish.house;
    if (id.value.empty()) {
        const auto houses = (*store)->houses();
        if (!houses) return base::fail(houses);
        if (houses->size() != 1) {
            return base::fail(ErrorCode::invalid_argument, "there are several houses: --house");
        }
        id = houses->front();
    }
    const auto house = (*store)->house(id);
    if (!house) return base::fail(house);
    const auto donor =
        find_donor(**store, {.document_number = wish.document_number, .card_number = std::nullopt});
    if (!donor) return base::fail(donor);
    const auto desk = CardDesk::load(data, wish.assets, wish.options);
    if (!desk) return base::fail(desk);
    return desk->issue(**store, *house, *donor, clock.wall());
}

base::Result<std::vector<IssuedCard>> list_cards(const DataFolder& data) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    return (*store)->cards();
}

base::Status revoke_card(const DataFolder& data, const std::string& number,
                         const time::Clock& clock) {
    const auto store = open_present(data);
    if (!store) return base::fail(store);
    return revoke_card(**store, number, clock.wall());
}

} // namespace rexue::server

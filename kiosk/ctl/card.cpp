#include "kiosk/ctl/card.h"

#include <array>
#include <ostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "kiosk/ctl/card_files.h"
#include "kiosk/ctl/input.h"
#include "kiosk/ctl/issued_words.h"
#include "net/client/seen_codes_file.h"
#include "net/credential/first_day.h"
#include "net/credential/inspect.h"
#include "net/credential/issuer.h"
#include "net/credential/verify.h"
#include "platform/base/mod_97_10.h"
#include "platform/base/random.h"
#include "platform/image/picture.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"
#include "platform/qr/code_picture.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

// The file of `card issue`.
struct HolderFile {
    std::string issuer;
    std::uint32_t index = 0;
    std::optional<std::string> issued; // now without it
    std::string expires;
    std::optional<std::string> not_before;
    std::string card_number;
    std::string name;
    std::optional<std::string> tier;
    std::optional<std::vector<credential::AwardHeld>> awards;
    std::optional<std::string> province;
    std::optional<std::string> city;
    std::optional<int> award_count;
    std::optional<int> whole_blood_count;
    std::optional<base::Date> as_of;
    std::optional<std::string> blood_group;
};
BOOST_DESCRIBE_STRUCT(HolderFile, (),
                      (issuer, index, issued, expires, not_before, card_number, name, tier, awards,
                       province, city, award_count, whole_blood_count, as_of, blood_group))

namespace {

using credential::HonourCard;
namespace fs = std::filesystem;

constexpr int unusable = 2;
constexpr size_t max_file_bytes = 64 * 1024;
constexpr size_t max_list_file_bytes = 4 * 1024 * 1024;
constexpr int largest_card_version = 12;

int complain(std::ostream& err, std::string_view command, const base::Error& error) {
    err << "rexuectl card " << command << ": " << error.detail << '\n';
    return unusable;
}

void print(std::ostream& out, const boost::json::object& line) {
    out << boost::json::serialize(line) << '\n';
}

base::Result<base::Instant> time_or_now(const std::optional<std::string>& text, base::Instant now) {
    return text ? parse_time(*text) : now;
}

base::Result<HonourCard> card_of(const HolderFile& file, base::Instant now) {
    const auto issued = time_or_now(file.issued, now);
    if (!issued) return base::fail(issued);
    const auto expires = parse_time(file.expires);
    if (!expires) return base::fail(expires);
    HonourCard card{.issuer = file.issuer,
                    .issued = *issued,
                    .expires = *expires,
                    .index = file.index,
                    .claims = {.card_number = file.card_number,
                               .name = file.name,
                               .tier = file.tier,
                               .awards = file.awards.value_or(std::vector<credential::AwardHeld>{}),
                               .province = file.province,
                               .city = file.city,
                               .award_count = file.award_count,
                               .whole_blood_count = file.whole_blood_count,
                               .as_of = file.as_of,
                               .blood_group = file.blood_group}};
    if (file.not_before) {
        const auto start = parse_time(*file.not_before);
        if (!start) return base::fail(start);
        card.not_before = *start;
    }
    return card;
}

base::Result<HonourCard> read_holder(const fs::path& path, base::Instant now) {
    const auto text = read_named_file(path, max_file_bytes);
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    if (!value) return std::unexpected(about(path, value.error()));
    const auto file = json::from_exact_json<HolderFile>(*value);
    if (!file) return std::unexpected(about(path, file.error()));
    auto card = card_of(*file, now);
    if (!card) return std::unexpected(about(path, card.error()));
    return card;
}

boost::json::object claims_json(const HonourCard& card) {
    const auto& claims = card.claims;
    boost::json::object said{{"issuer", card.issuer},
                             {"issued", base::format_instant(card.issued)},
                             {"expires", base::format_instant(card.expires)},
                             {"index", card.index},
                             {"card_number", claims.card_number.str()},
                             {"name", claims.name.str()},
                             {"awards", json::to_json(claims.awards)}};
    const auto put = [&](const char* name, const auto& value) {
        if (value) said[name] = json::to_json(*value);
    };
    put("not_before", card.not_before);
    put("tier", claims.tier);
    put("province", claims.province);
    put("city", claims.city);
    put("award_count", claims.award_count);
    put("whole_blood_count", claims.whole_blood_count);
    put("as_of", claims.as_of);
    put("blood_group", claims.blood_group);
    return said;
}

boost::json::value claims_of(const credential::Finding& finding) {
    if (finding.card) return claims_json(*finding.card);
    if (finding.code_card_number) {
        return boost::json::object{{"card_number", finding.code_card_number->str()}};
    }
    return nullptr;
}

base::Result<credential::DynamicKey> read_dynamic_key(const fs::path& file) {
    auto bytes = storage::read_file(file, max_file_bytes);
    if (!bytes) return std::unexpected(about(file, bytes.error()));
    auto key = credential::DynamicKey::from_bytes(*bytes);
    base::wipe(*bytes);
    if (!key) return std::unexpected(about(file, key.error()));
    return key;
}

std::string day_keys_of(const credential::DynamicKey& master, std::uint16_t day) {
    credential::KeyDocument document{.keys = {},
                                     .day_keys = std::vector<credential::DayKeyEntry>{}};
    for (int shift = -1; shift <= 1; ++shift) {
        const int other = day + shift;
        if (other < 0 || other > 65'535) continue;
        const auto key = master.for_day(static_cast<std::uint16_t>(other));
        document.day_keys->push_back(
            {.day = base::Date(credential::first_day + std::chrono::days(other)),
             .key = base::base64_encode(key.bytes())});
    }
    return json::pretty(json::to_json(document));
}

base::Result<credential::RevocationList> read_list(const RevokeOrder& order, base::Instant now) {
    std::error_code error;
    if (!fs::exists(order.list, error)) return credential::RevocationList(order.issuer, now);
    const auto bytes = storage::read_file(order.list, max_list_file_bytes);
    if (!bytes) return std::unexpected(about(order.list, bytes.error()));
    const auto key = read_signing_key(order.key);
    if (!key) return base::fail(key);
    auto known = order.keys ? read_keys(*order.keys) : credential::KeySet();
    if (!known) return base::fail(known);
    const auto added =
        known->add(credential::TrustedKey{.key = key->verification_key(), .issuer = ""});
    if (!added) return base::fail(added);
    auto list = credential::RevocationList::read(*bytes, *known);
    if (!list) return std::unexpected(about(order.list, list.error()));
    if (list->issuer() != order.issuer) {
        return base::fail(base::ErrorCode::conflict,
                          order.list.string() + ": the list is another issuer's");
    }
    return list;
}

int make_master(const NewKeyOrder& order, std::ostream& out, std::ostream& err) {
    const fs::path file = order.folder / (order.issuer + ".master");
    std::error_code error;
    if (fs::exists(file, error)) {
        return complain(err, "key", {.detail = file.string() + " is there already"});
    }
    std::array<std::byte, 32> secret{};
    base::fill_random(secret);
    const auto written = storage::write_file_atomically(file, secret, 0600);
    base::wipe(secret);
    if (!written) return complain(err, "key", written.error());
    print(out, {{"private_key", file.string()}});
    return 0;
}

} // namespace

int new_card_key(const NewKeyOrder& order, base::Instant now, std::ostream& out,
                 std::ostream& err) {
    if (!credential::is_issuer(order.issuer)) {
        return complain(err, "key", {.detail = credential::issuer_rule});
    }
    std::error_code error;
    fs::create_directories(order.folder, error);
    if (order.master) return make_master(order, out, err);
    const auto key = credential::SigningKey::generate();
    if (!key) return complain(err, "key", key.error());
    const auto entry = credential::entry_of(key->verification_key(), order.issuer, now);
    const credential::KeyDocument document{.keys = {entry}, .day_keys = {}};
    const fs::path secret = order.folder / (order.issuer + "-" + entry.kid + ".key.pem");
    const fs::path shown = order.folder / (order.issuer + "-" + entry.kid + ".json");
    const base::SecretText pem = key->pem();
    auto written = storage::write_file_atomically(secret, base::bytes_of(pem), 0600);
    if (written) {
        written = storage::write_file_atomically(
            shown, base::bytes_of(json::pretty(json::to_json(document))), 0644);
    }
    if (!written) return complain(err, "key", written.error());
    print(out, {{"kid", entry.kid}, {"private_key", secret.string()}, {"key_set", shown.string()}});
    return 0;
}

int issue_card(const IssueOrder& order, base::Instant now, std::ostream& out, std::ostream& err) {
    const auto card = read_holder(order.holder, now);
    if (!card) return complain(err, "issue", card.error());
    const auto key = read_signing_key(order.key);
    if (!key) return complain(err, "issue", key.error());
    if (const auto known = check_issued_words(card->claims, order.assets); !known) {
        return complain(err, "issue", about(order.holder, known.error()));
    }
    const auto text = credential::issue(*card, *key);
    if (!text) return complain(err, "issue", about(order.holder, text.error()));
    const auto code = qr::encode(*text, qr::Level::q);
    if (!code) return complain(err, "issue", code.error());
    if (code->version() > largest_card_version) {
        return complain(err, "issue",
                        {.detail = "too much for a card's code: shorten the name or the awards"});
    }
    if (const auto written = image::write_png(order.png, qr::picture_of(*code)); !written) {
        return complain(err, "issue", about(order.png, written.error()));
    }
    print(out, {{"text", *text}, {"version", code->version()}});
    return 0;
}

int verify_card(const VerifyOrder& order, base::Instant now, std::ostream& out, std::ostream& err) {
    const auto at = time_or_now(order.at, now);
    if (!at) return complain(err, "verify", at.error());
    const auto text = scanned_text(order.text);
    if (!text) return complain(err, "verify", text.error());
    const auto keys = read_keys(order.keys);
    if (!keys) return complain(err, "verify", keys.error());
    std::optional<credential::RevocationList> list;
    if (order.revocations) {
        const auto bytes = storage::read_file(*order.revocations, max_list_file_bytes);
        if (!bytes) return complain(err, "verify", about(*order.revocations, bytes.error()));
        auto read = credential::RevocationList::read(*bytes, *keys);
        if (!read) return complain(err, "verify", about(*order.revocations, read.error()));
        list = std::move(*read);
    }
    std::unique_ptr<client::SeenCodesFile> seen;
    if (order.seen) {
        auto opened = client::SeenCodesFile::open(*order.seen);
        if (!opened) return complain(err, "verify", about(*order.seen, opened.error()));
        seen = std::move(*opened);
    }
    const auto finding = credential::verify(
        *text, {.keys = *keys, .revocations = list ? &*list : nullptr, .seen = seen.get()}, *at);
    print(out, {{"verdict", json::to_json(finding.verdict)},
                {"why", json::to_json(finding.why)},
                {"claims", claims_of(finding)},
                {"remarks", json::to_json(finding.remarks)}});
    return finding.verdict == credential::Verdict::valid ? 0 : 1;
}

int inspect_card(const InspectOrder& order, std::ostream& out, std::ostream& err) {
    std::optional<credential::VerificationKey> key;
    if (order.certificate) {
        const auto pem = read_named_file(*order.certificate, max_file_bytes);
        if (!pem) return complain(err, "inspect", pem.error());
        auto read = credential::VerificationKey::from_pem(*pem);
        if (!read) return complain(err, "inspect", about(*order.certificate, read.error()));
        key = std::move(*read);
    }
    const auto text = scanned_text(order.text);
    if (!text) return complain(err, "inspect", text.error());
    const auto told = credential::inspect(*text, key ? &*key : nullptr);
    if (!told) return complain(err, "inspect", told.error());
    print(out, *told);
    return 0;
}

int dynamic_code(const DynamicOrder& order, base::Instant now, std::ostream& out,
                 std::ostream& err) {
    const auto at = time_or_now(order.at, now);
    if (!at) return complain(err, "dynamic", at.error());
    if (order.card_number.size() != 16 || !base::has_check_digits(order.card_number)) {
        return complain(err, "dynamic", {.detail = "a card number has 16 digits, two to check"});
    }
    const auto step = credential::step_at(*at);
    if (!step) return complain(err, "dynamic", {.detail = "no time from 2020 on"});
    const auto key = read_dynamic_key(order.master ? *order.master : order.holder_key.value_or(""));
    if (!key) return complain(err, "dynamic", key.error());
    const std::uint64_t number = std::stoull(order.card_number);
    const std::string text = credential::make_dynamic_code(
        number, *step, order.master ? key->for_day(step->day).for_holder(number) : *key);
    const auto code = qr::encode(text, qr::Level::q);
    if (!code) return complain(err, "dynamic", code.error());
    if (order.png) {
        const auto written = image::write_png(*order.png, qr::picture_of(*code));
        if (!written) return complain(err, "dynamic", about(*order.png, written.error()));
    }
    if (order.day_keys && order.master) {
        const auto written = storage::write_file_atomically(
            *order.day_keys, base::bytes_of(day_keys_of(*key, step->day)), 0600);
        if (!written) return complain(err, "dynamic", about(*order.day_keys, written.error()));
    }
    const auto from =
        std::chrono::floor<std::chrono::days>(*at) + step->step * credential::step_length;
    print(out, {{"text", text},
                {"version", code->version()},
                {"from", base::format_instant(from)},
                {"until", base::format_instant(from + credential::step_length)}});
    return 0;
}

int revoke_cards(const RevokeOrder& order, base::Instant now, std::ostream& out,
                 std::ostream& err) {
    auto list = read_list(order, now);
    if (!list) return complain(err, "revoke", list.error());
    for (const std::uint32_t index : order.indices) {
        if (const auto done = list->revoke(index); !done) {
            return complain(err, "revoke", done.error());
        }
    }
    list->set_issued(now);
    const auto key = read_signing_key(order.key);
    if (!key) return complain(err, "revoke", key.error());
    const auto bytes = list->write(*key);
    if (!bytes) return complain(err, "revoke", bytes.error());
    if (const auto written = storage::write_file_atomically(order.list, *bytes, 0644); !written) {
        return complain(err, "revoke", about(order.list, written.error()));
    }
    print(out, {{"issuer", list->issuer()},
                {"issued", base::format_instant(list->issued())},
                {"revoked", list->count()}});
    return 0;
}

} // namespace rexue::ctl

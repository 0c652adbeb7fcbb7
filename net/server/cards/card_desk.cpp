#include "net/server/cards/card_desk.h"

#include <array>
#include <cstring>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kiosk/rule_files/honours_files.h"
#include "net/credential/honour_card.h"
#include "net/credential/revocation_list.h"
#include "net/server/cards/claims.h"
#include "net/server/handlers/house_day.h"
#include "net/server/keys/card_keys.h"
#include "net/server/keys/secrets.h"
#include "platform/base/mod_97_10.h"
#include "platform/base/random.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;
using credential::HonourCard;

namespace {

constexpr std::chrono::days days_before{1};
constexpr std::chrono::days days_after{3};

std::string new_card_number() {
    constexpr std::uint64_t numbers = 100'000'000'000'000;
    std::array<std::byte, sizeof(std::uint64_t)> random{};
    base::fill_random(random);
    std::uint64_t number = 0;
    std::memcpy(&number, random.data(), random.size());
    return base::with_check_digits(fmt::format("{:014}", number % numbers));
}

base::Instant start_of(base::Date day, const wire::House& house) {
    return std::chrono::sys_days(day) - std::chrono::minutes(house.utc_offset_minutes);
}

// To the end of the same day some years on, by the house's calendar.
base::Instant expiry(base::Date today, std::chrono::years valid, const wire::House& house) {
    base::Date last = today + valid;
    if (!last.ok()) last = last.year() / last.month() / std::chrono::last;
    return start_of(base::Date(std::chrono::sys_days(last) + std::chrono::days(1)), house);
}

// Signed, with as many awards as there is room for.
base::Result<std::string> sign(HonourCard& card, const credential::SigningKey& key) {
    while (true) {
        auto text = credential::issue(card, key);
        if (!text || text->size() <= max_card_text_chars) return text;
        if (card.claims.awards.empty()) {
            return base::fail(ErrorCode::limit_exceeded, "too much for a card's code");
        }
        card.claims.awards.pop_back();
    }
}

} // namespace

base::Result<CardDesk> CardDesk::load(const DataFolder& data, const std::filesystem::path& assets,
                                      CardOptions options) {
    if (assets.empty()) return CardDesk(data, options, std::nullopt);
    auto honours = rule_files::read_honours(assets);
    if (!honours) return base::fail(honours);
    return CardDesk(data, options, std::move(*honours));
}

base::Result<IssuedCard> CardDesk::issue(Store& store, const wire::House& house, const Donor& donor,
                                         base::Instant now) const {
    if (!honours_) return base::fail(ErrorCode::unavailable, "no assets: nothing of honours");
    const base::Date today = house_day(house, now);
    const auto claims = claims_of(*honours_, donor, house, today);
    if (!claims) return base::fail(claims);
    // A card says its time in whole seconds.
    const base::Instant issued = std::chrono::floor<std::chrono::seconds>(now);
    const auto signer = keys::card_signer(data_, issued);
    if (!signer) return base::fail(signer);
    bool is_new = false;
    auto kept = store.issue_card(
        donor.id, start_of(today, house), new_card_number(),
        [&](std::uint32_t index, const std::string& number) -> base::Result<IssuedCard> {
            HonourCard card{.issuer = signer->issuer,
                            .issued = issued,
                            .expires = expiry(today, options_.valid, house),
                            .index = index,
                            .claims = *claims};
            card.claims.card_number = number;
            auto text = sign(card, signer->key);
            if (!text) return base::fail(text);
            is_new = true;
            return IssuedCard{.index = index,
                              .number = number,
                              .donor = donor.id,
                              .issued = issued,
                              .expires = card.expires,
                              .revoked_at = std::nullopt,
                              .text = std::move(*text)};
        });
    if (kept && is_new) log::write(log::card_issued, {{"index", kept->index}});
    return kept;
}

base::Result<credential::KeyDocument> CardDesk::keys(base::Instant now, DayKeys day_keys) const {
    auto document = keys::card_key_document(data_);
    if (!document || day_keys == DayKeys::none || document->keys.empty()) return document;
    const auto master = keys::card_codes_master(data_);
    if (!master) return base::fail(master);
    document->day_keys.emplace();
    const auto today = std::chrono::floor<std::chrono::days>(now);
    for (auto day = today - days_before; day <= today + days_after; day += std::chrono::days(1)) {
        const auto number = credential::day_number(base::Date(day));
        if (!number) continue;
        const auto key = master->for_day(*number);
        document->day_keys->push_back(
            {.day = base::Date(day), .key = base::base64_encode(key.bytes())});
    }
    return document;
}

base::Result<CardDesk::Revocations> CardDesk::revocations(Store& store, base::Instant now) const {
    const auto signer = keys::card_signer(data_, std::chrono::floor<std::chrono::seconds>(now));
    if (!signer) return base::fail(signer);
    const auto revoked = store.revoked_cards();
    if (!revoked) return base::fail(revoked);
    // No older than its key, or nobody would believe it.
    const base::Instant issued =
        std::max<base::Instant>(std::chrono::floor<std::chrono::hours>(now), signer->since);
    credential::RevocationList list(signer->issuer, issued);
    for (const std::uint32_t index : *revoked) {
        if (const auto added = list.revoke(index); !added) return base::fail(added);
    }
    auto bytes = list.write(signer->key);
    if (!bytes) return base::fail(bytes);
    const std::string kid = base::hex_encode(signer->key.verification_key().id());
    return Revocations{.list = std::move(*bytes),
                       .content_name = keys::hash_of(fmt::format("{} {} {} {}", signer->issuer, kid,
                                                                 base::format_instant(issued),
                                                                 fmt::join(*revoked, " ")))};
}

base::Status revoke_card(Store& store, std::string_view number, base::Instant now) {
    const auto revoked = store.revoke_card(number, now);
    if (!revoked) return base::fail(revoked);
    for (const std::uint32_t index : *revoked)
        log::write(log::card_revoked, {{"index", index}});
    return {};
}

} // namespace rexue::server

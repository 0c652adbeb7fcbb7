// Honour cards for tests. Nobody of these lives.
#pragma once

#include "net/credential/honour_card.h"
#include "net/credential/key_set.h"
#include "tests/net/credential/keys.h"

namespace rexue::credential::testing_cards {

inline base::Instant at(std::string_view rfc3339) {
    return *base::parse_instant(std::string(rfc3339) + ".000Z");
}

inline const base::Instant issued = at("2026-06-14T02:00:00");
inline const base::Instant expires = at("2031-06-14T02:00:00");

inline HonourCard a_card() {
    return {.issuer = "qd-blood",
            .issued = issued,
            .expires = expires,
            .index = 1234,
            .claims = {.card_number = "3702000000001238",
                       .name = "示例甲",
                       .tier = "shandong-card",
                       .awards = {{.id = "national-bronze", .year = 2018},
                                  {.id = "national-gold", .year = 2024}},
                       .province = "370000",
                       .city = "370200",
                       .award_count = 43,
                       .whole_blood_count = 21,
                       .as_of = base::Date(std::chrono::year{2026} / 6 / 14)}};
}

// Forty-six letters, six awards, three-digit counts, a blood group, the longest tier.
inline HonourCard the_largest_card() {
    HonourCard card = a_card();
    card.issuer = "qdxz";
    card.index = 16'000'000;
    card.claims.name = "Testperson-Langname Abdurrahman Exampleoglu Xx";
    card.claims.tier = "guangzhou-tier-2";
    card.claims.awards = {
        {.id = "national-bronze", .year = 2012}, {.id = "national-silver", .year = 2014},
        {.id = "national-gold", .year = 2016},   {.id = "national-lifetime", .year = 2024},
        {.id = "national-star-5", .year = 2022}, {.id = "national-stem-cells", .year = 2020}};
    card.claims.award_count = 199;
    card.claims.whole_blood_count = 88;
    card.claims.blood_group = "AB-";
    return card;
}

inline KeySet keys_of(const SigningKey& key = testing_keys::issuer_key()) {
    KeySet keys;
    (void)keys.add(TrustedKey{.key = key.verification_key(),
                              .issuer = "qd-blood",
                              .valid_from = at("2026-01-01T00:00:00"),
                              .valid_to = at("2027-01-01T00:00:00")});
    return keys;
}

inline std::string text_of(const HonourCard& card,
                           const SigningKey& key = testing_keys::issuer_key()) {
    return *issue(card, key);
}

} // namespace rexue::credential::testing_cards

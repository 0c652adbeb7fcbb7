#include "net/server/cards/claims.h"

#include <algorithm>
#include <cmath>

#include "kiosk/rule_wire/past_donations.h"
#include "kiosk/rules/honour/place.h"
#include "kiosk/rules/identity/masking.h"
#include "kiosk/rules/identity/number_check.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

constexpr size_t max_awards = 16;

honour::Record record_of(const Donor& donor, const std::string& place, base::Date today) {
    honour::Record record = honour::record_at(place, today);
    record.birth = identity::check_number(donor.document_number, today).birth;
    record.volunteer_hours = donor.volunteer_hours;
    record.volunteer_years = donor.volunteer_years;
    record.stem_cell_donations = donor.stem_cell_donations;
    record.rare_group = donor.rare_group;
    record.history = rule_wire::counted_history(donor.donations);
    return record;
}

// The card of the house's own place before one of another, of several the highest: the last.
std::optional<std::string> tier_of(const honour::Ledgers& ledgers, const honour::Record& record) {
    const honour::CardLine* best = nullptr;
    const auto nearness = [&](const honour::CardLine& line) {
        if (record.city && line.place == *record.city) return 2;
        return line.place == record.province ? 1 : 0;
    };
    for (const honour::CardLine& line : ledgers.honour_card) {
        if (!line.held) continue;
        if (best == nullptr || nearness(line) >= nearness(*best)) best = &line;
    }
    return best == nullptr ? std::nullopt : std::optional(best->rule);
}

// A ledger's highest first; the country's ledgers are before those of places.
std::vector<credential::AwardHeld> awards_of(const honour::Ledgers& ledgers) {
    std::vector<credential::AwardHeld> awards;
    for (const honour::AwardLine& line : ledgers.awards.lines) {
        for (auto reached = line.reached.rbegin(); reached != line.reached.rend(); ++reached) {
            // What the record does not date, cannot be said with its year.
            if (!reached->since || awards.size() >= max_awards) continue;
            awards.push_back({.id = reached->rule, .year = int(reached->since->year())});
        }
    }
    return awards;
}

} // namespace

base::Result<credential::HonourClaims> claims_of(const honour::Honours& honours, const Donor& donor,
                                                 const wire::House& house, base::Date today) {
    if (!house.place || !honour::is_place(*house.place)) {
        return base::fail(ErrorCode::conflict, "the house has no /place");
    }
    const honour::Record record = record_of(donor, *house.place, today);
    if (const auto checked = honour::check(record); !checked) {
        return base::fail(ErrorCode::conflict,
                          "the record does not hold together: " + checked.error().detail);
    }
    const honour::Ledgers ledgers = honours.ledgers(record, nullptr);
    credential::HonourClaims claims;
    claims.name = identity::mask_name(donor.name);
    claims.tier = tier_of(ledgers, record);
    claims.awards = awards_of(ledgers);
    if (!claims.tier && claims.awards.empty()) {
        return base::fail(ErrorCode::conflict, "no honour card and no award is held");
    }
    claims.province = record.province;
    claims.city = record.city;
    claims.award_count = static_cast<int>(std::floor(ledgers.awards.counts));
    claims.whole_blood_count = static_cast<int>(std::ranges::count(
        record.history, honour::DonationType::whole_blood, &honour::Donation::type));
    return claims;
}

} // namespace rexue::server

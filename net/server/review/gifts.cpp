#include "net/server/review/gifts.h"

#include <algorithm>

#include "kiosk/rule_wire/past_donations.h"

namespace rexue::server {

namespace {

int left_of(const std::vector<wire::OfferStock>& stock, const std::string& offer) {
    const auto found = std::ranges::find(stock, offer, &wire::OfferStock::offer);
    return found == stock.end() ? 0 : found->count;
}

wire::BothLanguages words_of(const honour::Words& words) {
    return {.zh_CN = words.zh_CN, .en = words.en};
}

} // namespace

std::vector<wire::ReviewGift> gifts_of(const honour::Honours& honours,
                                       const donation::Rulebook* book, const wire::House& house,
                                       const Facts& facts, const std::optional<Donor>& donor,
                                       const GiftShelf& shelf) {
    if (!house.place || !honour::is_place(*house.place)) return {};
    honour::Record record = honour::record_at(*house.place, facts.visited);
    record.birth = facts.birth;
    if (donor) {
        record.history = rule_wire::counted_history(donor->donations);
        record.volunteer_hours = donor->volunteer_hours;
        record.volunteer_years = donor->volunteer_years;
        record.stem_cell_donations = donor->stem_cell_donations;
        record.rare_group = donor->rare_group;
    }
    // No record says it: it is offered to be asked.
    record.couple = true;
    if (!honour::check(record)) return {};
    std::vector<wire::ReviewGift> gifts;
    for (const honour::Moment& moment : honours.ledgers(record, book).moments) {
        for (const honour::Offer& offer : moment.offers) {
            const bool is_given = std::ranges::find(shelf.given, offer.id) != shelf.given.end();
            const int left = left_of(shelf.stock, offer.id);
            if (left <= 0 && !is_given) continue;
            gifts.push_back({.offer = offer.id,
                             .title = words_of(offer.title),
                             .occasion = words_of(moment.title),
                             .is_given = is_given,
                             .left = left,
                             .is_verified = moment.verified,
                             .asks = moment.kind == honour::MomentKind::couple});
        }
    }
    return gifts;
}

} // namespace rexue::server

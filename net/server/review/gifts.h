// What staff may give a donor today. PURE.
#pragma once

#include <vector>

#include "kiosk/rules/honour/honours.h"
#include "net/server/review/facts.h"
#include "net/wire/house.h"
#include "net/wire/review.h"

namespace rexue::server {

struct GiftShelf {
    std::vector<wire::OfferStock> stock;
    std::vector<std::string> given; // in this visit
};

// Of the moments of the day of the visit, what the house has or has given already. `book` tells the
// last donation before the age limit; null: nothing is said of it.
std::vector<wire::ReviewGift> gifts_of(const honour::Honours& honours,
                                       const donation::Rulebook* book, const wire::House& house,
                                       const Facts& facts, const std::optional<Donor>& donor,
                                       const GiftShelf& shelf);

} // namespace rexue::server

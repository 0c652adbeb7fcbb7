// What is known of the donor beside the answers. PURE.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/rules/donation/inquiry.h"
#include "net/server/store/rows.h"

namespace rexue::server {

struct Facts {
    std::optional<base::Date> birth;
    std::optional<donation::Sex> sex;
    std::vector<wire::PastDonation> history;
    base::Date visited{}; // the day of the check-in, in the house
    std::vector<donation::Deferral> deferrals = {};
};

// Birth and sex as the record says, else as its number tells, else as the number on record does: a
// record by honour card may have none of its own, and foreign numbers of 2017 tell no sex.
Facts facts_of(const wire::VisitRecord& record, const std::optional<Donor>& donor,
               base::Date visited);

// What was decided at other visits than this one, whose own decision stands beside it.
void add_deferrals(Facts& facts, const std::vector<KeptDeferral>& kept, const base::Uuid& visit);

// Both while it is not known: then only what neither may have is held against somebody.
std::vector<donation::Sex> possible_sexes(const Facts& facts);

} // namespace rexue::server

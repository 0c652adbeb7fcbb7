// What stands between somebody and a donation, and for which days.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/rules/donation/inquiry.h"

namespace rexue::donation {

struct Obstacle {
    const Rule* rule = nullptr; // of the book it was worked out from
    Decision decision = Decision::refer;
    std::optional<base::Date> from;  // the first day it stands; none: always has
    std::optional<base::Date> until; // the first free day; none: nobody can say, or never

    bool stands_on(base::Date day) const;
};

// Every obstacle of today and of days to come, in no order. The inquiry has passed check().
//
// Age: free from the 18th birthday on. The upper limit of a first-time donor is L01's, that of a
// repeat donor L02's; past reactions leave a repeat donor L01's, and then L02 is the obstacle, for
// staff to decide (question 8 of the form). Past L02's limit both stand.
// Weight (L04): of the day, so no later day can be told.
// Intervals: every record bars by its pair with `type`. N03 takes the place of N02's fortnight
// when this day's donation is approved. The year of N02 rolls: 24 in any year, so that the donation
// 24 back plus a year is the day; by calendar years the fortnight alone would allow 26 in some.
// A physician's deferral bars until its day. One without a day is for staff: they know why.
// Answers: anchor and window. Without the day that a window is counted from, staff decide.
std::vector<Obstacle> obstacles(const Rulebook& book, const Inquiry& inquiry, DonationType type);

// The first day from `day` on that no obstacle bars; nothing when one has no end.
std::optional<base::Date> first_free_day(const std::vector<Obstacle>& obstacles, base::Date day);

} // namespace rexue::donation

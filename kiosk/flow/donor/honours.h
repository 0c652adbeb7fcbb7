// What a donor has come to: three ledgers, what they give here today, and what is celebrated.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "kiosk/flow/house.h"
#include "kiosk/rules/honour/honours.h"

namespace rexue::flow::donor {

struct Visit;

// What the server knows beside donations as the interval rules want them. None: not known.
struct GivenFacts {
    std::vector<honour::Donation> history; // with where they were given
    std::optional<int> volunteer_hours;
    std::optional<int> volunteer_years;
    std::optional<int> stem_cell_donations;
    std::optional<bool> rare_group;

    bool operator==(const GivenFacts&) const = default;
};

// The ledgers never mix: one a page.
enum class HonoursPage { awards, card, relief };

struct MyHonours {
    // Of the catalogue that `benefits` point into.
    std::shared_ptr<const honour::Honours> rules;
    honour::Ledgers ledgers;
    std::vector<honour::Offered> benefits; // here and today, in the order of their kinds
    // The day the oldest of their lists was told; none: of one it is not known.
    std::optional<base::Date> benefits_as_of;
    // How many counts one unit of platelets is today; none: no rule tells.
    std::optional<int> counts_per_unit;
    // Nobody could be asked: what was given before is not known, and nothing is concluded from it.
    bool is_history_known = true;
};

// What is asked of the rules. None where the house does not say where it is, or the server's record
// does not hold together: nothing is offered then. `today` is the house's day.
std::optional<honour::Record> honour_record(const Visit& visit, const House& house,
                                            base::Date today);

// Null without rules or record.
std::shared_ptr<const MyHonours> my_honours(const Visit& visit, const House& house,
                                            std::shared_ptr<const honour::Honours> rules,
                                            base::Date today);

// The moments of today with what of their offers the house has, those with something first. None
// for who can give nothing today.
std::vector<honour::Moment> celebrated(const Visit& visit, const House& house);
// What the calendar alone celebrates; needs nobody.
std::vector<honour::Moment> celebrated_by_all(const honour::Honours* rules, base::Date today);

} // namespace rexue::flow::donor

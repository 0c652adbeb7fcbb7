// What is to be celebrated today: found from the record and the calendar.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/donation/rulebook.h"
#include "kiosk/rules/honour/moment_book.h"
#include "kiosk/rules/honour/record.h"

namespace rexue::honour {

struct Moment {
    std::string rule;
    MomentKind kind = MomentKind::birthday;
    Words title;
    std::optional<int> number;                      // which donation, or how old today
    std::optional<std::vector<DonationType>> types; // of which this donation is the last
    std::vector<Offer> offers; // whether the house has them is counted elsewhere
    std::string source;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(Moment, (), (rule, kind, title, number, types, offers, source, verified))

// Today's donation is the one that the history has on the asked day; where it has none, the one
// that would come next. Milestones and the last donation are of it. Without a birth date there is
// no birthday, no coming of age and no last donation.
//
// The last donation: `rules` let somebody give this type today, and after it name no later day.
// Null: no rulebook is in force, and nothing is said. Birthdays are as donation::birthday says: who
// was born on 29 February has it on 1 March in ordinary years.
std::vector<Moment> moments(std::span<const MomentBook> books, const Record& record,
                            const donation::Rulebook* rules);

} // namespace rexue::honour

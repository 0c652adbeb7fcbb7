// A file of assets/awards: the awards (表彰) of the country, or of one province or city.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/rules/honour/counting.h"
#include "kiosk/rules/honour/requirement.h"

namespace rexue::honour {

struct AwardStep {
    std::string id;
    Words title;
    Ways any_of;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(AwardStep, (),
                      (id, title, any_of, source, verified, effective_from, effective_to))

// Steps of one award, the lowest first.
struct Ladder {
    std::string id;
    Words title;
    Measure measure = Measure::counts; // the figure that says where somebody is
    // Counting begins anew with the donation after the one that reached the last step.
    std::optional<bool> restarts;
    std::vector<AwardStep> steps;
};
BOOST_DESCRIBE_STRUCT(Ladder, (), (id, title, measure, restarts, steps))

struct AwardBook {
    std::string id;
    std::string version;
    std::optional<std::string> place; // none: the whole country
    Words title;
    std::string source;
    // Of the whole country, for every book: no city is known to count otherwise.
    std::optional<std::vector<CountRule>> counting;
    std::vector<Ladder> ladders;
};
BOOST_DESCRIBE_STRUCT(AwardBook, (), (id, version, place, title, source, counting, ladders))

// invalid_argument with the pointer of the first fault.
base::Result<AwardBook> load_award_book(std::string_view text);

} // namespace rexue::honour

// A file of assets/fee-relief: what blood costs nothing (血费减免) in one province, and for whom.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/rules/honour/requirement.h"

namespace rexue::honour {

enum class Gives {
    unlimited, // for life
    times,     // so many times the donated volume
    nothing,
};
BOOST_DESCRIBE_ENUM(Gives, unlimited, times, nothing)

enum class Relation { spouse, parents, children, siblings, grandparents, parents_in_law };
BOOST_DESCRIBE_ENUM(Relation, spouse, parents, children, siblings, grandparents, parents_in_law)

// How platelets count as a volume here. Whole blood counts as it is.
struct VolumeRule {
    std::string id;
    int ml_per_unit = 0;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(VolumeRule, (),
                      (id, ml_per_unit, source, verified, effective_from, effective_to))

struct Grant {
    std::string id;
    Words title;
    Ways any_of;
    Gives gives = Gives::nothing;
    std::optional<int> times;
    std::optional<int> years; // after each donation, its corresponding day included; none: for life
    std::optional<int> times_after;                 // the years: for life
    std::optional<std::vector<Relation>> relations; // of a family's
    std::optional<Words> remark;                    // what the record cannot tell
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(Grant, (),
                      (id, title, any_of, gives, times, years, times_after, relations, remark,
                       source, verified, effective_from, effective_to))

struct ReliefBook {
    std::string id;
    std::string version;
    std::string place; // donations of this province are added up
    Words title;
    std::string source;
    std::optional<std::vector<VolumeRule>> platelets; // none: nobody has said what they count
    std::vector<Grant> donor;                         // the best first: the first that is met holds
    std::vector<Grant> family;                        // the same
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(ReliefBook, (),
                      (id, version, place, title, source, platelets, donor, family, effective_from,
                       effective_to))

// invalid_argument with the pointer of the first fault.
base::Result<ReliefBook> load_relief_book(std::string_view text);

} // namespace rexue::honour

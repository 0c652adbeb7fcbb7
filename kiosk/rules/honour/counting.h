// How donations become counts (次) of awards. Blood-fee relief counts otherwise: see relief_book.h.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "kiosk/rules/honour/place.h"
#include "kiosk/rules/honour/record.h"

namespace rexue::honour {

struct CountRule {
    std::string id;
    DonationType type = DonationType::whole_blood;
    std::optional<int> ml_per_count;        // of whole blood
    std::optional<bool> whole_counts_only;  // the rule is for multiples of ml_per_count
    std::optional<int> counts_per_unit;     // of platelets
    std::optional<base::Date> donated_from; // both days count
    std::optional<base::Date> donated_to;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(CountRule, (),
                      (id, type, ml_per_count, whole_counts_only, counts_per_unit, donated_from,
                       donated_to, source, verified, effective_from, effective_to))

// invalid_argument with the pointer. After it some rule fits every donation of every day.
base::Status check_counting(const std::vector<CountRule>& rules, const std::string& at);

// A count and a half is 1500: sums stay exact.
using Thousandths = int64_t;
double whole(Thousandths counts);

struct Counted {
    const Donation* donation = nullptr; // of the record
    const CountRule* rule = nullptr;    // the first that fits, of those in force on the asked day
    Thousandths counts = 0;
    Lies lies = Lies::inside;
};

// The history in the order of its days, seen from `area`; an empty area is the whole country.
// What lies elsewhere is there too. Where a place is not known, the donor's own is taken for it,
// when that lies inside: Lies::unknown is then to be counted and remarked on; else it lies outside.
std::vector<Counted> counted(const Record& record, const std::vector<CountRule>& rules,
                             std::string_view area);

} // namespace rexue::honour

// The third ledger: blood-fee relief, for the donor and for the family, and what is left of it.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/honour/awards.h"
#include "kiosk/rules/honour/relief_book.h"

namespace rexue::honour {

enum class Whom { donor, family };
BOOST_DESCRIBE_ENUM(Whom, donor, family)

struct ReliefLine {
    Whom whom = Whom::donor;
    std::optional<std::string> rule; // none: nothing is given yet
    std::optional<Words> title;
    Gives gives = Gives::nothing;
    std::optional<int64_t> entitled_ml; // in all, on this day; none where there is no limit
    std::optional<int64_t> used_ml;     // none: not known
    std::optional<int64_t> left_ml;     // none: no limit, or what was used is not known
    // The first day on which the years after some donation are over, and what is entitled from it.
    std::optional<base::Date> falls_on;
    std::optional<int64_t> falls_to_ml;
    std::optional<std::vector<Relation>> relations;
    std::optional<Words> remark;
    std::optional<Next> next; // the better rule that is nearest; none: there is none
    std::optional<std::string> source;
    std::optional<bool> verified;
};
BOOST_DESCRIBE_STRUCT(ReliefLine, (),
                      (whom, rule, title, gives, entitled_ml, used_ml, left_ml, falls_on,
                       falls_to_ml, relations, remark, next, source, verified))

struct VolumeCountedBy {
    std::string rule;
    int units = 0;
    int64_t ml = 0;
    std::string source;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(VolumeCountedBy, (), (rule, units, ml, source, verified))

struct ReliefLedger {
    std::string province;
    std::optional<std::string> book; // none: this province's rules are not known here
    int64_t volume_ml = 0;           // as this province adds it up
    std::optional<VolumeCountedBy> platelets;
    std::optional<int> uncounted_units;         // of platelets: what they count here is not known
    std::optional<int64_t> of_unknown_place_ml; // so much of volume_ml has no place
    std::vector<ReliefLine> lines;
};
BOOST_DESCRIBE_STRUCT(ReliefLedger, (),
                      (province, book, volume_ml, platelets, uncounted_units, of_unknown_place_ml,
                       lines))

// By the record's province. Awards may be asked for too.
ReliefLedger relief_ledger(std::span<const ReliefBook> books, const AwardLedger& awards,
                           const Record& record);

} // namespace rexue::honour

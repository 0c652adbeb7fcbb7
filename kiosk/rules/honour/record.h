// What is known of somebody: the one history that feeds three ledgers, and what else they ask.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/inquiry.h"
#include "kiosk/rules/honour/entry.h"

namespace rexue::honour {

struct Donation {
    base::Date date{};
    DonationType type = DonationType::whole_blood;
    std::optional<int> ml;            // whole blood is told by it
    std::optional<int> units;         // platelets are: 治疗单位
    std::optional<std::string> place; // province, city or district

    bool operator==(const Donation&) const = default;
};
BOOST_DESCRIBE_STRUCT(Donation, (), (date, type, ml, units, place))

// What has been claimed back already.
struct ReliefUsed {
    std::optional<int> donor_ml;
    std::optional<int> family_ml;
};
BOOST_DESCRIBE_STRUCT(ReliefUsed, (), (donor_ml, family_ml))

// What is not given is not known, and nothing is concluded from it.
struct Record {
    base::Date on{};
    std::string province;
    std::optional<std::string> city;
    std::optional<base::Date> birth;
    std::optional<double> volunteer_hours;
    std::optional<double> volunteer_years;
    std::optional<int> stem_cell_donations;
    std::optional<bool> rare_group; // on the station's file of rare groups
    std::optional<bool> couple;     // both give today; who says so knows both
    std::optional<ReliefUsed> relief_used;
    std::vector<Donation> history; // in any order; two on one day are two
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (on, province, city, birth, volunteer_hours, volunteer_years,
                       stem_cell_donations, rare_group, couple, relief_used, history))

// From JSON with exactly these members, checked. invalid_argument with the pointer: a day in the
// future or before birth, an amount that nobody gives, whole blood without ml, platelets without
// units, a place that is none, a city outside the province …
base::Result<Record> read_record(std::string_view text);
base::Status check(const Record& record);

// Of nobody yet, at a place that passes is_place(): a district counts as its city.
Record record_at(std::string_view place, base::Date on);
// The city where it is known, else the province.
const std::string& here(const Record& record);

donation::PastDonation past(const Donation& donation);

} // namespace rexue::honour

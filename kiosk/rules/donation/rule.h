// One rule of a rulebook, as it stands in the file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "kiosk/rules/donation/period.h"

namespace rexue::donation {

enum class DonationType { whole_blood, platelets };
BOOST_DESCRIBE_ENUM(DonationType, whole_blood, platelets)

enum class Sex { male, female };
BOOST_DESCRIBE_ENUM(Sex, male, female)

enum class Kind {
    limit,     // a figure, or a finding of the physician
    interval,  // between two donations
    permanent, // the standard's "cannot give"
    temporary, // the standard's "cannot give yet"
    same_day,  // practice of stations, about today
};
BOOST_DESCRIBE_ENUM(Kind, limit, interval, permanent, temporary, same_day)

enum class Decision {
    defer, // not today
    refer, // the standard knows exceptions, or a day cannot be told: staff decide
};
BOOST_DESCRIBE_ENUM(Decision, defer, refer)

enum class Owner { national, station };
BOOST_DESCRIBE_ENUM(Owner, national, station)

// What day a window is counted from.
enum class Anchor {
    donation,    // the earlier one
    event,       // a procedure, an operation, an injury, a transfusion, a birth
    recovery,    // the day it had healed
    last_dose,   // of a medicine or vaccine
    contact,     // the last one
    return_home, // into the country, or out of the region
    period,      // counted before its first day and after its last
    ongoing,     // lasts while the condition does: no day can be told
};
BOOST_DESCRIBE_ENUM(Anchor, donation, event, recovery, last_dose, contact, return_home, period,
                    ongoing)

struct Window {
    Anchor anchor = Anchor::event;
    std::optional<Period> duration; // none: nobody can say without more facts
    std::optional<Period> before;   // of a period: how long before its first day
    std::optional<std::string> of;  // which case, where a rule has several: "travel", "illness"
};
BOOST_DESCRIBE_STRUCT(Window, (), (anchor, duration, before, of))

enum class Measure {
    age_years,
    weight_kg,
    systolic_mmhg,
    diastolic_mmhg,
    pulse_pressure_mmhg,
    pulse_per_min,
    temperature_c,
    haemoglobin_g_per_l,
    blood_density, // copper sulphate
    haematocrit,   // a fraction: 0.40
    platelets_e9_per_l,
    platelets_after_e9_per_l, // as predicted
    alt_u_per_l,
    plasma_ml,
    volume_ml_a_year,
};
BOOST_DESCRIBE_ENUM(Measure, age_years, weight_kg, systolic_mmhg, diastolic_mmhg,
                    pulse_pressure_mmhg, pulse_per_min, temperature_c, haemoglobin_g_per_l,
                    blood_density, haematocrit, platelets_e9_per_l, platelets_after_e9_per_l,
                    alt_u_per_l, plasma_ml, volume_ml_a_year)

// What a station may choose.
struct Range {
    double least = 0;
    double most = 0;
};
BOOST_DESCRIBE_STRUCT(Range, (), (least, most))

struct Bound {
    Measure measure = Measure::age_years;
    std::optional<Sex> sex;
    std::optional<bool> endurance_athlete; // in place of the bound for everybody
    std::optional<int> volume_ml;          // for this volume only
    std::optional<double> at_least;
    std::optional<double> at_most;
    std::optional<double> below;
    std::optional<Range> station_at_least;
    std::optional<Range> station_at_most;
};
BOOST_DESCRIBE_STRUCT(Bound, (),
                      (measure, sex, endurance_athlete, volume_ml, at_least, at_most, below,
                       station_at_least, station_at_most))

// How an upper age is read. "55周岁" as …
enum class AgeReading {
    before_next_birthday, // until the day before the 56th birthday
    through_birthday,     // until the 55th birthday, that day too
    before_birthday,      // until the day before the 55th birthday
};
BOOST_DESCRIBE_ENUM(AgeReading, before_next_birthday, through_birthday, before_birthday)

struct Reading {
    std::string of; // the rule whose upper age it is
    AgeReading reading = AgeReading::before_next_birthday;
};
BOOST_DESCRIBE_STRUCT(Reading, (), (of, reading))

// What somebody must be for a rule to extend another.
enum class Condition { repeat_donor, no_past_reaction };
BOOST_DESCRIBE_ENUM(Condition, repeat_donor, no_past_reaction)

struct Often {
    int count = 0;
    Period within;
};
BOOST_DESCRIBE_STRUCT(Often, (), (count, within))

// By language, named as the catalogues of assets/strings are.
struct Words {
    std::string zh_CN;
    std::string en;

    bool operator==(const Words&) const = default;
};
BOOST_DESCRIBE_STRUCT(Words, (), (zh_CN, en))

struct Rule {
    std::string id; // as docs and questionnaires name it: L01, N05, T10f
    Kind kind = Kind::limit;
    std::vector<DonationType> applies_to;
    Decision decision = Decision::refer;
    Owner owner = Owner::national;
    std::optional<bool> confidential; // never worded to the donor: answered alone with staff
    std::optional<bool> staff_only;   // never asked by a terminal
    std::optional<std::vector<Bound>> bounds;
    std::optional<std::vector<Reading>> readings;
    std::optional<std::string> extends; // an age, for who is in `only_for`
    std::optional<std::vector<Condition>> only_for;
    std::optional<std::vector<int>> volumes_ml;
    std::optional<std::vector<int>> units;
    std::optional<DonationType> after;      // of an interval: the earlier donation
    std::optional<std::string> in_place_of; // an interval that a physician may shorten to this
    std::optional<Often> at_most;
    std::optional<std::vector<Window>> windows;
    Words words; // for the donor; of a confidential rule for staff alone
    std::string source;
    bool verified = false; // seen in a source; if not, the station must confirm it
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to; // the last day
    bool in_use = true;                     // not in the file: a station may leave its own rules
};
BOOST_DESCRIBE_STRUCT(Rule, (),
                      (id, kind, applies_to, decision, owner, confidential, staff_only, bounds,
                       readings, extends, only_for, volumes_ml, units, after, in_place_of, at_most,
                       windows, words, source, verified, effective_from, effective_to))

template <typename T>
std::span<const T> all_of(const std::optional<std::vector<T>>& list) {
    return list ? std::span<const T>(*list) : std::span<const T>();
}

bool applies_to(const Rule& rule, DonationType type);
bool is_in_force(const Rule& rule, base::Date on);

} // namespace rexue::donation

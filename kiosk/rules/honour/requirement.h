// What an award, a card or a relief asks for, and what is still missing.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/rules/honour/entry.h"

namespace rexue::honour {

enum class Measure {
    counts,                // 次, as awards count
    round_counts,          // since the ladder began anew
    rounds,                // how often its last step was reached
    whole_blood_donations, // how often, whatever the volume
    volume_ml,             // as blood-fee relief counts
    platelet_units,
    volunteer_hours,
    volunteer_years,
    stem_cells, // donations of them
    rare_group, // 1: on the station's file
    award,      // 1: holds it
};
BOOST_DESCRIBE_ENUM(Measure, counts, round_counts, rounds, whole_blood_donations, volume_ml,
                    platelet_units, volunteer_hours, volunteer_years, stem_cells, rare_group, award)

// One of at_least and more_than; of an award neither, but which.
struct Requirement {
    Measure measure = Measure::counts;
    std::optional<double> at_least;
    std::optional<double> more_than;
    std::optional<std::string> award;
    std::optional<base::Date> before; // of a volume: given before this day
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (measure, at_least, more_than, award, before))

// All of one way; any of the ways.
using Way = std::vector<Requirement>;
using Ways = std::vector<Way>;

base::Status check_ways(const Ways& ways, const std::string& at);
// The ids of awards that `ways` name, each with its pointer.
struct Named {
    std::string id;
    std::string at;
};
void add_awards(const Ways& ways, const std::string& at, std::vector<Named>& names);

struct HeldAward {
    std::string rule;
    std::optional<base::Date> since; // none: the record does not tell the day
};

struct Volume {
    base::Date date{};
    int64_t ml = 0;
};

// What somebody has on a day. None: not known.
struct Figures {
    double counts = 0;
    double round_counts = 0;
    double rounds = 0;
    double whole_blood_donations = 0;
    double platelet_units = 0;
    std::optional<double> volunteer_hours{};
    std::optional<double> volunteer_years{};
    std::optional<double> stem_cells{};
    std::optional<double> rare_group{};
    std::span<const HeldAward> awards{};
    std::span<const Volume> volumes{};
};

// The part of `figures` that a record dates: what hours and stem cells say is of the asked day.
Figures dated(Figures figures);

// None: not known. Of an award: see need().
std::optional<double> have(Measure measure, const Figures& figures);

struct Need {
    Measure measure = Measure::counts;
    std::optional<std::string> award;
    std::optional<base::Date> before;
    std::optional<double> have; // none: not known, and so not met
    std::optional<double> at_least;
    std::optional<double> more_than;
    std::optional<double> missing; // of "more than" down to the figure itself
    bool met = false;

    bool operator==(const Need&) const = default;
};
BOOST_DESCRIBE_STRUCT(Need, (), (measure, award, before, have, at_least, more_than, missing, met))

Need need(const Requirement& requirement, const Figures& figures);
std::vector<Need> needs(const Way& way, const Figures& figures);
std::vector<std::vector<Need>> needs(const Ways& ways, const Figures& figures);

// The first way that is met; null when none is.
const Way* met(const Ways& ways, const Figures& figures);

} // namespace rexue::honour

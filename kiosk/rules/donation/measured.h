// What is measured at the desk, against the limits: for the physician's eyes.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/rules/donation/rulebook.h"

namespace rexue::donation {

// What has not been measured is not judged.
struct Measured {
    std::optional<double> weight_kg;
    std::optional<double> systolic_mmhg;
    std::optional<double> diastolic_mmhg;
    std::optional<double> pulse_per_min;
    bool is_endurance_athlete = false;
    std::optional<double> temperature_c;
    std::optional<double> haemoglobin_g_per_l;
    std::optional<double> blood_density; // copper sulphate
    std::optional<double> haematocrit;   // a fraction: 0.40
    std::optional<double> platelets_e9_per_l;
    std::optional<double> platelets_after_e9_per_l; // as predicted
    std::optional<double> alt_u_per_l;
};

struct NotMet {
    const Rule* rule = nullptr; // of the book; `verified` tells whether its source was seen
    Measure measure = Measure::weight_kg;
    double value = 0;
    std::optional<int> volume_ml; // of a limit that is for this volume alone
};

// Limits of this type and sex that a value does not keep, in the book's order. Not a verdict: the
// physician measures again and decides. `volume_ml`: what the donor means to give; only with one
// are limits held that are for a volume (V03).
std::vector<NotMet> limits_not_met(const Rulebook& book, DonationType type, Sex sex,
                                   const Measured& measured, base::Date on,
                                   std::optional<int> volume_ml = {});

// The volumes of whole blood, in mL, that may be offered (V01), less those for which this station
// asks a higher weight (V03). Without a weight none is left out: nobody gives before staff have
// weighed them, and then limits_not_met says it.
std::vector<int> volumes_ml(const Rulebook& book, std::optional<double> weight_kg, base::Date on);

// The treatment units of platelets (V02).
std::vector<int> platelet_units(const Rulebook& book, base::Date on);

} // namespace rexue::donation

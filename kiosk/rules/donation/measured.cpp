#include "kiosk/rules/donation/measured.h"

#include <algorithm>

namespace rexue::donation {

namespace {

std::optional<double> pulse_pressure(const Measured& measured) {
    if (!measured.systolic_mmhg || !measured.diastolic_mmhg) return std::nullopt;
    return *measured.systolic_mmhg - *measured.diastolic_mmhg;
}

std::optional<double> value_of(const Measured& measured, Measure measure) {
    switch (measure) {
        case Measure::weight_kg:
            return measured.weight_kg;
        case Measure::systolic_mmhg:
            return measured.systolic_mmhg;
        case Measure::diastolic_mmhg:
            return measured.diastolic_mmhg;
        case Measure::pulse_pressure_mmhg:
            return pulse_pressure(measured);
        case Measure::pulse_per_min:
            return measured.pulse_per_min;
        case Measure::temperature_c:
            return measured.temperature_c;
        case Measure::haemoglobin_g_per_l:
            return measured.haemoglobin_g_per_l;
        case Measure::blood_density:
            return measured.blood_density;
        case Measure::haematocrit:
            return measured.haematocrit;
        case Measure::platelets_e9_per_l:
            return measured.platelets_e9_per_l;
        case Measure::platelets_after_e9_per_l:
            return measured.platelets_after_e9_per_l;
        case Measure::alt_u_per_l:
            return measured.alt_u_per_l;
        case Measure::age_years:
        case Measure::plasma_ml:
        case Measure::volume_ml_a_year:
            return std::nullopt; // not the physician's
    }
    REXUE_ASSERT(!"a measure is one of these");
}

bool keeps(const Bound& bound, double value) {
    return (!bound.at_least || value >= *bound.at_least) &&
           (!bound.at_most || value <= *bound.at_most) && (!bound.below || value < *bound.below);
}

// An athlete's own bound takes the place of everybody's.
bool is_for(const Bound& bound, const Rule& rule, Sex sex, bool is_athlete) {
    if (bound.sex && *bound.sex != sex) return false;
    if (bound.endurance_athlete.value_or(false)) return is_athlete;
    return !is_athlete || std::ranges::none_of(*rule.bounds, [&](const Bound& other) {
        return other.measure == bound.measure && other.endurance_athlete.value_or(false);
    });
}

} // namespace

std::vector<NotMet> limits_not_met(const Rulebook& book, DonationType type, Sex sex,
                                   const Measured& measured, base::Date on,
                                   std::optional<int> volume_ml) {
    std::vector<NotMet> found;
    for (const Rule& rule : book.rules()) {
        if (!applies_to(rule, type) || !is_in_force(rule, on)) continue;
        for (const Bound& bound : all_of(rule.bounds)) {
            if (bound.volume_ml && bound.volume_ml != volume_ml) continue;
            if (!is_for(bound, rule, sex, measured.is_endurance_athlete)) continue;
            const auto value = value_of(measured, bound.measure);
            if (!value || keeps(bound, *value)) continue;
            found.push_back({.rule = &rule,
                             .measure = bound.measure,
                             .value = *value,
                             .volume_ml = bound.volume_ml});
        }
    }
    return found;
}

std::vector<int> volumes_ml(const Rulebook& book, std::optional<double> weight_kg, base::Date on) {
    std::vector<int> volumes;
    for (const Rule& rule : book.rules()) {
        if (is_in_force(rule, on))
            std::ranges::copy(all_of(rule.volumes_ml), std::back_inserter(volumes));
    }
    for (const Rule& rule : book.rules()) {
        if (!is_in_force(rule, on)) continue;
        for (const Bound& bound : all_of(rule.bounds)) {
            const bool has_limit = bound.at_least || bound.at_most || bound.below;
            if (!bound.volume_ml || bound.measure != Measure::weight_kg || !has_limit) continue;
            if (weight_kg && !keeps(bound, *weight_kg)) std::erase(volumes, *bound.volume_ml);
        }
    }
    return volumes;
}

std::vector<int> platelet_units(const Rulebook& book, base::Date on) {
    std::vector<int> units;
    for (const Rule& rule : book.rules()) {
        if (is_in_force(rule, on)) std::ranges::copy(all_of(rule.units), std::back_inserter(units));
    }
    return units;
}

} // namespace rexue::donation

#include "net/wire/review.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "platform/json/codec.h"

namespace rexue::wire {

namespace {

using json::fault;

// Not limits of any rule: beyond them somebody has mistyped.
struct Sensible {
    Measure measure;
    double least;
    double most;
};
constexpr std::array sensible{
    Sensible{Measure::weight_kg, 20, 300},      Sensible{Measure::systolic_mmhg, 40, 300},
    Sensible{Measure::diastolic_mmhg, 20, 200}, Sensible{Measure::pulse_per_min, 20, 250},
    Sensible{Measure::temperature_c, 30, 45},   Sensible{Measure::haemoglobin_g_per_l, 20, 300},
    Sensible{Measure::haematocrit, 0.05, 0.9},  Sensible{Measure::platelets_e9_per_l, 1, 2000},
    Sensible{Measure::alt_u_per_l, 0, 5000},
};

base::Status check_measurements(const std::vector<Measurement>& measurements) {
    if (measurements.empty()) return fault("/measurements", "nothing was measured");
    for (size_t i = 0; i < measurements.size(); ++i) {
        const auto& [measure, value] = measurements[i];
        const std::string at = "/measurements/" + std::to_string(i);
        const auto limits = std::ranges::find(sensible, measure, &Sensible::measure);
        if (!(value >= limits->least && value <= limits->most)) {
            return fault(at + "/value", "nobody has this value");
        }
        if (std::ranges::count(measurements, measure, &Measurement::measure) > 1) {
            return fault(at + "/measure", "stands twice");
        }
    }
    return {};
}

base::Status check_decision(const std::vector<TypeDecision>& decision) {
    for (const DonationType type : {DonationType::whole_blood, DonationType::platelets}) {
        if (std::ranges::count(decision, type, &TypeDecision::type) != 1) {
            return fault("/decision", "every type is decided, once");
        }
    }
    for (size_t i = 0; i < decision.size(); ++i) {
        const bool has_end = decision[i].kind == DecisionKind::deferred;
        if (decision[i].until.has_value() == has_end) continue;
        return fault("/decision/" + std::to_string(i) + "/until",
                     has_end ? "a deferral has an end" : "only a deferral has an end");
    }
    return {};
}

} // namespace

base::Status check_step(const ReviewStep& step) {
    const int done = int{step.correction.has_value()} + int{step.measurements.has_value()} +
                     int{step.decision.has_value()} + int{step.special_match.has_value()};
    if (done != 1) {
        return fault("", "exactly one of correction, measurements, decision and special_match");
    }
    if (step.id == base::Uuid()) return fault("/id", "is nil");
    if (step.measurements) return check_measurements(*step.measurements);
    if (step.decision) return check_decision(*step.decision);
    return {};
}

} // namespace rexue::wire

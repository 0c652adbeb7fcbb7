#include "net/wire/review.h"

#include <algorithm>

#include "platform/json/codec.h"

namespace rexue::wire {

namespace {

using json::fault;

base::Status check_measurements(const std::vector<Measurement>& measurements) {
    if (measurements.empty()) return fault("/measurements", "nothing was measured");
    for (size_t i = 0; i < measurements.size(); ++i) {
        const Measure measure = measurements[i].measure;
        if (std::ranges::count(measurements, measure, &Measurement::measure) > 1) {
            return fault("/measurements/" + std::to_string(i) + "/measure", "stands twice");
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

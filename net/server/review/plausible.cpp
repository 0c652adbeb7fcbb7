#include "net/server/review/plausible.h"

#include "platform/json/codec.h"

namespace rexue::server {

namespace {

// One word in both vocabularies.
donation::Measure rules_measure(wire::Measure measure) {
    donation::Measure found{};
    REXUE_ASSERT(
        boost::describe::enum_from_string(boost::describe::enum_to_string(measure, ""), found));
    return found;
}

} // namespace

base::Status check_plausible(const donation::Rulebook& book,
                             const std::vector<wire::Measurement>& measurements) {
    for (size_t i = 0; i < measurements.size(); ++i) {
        const auto& [measure, value] = measurements[i];
        const auto* range = book.plausible(rules_measure(measure));
        if (range == nullptr || (value >= range->least && value <= range->most)) continue;
        return json::fault("/measurements/" + std::to_string(i) + "/value",
                           "nobody has this value");
    }
    return {};
}

} // namespace rexue::server

#include "net/server/review/plausible.h"

#include <optional>
#include <string_view>

#include "platform/json/codec.h"

namespace rexue::server {

namespace {

// One word in both vocabularies. Compared as string_view: of the library's strcmp the compiler
// warns wherever it sees both words.
donation::Measure rules_measure(wire::Measure measure) {
    const std::string_view word = boost::describe::enum_to_string(measure, "");
    std::optional<donation::Measure> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<donation::Measure>>(
        [&](auto one) {
            if (word == one.name) found = one.value;
        });
    REXUE_ASSERT(found.has_value());
    return *found;
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

#include "kiosk/rule_wire/past_donations.h"

namespace rexue::rule_wire {

donation::DonationType rules_type(wire::DonationType type) {
    return type == wire::DonationType::platelets ? donation::DonationType::platelets
                                                 : donation::DonationType::whole_blood;
}

wire::DonationType wire_type(donation::DonationType type) {
    return type == donation::DonationType::platelets ? wire::DonationType::platelets
                                                     : wire::DonationType::whole_blood;
}

std::vector<honour::Donation> honour_history(std::span<const wire::PastDonation> donations) {
    std::vector<honour::Donation> history;
    for (const wire::PastDonation& past : donations) {
        const bool is_platelets = past.type == wire::DonationType::platelets;
        history.push_back({.date = past.date,
                           .type = rules_type(past.type),
                           .ml = is_platelets ? std::nullopt : past.volume_ml,
                           .units = is_platelets ? past.units : std::nullopt,
                           .place = past.place});
    }
    return history;
}

std::vector<honour::Donation> counted_history(std::span<const wire::PastDonation> donations) {
    auto history = honour_history(donations);
    std::erase_if(history, [](const honour::Donation& past) { return !past.ml && !past.units; });
    return history;
}

} // namespace rexue::rule_wire

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

std::vector<honour::Donation> counted_history(std::span<const wire::PastDonation> donations) {
    std::vector<honour::Donation> history;
    for (const wire::PastDonation& past : donations) {
        const bool is_platelets = past.type == wire::DonationType::platelets;
        const auto& amount = is_platelets ? past.units : past.volume_ml;
        if (!amount) continue;
        history.push_back({.date = past.date,
                           .type = rules_type(past.type),
                           .ml = is_platelets ? std::nullopt : amount,
                           .units = is_platelets ? amount : std::nullopt,
                           .place = past.place});
    }
    return history;
}

} // namespace rexue::rule_wire

// Donations as messages say them, for the rules: the same by terminal and server. PURE.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/honour/record.h"
#include "net/wire/donors.h"

namespace rexue::rule_wire {

donation::DonationType rules_type(wire::DonationType type);
wire::DonationType wire_type(donation::DonationType type);

// Each by the amount that its type is counted in; without those whose amount nobody wrote down,
// which no ledger can count.
std::vector<honour::Donation> counted_history(std::span<const wire::PastDonation> donations);

} // namespace rexue::rule_wire

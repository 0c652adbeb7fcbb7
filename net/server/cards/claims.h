// What a donor's honour card says, worked out from their record.
#pragma once

#include <vector>

#include "kiosk/rules/honour/honours.h"
#include "net/credential/honour_claims.h"
#include "net/server/store/rows.h"
#include "net/wire/house.h"

namespace rexue::server {

// Everything but the card number; `awards` are in the order in which they go, when there is no
// room for all: what matters least at the end. Counts are of `today`, the name is masked. Donations
// whose amount is not known are not counted. conflict: nothing is held, the house has no place, or
// the record does not hold together.
base::Result<credential::HonourClaims> claims_of(const honour::Honours& honours, const Donor& donor,
                                                 const wire::House& house, base::Date today);

} // namespace rexue::server

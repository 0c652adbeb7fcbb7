// The invented house, its queue and its people, as the scenes show them.
#pragma once

#include "kiosk/flow/donor/visit.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/now.h"
#include "kiosk/rules/queue/fold.h"

namespace rexue::screenshots {

// Sunday, 14 June 2026, 10:24 in the house: World Donor Day.
flow::Now sample_now();
flow::House sample_house();

// Four wait for examination, one is at desk 1, one has missed the call, others are further on.
queue::QueueState sample_queue();
// The same with one more, who has just checked in as A017.
queue::QueueState queue_with_own_ticket();

identity::IdentityDocument sample_document();
flow::donor::KnownDonor sample_donor();
// A name of 46 letters, a Uyghur name, a rare character.
identity::IdentityDocument document_named(const std::string& name);

} // namespace rexue::screenshots

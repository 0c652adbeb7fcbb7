// The invented house, its queue and its people, as the scenes show them.
#pragma once

#include <string_view>

#include "kiosk/flow/donor/session.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/now.h"
#include "kiosk/rules/queue/fold.h"

namespace rexue::screens::samples {

// Sunday, 14 June 2026, 10:24 in the house: World Donor Day.
flow::Now sample_now();
flow::House sample_house();

// Four wait for examination, one is at desk 1, one has missed the call, others are further on.
queue::QueueState sample_queue();
// The same with one more, who has just checked in as A017.
queue::QueueState queue_with_own_ticket();
// A012 did not come when called; A005, missed before, is still away: the first desk is free.
queue::QueueState queue_with_missed_calls();
// Now A005 is back and called again.
queue::QueueState queue_with_recalled_ticket();
// Everybody called somebody: five desks, the newest call first.
flow::House five_desks();
queue::QueueState queue_of_five_desks();

// More wait at every stage than a board has room for; some have missed the call.
queue::QueueState crowded_queue();
// Somebody at the terminal of the A numbers has called for help that long ago.
queue::QueueState with_help_wanted(queue::QueueState queue, std::chrono::seconds asked_ago);
// That terminal itself has, for the sake of one of queue::help_about.
queue::QueueState with_help_about(queue::QueueState queue, std::string_view about,
                                  std::chrono::seconds asked_ago);
// The same house, with the longest names of house and desks that we have seen.
flow::House with_long_names(flow::House house);

// A donor's terminal there, with everything in order.
flow::donor::Session house_session(flow::donor::State state);

identity::IdentityDocument sample_document();
flow::donor::KnownDonor sample_donor();
// A name of 46 letters, a Uyghur name, a rare character.
identity::IdentityDocument document_named(const std::string& name);

} // namespace rexue::screens::samples

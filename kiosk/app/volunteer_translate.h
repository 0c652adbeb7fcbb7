// Cards and donors as the volunteer's flow has them.
#pragma once

#include <optional>

#include "kiosk/flow/donor/event.h"
#include "kiosk/flow/volunteer/event.h"
#include "net/credential/verify.h"
#include "net/wire/donors.h"

namespace rexue::app {

flow::volunteer::Card card_of(const credential::Finding& finding, flow::volunteer::Source source);
// By the text's prefix; what is not ours is a printed code.
flow::volunteer::Source source_of(std::string_view text);

// What the centre knows, for the ledgers of this house's city on this day. None: the house has no
// place, or the record does not hold together.
std::optional<honour::Record> record_of(const wire::DonorBrief& brief, const flow::House& house,
                                        base::Date on);
// What a look-up's answer is to the flow.
flow::volunteer::Event holder_event_of(const base::Result<wire::DonorBrief>& answer,
                                       const flow::House& house, base::Date on);

// What the devices say in the donor's language; none: it means nothing to a volunteer.
std::optional<flow::volunteer::Event> volunteer_event_of(const flow::donor::Event& event);

} // namespace rexue::app

// Between the wire's messages and the flows' values: net and flow do not know each other.
#pragma once

#include <vector>

#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/visit.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/flow/staff/session.h"
#include "net/client/link_state.h"
#include "net/wire/bookings.h"
#include "net/wire/donors.h"
#include "net/wire/house.h"
#include "net/wire/visits.h"

namespace rexue::app {

flow::House house_of(const wire::House& house);
flow::Link link_of(client::LinkCondition condition);
flow::donor::KnownDonor known_donor_of(const wire::DonorBrief& brief);
std::vector<flow::staff::VisitBrief> briefs_of(const wire::VisitBriefs& briefs);

// What is sealed for the server: everything the document says but its picture.
struct RecordContext {
    base::Uuid visit;
    wire::HouseId house;
    std::string ticket;
    base::Instant at{};
    base::Date today{};
};
wire::VisitRecord record_of(const flow::donor::Visit& visit, const RecordContext& context);

// Of the same donor, for a day to come.
struct BookingContext {
    base::Uuid booking;
    wire::HouseId house;
    base::Instant at{};
};
wire::BookingRecord booking_of(const flow::donor::Visit& visit,
                               const flow::donor::DayToBook& wanted, const BookingContext& context);

} // namespace rexue::app

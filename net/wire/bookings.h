// A day that a donor has booked, because today is not possible. Who it is stays under a seal.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/wire/donors.h"
#include "net/wire/identifiers.h"
#include "platform/base/date_text.h"
#include "platform/base/uuid.h"

namespace rexue::wire {

// PUT /v1/bookings/{booking}. The same body again is 204 again, another body under the same
// booking is 409 conflict.
struct SealedBooking {
    base::Uuid booking;
    TerminalId terminal;
    std::string algorithm;  // wire::sealing_algorithm
    std::string ciphertext; // Base64 of the sealed box around BookingRecord as JSON
    std::string signature;  // Base64, ES256 (DER) by the terminal's enrolment key over
                            // "booking\n<booking>\n<terminal>\n<algorithm>\n<ciphertext>"
};
BOOST_DESCRIBE_STRUCT(SealedBooking, (), (booking, terminal, algorithm, ciphertext, signature))

// What the signature covers; both ends build it here. It begins with a word of its own, so that
// a visit's signature is never good for a booking.
std::string signed_text(const SealedBooking& booking);

// Inside the seal: read by the server alone.
struct BookingRecord {
    base::Uuid booking;
    HouseId house;
    base::Instant made_at{};
    base::Date day{};                // the house's local day
    std::vector<DonationType> types; // that the day is possible for, as the terminal saw it
    std::optional<DonorId> donor;    // when the server knew the donor
    std::optional<std::string> card_number;
    std::optional<std::string> name;
    std::optional<std::string> document_number;
};
BOOST_DESCRIBE_STRUCT(BookingRecord, (),
                      (booking, house, made_at, day, types, donor, card_number, name,
                       document_number))

// invalid_argument with the pointer of the first member that no booking can hold: no type, a day
// before `made_on` (the house's day it was made), a text longer than any document's.
base::Status check_booking(const BookingRecord& record, base::Date made_on);

// GET /v1/houses/{house}/bookings, staff session needed: how many are booked for which day.
struct BookingDay {
    base::Date day{};
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(BookingDay, (), (day, count))
struct BookingDays {
    std::vector<BookingDay> days; // from today on, those for which somebody has booked
};
BOOST_DESCRIBE_STRUCT(BookingDays, (), (days))
// How far ahead staff are told.
inline constexpr int booking_days_ahead = 60;

} // namespace rexue::wire

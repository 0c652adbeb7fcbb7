// Booked days: sealed ones in, counts for staff out.
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/sealed_box.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

base::Status check_frame(const wire::SealedBooking& sealed, const Request& request) {
    if (sealed.booking.to_string() != request.path_value) {
        return base::fail(ErrorCode::invalid_argument, "/booking: not the path's");
    }
    if (sealed.algorithm != wire::sealing_algorithm) {
        return base::fail(ErrorCode::unsupported, "/algorithm: not supported");
    }
    if (sealed.terminal != request.terminal->id) {
        return base::fail(ErrorCode::forbidden, "/terminal: not the certificate's");
    }
    return check_sealed_signature(*request.terminal, wire::signed_text(sealed), sealed.signature);
}

// Opened once on the way in: what the server cannot read must come back to the terminal, where an
// operator finds it. The words of its errors name a member, never its value.
base::Result<wire::BookingRecord> read_content(Context& context, const wire::SealedBooking& sealed,
                                               const wire::House& house) {
    const auto value = open_sealed(context.sealing, sealed.ciphertext);
    if (!value) return base::fail(value);
    auto record = json::from_json<wire::BookingRecord>(*value);
    if (!record) return base::fail(ErrorCode::corrupt, "/ciphertext: " + record.error().detail);
    if (record->booking != sealed.booking || record->house != house.house) {
        return base::fail(ErrorCode::corrupt, "/ciphertext: it is another booking or house's");
    }
    const auto possible = wire::check_booking(*record, house_day(house, record->made_at));
    if (!possible) {
        return base::fail(ErrorCode::corrupt, "/ciphertext: " + possible.error().detail);
    }
    return record;
}

} // namespace

base::Result<Response> put_booking(Context& context, const Request& request) {
    const auto sealed = read_body<wire::SealedBooking>(request);
    if (!sealed) return base::fail(sealed);
    if (request.terminal->surface != wire::SurfaceKind::donor) {
        return base::fail(ErrorCode::forbidden, "only a donor terminal may do that");
    }
    const auto framed = check_frame(*sealed, request);
    if (!framed) return base::fail(framed);
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto record = read_content(context, *sealed, *house);
    if (!record) return base::fail(record);
    const auto donor = known_donor(context.store, *record);
    if (!donor) return base::fail(donor);
    const auto stored =
        context.store.put_booking({.sealed = *sealed,
                                   .house = house->house,
                                   .day = record->day,
                                   .donor = *donor ? std::optional((*donor)->id) : std::nullopt},
                                  context.clock.wall());
    if (!stored) return base::fail(stored);
    return Response{
        .status = 204, .content_type = {}, .body = {}, .headers = {}, .follow = std::nullopt};
}

base::Result<Response> get_bookings(Context& context, const Request& request) {
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto today = house_day(*house, context.clock.wall());
    const base::Date last =
        std::chrono::sys_days(today) + std::chrono::days(wire::booking_days_ahead);
    auto days = context.store.booking_days(house->house, today, last);
    if (!days) return base::fail(days);
    return json_response(wire::BookingDays{.days = std::move(*days)});
}

} // namespace rexue::server

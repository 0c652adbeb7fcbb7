// What a moment offers, given out by staff: once a visit, and the stock follows.
#include "net/wire/gifts.h"

#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"

namespace rexue::server {

base::Result<Response> post_gift(Context& context, const Request& request) {
    const auto step = read_body<wire::GiftStep>(request);
    if (!step) return base::fail(step);
    const auto visit = base::parse_uuid(request.path_value);
    if (!visit) return base::fail(base::ErrorCode::not_found, "no record of such a visit");
    const wire::HouseId& house = request.terminal->house;
    const auto record = context.store.record_of_visit(house, *visit);
    if (!record) return base::fail(record);
    const Gift gift{
        .visit = *visit, .house = house, .offer = step->offer, .staff = request.session->staff};
    const bool gives = step->action == wire::GiftAction::give;
    const auto left =
        gives ? context.store.give(gift, context.clock.wall()) : context.store.take_back(gift);
    if (!left) return base::fail(left);
    return json_response(wire::GiftAnswer{.offer = step->offer, .given = gives, .left = *left});
}

} // namespace rexue::server

// All handlers, one file a resource. Each blocks on the store and runs on its route's lane.
#pragma once

#include "net/server/context.h"
#include "net/server/http/message.h"

namespace rexue::server {

base::Result<Response> enrol(Context& context, const Request& request);            // enrolments
base::Result<Response> get_house(Context& context, const Request& request);        // houses
base::Result<Response> append_events(Context& context, const Request& request);    // events
base::Result<Response> get_events(Context& context, const Request& request);       // events
base::Result<Response> post_call(Context& context, const Request& request);        // calls
base::Result<Response> get_visits(Context& context, const Request& request);       // visits
base::Result<Response> put_booking(Context& context, const Request& request);      // bookings
base::Result<Response> get_bookings(Context& context, const Request& request);     // bookings
base::Result<Response> get_reviews(Context& context, const Request& request);      // reviews
base::Result<Response> get_review(Context& context, const Request& request);       // reviews
base::Result<Response> post_review_step(Context& context, const Request& request); // reviews
base::Result<Response> post_gift(Context& context, const Request& request);        // gifts
base::Result<Response> put_record(Context& context, const Request& request);       // visits
base::Result<Response> look_up_donor(Context& context, const Request& request);    // donors
base::Result<Response> post_card(Context& context, const Request& request);        // cards
base::Result<Response> post_code_shown(Context& context, const Request& request);  // cards
base::Result<Response> get_card_keys(Context& context, const Request& request);    // cards
base::Result<Response> get_revocations(Context& context, const Request& request);  // cards
base::Result<Response> sign_in(Context& context, const Request& request);          // staff_sessions
base::Result<Response> get_health(Context& context, const Request& request);       // operations
base::Result<Response> get_readiness(Context& context, const Request& request);    // operations
base::Result<Response> get_metrics(Context& context, const Request& request);      // operations

} // namespace rexue::server

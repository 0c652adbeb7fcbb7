// From a request to its answer: who asks, may they, the handler, and errors as problems.
#pragma once

#include "net/server/http/route_table.h"

namespace rexue::server {

// Blocks on the store: call it on the route's lane. Always an answer; counts and logs it.
Response answer(Context& context, const RouteMatch& match, Request request);

// 64 lower-case hex digits, as Rexue-Instance must be.
bool is_instance(std::string_view text);

} // namespace rexue::server

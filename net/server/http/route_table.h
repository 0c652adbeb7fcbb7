// Every resource of the server, once: the listener dispatches by this table, and a test holds the
// OpenAPI description to it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "net/server/context.h"
#include "net/server/http/message.h"

namespace rexue::server {

// Who may ask: anybody, an enrolled terminal of the house in the path, or a staff terminal of it
// with somebody signed in.
enum class Needs { nothing, terminal, staff };

// Where the handler runs: PIN hashing is slow on purpose and must not hold up the store.
enum class Lane { store, hashing };

using Handler = base::Result<Response> (*)(Context&, const Request&);

struct Route {
    Method method = Method::get;
    std::string_view path;      // "/v1/houses/{house}/events": at most one {…}
    std::string_view operation; // operationId of the description, label of metrics
    Needs needs = Needs::terminal;
    Lane lane = Lane::store;
    Handler handler = nullptr;
};

std::span<const Route> route_table();

struct RouteMatch {
    const Route* route = nullptr; // null: there is no such resource
    std::string path_value;
};
RouteMatch find_route(Method method, std::string_view path);

} // namespace rexue::server

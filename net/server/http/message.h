// A request and its answer as handlers see them: no sockets, no library.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "net/server/store/rows.h"
#include "platform/base/error.h"

namespace rexue::server {

enum class Method { get, post, put, other };

struct Request {
    Method method = Method::get;
    std::string path;  // as sent, without the query
    std::string query; // as sent, without the question mark
    std::string body;

    // Headers that handlers look at; empty when not sent.
    std::string accept;
    std::string authorization;
    std::string content_type;
    std::string if_none_match;
    std::string last_event_id;
    std::string instance; // Rexue-Instance: which machine uses the certificate

    // SHA-256 of the client certificate that TLS has verified, in hex; empty without one.
    std::string certificate_fingerprint;

    // Filled in before a handler sees the request.
    std::string path_value;             // what stands for {house} or {visit}
    std::optional<Terminal> terminal;   // there when the route needs one
    std::optional<OpenSession> session; // there when the route needs staff
};

// An answer that goes on: the house's events as they come.
struct Follow {
    Terminal terminal;
    std::string instance;
    std::int64_t after = 0; // the newest sequence that the follower has
};

struct Response {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers; // beside the usual ones
    std::optional<Follow> follow;                             // then `body` is empty
};

// application/problem+json for an error, with its status.
Response problem_response(const base::Error& error);

// The value of `name` in a query, percent-decoding left out: our values need none.
std::optional<std::string> query_value(std::string_view query, std::string_view name);

} // namespace rexue::server

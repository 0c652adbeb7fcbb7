// application/problem+json (RFC 9457): how the server says no.
#pragma once

#include <string>

#include <boost/describe.hpp>

#include "platform/base/error.h"

namespace rexue::wire {

struct Problem {
    std::string type;   // "urn:rexue:problem:<code>"
    std::string title;  // plain English, the same for every occurrence
    int status = 500;   // the HTTP status, repeated
    std::string detail; // this occurrence; never holds anything about a donor
};
BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, detail))

// Status and type follow from the code; the pair is one to one, so that a client gets the
// code back that the server meant.
Problem problem_of(const base::Error& error);

// The detail of the conflict that a terminal gets while another machine works under its
// certificate: the one conflict that is told by its words.
inline constexpr const char* duplicate_terminal_detail = "another terminal uses this certificate";

// The error a problem stands for. Unknown types are told apart by HTTP status class.
base::Error error_of(const Problem& problem);

} // namespace rexue::wire

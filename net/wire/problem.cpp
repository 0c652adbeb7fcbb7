#include "net/wire/problem.h"

#include <array>
#include <string_view>

namespace rexue::wire {

namespace {

using base::ErrorCode;

struct Row {
    ErrorCode code;
    int status;
    std::string_view title;
};

constexpr std::array rows{
    Row{ErrorCode::invalid_argument, 400, "The request is malformed"},
    Row{ErrorCode::unauthenticated, 401, "Sign-in or enrolment is needed"},
    Row{ErrorCode::forbidden, 403, "This terminal or person may not do that"},
    Row{ErrorCode::not_found, 404, "There is no such thing"},
    Row{ErrorCode::already_exists, 409, "It is there already"},
    Row{ErrorCode::conflict, 409, "The state has changed in between"},
    Row{ErrorCode::limit_exceeded, 413, "The request is too large"},
    Row{ErrorCode::unsupported, 415, "That is not supported"},
    Row{ErrorCode::corrupt, 422, "The content does not hold together"},
    Row{ErrorCode::too_many_requests, 429, "Too many tries"},
    Row{ErrorCode::internal, 500, "The server made a mistake"},
    Row{ErrorCode::io, 500, "The server could not store or read"},
    Row{ErrorCode::unavailable, 503, "Not available now"},
    Row{ErrorCode::timeout, 504, "It took too long"},
    Row{ErrorCode::storage_full, 507, "The server's storage is full"},
};

constexpr std::string_view type_prefix = "urn:rexue:problem:";

} // namespace

Problem problem_of(const base::Error& error) {
    for (const Row& row : rows) {
        if (row.code != error.code) continue;
        return {.type = std::string(type_prefix).append(base::to_string(row.code)),
                .title = std::string(row.title),
                .status = row.status,
                .detail = error.detail};
    }
    return problem_of({.code = ErrorCode::internal, .detail = error.detail});
}

base::Error error_of(const Problem& problem) {
    for (const Row& row : rows) {
        if (problem.type == std::string(type_prefix).append(base::to_string(row.code))) {
            return {.code = row.code, .detail = problem.detail};
        }
    }
    const bool theirs = problem.status >= 500;
    return {.code = theirs ? ErrorCode::unavailable : ErrorCode::invalid_argument,
            .detail = problem.detail};
}

} // namespace rexue::wire

#include "platform/base/error.h"

#include <cstdio>
#include <cstdlib>

namespace rexue::base {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_argument:
            return "invalid_argument";
        case ErrorCode::not_found:
            return "not_found";
        case ErrorCode::already_exists:
            return "already_exists";
        case ErrorCode::unauthenticated:
            return "unauthenticated";
        case ErrorCode::forbidden:
            return "forbidden";
        case ErrorCode::conflict:
            return "conflict";
        case ErrorCode::limit_exceeded:
            return "limit_exceeded";
        case ErrorCode::too_many_requests:
            return "too_many_requests";
        case ErrorCode::corrupt:
            return "corrupt";
        case ErrorCode::io:
            return "io";
        case ErrorCode::storage_full:
            return "storage_full";
        case ErrorCode::unavailable:
            return "unavailable";
        case ErrorCode::untrusted:
            return "untrusted";
        case ErrorCode::timeout:
            return "timeout";
        case ErrorCode::unplugged:
            return "unplugged";
        case ErrorCode::unsupported:
            return "unsupported";
        case ErrorCode::cancelled:
            return "cancelled";
        case ErrorCode::internal:
            return "internal";
    }
    return "internal";
}

void stop_impossible(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "impossible: %s (%s:%d)\n", condition, file, line);
    std::abort();
}

} // namespace rexue::base

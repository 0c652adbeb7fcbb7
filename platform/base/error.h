// The one failure type of the tree: a code to decide by, and a detail to read.
#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace rexue::base {

enum class ErrorCode {
    invalid_argument, // the caller or the peer sent something malformed
    not_found,
    already_exists,
    unauthenticated,   // nobody, or a wrong secret
    forbidden,         // somebody, but not for this
    conflict,          // true once, no longer true
    limit_exceeded,    // too long, too deep, too many
    too_many_requests, // too often: the same may go well later
    corrupt,           // bytes that were stored or sent are not what they were
    io,
    storage_full,
    unavailable, // the other end is not there; trying again may help
    untrusted,   // the other end is there, but is not who it must be
    timeout,
    unplugged,
    unsupported,
    cancelled,
    internal,
};

// Lower-case words with underscores, stable: they appear in problem documents and logs.
std::string_view to_string(ErrorCode code);

// `detail` is for operators. It never holds anything about a donor: no names, numbers, answers.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string detail;

    bool operator==(const Error&) const = default;
};

template <typename T>
using Result = std::expected<T, Error>;
using Status = Result<void>;

inline std::unexpected<Error> fail(ErrorCode code, std::string detail) {
    return std::unexpected(Error{.code = code, .detail = std::move(detail)});
}

// Passes another call's failure on.
template <typename T>
std::unexpected<Error> fail(const Result<T>& failed) {
    return std::unexpected(failed.error());
}

// Ends the program with a line on stderr: for what cannot be, in every build.
// A restarted terminal is calm; a terminal that goes on with a wrong state is not.
[[noreturn]] void stop_impossible(const char* condition, const char* file, int line);

} // namespace rexue::base

#define REXUE_ASSERT(condition) \
    ((condition) ? void(0) : ::rexue::base::stop_impossible(#condition, __FILE__, __LINE__))

#include "net/server/http/message.h"

#include "net/wire/problem.h"
#include "platform/json/codec.h"

namespace rexue::server {

Response problem_response(const base::Error& error) {
    const auto problem = wire::problem_of(error);
    return {.status = problem.status,
            .content_type = "application/problem+json",
            .body = boost::json::serialize(json::to_json(problem)),
            .headers = {},
            .follow = std::nullopt};
}

std::optional<std::string> query_value(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const auto end = query.find('&');
        const auto pair = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        const auto equals = pair.find('=');
        if (pair.substr(0, equals) != name) continue;
        return equals == std::string_view::npos ? std::string()
                                                : std::string(pair.substr(equals + 1));
    }
    return std::nullopt;
}

} // namespace rexue::server

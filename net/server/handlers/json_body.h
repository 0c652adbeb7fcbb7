// A request's body as a message, a message as an answer.
#pragma once

#include "net/server/http/message.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::server {

// invalid_argument with the JSON pointer of the fault, limit_exceeded.
template <typename Message>
base::Result<Message> read_body(const Request& request) {
    const auto value = json::parse(request.body);
    if (!value) return base::fail(value);
    return json::from_json<Message>(*value);
}

template <typename Message>
Response json_response(const Message& message, int status = 200) {
    return {.status = status,
            .content_type = "application/json",
            .body = boost::json::serialize(json::to_json(message)),
            .headers = {},
            .follow = std::nullopt};
}

} // namespace rexue::server

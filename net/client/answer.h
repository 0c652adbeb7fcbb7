// A server's answer as one of the wire's messages.
#pragma once

#include <string_view>

#include "net/client/http_client.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::client {

// `corrupt` for text that is not this message: a server of ours does not send that.
template <typename Message>
base::Result<Message> read_message(std::string_view text, size_t max_bytes) {
    const auto parsed = json::parse(text, {.max_bytes = max_bytes});
    if (!parsed) return base::fail(base::ErrorCode::corrupt, parsed.error().detail);
    auto message = json::from_json<Message>(*parsed);
    if (!message) return base::fail(base::ErrorCode::corrupt, message.error().detail);
    return message;
}

template <typename Message>
base::Result<Message> read_answer(const base::Result<Response>& response) {
    if (!response) return base::fail(response);
    return read_message<Message>(response->body, response->body.size());
}

template <typename Message>
std::string body_of(const Message& message) {
    return boost::json::serialize(json::to_json(message));
}

} // namespace rexue::client

#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"

namespace rexue::server {

namespace {

Response plain(std::string text) {
    return {.status = 200,
            .content_type = "text/plain; version=0.0.4; charset=utf-8",
            .body = std::move(text),
            .headers = {},
            .follow = std::nullopt};
}

} // namespace

// Alive: it answers. Whether it can work is the next question.
base::Result<Response> get_health(Context&, const Request&) {
    return plain("ok\n");
}

base::Result<Response> get_readiness(Context& context, const Request&) {
    const auto ready = context.store.check_ready();
    if (!ready) {
        return base::fail(base::ErrorCode::unavailable, "the store: " + ready.error().detail);
    }
    return plain("ready\n");
}

base::Result<Response> get_metrics(Context& context, const Request&) {
    return plain(context.metrics.text(context.followers.count()));
}

} // namespace rexue::server

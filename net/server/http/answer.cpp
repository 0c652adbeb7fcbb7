#include "net/server/http/answer.h"

#include <algorithm>
#include <chrono>

#include "net/server/instances.h"
#include "net/server/keys/secrets.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

base::Result<Terminal> terminal_of(Context& context, const Request& request) {
    if (request.certificate_fingerprint.empty()) {
        return base::fail(ErrorCode::unauthenticated, "a terminal's certificate is needed");
    }
    auto terminal = context.store.terminal(request.certificate_fingerprint);
    if (!terminal && terminal.error().code == ErrorCode::not_found) {
        return base::fail(ErrorCode::unauthenticated, "the certificate is not enrolled here");
    }
    if (terminal && terminal->revoked_at) {
        return base::fail(ErrorCode::unauthenticated, "the terminal was revoked");
    }
    return terminal;
}

base::Status check_instance(Context& context, const Request& request) {
    if (!is_instance(request.instance)) {
        return base::fail(ErrorCode::invalid_argument,
                          "Rexue-Instance: 64 lower-case hex digits are wanted");
    }
    return bind_instance(context, *request.terminal, request.instance);
}

base::Result<OpenSession> session_of(Context& context, const Request& request) {
    const Terminal& terminal = *request.terminal;
    constexpr std::string_view scheme = "Bearer ";
    if (terminal.surface != wire::SurfaceKind::staff) {
        return base::fail(ErrorCode::forbidden, "only a staff terminal may do that");
    }
    if (!request.authorization.starts_with(scheme)) {
        return base::fail(ErrorCode::unauthenticated, "a staff session is needed");
    }
    const auto token = request.authorization.substr(scheme.size());
    auto session = context.store.session(keys::hash_of(token), context.clock.wall());
    // A token that was carried to another terminal is worth nothing there.
    if (session && session->terminal != terminal.id) {
        return base::fail(ErrorCode::unauthenticated, "the staff session is another terminal's");
    }
    return session;
}

base::Status identify(Context& context, const Route& route, Request& request) {
    if (route.needs == Needs::nothing) return {};
    auto terminal = terminal_of(context, request);
    if (!terminal) return base::fail(terminal);
    request.terminal = std::move(*terminal);
    if (const auto claimed = check_instance(context, request); !claimed) return claimed;
    if (route.path.contains("{house}") && request.path_value != request.terminal->house.value) {
        return base::fail(ErrorCode::forbidden, "the terminal is of another house");
    }
    if (route.needs == Needs::terminal) return {};
    auto session = session_of(context, request);
    if (!session) return base::fail(session);
    request.session = std::move(*session);
    return {};
}

base::Status check_content_type(const Request& request) {
    if (request.method == Method::get) return {};
    const std::string_view type = request.content_type;
    if (type.substr(0, type.find(';')) == "application/json") return {};
    return base::fail(ErrorCode::unsupported, "the body must be application/json");
}

base::Result<Response> handle(Context& context, const RouteMatch& match, Request& request) {
    if (match.route == nullptr) return base::fail(ErrorCode::not_found, "no such resource");
    request.path_value = match.path_value;
    if (const auto known = identify(context, *match.route, request); !known) {
        return base::fail(known);
    }
    if (const auto typed = check_content_type(request); !typed) return base::fail(typed);
    return match.route->handler(context, request);
}

} // namespace

bool is_instance(std::string_view text) {
    return text.size() == 64 && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

Response answer(Context& context, const RouteMatch& match, Request request) {
    const auto start = std::chrono::steady_clock::now();
    const std::string_view operation = match.route != nullptr ? match.route->operation : "none";
    auto result = handle(context, match, request);
    Response response = result ? std::move(*result) : problem_response(result.error());
    if (!result) {
        log::write(response.status >= 500 ? log::request_failed : log::request_refused,
                   result.error(),
                   {{"operation", operation},
                    {"terminal", request.terminal ? request.terminal->id.value : "-"}});
    }
    context.metrics.count_request(operation, response.status,
                                  std::chrono::duration_cast<std::chrono::microseconds>(
                                      std::chrono::steady_clock::now() - start));
    return response;
}

} // namespace rexue::server

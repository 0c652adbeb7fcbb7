#include "net/server/http/route_table.h"

#include <array>
#include <optional>

#include "net/server/handlers/handlers.h"

namespace rexue::server {

namespace {

constexpr auto get = Method::get;
constexpr auto post = Method::post;
constexpr auto put = Method::put;
constexpr auto nothing = Needs::nothing;
constexpr auto terminal = Needs::terminal;
constexpr auto staff = Needs::staff;
constexpr auto store = Lane::store;
constexpr auto hashing = Lane::hashing;

// clang-format off
constexpr std::array table{
    Route{post, "/v1/enrolments",            "enrol",           nothing,  store,   enrol},
    Route{get,  "/v1/houses/{house}",        "get_house",       terminal, store,   get_house},
    Route{post, "/v1/houses/{house}/events", "append_events",   terminal, store,   append_events},
    Route{get,  "/v1/houses/{house}/events", "get_events",      terminal, store,   get_events},
    Route{post, "/v1/houses/{house}/calls",  "decide_call",     staff,    store,   post_call},
    Route{get,  "/v1/houses/{house}/visits", "get_visits",      staff,    store,   get_visits},
    Route{get,  "/v1/houses/{house}/bookings", "get_bookings",  staff,    store,   get_bookings},
    Route{put,  "/v1/bookings/{booking}",    "put_booking",     terminal, store,   put_booking},
    Route{get,  "/v1/houses/{house}/reviews", "get_reviews",    staff,    store,   get_reviews},
    Route{get,  "/v1/visits/{visit}/review", "get_review",      staff,    store,   get_review},
    Route{post, "/v1/visits/{visit}/review", "take_review_step", staff, store, post_review_step},
    Route{post, "/v1/visits/{visit}/gifts",  "give_out",        staff,    store,   post_gift},
    Route{post, "/v1/donors/lookup",         "look_up_donor",   terminal, store,   look_up_donor},
    Route{put,  "/v1/visits/{visit}/record", "put_record",      terminal, store,   put_record},
    Route{post, "/v1/cards",                 "issue_card",      staff,    store,   post_card},
    Route{post, "/v1/cards/seen",            "note_code",       terminal, store,   post_code_shown},
    Route{get,  "/v1/catalogues/keys",       "get_card_keys",   terminal, store,   get_card_keys},
    Route{get,  "/v1/catalogues/revocations", "get_revocations", terminal, store, get_revocations},
    Route{post, "/v1/staff/sessions",        "sign_in",         terminal, hashing, sign_in},
    Route{get,  "/healthz",                  "get_health",      nothing,  store,   get_health},
    Route{get,  "/readyz",                   "get_readiness",   nothing,  store,   get_readiness},
    Route{get,  "/metrics",                  "get_metrics",     nothing,  store,   get_metrics},
};
// clang-format on

// What stands for the {…} of a template; empty text for one without. Nothing if it is another path.
std::optional<std::string> match(std::string_view path_template, std::string_view path) {
    const auto open = path_template.find('{');
    if (open == std::string_view::npos) {
        if (path_template != path) return std::nullopt;
        return std::string();
    }
    const auto prefix = path_template.substr(0, open);
    const auto suffix = path_template.substr(path_template.find('}') + 1);
    if (path.size() <= prefix.size() + suffix.size() || !path.starts_with(prefix) ||
        !path.ends_with(suffix)) {
        return std::nullopt;
    }
    const auto value = path.substr(prefix.size(), path.size() - prefix.size() - suffix.size());
    if (value.contains('/')) return std::nullopt;
    return std::string(value);
}

} // namespace

std::span<const Route> route_table() {
    return table;
}

RouteMatch find_route(Method method, std::string_view path) {
    for (const Route& route : table) {
        if (route.method != method) continue;
        if (auto value = match(route.path, path)) return {&route, std::move(*value)};
    }
    return {};
}

} // namespace rexue::server

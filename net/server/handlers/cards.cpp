// Honour cards: issued at the desk, verified everywhere else.
#include "net/wire/cards.h"

#include "net/credential/dynamic_code.h"
#include "net/credential/seen_codes.h"
#include "net/server/handlers/find_donor.h"
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"
#include "net/server/keys/secrets.h"
#include "platform/base/mod_97_10.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

constexpr size_t card_digits = 16;

bool is_board(const Request& request) {
    return request.terminal->surface == wire::SurfaceKind::board;
}

// The message under the name of its content, or nothing but that name for who has it already.
template <typename Message>
Response named(const Request& request, const Message& message, const std::string& name) {
    const std::string tag = "W/\"" + name + "\"";
    Response response = request.if_none_match == tag ? Response{.status = 304,
                                                                .content_type = {},
                                                                .body = {},
                                                                .headers = {},
                                                                .follow = std::nullopt}
                                                     : json_response(message);
    response.headers.emplace_back("ETag", tag);
    return response;
}

// As credential::SeenCodes keeps them: from half an hour ago to a moment ahead.
base::Status check_step(std::int64_t step, std::int64_t now_step) {
    if (step >= now_step - credential::kept_steps && step <= now_step + credential::kept_steps) {
        return {};
    }
    return base::fail(ErrorCode::invalid_argument, "/step: far from the server's time");
}

} // namespace

base::Result<Response> post_card(Context& context, const Request& request) {
    const auto query = read_body<wire::DonorQuery>(request);
    if (!query) return base::fail(query);
    const auto donor = find_donor(context.store, *query);
    if (!donor) return base::fail(donor);
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    auto card = context.cards.issue(context.store, *house, *donor, context.clock.wall());
    // The donor is there; what is not, is a key.
    if (!card && card.error().code == ErrorCode::not_found) {
        return base::fail(ErrorCode::unavailable, card.error().detail);
    }
    if (!card) return base::fail(card);
    return json_response(wire::CardIssued{.text = std::move(card->text), .expires = card->expires},
                         201);
}

base::Result<Response> post_code_shown(Context& context, const Request& request) {
    const auto shown = read_body<wire::CodeShown>(request);
    if (!shown) return base::fail(shown);
    if (is_board(request)) return base::fail(ErrorCode::forbidden, "a board verifies no cards");
    if (shown->card_number.size() != card_digits || !base::is_all_digits(shown->card_number)) {
        return base::fail(ErrorCode::invalid_argument, "/card_number: 16 digits are wanted");
    }
    const auto now = credential::step_at(context.clock.wall());
    if (!now) return base::fail(ErrorCode::unavailable, "the server's clock is wrong");
    if (const auto near = check_step(shown->step, now->absolute()); !near) return base::fail(near);
    const auto first = context.store.note_shown_code(
        {.card_number = shown->card_number, .step = shown->step, .terminal = request.terminal->id},
        now->absolute() - credential::kept_steps);
    if (!first && first.error().code == ErrorCode::limit_exceeded) {
        return base::fail(ErrorCode::unavailable, first.error().detail);
    }
    if (!first) return base::fail(first);
    return json_response(wire::CodeHeard{.first_time = *first});
}

// Who has a day's keys can make codes of that day: not for a screen that anybody stands before.
base::Result<Response> get_card_keys(Context& context, const Request& request) {
    const auto keys = context.cards.keys(
        context.clock.wall(), is_board(request) ? DayKeys::none : DayKeys::of_these_days);
    if (!keys) return base::fail(keys);
    return named(request, *keys, keys::hash_of(boost::json::serialize(json::to_json(*keys))));
}

base::Result<Response> get_revocations(Context& context, const Request& request) {
    const auto revocations = context.cards.revocations(context.store, context.clock.wall());
    if (!revocations) return base::fail(revocations);
    return named(request, wire::CardRevocations{.list = base::base64_encode(revocations->list)},
                 revocations->content_name);
}

} // namespace rexue::server

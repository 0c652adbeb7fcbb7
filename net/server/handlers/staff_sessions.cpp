#include <fmt/format.h>

#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/pin_backoff.h"
#include "net/server/keys/secrets.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

// Half a working day: a forgotten session ends by itself, and nobody signs in every hour.
constexpr std::chrono::hours session_life{4};

base::Result<Response> wrong(Context& context, const Terminal& terminal) {
    context.metrics.count(Counter::wrong_pins);
    log::write(log::staff_pin_wrong, {{"terminal", terminal.id}});
    return base::fail(ErrorCode::unauthenticated, "the staff number or the PIN is wrong");
}

Response wait(std::chrono::seconds left) {
    Response response =
        problem_response({.code = ErrorCode::too_many_requests,
                          .detail = fmt::format("too many wrong PINs: wait {} s", left.count())});
    response.headers.emplace_back("Retry-After", std::to_string(left.count()));
    return response;
}

// Somebody's number or nobody's: from here on both go the same way, so that neither words nor
// waiting nor time tell which numbers exist.
base::Result<StaffMember> who_tries(Context& context, const wire::HouseId& house,
                                    const std::string& number) {
    auto member = context.store.staff(house, number);
    if (member || member.error().code != ErrorCode::not_found) return member;
    return context.store.unknown_staff(house, number);
}

bool is_right(const StaffMember& member, std::string_view pin) {
    static const std::string nobodys_hash = keys::hash_pin("0000");
    const bool nobody = member.pin_hash.empty();
    const bool matches = keys::pin_matches(nobody ? nobodys_hash : member.pin_hash, pin);
    return matches && !nobody;
}

base::Result<Response> open(Context& context, const Terminal& terminal, const StaffMember& member) {
    const std::string token = keys::make_token();
    const OpenSession session{.token_hash = keys::hash_of(token),
                              .terminal = terminal.id,
                              .house = terminal.house,
                              .staff = member.number,
                              .name = member.name,
                              .role = member.role,
                              .expires = context.clock.wall() + session_life};
    if (const auto opened = context.store.open_session(session, context.clock.wall()); !opened) {
        return base::fail(opened);
    }
    log::write(log::staff_signed_in, {{"terminal", terminal.id}});
    return json_response(wire::StaffSession{
        .token = token, .name = member.name, .role = member.role, .expires = session.expires});
}

} // namespace

base::Result<Response> sign_in(Context& context, const Request& request) {
    const Terminal& terminal = *request.terminal;
    const auto asked = read_body<wire::SignIn>(request);
    if (!asked) return base::fail(asked);
    if (terminal.surface != wire::SurfaceKind::staff) {
        return base::fail(ErrorCode::forbidden, "only a staff terminal may do that");
    }
    // No staff number can look like that: nothing is worth remembering of it.
    if (!keys::is_staff_number(asked->staff)) return wrong(context, terminal);
    auto member = who_tries(context, terminal.house, asked->staff);
    if (!member) return base::fail(member);

    const auto now = context.clock.wall();
    // While blocked not even the right PIN is looked at: a guesser learns nothing.
    if (const auto left = time_left(*member, now)) return wait(*left);
    const bool right = is_right(*member, asked->pin);
    if (right && member->wrong_pins_in_a_row == 0) return open(context, terminal, *member);
    if (right) {
        note_right_pin(*member);
    } else {
        note_wrong_pin(*member, now);
    }
    const auto noted = context.store.note_pin_tries(*member, now);
    if (!noted) return base::fail(noted);
    if (!right) return wrong(context, terminal);
    return open(context, terminal, *member);
}

} // namespace rexue::server

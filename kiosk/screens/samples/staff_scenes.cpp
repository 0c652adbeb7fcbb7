#include <string>
#include <utility>

#include "kiosk/rules/identity/masking.h"
#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/samples/review_cases.h"
#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/screens/staff/staff_screens.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::staff;

constexpr ui::Canvas panel{.width_px = 1920, .height_px = 1080, .width_mm = 531};

Session house_session(State state) {
    Session session;
    session.state = state;
    session.house = sample_house();
    session.queue = sample_queue();
    session.link = flow::Link::online;
    if (state != State::signed_out && state != State::signing_in) session.staff_name = "示例护士";
    return session;
}

} // namespace

Session at_the_desk() {
    Session session = house_session(State::desk);
    session.desk = "w1";
    session.reviews = {{.ticket = "A012", .standing = flow::staff::Standing::clear}};
    session.reviews_are = flow::staff::Freshness::fresh;
    session.briefs = {{.ticket = "A012",
                       .masked_name = "示*样",
                       .sex = "male",
                       .age_years = 36,
                       .donation_count = 8,
                       .last_donation = sample_donor().last_donation}};
    return session;
}

namespace {

Session empty_desk() {
    Session session = at_the_desk();
    session.queue = {};
    return session;
}

Session help_wanted(Session session, std::chrono::seconds asked_ago) {
    session.queue = with_help_wanted(session.queue, asked_ago);
    return session;
}

// Two have asked long ago, two just now.
Session help_wanted_by_many() {
    Session session = at_the_desk();
    for (const int seconds : {400, 200, 20, 10})
        session.queue = with_help_wanted(session.queue, std::chrono::seconds(seconds));
    return session;
}

Session crowded() {
    Session session = at_the_desk();
    session.queue = crowded_queue();
    return session;
}

Session long_names() {
    Session session = at_the_desk();
    session.house = with_long_names(session.house);
    session.staff_name = "示例买买提·测试古丽主管护师";
    session.briefs.front().masked_name = identity::mask_name(very_long_name);
    return session;
}

Session kept_back() {
    Session session = at_the_desk();
    session.health.kept_back = 2;
    return session;
}

Session typed_by_the_donor() {
    Session session = at_the_desk();
    session.briefs.front().was_typed = true;
    session.briefs.front().masked_name.clear();
    return session;
}

Session clock_wrong() {
    Session session = at_the_desk();
    session.health.clock_is_behind = true;
    return session;
}

// All that can be wrong at once.
Session everything_wrong() {
    Session session = help_wanted_by_many();
    session.link = flow::Link::untrusted;
    session.health = {.kept_back = 2, .clock_is_behind = true};
    session.remark = Remark::server_away;
    return session;
}

Session with_link(flow::Link link) {
    Session session = at_the_desk();
    session.link = link;
    return session;
}

Session being_served() {
    Session session = at_the_desk();
    for (queue::TicketState& ticket : session.queue.tickets) {
        if (ticket.ticket == "A012") ticket.status = queue::TicketStatus::being_served;
    }
    return session;
}

Session choosing_among_long_names() {
    Session session = house_session(State::choose_desk);
    session.house = with_long_names(five_desks());
    return session;
}

Session remarked(Remark remark) {
    Session session = at_the_desk();
    session.remark = remark;
    return session;
}

// The called one did not come, and another who had missed the call is back.
Session missed_at_a_free_desk() {
    Session session = at_the_desk();
    session.queue = queue_with_missed_calls();
    return session;
}

Session typed() {
    Session session = house_session(State::signed_out);
    session.number = "1001";
    session.field = Field::pin;
    session.pin = "0000";
    return session;
}

Session refused(Remark remark) {
    Session session = typed();
    session.pin.clear();
    session.remark = remark;
    return session;
}

Session unreadable_record() {
    Session session = at_the_desk();
    session.briefs = {{.ticket = "A012", .is_unreadable = true}};
    return session;
}

// Called for by the terminal itself, and by donors.
Session help_of_every_kind() {
    Session session = at_the_desk();
    session.queue = with_help_about(session.queue, "out_of_paper", std::chrono::seconds(20));
    session.queue = with_help_about(session.queue, "no_number", std::chrono::seconds(10));
    return session;
}

std::vector<StaffCase> cases() {
    using std::chrono::seconds;
    const Session signed_out = house_session(State::signed_out);
    return {
        {"sign-in", signed_out},
        {"sign-in-typed", typed()},
        {"sign-in-wrong", refused(Remark::wrong_number_or_pin)},
        {"sign-in-locked", refused(Remark::session_ended)},
        {"sign-in-many-tries", refused(Remark::too_many_tries)},
        {"sign-in-help", help_wanted(signed_out, queue::help_is_everywhere_after)},
        {"signing-in", house_session(State::signing_in)},
        {"choose-desk", house_session(State::choose_desk)},
        {"choose-desk-long-names", choosing_among_long_names()},
        {"desk", at_the_desk()},
        {"desk-empty", empty_desk()},
        {"desk-served", being_served()},
        {"desk-typed", typed_by_the_donor()},
        {"desk-unreadable", unreadable_record()},
        {"desk-help", help_wanted(at_the_desk(), seconds(30))},
        {"desk-help-urgent", help_wanted(at_the_desk(), queue::help_is_urgent_after)},
        {"desk-help-many", help_wanted_by_many()},
        {"desk-help-kinds", help_of_every_kind()},
        {"desk-missed", missed_at_a_free_desk()},
        {"desk-offline", with_link(flow::Link::offline)},
        {"desk-connecting", with_link(flow::Link::connecting)},
        {"desk-used-elsewhere", with_link(flow::Link::duplicate_terminal)},
        {"desk-kept-back", kept_back()},
        {"desk-clock", clock_wrong()},
        {"desk-crowded", crowded()},
        {"desk-long-names", long_names()},
        {"desk-moved-on", remarked(Remark::moved_on)},
        {"desk-moved-on-help", help_wanted(remarked(Remark::moved_on), seconds(30))},
        {"desk-everything-wrong", everything_wrong()},
    };
}

Scene scene(const StaffCase& one) {
    return {.name = std::string("staff-") + one.name,
            .canvas = panel,
            .viewing_distance_mm = 500,
            .look = {},
            .draw = [session = one.session](ui::Frame& frame) {
                const staff::Emit nowhere = [](const Event&) {};
                staff::draw(frame, {.session = session, .now = sample_now(), .emit = nowhere});
            }};
}

} // namespace

std::vector<Scene> staff_scenes() {
    std::vector<Scene> scenes;
    for (const auto& all : {cases(), review_cases()}) {
        for (const StaffCase& one : all)
            scenes.push_back(scene(one));
    }
    return scenes;
}

} // namespace rexue::screens::samples

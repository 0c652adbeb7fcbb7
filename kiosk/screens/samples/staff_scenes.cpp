#include <utility>

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

Session at_the_desk() {
    Session session = house_session(State::desk);
    session.desk = "w1";
    session.briefs = {{.ticket = "A012",
                       .masked_name = "示*样",
                       .sex = "male",
                       .age_years = 36,
                       .donation_count = 8,
                       .last_donation = sample_donor().last_donation}};
    return session;
}

Session empty_desk() {
    Session session = at_the_desk();
    session.queue = {};
    return session;
}

Session help_wanted() {
    Session session = at_the_desk();
    queue::HouseEvent request;
    request.day = session.queue.day;
    request.at = sample_now().wall - std::chrono::minutes(2);
    request.kind = queue::EventKind::help_requested;
    request.terminal = session.queue.tickets.front().terminal;
    queue::apply(session.queue, request);
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

Session offline() {
    Session session = at_the_desk();
    session.link = flow::Link::offline;
    return session;
}

Scene scene(std::string name, Session session, std::string language = "zh_CN") {
    return {.name = "staff-" + std::move(name),
            .language = std::move(language),
            .canvas = panel,
            .viewing_distance_mm = 500,
            .draw = [session = std::move(session)](ui::Frame& frame) {
                const screens::staff::Emit nowhere = [](Event) {};
                screens::staff::draw(frame,
                                     {.session = session, .now = sample_now(), .emit = nowhere});
            }};
}

} // namespace

std::vector<Scene> staff_scenes() {
    return {
        scene("sign-in", house_session(State::signed_out)),
        scene("sign-in-typed", typed()),
        scene("sign-in-wrong", refused(Remark::wrong_number_or_pin)),
        scene("sign-in-en", typed(), "en"),
        scene("choose-desk", house_session(State::choose_desk)),
        scene("desk", at_the_desk()),
        scene("desk-en", at_the_desk(), "en"),
        scene("desk-empty", empty_desk()),
        scene("desk-help", help_wanted()),
        scene("desk-missed", missed_at_a_free_desk()),
        scene("desk-offline", offline()),
    };
}

} // namespace rexue::screens::samples

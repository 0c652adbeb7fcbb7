#include <array>
#include <set>
#include <string>
#include <utility>

#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/staff/staff_screens.h"
#include "tests/screenshots/sample_house.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

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
    session.briefs.front().masked_name = "SAMPLE VISITOR WITH AN EXTRAORDINARILY LON***";
    return session;
}

Session kept_back() {
    Session session = at_the_desk();
    session.health.kept_back = 2;
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

struct Manner {
    const char* name; // after the scene's; empty: as it comes
    const char* language;
    ui::TextStep text = ui::TextStep::standard;
};

constexpr std::array manners{
    Manner{"", "zh_CN"},
    Manner{"-en", "en"},
    Manner{"-pseudo", "en_XA"},
    Manner{"-right-to-left", "ar_XB"},
    Manner{"-largest", "zh_CN", ui::TextStep::largest},
    Manner{"-largest-en", "en", ui::TextStep::largest},
    Manner{"-largest-pseudo", "en_XA", ui::TextStep::largest},
    Manner{"-largest-right-to-left", "ar_XB", ui::TextStep::largest},
};

struct Case {
    const char* name;
    Session session;
    std::set<std::string> pictures = {""}; // the manners of which a person accepts the picture
};

std::vector<Case> cases() {
    using std::chrono::seconds;
    const Session signed_out = house_session(State::signed_out);
    return {
        {"sign-in", signed_out},
        {"sign-in-typed", typed(), {"", "-en", "-largest-en"}},
        {"sign-in-wrong", refused(Remark::wrong_number_or_pin)},
        {"sign-in-locked", refused(Remark::session_ended), {}},
        {"sign-in-many-tries", refused(Remark::too_many_tries), {}},
        {"sign-in-help", help_wanted(signed_out, queue::help_is_everywhere_after)},
        {"signing-in", house_session(State::signing_in), {}},
        {"choose-desk", house_session(State::choose_desk)},
        {"choose-desk-long-names", choosing_among_long_names(), {"-en"}},
        {"desk", at_the_desk(), {"", "-en", "-largest", "-largest-en", "-right-to-left"}},
        {"desk-empty", empty_desk()},
        {"desk-served", being_served(), {}},
        {"desk-help", help_wanted(at_the_desk(), seconds(30))},
        {"desk-help-urgent", help_wanted(at_the_desk(), queue::help_is_urgent_after)},
        {"desk-help-many", help_wanted_by_many(), {"", "-largest-en"}},
        {"desk-missed", missed_at_a_free_desk(), {"", "-en"}},
        {"desk-offline", with_link(flow::Link::offline)},
        {"desk-connecting", with_link(flow::Link::connecting), {}},
        {"desk-used-elsewhere", with_link(flow::Link::duplicate_terminal), {}},
        {"desk-kept-back", kept_back()},
        {"desk-clock", clock_wrong()},
        {"desk-crowded", crowded()},
        {"desk-long-names", long_names(), {"", "-en"}},
        {"desk-moved-on", remarked(Remark::moved_on), {}},
        {"desk-everything-wrong", everything_wrong(), {""}},
    };
}

Scene scene(const Case& one, const Manner& manner) {
    const bool is_pictured = one.pictures.contains(manner.name);
    return {.name = std::string("staff-") + one.name + manner.name,
            .language = manner.language,
            .canvas = panel,
            .viewing_distance_mm = 500,
            .look = {.text = manner.text},
            .kept = is_pictured ? Kept::picture : Kept::layout,
            .draw = [session = one.session](ui::Frame& frame) {
                const screens::staff::Emit nowhere = [](Event) {};
                screens::staff::draw(frame,
                                     {.session = session, .now = sample_now(), .emit = nowhere});
            }};
}

} // namespace

std::vector<Scene> staff_scenes() {
    std::vector<Scene> scenes;
    for (const Case& one : cases()) {
        for (const Manner& manner : manners)
            scenes.push_back(scene(one, manner));
    }
    return scenes;
}

} // namespace rexue::screenshots

#include <string>

#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/board/board_screen.h"
#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"

namespace rexue::screens::samples {

namespace {

using flow::board::Session;

constexpr ui::Canvas panel{.width_px = 1920, .height_px = 1080, .width_mm = 941};

Session house_session() {
    Session session;
    session.house = sample_house();
    session.queue = sample_queue();
    session.link = flow::Link::online;
    return session;
}

Session all_desks_call() {
    Session session = house_session();
    session.house = five_desks();
    session.queue = queue_of_five_desks();
    return session;
}

Session missed_recall() {
    Session session = house_session();
    session.queue = queue_with_recalled_ticket();
    return session;
}

Session first_of_the_day() {
    Session session = house_session();
    std::erase_if(session.queue.tickets, [](const queue::TicketState& ticket) {
        return ticket.status != queue::TicketStatus::waiting;
    });
    session.queue.calls.clear();
    return session;
}

// The newest calls only, so many of them; nobody else is in the house.
Session few_calls(size_t count) {
    Session session = house_session();
    session.queue.calls.resize(count);
    std::erase_if(session.queue.tickets, [](const queue::TicketState& ticket) {
        return ticket.status == queue::TicketStatus::waiting ||
               ticket.status == queue::TicketStatus::missed;
    });
    return session;
}

Session called_among_long_names() {
    Session session = few_calls(1);
    session.house = with_long_names(session.house);
    return session;
}

Session empty() {
    Session session = house_session();
    session.queue = {};
    return session;
}

Session line_down() {
    Session session = house_session();
    session.link = flow::Link::offline;
    session.link_since = sample_now().wall - std::chrono::minutes(9);
    return session;
}

Session flashing() {
    Session session = house_session();
    session.flash_until = sample_now().steady + std::chrono::seconds(5);
    return session;
}

Session wanted(std::chrono::seconds asked_ago) {
    Session session = all_desks_call();
    session.queue = with_help_wanted(session.queue, asked_ago);
    return session;
}

Session crowded() {
    Session session = house_session();
    session.queue = crowded_queue();
    return session;
}

Session long_names() {
    Session session = all_desks_call();
    session.house = with_long_names(session.house);
    return session;
}

Session before_the_house_is_known(flow::Link link) {
    Session session;
    session.link = link;
    return session;
}

Session certificate_used_elsewhere() {
    Session session = line_down();
    session.link = flow::Link::duplicate_terminal;
    return session;
}

struct Case {
    const char* name;
    Session session;
};

std::vector<Case> cases() {
    return {
        {"calls", house_session()},
        {"flashing", flashing()},
        {"one-call", few_calls(1)},
        {"two-calls", few_calls(2)},
        {"three-calls", few_calls(3)},
        {"one-call-long-name", called_among_long_names()},
        {"empty", empty()},
        {"line-down", line_down()},
        {"five-desks", all_desks_call()},
        {"missed-recall", missed_recall()},
        {"first-of-the-day", first_of_the_day()},
        {"crowded", crowded()},
        {"long-names", long_names()},
        {"staff-wanted", wanted(queue::help_is_everywhere_after)},
        {"staff-not-yet-wanted", wanted(queue::help_is_everywhere_after - std::chrono::seconds(1))},
        {"first-start", before_the_house_is_known(flow::Link::connecting)},
        {"first-start-offline", before_the_house_is_known(flow::Link::offline)},
        {"used-elsewhere", certificate_used_elsewhere()}};
}

} // namespace

std::vector<Scene> board_scenes() {
    std::vector<Scene> scenes;
    for (const Case& one : cases()) {
        scenes.push_back({.name = std::string("board-") + one.name,
                          .canvas = panel,
                          .viewing_distance_mm = 1800,
                          .look = {},
                          .draw = [session = one.session](ui::Frame& frame) {
                              board::draw(frame, {.session = session, .now = sample_now()});
                          }});
    }
    return scenes;
}

} // namespace rexue::screens::samples

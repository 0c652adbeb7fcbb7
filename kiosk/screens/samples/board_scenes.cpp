#include <utility>

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

Scene scene(std::string name, Session session, std::string language = "zh_CN") {
    return {.name = "board-" + std::move(name),
            .language = std::move(language),
            .canvas = panel,
            .viewing_distance_mm = 1800,
            .draw = [session = std::move(session)](ui::Frame& frame) {
                screens::board::draw(frame, {.session = session, .now = sample_now()});
            }};
}

} // namespace

std::vector<Scene> board_scenes() {
    return {
        scene("calls", house_session()),
        scene("calls-en", house_session(), "en"),
        scene("flashing", flashing()),
        scene("empty", empty()),
        scene("line-down", line_down()),
        scene("five-desks", all_desks_call()),
        scene("five-desks-en", all_desks_call(), "en"),
        scene("missed-recall", missed_recall()),
        scene("first-of-the-day", first_of_the_day()),
    };
}

} // namespace rexue::screens::samples

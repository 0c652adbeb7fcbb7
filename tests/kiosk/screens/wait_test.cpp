// One wait on ticket and board, and none where nobody can know it.
#include <gtest/gtest.h>

#include "kiosk/screens/board/board_screen.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/words.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/donor_terminal.h"

namespace rexue::screens {
namespace {

using flow::donor::State;
using support::DonorTerminal;
using support::HouseDay;

ui::SemanticTree drawn(const ui::Draw& draw, const ui::UiOptions& options = {}) {
    const auto ui = ui::a_ui(options);
    ui->frame(std::chrono::milliseconds(0), draw);
    return ui->tree();
}

ui::SemanticTree ticket_of(const DonorTerminal& terminal) {
    const donor::Emit nowhere = [](const flow::donor::Event&) {};
    return drawn([&](ui::Frame& frame) {
        donor::draw(frame, {.session = terminal.session, .now = terminal.now, .emit = nowhere});
    });
}

ui::SemanticTree board_of(const HouseDay& day, flow::Link link) {
    flow::board::Session session;
    session.house = support::a_house();
    session.queue = day.state();
    session.link = link;
    const ui::Canvas panel{.width_px = 1920, .height_px = 1080, .width_mm = 941};
    return drawn([&](ui::Frame& frame) { board::draw(frame, {.session = session, .now = {}}); },
                 {.canvas = panel, .metrics = ui::Metrics::for_terminal(1800)});
}

// Three wait before the donor, whose number is A012.
HouseDay a_line() {
    HouseDay day;
    for (const char* ticket : {"A001", "A002", "A003", "A012"})
        day.check_in(ticket);
    return day;
}

TEST(Wait, IsTheSameOnTheTicketAndOnTheBoard) {
    const HouseDay day = a_line();
    DonorTerminal terminal;
    terminal.link(flow::Link::online).up_to(State::ticket);
    terminal.on(flow::donor::QueueMoved{.queue = day.state()});
    ASSERT_TRUE(terminal.session.visit.wait.has_value());
    EXPECT_EQ(terminal.session.visit.wait->people_ahead, 3);
    const std::string minutes = minutes_to_expect(*terminal.session.visit.wait);
    EXPECT_TRUE(ticket_of(terminal).shows(minutes)) << minutes;
    EXPECT_TRUE(board_of(day, flow::Link::online).shows(minutes)) << minutes;
}

TEST(Wait, IsNotKnownWhileTheLineIsDown) {
    const HouseDay day = a_line();
    DonorTerminal terminal;
    terminal.link(flow::Link::offline).up_to(State::ticket);
    const auto ticket = ticket_of(terminal);
    EXPECT_TRUE(ticket.shows("The waiting time is not known just now"));
    EXPECT_FALSE(ticket.shows("You are next"));
    EXPECT_FALSE(ticket.shows(" min"));
    EXPECT_FALSE(board_of(day, flow::Link::offline).shows(" min"));
}

TEST(Wait, IsOverForWhoHasBeenCalled) {
    EXPECT_EQ(wait_lines(queue::WaitEstimate{}),
              std::vector<std::string>{"Your number has been called"});
    EXPECT_EQ(wait_lines(std::nullopt).size(), 1U);
    const queue::WaitEstimate next{.people_ahead = 0, .to = std::chrono::minutes(5)};
    EXPECT_EQ(wait_lines(next).size(), 2U);
}

} // namespace
} // namespace rexue::screens

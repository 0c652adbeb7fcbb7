// No clock on a screen stands still because nobody comes.
#include "kiosk/screens/next_minute.h"

#include <gtest/gtest.h>

#include "kiosk/screens/board/board_screen.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/staff/staff_screens.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::screens {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds calm = 1'000s;

// When a screen that nobody touches is drawn again.
std::optional<std::chrono::milliseconds> next_frame_of(const ui::Draw& draw) {
    const auto ui = ui::a_ui({.motion = false});
    // The second frame: everything has entered.
    for (const auto now : {calm - 1ms, calm})
        ui->frame(now, draw);
    return ui->next_frame_at();
}

flow::Now in_minute(std::chrono::milliseconds into) {
    return {.wall = support::instant("2026-06-14T02:24:00.000Z") + into, .steady = calm};
}

// Before that, when the next of the things that take turns is shown.
TEST(NextMinute, OfAnInvitingTerminal) {
    flow::donor::Session session;
    session.house = support::a_house();
    session.house.blood_needed = {"A"};
    const donor::Emit nowhere = [](const flow::donor::Event&) {};
    for (const auto into : {0ms, 5'000ms, 59'999ms}) {
        const auto next = next_frame_of([&](ui::Frame& frame) {
            donor::draw(frame, {.session = session, .now = in_minute(into), .emit = nowhere});
        });
        ASSERT_TRUE(next.has_value());
        EXPECT_EQ(*next, calm + 15s - into % 15s + 1ms);
    }
    session.house.blood_needed.clear();
    const auto next = next_frame_of([&](ui::Frame& frame) {
        donor::draw(frame, {.session = session, .now = in_minute(5'000ms), .emit = nowhere});
    });
    EXPECT_EQ(next, calm + 55s + 1ms); // nothing takes turns
}

TEST(NextMinute, OfTheBoardAndTheDesk) {
    flow::board::Session board;
    board.house = support::a_house();
    const auto of_board = next_frame_of(
        [&](ui::Frame& frame) { board::draw(frame, {.session = board, .now = in_minute(5s)}); });
    EXPECT_EQ(of_board, calm + 55s + 1ms);
    flow::staff::Session desk;
    desk.house = support::a_house();
    desk.state = flow::staff::State::choose_desk;
    const staff::Emit nowhere = [](const flow::staff::Event&) {};
    const auto of_desk = next_frame_of([&](ui::Frame& frame) {
        staff::draw(frame, {.session = desk, .now = in_minute(5s), .emit = nowhere});
    });
    EXPECT_EQ(of_desk, calm + 55s + 1ms);
}

} // namespace
} // namespace rexue::screens

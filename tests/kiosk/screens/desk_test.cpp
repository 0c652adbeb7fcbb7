// What a desk shows and offers, whatever else stands on it.
#include <gtest/gtest.h>

#include "kiosk/screens/staff/staff_screens.h"
#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/staff_desk.h"

namespace rexue::screens::staff {
namespace {

using flow::staff::Remark;
using support::HouseDay;
using support::StaffDesk;

constexpr ui::Canvas panel{.width_px = 1920, .height_px = 1080, .width_mm = 531};

ui::SemanticTree drawn(const StaffDesk& desk) {
    const auto ui =
        ui::a_ui({.canvas = panel, .metrics = ui::Metrics::for_terminal(500), .motion = false});
    const Emit nowhere = [](const flow::staff::Event&) {};
    ui->frame(std::chrono::milliseconds(0), [&](ui::Frame& frame) {
        draw(frame, {.session = desk.session, .now = desk.now, .emit = nowhere});
    });
    return ui->tree();
}

// Buttons in the house's colour: what the desk is to do next.
std::vector<std::string> main_buttons(const StaffDesk& desk) {
    const ui::SemanticTree tree = drawn(desk);
    std::vector<std::string> labels;
    for (const ui::Node& node : tree.nodes()) {
        if (node.role == ui::Role::button && node.ground == ui::Theme{}.action) {
            labels.push_back(node.label);
        }
    }
    return labels;
}

TEST(Desk, OffersOneNextStep) {
    using Labels = std::vector<std::string>;
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    StaffDesk desk;
    desk.at("w1").see(day);
    EXPECT_EQ(main_buttons(desk), Labels{"Call next: A001"});
    day.call("A001", "w1");
    desk.see(day);
    EXPECT_EQ(main_buttons(desk), Labels{"Is here"});
    day.arrive("A001", "w1");
    desk.see(day);
    EXPECT_EQ(main_buttons(desk), Labels{"Done here"});
}

TEST(Desk, ListsWhoMissedACallThatItMayRepeat) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.miss("A001");
    day.check_in("A002");
    day.transfer("A002", "collection");
    day.call("A002", "c1");
    day.miss("A002");
    StaffDesk desk;
    desk.at("w2").see(day);
    EXPECT_TRUE(drawn(desk).shows("Missed: 1"));
    EXPECT_TRUE(drawn(desk).shows("A001"));
    EXPECT_FALSE(drawn(desk).shows("A002")) << "waits for a chair";
}

TEST(Desk, CountsWhomItHasNoRoomFor) {
    HouseDay day;
    for (int number = 101; number < 121; ++number) {
        const std::string ticket = "A" + std::to_string(number);
        day.check_in(ticket);
        day.call(ticket, "w1");
        day.miss(ticket);
    }
    for (int number = 201; number < 221; ++number)
        day.check_in("A" + std::to_string(number));
    StaffDesk desk;
    desk.at("w1").see(day);
    const auto tree = drawn(desk);
    EXPECT_TRUE(tree.shows("Missed: 20"));
    EXPECT_TRUE(tree.shows("A120")) << "missed last";
    EXPECT_FALSE(tree.shows("A101"));
    EXPECT_TRUE(tree.shows("and 18 more"));
}

TEST(Desk, SaysWhatWasRefusedBesideACallForHelp) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.ask_for_help();
    StaffDesk desk;
    desk.now.wall = day.last().at + std::chrono::seconds(10);
    desk.at("w1").see(day).tap(flow::staff::Command::missed);
    desk.on(flow::staff::CallRefused{.why = Remark::moved_on});
    EXPECT_TRUE(drawn(desk).shows("I am going"));
    EXPECT_TRUE(drawn(desk).shows("Another desk was quicker"));
}

} // namespace
} // namespace rexue::screens::staff

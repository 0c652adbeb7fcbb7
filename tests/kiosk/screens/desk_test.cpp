// What a desk shows and offers, whatever else stands on it.
#include <set>

#include <gtest/gtest.h>

#include "kiosk/rules/queue/help.h"
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

// Of a queue of forty, all can be seen.
TEST(Desk, TurnsThePagesOfWhomItHasNoRoomFor) {
    HouseDay day;
    for (int number = 101; number < 121; ++number) {
        const std::string ticket = "A" + std::to_string(number);
        day.check_in(ticket);
        day.call(ticket, "w1");
        day.miss(ticket);
    }
    for (int number = 201; number < 231; ++number)
        day.check_in("A" + std::to_string(number));
    StaffDesk desk;
    desk.at("w1").see(day);
    const auto ui =
        ui::a_ui({.canvas = panel, .metrics = ui::Metrics::for_terminal(500), .motion = false});
    const Emit nowhere = [](const flow::staff::Event&) {};
    const ui::Draw draw_desk = [&](ui::Frame& frame) {
        draw(frame, {.session = desk.session, .now = desk.now, .emit = nowhere});
    };
    std::set<std::string> seen;
    const auto look = [&] {
        ui::draw_until_calm(*ui, draw_desk);
        for (const ui::Node& node : ui->tree().nodes())
            seen.insert(node.label);
    };
    look();
    EXPECT_TRUE(ui->tree().shows("Missed: 20"));
    EXPECT_TRUE(seen.contains("A120")) << "missed last";
    EXPECT_TRUE(seen.contains("A201")) << "the next";
    EXPECT_FALSE(seen.contains("A101"));
    for (int pages = 0; pages < 30; ++pages) {
        const auto nodes = ui->tree().nodes();
        std::vector<ui::Rect> turns;
        for (const ui::Node& node : nodes)
            if (node.label == "Show more") turns.push_back(node.rect);
        for (const ui::Rect& turn : turns) {
            const float scale = panel.px_per_mm();
            const ui::Point at{turn.centre_x() * scale, turn.centre_y() * scale};
            ui->pointer_down(at.x, at.y);
            ui->pointer_up(at.x, at.y);
            look();
        }
    }
    for (int number = 101; number < 121; ++number)
        EXPECT_TRUE(seen.contains("A" + std::to_string(number))) << number;
    for (int number = 201; number < 231; ++number)
        EXPECT_TRUE(seen.contains("A" + std::to_string(number))) << number;
}

TEST(Desk, SaysWhyAButtonDoesNothing) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("w1").see(day);
    EXPECT_TRUE(drawn(desk).shows("nobody here"));
    EXPECT_TRUE(drawn(desk).shows("nothing yet")) << "to undo";
    day.call("A001", "w1");
    desk.see(day);
    EXPECT_FALSE(drawn(desk).shows("nobody here"));
    day.arrive("A001", "w1");
    desk.see(day);
    EXPECT_TRUE(drawn(desk).shows("is here"));
    desk.on(flow::staff::LinkChanged{.link = flow::Link::offline});
    EXPECT_TRUE(drawn(desk).shows("no line"));
}

TEST(Desk, OffersNoCallThatItMayNotMake) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    day.miss("A001");
    day.check_in("A002");
    StaffDesk desk;
    desk.at("w1").see(day);
    EXPECT_TRUE(drawn(desk).shows("Call"));
    EXPECT_FALSE(drawn(desk).shows("to be called when the desk is free"));
    day.call("A002", "w1");
    desk.see(day);
    EXPECT_FALSE(drawn(desk).find("Call") != nullptr);
    EXPECT_TRUE(drawn(desk).shows("to be called when the desk is free"));
}

// What "+1" never said.
TEST(Desk, SaysWhatACallForHelpIsAboutAndHowManyMoreThereAre) {
    const std::pair<const char*, const char*> rows[] = {
        {"", "A donor asks for help"},
        {queue::help_about::out_of_paper, "The printer is out of paper"},
        {queue::help_about::printer, "The printer does not work"},
        {queue::help_about::id_reader, "The card reader does not work"},
        {queue::help_about::no_number, "A donor got no number"},
        {queue::help_about::enter_number, "A donor's number is to be typed"},
        {"of_a_newer_release", "A donor asks for help"}};
    for (const auto& [about, words] : rows) {
        HouseDay day;
        queue::HouseEvent request = day.plain(queue::EventKind::help_requested);
        if (*about != 0) request.about = about;
        day.add(request);
        StaffDesk desk;
        desk.now.wall = request.at + std::chrono::seconds(10);
        desk.at("w1").see(day);
        EXPECT_TRUE(drawn(desk).shows(words)) << words;
    }
    HouseDay day;
    day.ask_for_help();
    day.ask_for_help();
    day.ask_for_help();
    StaffDesk desk;
    desk.now.wall = day.last().at + queue::help_is_urgent_after;
    desk.at("w1").see(day);
    EXPECT_TRUE(drawn(desk).shows("and 2 more calls for help"));
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

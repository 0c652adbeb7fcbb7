// What was answered to one nurse is nothing to the next.
#include "kiosk/app/staff_runner.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::app {
namespace {

namespace staff = flow::staff;

class StaffAnswers : public testing::Test {
  protected:
    StaffAnswers() { on(staff::HouseChanged{.house = support::a_house()}); }

    void on(staff::Event event) {
        runner_.post(std::move(event));
        runner_.pump(now_);
    }
    // Signs in as somebody new and asks for the next donor.
    void ask(const std::string& token) {
        on(staff::SignOutTapped{});
        for (const char digit : {'1', '2'}) {
            on(staff::DigitTapped{.digit = digit});
            on(staff::SignInTapped{});
        }
        on(staff::SignedIn{
            .token = token, .name = "示例护士", .expires = now_.wall + std::chrono::hours(8)});
        on(staff::DeskTapped{.service_point = "w1"});
        on(staff::CommandTapped{.command = staff::Command::next});
        ASSERT_TRUE(runner_.session().busy.has_value());
    }
    void answer(const std::string& token, staff::Event event) {
        answer_session(runner_, token, std::move(event));
        runner_.pump(now_);
    }

    flow::Now now_{.wall = support::instant("2026-06-14T02:24:05.000Z")};
    StaffRunner runner_{staff::transition, {}, {}, [](const staff::Effect&, const flow::Now&) {}};
};

TEST_F(StaffAnswers, ReachWhoAsked) {
    ask("first");
    answer("first", staff::Decided{});
    EXPECT_FALSE(runner_.session().busy.has_value());
}

TEST_F(StaffAnswers, ThatComeLateDoNotFreeTheNextNurse) {
    ask("first");
    ask("second");
    answer("first", staff::Decided{});
    EXPECT_TRUE(runner_.session().busy.has_value());
}

TEST_F(StaffAnswers, ThatComeLateDoNotSignTheNextNurseOut) {
    ask("first");
    ask("second");
    answer("first", staff::CallRefused{.why = staff::Remark::session_ended});
    EXPECT_EQ(runner_.session().token, "second");
    EXPECT_EQ(runner_.session().state, staff::State::desk);
}

TEST_F(StaffAnswers, ThatComeToNobodyLeaveNothing) {
    ask("first");
    on(staff::SignOutTapped{});
    const staff::Session before = runner_.session();
    answer("first", staff::BriefsChanged{.briefs = {{.ticket = "A001"}}});
    answer("first", staff::CallRefused{.why = staff::Remark::session_ended});
    EXPECT_EQ(runner_.session(), before);
}

} // namespace
} // namespace rexue::app

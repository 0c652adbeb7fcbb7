// Number and PIN, a lock when nobody is there, and a desk that keeps its place.
#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::flow::staff {
namespace {

using namespace std::chrono_literals;
using support::StaffDesk;

TEST(SignIn, AsksForTheNumberThenThePin) {
    StaffDesk desk;
    desk.type("1001").on(SignInTapped{});
    EXPECT_EQ(desk.session.field, Field::pin);
    EXPECT_TRUE(desk.effects.empty());
    desk.type("2468").on(SignInTapped{});
    EXPECT_EQ(desk.session.state, State::signing_in);
    ASSERT_NE(desk.effect<SignIn>(), nullptr);
    EXPECT_EQ(desk.effect<SignIn>()->number, "1001");
    EXPECT_EQ(desk.effect<SignIn>()->pin, "2468");
    EXPECT_EQ(desk.session.pin, ""); // gone as soon as it is sent
}

TEST(SignIn, SendsNothingIncomplete) {
    StaffDesk desk;
    desk.on(SignInTapped{});
    EXPECT_EQ(desk.session.field, Field::number);
    desk.type("1001").on(SignInTapped{}).on(SignInTapped{}); // no PIN yet
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_TRUE(desk.effects.empty());
    desk.type("2468").on(FieldTapped{.field = Field::number});
    for (int i = 0; i < 4; ++i)
        desk.on(EraseTapped{});
    desk.on(FieldTapped{.field = Field::pin}).on(SignInTapped{}); // no number any more
    EXPECT_TRUE(desk.effects.empty());
}

TEST(SignIn, LimitsWhatIsTypedAndErasesOneByOne) {
    StaffDesk desk;
    desk.type("12345678901");
    EXPECT_EQ(desk.session.number, "1234567890");
    desk.on(EraseTapped{});
    EXPECT_EQ(desk.session.number, "123456789");
    desk.on(FieldTapped{.field = Field::pin}).on(EraseTapped{}).type("1234567890123");
    EXPECT_EQ(desk.session.pin, "123456789012");
    EXPECT_EQ(desk.session.number, "123456789");
}

TEST(SignIn, AWrongPinIsTypedAgain) {
    for (const Remark why :
         {Remark::wrong_number_or_pin, Remark::too_many_tries, Remark::server_away}) {
        StaffDesk desk;
        desk.enter().on(SignInRefused{.why = why});
        EXPECT_EQ(desk.session.state, State::signed_out);
        EXPECT_EQ(desk.session.field, Field::pin);
        EXPECT_EQ(desk.session.number, "1001");
        EXPECT_EQ(desk.session.remark, why);
        desk.type("1");
        EXPECT_FALSE(desk.session.remark.has_value());
        EXPECT_EQ(desk.session.pin, "1");
    }
}

TEST(SignIn, ARemarkGoesAwayByItself) {
    StaffDesk desk;
    desk.enter().on(SignInRefused{.why = Remark::server_away});
    EXPECT_EQ(next_deadline(desk.session), desk.now.steady + remark_lasts);
    desk.pass(remark_lasts);
    EXPECT_FALSE(desk.session.remark.has_value());
    EXPECT_EQ(next_deadline(desk.session), std::nullopt);
}

TEST(SignIn, LeadsToTheChoiceOfADeskAndFetchesWhoIsWaiting) {
    StaffDesk desk;
    desk.enter().signed_in("token-9", "示例护士");
    EXPECT_EQ(desk.session.state, State::choose_desk);
    EXPECT_EQ(desk.session.staff_name, "示例护士");
    ASSERT_NE(desk.effect<FetchBriefs>(), nullptr);
    EXPECT_EQ(desk.effect<FetchBriefs>()->token, "token-9");
    desk.on(DeskTapped{.service_point = "w9"}); // the house has none
    EXPECT_EQ(desk.session.state, State::choose_desk);
    desk.on(DeskTapped{.service_point = "w2"});
    EXPECT_EQ(desk.session.state, State::desk);
    EXPECT_EQ(desk.session.desk, "w2");
}

TEST(SignIn, ADeskKeepsItsPlaceOverAChangeOfStaff) {
    StaffDesk desk;
    desk.at("w2").on(SignOutTapped{});
    EXPECT_EQ(desk.session.state, State::signed_out);
    desk.enter("1002", "1357").signed_in("token-2", "示例医生");
    EXPECT_EQ(desk.session.state, State::desk);
    EXPECT_EQ(desk.session.desk, "w2");
}

TEST(SignIn, ADeskThatIsGoneIsChosenAgain) {
    StaffDesk desk;
    desk.at("w2");
    House smaller = support::a_house();
    std::erase_if(smaller.service_points, [](const auto& point) { return point.id == "w2"; });
    desk.on(HouseChanged{.house = smaller});
    EXPECT_EQ(desk.session.state, State::choose_desk);
    desk.on(SignOutTapped{}).enter().signed_in();
    EXPECT_EQ(desk.session.state, State::choose_desk);
}

TEST(Lock, ComesAfterTenQuietMinutes) {
    StaffDesk desk;
    desk.at("w1").on(BriefsChanged{.briefs = {{.ticket = "A001", .masked_name = "示*甲"}}});
    desk.pass(9min).on(Touched{});
    desk.pass(idle_lock - 1ms);
    EXPECT_EQ(desk.session.state, State::desk);
    desk.pass(1ms);
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_EQ(desk.session.remark, Remark::session_ended);
    EXPECT_EQ(desk.session.token, "");
    EXPECT_EQ(desk.session.number, "");
    EXPECT_EQ(desk.session.staff_name, "");
    EXPECT_TRUE(desk.session.briefs.empty());
    EXPECT_EQ(desk.session.field, Field::number);
}

TEST(Lock, ComesWhenTheSessionExpires) {
    StaffDesk desk;
    desk.at("w1");
    desk.now.wall += 8h;
    desk.on(Ticked{});
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_EQ(desk.session.remark, Remark::session_ended);
}

TEST(Lock, ComesWhenTheServerEndsTheSession) {
    StaffDesk desk;
    desk.at("w1").tap(Command::next).on(CallRefused{.why = Remark::session_ended});
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_EQ(desk.session.remark, Remark::session_ended);
    EXPECT_FALSE(desk.session.busy.has_value());
}

TEST(Lock, DropsWhatWasFetchedForSomebodyWhoHasLeft) {
    StaffDesk desk;
    desk.at("w1").on(SignOutTapped{});
    desk.on(BriefsChanged{.briefs = {{.ticket = "A001", .masked_name = "示*甲"}}});
    EXPECT_TRUE(desk.session.briefs.empty());
}

TEST(Lock, IsNotArmedByTouchesBeforeSigningIn) {
    StaffDesk desk;
    desk.on(Touched{});
    EXPECT_EQ(next_deadline(desk.session), std::nullopt);
}

} // namespace
} // namespace rexue::flow::staff

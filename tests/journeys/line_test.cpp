// What happens in the line besides the plain next: somebody does not come and is called again, and
// a new day begins.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

TEST(MissedCall, SomebodyWhoComesBackIsCalledAgain) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    SurfaceUnderTest& board = house.open_board();
    house.lay_card();
    ASSERT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    house.lift_card();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();

    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: A001")) << staff.screen_text();
    ASSERT_TRUE(support::eventually([&] { return board.label_of("called") == "A001"; }));
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Did not come")) << staff.screen_text();
    EXPECT_TRUE(board.comes_to_show("Missed: A001")) << board.screen_text();
    EXPECT_TRUE(board.label_of("called").empty());
    EXPECT_TRUE(staff.comes_to_show("Nobody is at this desk")) << staff.screen_text();

    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call")) << staff.screen_text();
    EXPECT_TRUE(support::eventually([&] { return board.label_of("called") == "A001"; }));
    EXPECT_TRUE(support::eventually([&] { return !board.shows("Missed: A001"); }));
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Is here")) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("At the desk")) << staff.screen_text();
}

TEST(NewDay, NumbersAndSlipsBeginAnew) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    ASSERT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    ASSERT_TRUE(support::eventually([&] { return house.slips("A001").size() == 1; }));
    house.lift_card();
    // The server's clock stays where it is: the new day is this terminal's alone.
    house.server().stop();
    ASSERT_TRUE(donor.tap("All right"));
    house.clock().advance(std::chrono::hours(24));
    ASSERT_TRUE(donor.comes_to("attract"));

    ASSERT_TRUE(house.lay_card_until_seen(donor, "visitor")) << donor.screen_text();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    EXPECT_TRUE(donor.shows("The waiting time is not known just now")) << donor.screen_text();
    // A slip of today's, not taken for yesterday's that was printed already.
    EXPECT_TRUE(support::eventually([&] { return house.slips("A001").size() == 2; }));
    house.lift_card();
    house.close_donor();

    SurfaceUnderTest& again = house.open_donor();
    ASSERT_TRUE(again.comes_to("attract"));
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(again), "A002") << again.screen_text();
}

} // namespace rexue::journeys

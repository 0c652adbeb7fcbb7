// The first visit: card on the reader, number in the hand, number on the board; and what must
// not stay behind.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

TEST(Visit, FromCardToTicketToTheBoard) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    SurfaceUnderTest& board = house.open_board();

    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("You have given blood 4 times"));
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001");
    EXPECT_TRUE(donor.shows("You are next"));
    house.lift_card();

    ASSERT_TRUE(board.comes_to_show(ticket));
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: " + ticket)) << staff.screen_text();
    EXPECT_TRUE(support::eventually([&] { return board.label_of("called") == ticket; }));
    // Who stands behind the number: masked, opened by the server alone.
    EXPECT_TRUE(staff.comes_to_show("示*甲")) << staff.screen_text();

    ASSERT_TRUE(staff.comes_to_offer_and_tap("Is here"));
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Done here"));
    EXPECT_TRUE(staff.comes_to_show("Nobody is at this desk"));
    EXPECT_TRUE(support::eventually([&] { return board.label_of("called").empty(); }));
}

TEST(Visit, ASecondDonorComesInByHonourCard) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.show_code(sample_honour_card_text());
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("示*样"));
    EXPECT_TRUE(donor.shows("Honour card"));
    EXPECT_EQ(house.go_to_ticket(donor, "platelets_1"), "A001");
}

TEST(Visit, AFirstTimeDonorIsWelcome) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card("visitor");
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("Your first time with us"));
    EXPECT_EQ(house.go_to_ticket(donor), "A001");
}

TEST(Visit, NothingOfTheDonorStaysOnTheScreenAfterwards) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card("rare-name");
    ASSERT_FALSE(house.go_to_ticket(donor, "platelets_1").empty());
    house.lift_card();
    ASSERT_TRUE(donor.tap("All right"));
    ASSERT_TRUE(donor.comes_to("attract"));
    EXPECT_FALSE(donor.shows("示"));
    EXPECT_FALSE(donor.shows("A001"));
}

TEST(Visit, TheTicketIsPrintedOnceWithItsNumber) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    const std::string ticket = house.go_to_ticket(donor);
    EXPECT_TRUE(support::eventually([&] { return house.slip_was_printed(ticket); }));
    EXPECT_TRUE(donor.comes_to_show("Please take your slip"));
}

TEST(Visit, SomebodyWhoWalksAwayIsForgotten) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm"));
    house.clock().advance(std::chrono::seconds(121));
    ASSERT_TRUE(donor.is_on("idle_warning"));
    ASSERT_TRUE(donor.tap("I need more time"));
    EXPECT_TRUE(donor.is_on("confirm"));
    house.clock().advance(std::chrono::seconds(121));
    ASSERT_TRUE(donor.is_on("idle_warning"));
    house.clock().advance(std::chrono::seconds(21));
    EXPECT_TRUE(donor.is_on("attract"));
}

TEST(Visit, ACallForHelpReachesTheStaffAndComesBack) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff));
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Call staff"));
    EXPECT_TRUE(donor.comes_to_show("Staff have been called")); // once the line is there
    ASSERT_TRUE(staff.comes_to_offer_and_tap("I am going")) << staff.screen_text();
    EXPECT_TRUE(donor.comes_to_show("Somebody is coming"));
}

} // namespace rexue::journeys

// What a donor has come to: seen on the way, with what the house still has to give out.
#include <gtest/gtest.h>

#include "net/server/store/sqlite_store.h"
#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {
namespace {

// 39 counts in 29 donations.
constexpr const char* near_gold = "donor-8";

void put_stock(HouseUnderTest& house, int count) {
    const auto store = server::SqliteStore::open(house.server().data().database());
    REXUE_ASSERT(store.has_value());
    const auto put = (*store)->put_stock(client::sample_house,
                                         {.offer = "certificate-milestone", .count = count});
    REXUE_ASSERT(put.has_value());
}

bool is_known(HouseUnderTest& house, SurfaceUnderTest& donor) {
    if (!donor.comes_to("attract")) return false;
    house.lay_card(near_gold);
    return donor.comes_to("confirm");
}

} // namespace

TEST(Honours, OneIsMissingToGoldAndTheThirtiethIsCelebrated) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(is_known(house, donor)) << donor.screen_text();
    EXPECT_FALSE(donor.shows("donation no. 30")) << "nobody has said yet who they are";
    EXPECT_FALSE(donor.shows("My honours"));
    ASSERT_TRUE(donor.tap("Yes, this is me"));
    ASSERT_TRUE(donor.tap("My honours"));
    ASSERT_TRUE(donor.is_on("honours"));
    EXPECT_TRUE(donor.shows("1 more count to: Dedication Award, gold")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("So far 39 of 40"));
    EXPECT_TRUE(donor.shows("Today is your donation no. 30"));
    EXPECT_TRUE(donor.shows("Please ask our staff for"));
    ASSERT_TRUE(donor.tap("Next: honour card"));
    EXPECT_TRUE(donor.shows("You qualify for")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("Your benefits here today"));
    ASSERT_TRUE(donor.tap("Next: blood-fee relief"));
    EXPECT_TRUE(donor.shows("For you: free of charge for life")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Go on with my visit"));
    EXPECT_TRUE(donor.is_on("choose"));

    ASSERT_TRUE(donor.tap("whole_400") && donor.tap("Continue"));
    while (donor.is_on("question"))
        ASSERT_TRUE(house.answer_well(donor));
    const std::string ticket = house.go_from_result(donor);
    ASSERT_FALSE(ticket.empty()) << donor.screen_text();
    EXPECT_TRUE(donor.shows("Today is your donation no. 30")) << donor.screen_text();
    EXPECT_TRUE(support::eventually([&] { return house.slip_was_printed(ticket); }));
    ASSERT_TRUE(donor.tap("My honours"));
    EXPECT_TRUE(donor.is_on("honours"));
    ASSERT_TRUE(donor.tap("Go on with my visit"));
    EXPECT_EQ(donor.label_of("ticket"), ticket);
    ASSERT_TRUE(donor.tap("All right"));
    EXPECT_FALSE(donor.shows("donation no. 30"));
}

// Misfortune: the certificates have run out since the terminal was started.
TEST(Honours, WhatTheHouseHasNoMoreIsNotOffered) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    put_stock(house, 0);
    ASSERT_TRUE(is_known(house, donor));
    ASSERT_TRUE(donor.tap("Yes, this is me") && donor.tap("My honours"));
    EXPECT_TRUE(donor.shows("Today is your donation no. 30"));
    EXPECT_TRUE(support::eventually([&] { return !donor.shows("Please ask our staff for"); }))
        << donor.screen_text();
}

TEST(Honours, StaffGiveTheCertificateAndTheStockFollows) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    put_stock(house, 1);
    ASSERT_TRUE(is_known(house, donor));
    ASSERT_TRUE(donor.tap("Yes, this is me") && donor.tap("whole_400") && donor.tap("Continue"));
    while (donor.is_on("question"))
        ASSERT_TRUE(house.answer_well(donor));
    const std::string ticket = house.go_from_result(donor);
    ASSERT_FALSE(ticket.empty()) << donor.screen_text();

    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: " + ticket)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Open the visit")) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to("review")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Keepsake")) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to("giving"));
    EXPECT_TRUE(staff.shows("1 left")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Certificate of the number of donations"));
    EXPECT_TRUE(staff.comes_to_show("given")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Back") && staff.comes_to("review"));
    EXPECT_TRUE(staff.shows("Keepsake: given")) << staff.screen_text();
    ASSERT_TRUE(staff.tap("Back"));
    EXPECT_TRUE(staff.is_on("desk"));
    const auto store = server::SqliteStore::open(house.server().data().database());
    REXUE_ASSERT(store.has_value());
    EXPECT_EQ((*store)->stock(client::sample_house).value().front().count, 0);
}

// Misfortune: the line to the centre is down, and nobody knows what was given before.
TEST(Honours, WithoutALineTheFirstThresholdsAreShown) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.server().stop();
    ASSERT_TRUE(donor.comes_to_show("The line to the centre is down"));
    ASSERT_TRUE(is_known(house, donor));
    ASSERT_TRUE(donor.tap("Yes, this is me") && donor.tap("My honours"));
    EXPECT_TRUE(donor.shows("Your record is not at hand just now")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("20 more counts to: Dedication Award, bronze"));
    EXPECT_FALSE(donor.shows("So far"));
    EXPECT_FALSE(donor.shows("donation no."));
    ASSERT_TRUE(donor.tap("Next: honour card"));
    EXPECT_TRUE(donor.shows("Still missing")) << donor.screen_text();
}

TEST(Honours, InCareModeTheyAreSeenPageByPage) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Care mode")) << donor.screen_text();
    ASSERT_TRUE(is_known(house, donor));
    ASSERT_TRUE(donor.tap("Yes, this is me") && donor.tap("My honours"));
    EXPECT_TRUE(donor.shows("1 more count to: Dedication Award, gold")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Next: honour card") && donor.tap("Next: blood-fee relief"));
    EXPECT_TRUE(donor.shows("For you: free of charge for life")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Back"));
    EXPECT_TRUE(donor.shows("My honours: honour card"));
    ASSERT_TRUE(donor.tap("Go on with my visit"));
    EXPECT_TRUE(donor.is_on("choose"));
}

} // namespace rexue::journeys

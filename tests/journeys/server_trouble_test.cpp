// The line to the server in all its moods: the donor gets a number, and it arrives exactly once.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

namespace {

// How often a ticket stands in the server's log, as another terminal sees it.
int times_listed(SurfaceUnderTest& staff, const std::string& ticket) {
    int times = 0;
    for (const ui::Node& node : staff.tree().nodes())
        times += node.label == ticket ? 1 : 0;
    return times;
}

} // namespace

TEST(ServerAway, TheDonorStillGetsANumberAndItArrivesOnce) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().stop();
    house.lay_card();
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    house.server().start();

    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_show(ticket)) << staff.screen_text();
    EXPECT_EQ(times_listed(staff, ticket), 1);
}

// As the development dock pulls it: the server is well, and the number arrives when the cable is
// in.
TEST(CablePulled, TheDonorStillGetsANumberAndItArrivesOnce) {
    client::LineSwitch line;
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor({.line = &line});
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    line.set(client::Line::cut);
    house.lay_card();
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    EXPECT_FALSE(staff.shows(ticket)) << "nothing gets through";
    line.set(client::Line::whole);
    ASSERT_TRUE(staff.comes_to_show(ticket)) << staff.screen_text();
    EXPECT_EQ(times_listed(staff, ticket), 1);
}

TEST(ServerAway, ANumberSurvivesTheTerminalsRestart) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().stop();
    house.lay_card();
    ASSERT_EQ(house.go_to_ticket(donor), "A001");
    house.lift_card();
    house.close_donor();

    SurfaceUnderTest& again = house.open_donor();
    ASSERT_TRUE(again.comes_to("attract"));
    EXPECT_TRUE(again.shows("May Fourth Square")); // kept on disk
    house.lay_card("visitor");
    EXPECT_EQ(house.go_to_ticket(again), "A002");
    house.server().start();
    SurfaceUnderTest& board = house.open_board();
    EXPECT_TRUE(board.comes_to_show("A001"));
    EXPECT_TRUE(board.comes_to_show("A002"));
}

TEST(ServerAway, AfterARestartTheTicketStillCountsInTheLine) {
    HouseUnderTest house;
    house.enrol_donor();
    house.server().stop();
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    ASSERT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    EXPECT_TRUE(donor.shows("The waiting time is not known just now")) << donor.screen_text();
    house.lift_card();
    house.close_donor();

    SurfaceUnderTest& again = house.open_donor();
    ASSERT_TRUE(again.comes_to("attract"));
    house.lay_card("visitor");
    ASSERT_EQ(house.go_to_ticket(again), "A002") << again.screen_text();

    // And once only when the line is back.
    house.server().start();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_show("A002")) << staff.screen_text();
    EXPECT_EQ(times_listed(staff, "A001"), 1);
    EXPECT_TRUE(again.shows("1 person ahead of you")) << again.screen_text();
}

TEST(ServerAway, BeforeTheHouseWasEverHeardOfNobodyIsTakenIn) {
    HouseUnderTest house(Enrolment::cut_short);
    // Enrolled, and the line is down before the first start.
    house.enrol_donor();
    house.server().stop();
    SurfaceUnderTest& donor = house.open_donor();
    EXPECT_TRUE(donor.comes_to("out_of_service")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("does not know its house yet")) << donor.screen_text();
    EXPECT_FALSE(donor.tap("Touch here to begin"));
    house.server().start();
    EXPECT_TRUE(donor.comes_to("attract")) << donor.screen_text();
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
}

TEST(ServerAway, FromTheVeryStart) {
    HouseUnderTest house;
    house.enrol_donor();
    house.server().stop();
    SurfaceUnderTest& donor = house.open_donor();
    EXPECT_TRUE(donor.comes_to_show("May Fourth Square"));
    EXPECT_TRUE(donor.comes_to_show("The line to the centre is down"));
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001");
}

TEST(ServerAway, AnHonourCardIsTakenOnTrustAndMatchedLater) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().stop();
    house.show_code(sample_honour_card_text());
    ASSERT_TRUE(donor.comes_to("confirm"));
    EXPECT_TRUE(donor.shows("Your record will be matched when the line is back"));
    EXPECT_EQ(house.go_to_ticket(donor), "A001");
}

// It takes what it is asked, and answers nothing.
TEST(SlowServer, KeepsNoDonorWaiting) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().stall();
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("looking_up")) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("Your record will be matched when the line is back"));
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    house.server().go_on();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_show("A001")) << staff.screen_text();
    EXPECT_EQ(times_listed(staff, "A001"), 1);
}

TEST(WrongCertificate, NothingIsSaidToAStrangerAndTheDonorStillGetsANumber) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().rename({"elsewhere.example"});
    EXPECT_TRUE(donor.comes_to_show("This terminal and the centre do not know each other"))
        << donor.screen_text();
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    house.server().rename({"127.0.0.1"});
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_show("A001")) << staff.screen_text();
    EXPECT_EQ(times_listed(staff, "A001"), 1);
}

TEST(DuplicateTerminal, ACopiedProfileTakesNobodyIn) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    const support::TestFolder elsewhere;
    std::filesystem::copy(house.donor_profile(), elsewhere.path() / "profile",
                          std::filesystem::copy_options::recursive);
    HouseUnderTest* same_house = &house;
    app::TerminalOptions copied{.profile = elsewhere.path() / "profile",
                                .instance = std::string(64, 'c')};
    SurfaceUnderTest& copy = same_house->open_donor(std::move(copied));
    EXPECT_TRUE(copy.comes_to("out_of_service")) << copy.screen_text();
    EXPECT_TRUE(copy.shows("another terminal uses this one's certificate"));
}

} // namespace rexue::journeys

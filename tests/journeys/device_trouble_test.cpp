// Every misfortune of a device has its own words, and ends without a restart.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

namespace {

struct Misfortune {
    const char* name;
    const char* fault;
    const char* words;
};

class ReaderTrouble : public testing::TestWithParam<Misfortune> {};

std::string name_of(const testing::TestParamInfo<Misfortune>& info) {
    return info.param.name;
}

} // namespace

TEST_P(ReaderTrouble, IsSaidAndGoesAway) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Touch here to begin"));
    house.reader_fault(GetParam().fault);
    house.lay_card();
    EXPECT_TRUE(donor.comes_to_show(GetParam().words)) << donor.screen_text();
    house.lift_card();
    house.reader_fault("");
    EXPECT_TRUE(support::eventually([&] { return !donor.shows(GetParam().words); }));
    EXPECT_TRUE(house.lay_card_until_seen(donor)) << donor.screen_text();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
}

INSTANTIATE_TEST_SUITE_P(
    All, ReaderTrouble,
    testing::Values(Misfortune{"Unplugged", "unplugged", "The card reader is not connected"},
                    Misfortune{"Silent", "silent", "The card reader does not answer"},
                    Misfortune{"WrongChecksum", "wrong_checksum", "is disturbed"},
                    Misfortune{"Truncated", "truncated", "is disturbed"},
                    Misfortune{"Overlong", "overlong", "is disturbed"},
                    Misfortune{"Noise", "noise", "is disturbed"},
                    Misfortune{"LiftedMidRead", "lifted_mid_read", "lifted too early"},
                    Misfortune{"CardUnread", "sw:41", "The card did not answer"},
                    Misfortune{"ModuleFault", "sw:60", "reports a fault"}),
    name_of);

TEST(PrinterTrouble, OutOfPaperNeverStopsAVisit) {
    HouseUnderTest house;
    house.printer_state("out_of_paper");
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001");
    EXPECT_TRUE(donor.comes_to_show("out of paper")) << donor.screen_text();
    EXPECT_FALSE(house.slip_was_printed(ticket));
    house.printer_state("ready");
    EXPECT_TRUE(support::eventually([&] { return house.slip_was_printed(ticket); }));
    EXPECT_TRUE(donor.comes_to_show("Please take your slip"));
}

TEST(PrinterTrouble, CallsStaffByNameAndTheCallEndsWithIt) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff));
    ASSERT_TRUE(donor.comes_to("attract"));
    house.printer_state("out_of_paper");
    const auto both_go_on = [&](auto what) {
        return support::eventually([&] {
            donor.is_on("attract"); // its surface works as well
            return what();
        });
    };
    ASSERT_TRUE(both_go_on([&] { return staff.shows("The printer is out of paper"); }))
        << staff.screen_text();
    ASSERT_TRUE(donor.tap("Call staff")); // somebody's own call, which nothing mends
    ASSERT_TRUE(both_go_on([&] { return staff.shows("A donor asks for help"); }))
        << staff.screen_text();
    house.printer_state("ready");
    EXPECT_TRUE(both_go_on([&] { return !staff.shows("The printer is out of paper"); }))
        << staff.screen_text();
    EXPECT_TRUE(staff.shows("A donor asks for help"));
    EXPECT_FALSE(donor.shows("Somebody is coming")) << "nobody has said so";
}

TEST(DiskTrouble, AFullDiskSendsTheDonorToAPersonAndLosesNothing) {
    HouseUnderTest house;
    SurfaceUnderTest& first = house.open_donor();
    house.lay_card();
    ASSERT_EQ(house.go_to_ticket(first), "A001");
    house.lift_card();
    house.server().stop();
    // No page more than the outbox has.
    SurfaceUnderTest& donor = house.open_donor({.outbox = {.max_pages = 1}});
    ASSERT_TRUE(donor.comes_to("attract"));
    std::vector<std::string> given{"A001"};
    for (int visits = 0; visits < 20 && !donor.is_on("see_staff"); ++visits) {
        ASSERT_TRUE(house.lay_card_until_seen(donor)) << donor.screen_text();
        ASSERT_TRUE(house.go_to_questions(donor, "whole_200"));
        while (donor.is_on("question"))
            ASSERT_TRUE(house.answer_well(donor));
        ASSERT_TRUE(donor.tap("Continue") && house.agree_and_sign(donor));
        ASSERT_TRUE(
            support::eventually([&] { return donor.is_on("ticket") || donor.is_on("see_staff"); }));
        house.lift_card();
        if (donor.is_on("ticket")) {
            given.push_back(donor.label_of("ticket"));
            ASSERT_TRUE(donor.tap("All right"));
        }
    }
    EXPECT_TRUE(donor.is_on("see_staff")) << donor.screen_text();
    // The server is away and the disk may not have kept the call: nobody says that it arrived.
    EXPECT_FALSE(donor.shows("Call staff")) << donor.screen_text(); // it has
    EXPECT_FALSE(donor.shows("Staff have been called"));

    // Every number that was given reaches the house, and nobody else does.
    house.server().start();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show(std::string("Waiting for Examination: ") +
                                    std::to_string(given.size())))
        << staff.screen_text();
    for (size_t i = 0; i < given.size() && i < 3; ++i)
        EXPECT_TRUE(staff.shows(given[i])) << given[i];
}

} // namespace rexue::journeys

// A whole visit without a card: the number is typed, and the name where nobody knows it.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

namespace {

// Of donor-1, whom the sample server knows, and of somebody whom it does not.
constexpr std::string_view known_number = "000000199206140019";
constexpr std::string_view unknown_number = "000000198001010013";

bool type_each(SurfaceUnderTest& donor, std::string_view text) {
    for (const char key : text) {
        if (!donor.tap(std::string(1, key))) return false;
    }
    return true;
}

bool type_number(SurfaceUnderTest& donor, std::string_view number) {
    return donor.comes_to("attract") && donor.tap("Touch here to begin") &&
           donor.tap("Type my ID number") && donor.comes_to("typing_number") &&
           type_each(donor, number) && donor.shows("The check digit fits") &&
           donor.tap("Number is right");
}

} // namespace

TEST(TypedNumber, OfADonorWhomWeKnowLeadsToANumber) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    SurfaceUnderTest& board = house.open_board();
    ASSERT_TRUE(type_number(donor, known_number)) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("示*甲"));
    EXPECT_TRUE(donor.shows("You have given blood 4 times"));
    EXPECT_TRUE(donor.shows("Please show your document to our staff later"));
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001");
    EXPECT_TRUE(board.comes_to_show(ticket));

    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->entry, wire::EntryKind::typed_number);
    EXPECT_EQ(record->document_number, known_number);
    EXPECT_TRUE(record->donor.has_value());
    EXPECT_FALSE(record->name.has_value());

    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: " + ticket)) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("示*甲")) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("please look at the document")) << staff.screen_text();
}

TEST(TypedNumber, OfADonorWhomWeDoNotKnowAsksForTheName) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(type_number(donor, unknown_number)) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("typing_name")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("ABC"));
    ASSERT_TRUE(type_each(donor, "EXAMPLE") && donor.tap("Space") && type_each(donor, "TEST"));
    ASSERT_TRUE(donor.tap("Name is right"));
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows("E** T**"));
    EXPECT_TRUE(donor.shows("0000**********0013"));
    EXPECT_TRUE(donor.shows("Your first time with us"));
    const std::string ticket = house.go_to_ticket(donor);
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->entry, wire::EntryKind::typed_number);
    EXPECT_EQ(record->name, "EXAMPLE TEST");
    EXPECT_EQ(record->name_by, wire::NameBy::donor);
    EXPECT_EQ(record->document_number, unknown_number);
    EXPECT_EQ(record->birth, base::parse_date("1980-01-01").value());
}

TEST(TypedNumber, ARareNameIsTypedByHandAndArrivesAsItIs) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(type_number(donor, unknown_number)) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("typing_name")) << donor.screen_text();
    // 口 has three strokes, three stand beside it: 𠮷.
    ASSERT_TRUE(donor.tap("Strokes") && donor.tap("3"));
    ASSERT_TRUE(donor.comes_to_offer_and_tap("口")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("3"));
    ASSERT_TRUE(donor.comes_to_offer_and_turn_to("𠮷")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Pinyin"));
    ASSERT_TRUE(type_each(donor, "biang"));
    ASSERT_TRUE(donor.comes_to_offer_and_turn_to("𰻝")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Name is right"));
    const std::string ticket = house.go_to_ticket(donor);
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->name, "𠮷𰻝");
}

TEST(TypedNumber, ANameThatNobodyCanTypeIsNoReasonToBeRefused) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(type_number(donor, unknown_number)) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("typing_name")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Staff will complete my name"));
    ASSERT_TRUE(donor.comes_to_show("Our staff complete your name")) << donor.screen_text();
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001");
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->name_by, wire::NameBy::staff);
    EXPECT_FALSE(record->name.has_value());
    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: " + ticket)) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show("Name: please ask")) << staff.screen_text();
}

TEST(TypedNumber, GoesOnWhileTheServerIsAway) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to_show("May Fourth Square"));
    house.server().stop();
    ASSERT_TRUE(type_number(donor, known_number)) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to("typing_name")) << donor.screen_text();
    ASSERT_TRUE(donor.tap("Staff will complete my name"));
    ASSERT_TRUE(donor.comes_to_show("Your record will be matched when the line is back."));
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    house.server().start();
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->document_number, known_number);
}

TEST(TypedNumber, ASlipIsSeenAndMended) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract") && donor.tap("Touch here to begin") &&
                donor.tap("Type my ID number"));
    ASSERT_TRUE(type_each(donor, "000000199206140018"));
    EXPECT_TRUE(donor.shows("Please compare it with the document"));
    EXPECT_FALSE(donor.tap("Number is right"));
    ASSERT_TRUE(donor.tap("Erase") && donor.tap("9") && donor.tap("Number is right"));
    EXPECT_TRUE(donor.comes_to("confirm"));
}

TEST(TypedNumber, IsLeftToStaffWhoAreTold) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    ASSERT_TRUE(house.sign_in(staff));
    ASSERT_TRUE(donor.comes_to("attract") && donor.tap("Touch here to begin") &&
                donor.tap("Type my ID number") && donor.tap("Staff will enter my number"));
    EXPECT_TRUE(donor.shows("Our staff enter your number for you"));
    EXPECT_TRUE(staff.comes_to_offer_and_tap("I am going")) << staff.screen_text();
}

TEST(TypedNumber, NothingOfItStaysForTheNextDonor) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract") && donor.tap("Touch here to begin") &&
                donor.tap("Type my ID number") && type_each(donor, "0000001992"));
    EXPECT_TRUE(donor.shows("000000 1992"));
    house.clock().advance(std::chrono::seconds(121));
    ASSERT_TRUE(donor.is_on("idle_warning"));
    house.clock().advance(std::chrono::seconds(21));
    ASSERT_TRUE(donor.is_on("attract"));
    ASSERT_TRUE(donor.tap("Touch here to begin") && donor.tap("Type my ID number"));
    EXPECT_FALSE(donor.shows("000000"));
}

} // namespace rexue::journeys

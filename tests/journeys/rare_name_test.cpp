// People whose names many programs cannot write: from the card to the ticket, to the board, to the
// desk, and into the sealed record byte for byte. The people are invented.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

struct RareName {
    const char* title;
    const char* name;
    const char* masked;
};

class RareNames : public testing::TestWithParam<RareName> {};

TEST_P(RareNames, FromCardToTicketToTheBoardAndTheRecord) {
    const RareName& person = GetParam();
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    SurfaceUnderTest& staff = house.open_staff();
    SurfaceUnderTest& board = house.open_board();
    house.lay_card_of(person.name);
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_TRUE(donor.shows(person.masked)) << donor.screen_text();
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    EXPECT_TRUE(board.comes_to_show(ticket));

    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->name, person.name);

    ASSERT_TRUE(house.sign_in(staff)) << staff.screen_text();
    ASSERT_TRUE(staff.comes_to_offer_and_tap("Call next: " + ticket)) << staff.screen_text();
    EXPECT_TRUE(staff.comes_to_show(person.masked)) << staff.screen_text();
    EXPECT_TRUE(support::eventually([&] { return board.label_of("called") == ticket; }));
}

// In order: beyond U+FFFF, extension A, added in 1999 with few fonts, extension E, extension G.
INSTANTIATE_TEST_SUITE_P(All, RareNames,
                         testing::Values(RareName{"ji", "𠮷示样", "𠮷*样"},
                                         RareName{"ben", "㼆示样", "㼆*样"},
                                         RareName{"yan", "䶮示样", "䶮*样"},
                                         RareName{"hong", "𬭎示样", "𬭎*样"},
                                         RareName{"biang", "𰻝示样", "𰻝*样"}),
                         [](const auto& named) { return named.param.title; });

} // namespace rexue::journeys

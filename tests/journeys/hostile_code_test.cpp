// Codes that are not ours, damaged or meant to harm: a calm word each, and the terminal goes on.
#include <string>

#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {

namespace {

struct Code {
    const char* name;
    std::string text;
    const char* words;
};

class StrangeCode : public testing::TestWithParam<Code> {};

std::string name_of(const testing::TestParamInfo<Code>& info) {
    return info.param.name;
}

} // namespace

TEST_P(StrangeCode, HasItsWordsAndChangesNothing) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Touch here to begin"));
    house.show_code(GetParam().text);
    EXPECT_TRUE(donor.comes_to_show(GetParam().words)) << donor.screen_text();
    EXPECT_TRUE(donor.is_on("identify"));
    house.hide_code();
    house.clock().advance(std::chrono::seconds(9));
    EXPECT_FALSE(donor.shows(GetParam().words));
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
}

INSTANTIATE_TEST_SUITE_P(
    All, StrangeCode,
    testing::Values(Code{"Url", "https://example.org/pay?id=1", "is not an honour card"},
                    Code{"WrongCheckDigits", "REXUE1:0000000000000196", "code is damaged"},
                    Code{"ControlCharacters", std::string("REXUE1:\x01\x02") + "000",
                         "cannot be used"},
                    Code{"RightToLeft",
                         "REXUE1:\xE2\x80\xAE"
                         "0000000000000195",
                         "cannot be used"},
                    Code{"VeryLong", std::string(1100, 'A'), "cannot be used"}),
    name_of);

TEST(UnknownHonourCard, IsSentBackKindly) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.show_code("REXUE1:0000000000009992");
    EXPECT_TRUE(donor.comes_to_show("We do not know this honour card. Please use your ID card"))
        << donor.screen_text();
    EXPECT_TRUE(donor.is_on("identify"));
    EXPECT_FALSE(donor.shows("9992"));
}

} // namespace rexue::journeys

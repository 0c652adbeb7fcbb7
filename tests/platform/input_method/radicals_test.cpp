// All 214 radicals can be chosen, and everyday shapes lead to the same characters.
#include "platform/input_method/radicals.h"

#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::input_method {
namespace {

using testing::Contains;
using testing::IsEmpty;

TEST(Radicals, AreAllThereOnce) {
    std::set<std::string_view> shapes;
    std::set<std::uint16_t> codes;
    for (int strokes = 1; strokes <= max_radical_strokes; ++strokes) {
        for (const std::string_view shape : radicals_of(strokes)) {
            EXPECT_TRUE(shapes.insert(shape).second) << shape;
            for (const std::uint16_t code : codes_of_radical(shape))
                codes.insert(code);
        }
    }
    for (int number = 1; number <= 214; ++number) {
        EXPECT_THAT(codes, Contains(*radical_code(std::to_string(number)))) << number;
    }
    for (const int number : {90,  120, 147, 149, 154, 159, 162, 167, 168, 169, 178, 181, 182,
                             183, 184, 187, 195, 196, 197, 199, 201, 205, 210, 211, 212, 213}) {
        EXPECT_THAT(codes, Contains(*radical_code(std::to_string(number) + "'"))) << number;
    }
}

TEST(Radicals, AreCountedAsTheyAreDrawn) {
    EXPECT_THAT(radicals_of(3), Contains("氵"));
    EXPECT_THAT(radicals_of(4), Contains("水"));
    EXPECT_EQ(codes_of_radical("氵"), codes_of_radical("水"));
    EXPECT_EQ(codes_of_radical("阝").size(), 2U);
    EXPECT_NE(codes_of_radical("龙"), codes_of_radical("龍"));
    EXPECT_THAT(radicals_of(0), IsEmpty());
    EXPECT_THAT(radicals_of(18), IsEmpty());
}

TEST(Radicals, AreNothingElse) {
    EXPECT_THAT(codes_of_radical("示例"), IsEmpty());
    for (const char* text : {"", "0", "215", "x", "1x", "'", "-1"})
        EXPECT_FALSE(radical_code(text)) << text;
}

} // namespace
} // namespace rexue::input_method

// What is less, what is the same, and what cannot be told.
#include "kiosk/rules/questionnaire/value.h"

#include <gtest/gtest.h>

namespace rexue::questionnaire {
namespace {

Value date(std::string_view text) {
    return FhirDate::parse(text).value();
}

TEST(ValueTest, DatesMustBeReal) {
    for (const auto* text : {"2024-02-29", "2023", "2023-12", "0001-01-01"}) {
        ASSERT_TRUE(FhirDate::parse(text)) << text;
        EXPECT_EQ(FhirDate::parse(text)->to_string(), text);
    }
    for (const auto* text : {"2023-02-29", "2023-13", "2023-00", "0000", "23", "2023-1-1", "",
                             "2023-01-01T00:00:00", "2023/01/01", "+023-01-01", "2023-01-00"}) {
        EXPECT_FALSE(FhirDate::parse(text)) << text;
    }
}

TEST(ValueTest, TimesMustBeReal) {
    for (const auto* text : {"00:00:00", "23:59:59", "12:30:00.250"})
        EXPECT_TRUE(FhirTime::parse(text)) << text;
    for (const auto* text : {"24:00:00", "12:60:00", "12:30", "", "12:30:00.", "1a:00:00"})
        EXPECT_FALSE(FhirTime::parse(text)) << text;
}

TEST(ValueTest, ALessPreciseDateIsComparedAsFarAsItGoes) {
    EXPECT_TRUE(compare(date("2023"), date("2024-01-01")) < 0);
    EXPECT_TRUE(compare(date("2024-02"), date("2024-01-31")) > 0);
    EXPECT_EQ(compare(date("2024"), date("2024-05")), std::partial_ordering::unordered);
    EXPECT_FALSE(same(date("2024-05"), date("2024-05-01")));
    EXPECT_TRUE(same(date("2024-05"), date("2024-05")));
}

TEST(ValueTest, NumbersAreComparedAsNumbersAndOtherTypesNotAtAll) {
    EXPECT_TRUE(same(Value(3), Value(3.0)));
    EXPECT_TRUE(compare(Value(3), Value(3.5)) < 0);
    EXPECT_EQ(compare(Value(1), Value(true)), std::partial_ordering::unordered);
    EXPECT_EQ(compare(Value(std::string("a")), Value(Coding{.code = "a"})),
              std::partial_ordering::unordered);
}

TEST(ValueTest, AmountsOfDifferentUnitsAreNotCompared) {
    const Quantity kilograms{.value = 50, .unit = "kg", .system = "u", .code = "kg"};
    Quantity more = kilograms;
    more.value = 51;
    Quantity grams = kilograms;
    grams.code = "g";
    EXPECT_TRUE(compare(kilograms, more) < 0);
    EXPECT_EQ(compare(kilograms, grams), std::partial_ordering::unordered);
}

TEST(ValueTest, ADisplayDoesNotMakeAnotherCode) {
    const Coding left{.system = "s", .code = "c", .display = "one"};
    EXPECT_TRUE(same(left, Coding{.system = "s", .code = "c", .display = "other"}));
    EXPECT_FALSE(same(left, Coding{.system = "t", .code = "c", .display = "one"}));
}

} // namespace
} // namespace rexue::questionnaire

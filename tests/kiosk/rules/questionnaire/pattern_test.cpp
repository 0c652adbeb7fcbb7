// Expressions of forms: whole text, linear time, bounded size.
#include "kiosk/rules/questionnaire/pattern.h"

#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace rexue::questionnaire {
namespace {

TEST(PatternTest, MatchesTheWholeTextOnly) {
    const auto pattern = Pattern::create("[0-9]{3}");
    ASSERT_TRUE(pattern);
    EXPECT_TRUE(pattern->matches("123"));
    EXPECT_FALSE(pattern->matches("1234"));
    EXPECT_FALSE(pattern->matches("x123"));
}

TEST(PatternTest, ReadsCharactersAsFormsWriteThem) {
    const auto pattern = Pattern::create("[\\u4E00-\\u9fff]+\\\\u");
    ASSERT_TRUE(pattern);
    EXPECT_TRUE(pattern->matches("献血\\u"));
    EXPECT_FALSE(pattern->matches("blood\\u"));
}

TEST(PatternTest, AnExpressionThatTrapsOthersTakesNoTime) {
    const auto pattern = Pattern::create("(a+)+$");
    ASSERT_TRUE(pattern);
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_FALSE(pattern->matches(std::string(50'000, 'a') + "b"));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(PatternTest, WhatIsTooMuchOrNotThereIsRefused) {
    using enum base::ErrorCode;
    EXPECT_EQ(Pattern::create("(((a{100}){100}){100})").error().code, limit_exceeded);
    EXPECT_EQ(Pattern::create(std::string(1001, 'a')).error().code, limit_exceeded);
    EXPECT_EQ(Pattern::create("(?=a)b").error().code, unsupported);
    EXPECT_EQ(Pattern::create("(a").error().code, unsupported);
    EXPECT_EQ(Pattern::create("\\").error().code, unsupported);
    EXPECT_EQ(Pattern::create("\\u12").error().code, unsupported);
}

} // namespace
} // namespace rexue::questionnaire

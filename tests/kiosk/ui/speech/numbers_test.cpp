// Numbers, times and tickets the way they are announced.
#include "kiosk/ui/speech/numbers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::ui::speech {
namespace {

struct Row {
    int number;
    std::string_view before;
    std::string_view after;
    std::string_view said;
};

std::string joined(const Words& words, const char* between) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : between) + word;
    return text;
}

TEST(Numbers, in_chinese) {
    const Row rows[] = {
        {0, "", "", "零"},
        {1, "", "", "一"},
        {2, "", "", "二"},
        {10, "", "", "十"},
        {12, "", "", "十二"},
        {20, "", "", "二十"},
        {22, "", "", "二十二"},
        {100, "", "", "一百"},
        {101, "", "", "一百零一"},
        {110, "", "", "一百一十"},
        {112, "", "", "一百一十二"},
        {200, "", "毫升", "两百"},
        {400, "", "毫升", "四百"},
        {999, "", "", "九百九十九"},
        {1000, "", "", "一千"},
        {1001, "", "", "一千零一"},
        {1010, "", "", "一千零一十"},
        {1100, "", "", "一千一百"},
        {1200, "", "", "一千二百"},
        {2002, "", "", "两千零二"},
        {2222, "", "", "两千二百二十二"},
        {9999, "", "", "九千九百九十九"},
        // 两 counts, 二 numbers.
        {2, "前面还有", "位", "两"},
        {2, "大约", "分钟", "两"},
        {2, "", "个治疗单位", "两"},
        {2, "您已经献血", "次", "两"},
        {2, "第", "次献血", "二"},
        {2, "", "号采血位", "二"},
        {2, "", "月", "二"},
        {12, "", "位", "十二"},
        // Years digit by digit, and other thousands not.
        {2026, "", "年", "二零二六"},
        {2000, "", "年", "二零零零"},
        {2026, "", "毫升", "两千零二十六"},
        {20, "", "年", "二十"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(joined(number_words(Tongue::chinese, row.number, {row.before, row.after}), ""),
                  row.said)
            << row.number << row.after;
    }
}

TEST(Numbers, in_english) {
    const Row rows[] = {
        {0, "", "", "zero"},
        {12, "", "", "twelve"},
        {20, "", "", "twenty"},
        {42, "", " people", "forty-two"},
        {100, "", "", "one hundred"},
        {105, "", "", "one hundred and five"},
        {400, "", " mL", "four hundred"},
        {1000, "", "", "one thousand"},
        {1001, "", "", "one thousand and one"},
        {2500, "", "", "two thousand five hundred"},
        {9999, "", "", "nine thousand nine hundred and ninety-nine"},
        {1, "Sunday ", " June", "the first of"},
        {14, "Sunday ", " June", "the fourteenth of"},
        {20, "", " May 2026", "the twentieth of"},
        {22, "", " May 2026", "the twenty-second of"},
        {31, "", " December", "the thirty-first of"},
        {2026, "14 June ", "", "twenty twenty-six"},
        {1998, "14 June ", " · more", "nineteen ninety-eight"},
        {2005, "14 June ", "", "two thousand and five"},
        {2000, "14 June ", "", "two thousand"},
        {2026, "", "", "two thousand and twenty-six"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(joined(number_words(Tongue::english, row.number, {row.before, row.after}), " "),
                  row.said)
            << row.number << row.after;
    }
}

TEST(Numbers, of_the_clock) {
    EXPECT_EQ(joined(time_words(Tongue::chinese, 0, 0), ""), "零点整");
    EXPECT_EQ(joined(time_words(Tongue::chinese, 2, 0), ""), "两点整");
    EXPECT_EQ(joined(time_words(Tongue::chinese, 10, 24), ""), "十点二十四分");
    EXPECT_EQ(joined(time_words(Tongue::chinese, 12, 5), ""), "十二点零五分");
    EXPECT_EQ(joined(time_words(Tongue::english, 10, 24), " "), "ten twenty-four");
    EXPECT_EQ(joined(time_words(Tongue::english, 12, 0), " "), "twelve o'clock");
    EXPECT_EQ(joined(time_words(Tongue::english, 9, 5), " "), "nine oh five");
    EXPECT_EQ(joined(time_words(Tongue::english, 17, 0), " "), "seventeen hundred hours");
}

TEST(Numbers, of_tickets_are_spelt) {
    EXPECT_EQ(joined(spelt_words(Tongue::chinese, "A012"), " "), "A 零 幺 二");
    EXPECT_EQ(joined(spelt_words(Tongue::chinese, "B2117"), " "), "B 二 幺 幺 七");
    EXPECT_EQ(joined(spelt_words(Tongue::english, "A012"), " "), "A zero one two");
}

} // namespace
} // namespace rexue::ui::speech

// A text is cut into the clips that say it, and what they do not say is left over in plain sight.
#include "kiosk/ui/speech/sayable.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/kiosk/ui/speech/a_pack.h"

namespace rexue::ui::speech {
namespace {

const ClipPack& chinese() {
    static const ClipPack pack = a_pack("zh_CN", {"前面还有",
                                                  "位",
                                                  "您已经献血",
                                                  "次，谢谢您",
                                                  "大约",
                                                  "分钟",
                                                  "全血",
                                                  "毫升",
                                                  "请就座休息，叫到号后去",
                                                  "号采血位",
                                                  "体检",
                                                  "等候",
                                                  "请稍等",
                                                  "请",
                                                  "星期日",
                                                  "月",
                                                  "日",
                                                  "型",
                                                  "您好， 请把身份证 放在读卡区",
                                                  "English",
                                                  "Rh 阴性",
                                                  "欢迎您再次到来"});
    return pack;
}

const ClipPack& english() {
    static const ClipPack pack =
        a_pack("en", {"Whole blood", "mL", "about", "min", "people ahead of you", "You are next",
                      "Desk", "Sunday", "June", "and", "Type", "in", "at"});
    return pack;
}

// Clips by |, what is unknown in <>.
std::string cut(const ClipPack& pack, std::string_view text) {
    std::string line;
    for (const Piece& piece : cut_into_clips(pack, text)) {
        if (!line.empty()) line += '|';
        line += piece.is_known ? piece.words : '<' + piece.words + '>';
    }
    return line;
}

TEST(Sayable, chinese_phrases_with_values) {
    EXPECT_EQ(cut(chinese(), "请稍等"), "请稍等");
    EXPECT_EQ(cut(chinese(), "前面还有 2 位"), "前面还有|两|位");
    EXPECT_EQ(cut(chinese(), "您已经献血 12 次，谢谢您！"), "您已经献血|十二|次，谢谢您");
    EXPECT_EQ(cut(chinese(), "大约 5–10 分钟"), "大约|五|到|十|分钟");
    EXPECT_EQ(cut(chinese(), "全血 400 毫升"), "全血|四百|毫升");
    EXPECT_EQ(cut(chinese(), "请就座休息，叫到号后去 2号采血位"),
              "请就座休息，叫到号后去|二|号采血位");
    EXPECT_EQ(cut(chinese(), "A012"), "A|零|幺|二");
    EXPECT_EQ(cut(chinese(), "6月14日 星期日  10:24"), "六|月|十四|日|星期日|十|点|二十四|分");
    EXPECT_EQ(cut(chinese(), "AB 型"), "A|B|型");
    EXPECT_EQ(cut(chinese(), "Rh 阴性"), "Rh 阴性");
    EXPECT_EQ(cut(chinese(), "1 / 5"), "第|一|步，共|五|步");
    EXPECT_EQ(cut(chinese(), "1 / 2"), "第|一|步，共|两|步");
}

TEST(Sayable, english_phrases_with_values) {
    EXPECT_EQ(cut(english(), "You are next, about 5–10 min"), "You are next|about|five|to|ten|min");
    EXPECT_EQ(cut(english(), "Whole blood 400 mL"), "Whole blood|four hundred|mL");
    EXPECT_EQ(cut(english(), "Desk 2"), "Desk|two");
    EXPECT_EQ(cut(english(), "Sunday 14 June  10:00"), "Sunday|the fourteenth of|June|ten|o'clock");
    EXPECT_EQ(cut(english(), "Type AB"), "Type|A|B");
    EXPECT_EQ(cut(english(), "2 / 3"), "Step|two|of|three");
}

TEST(Sayable, line_ends_and_spaces_do_not_matter) {
    EXPECT_EQ(cut(chinese(), "您好，\n请把身份证\n放在读卡区"), "您好， 请把身份证 放在读卡区");
    EXPECT_EQ(cut(chinese(), "  请稍等 \n"), "请稍等");
    EXPECT_EQ(cut(chinese(), " … "), "");
    EXPECT_EQ(cut(chinese(), ""), "");
}

TEST(Sayable, what_has_no_clip_is_left_over) {
    EXPECT_EQ(cut(chinese(), "欢迎您再次到来，示例甲"), "欢迎您再次到来|<示例甲>");
    EXPECT_EQ(cut(chinese(), "还有什么"), "<还有什么>");
    EXPECT_EQ(cut(english(), "Desk of somebody"), "Desk|of|<somebody>");
}

// "in" is a word of the pack; the one inside another word is none.
TEST(Sayable, a_latin_word_is_not_found_inside_another) {
    EXPECT_EQ(cut(english(), "inside"), "<inside>");
    EXPECT_EQ(cut(english(), "begin"), "<begin>");
    EXPECT_EQ(cut(english(), "in"), "in");
}

// Parts of a name or a number that are hidden are not to be guessed at.
TEST(Sayable, hidden_names_and_numbers_are_not_said) {
    EXPECT_EQ(cut(chinese(), "示*甲"), "<示*甲>");
    EXPECT_EQ(cut(chinese(), "0000**********123X"), "<0000**********123X>");
}

TEST(Sayable, long_or_strange_numbers_are_spelt) {
    EXPECT_EQ(cut(chinese(), "10086"), "幺|零|零|八|六");
    EXPECT_EQ(cut(chinese(), "007"), "零|零|七");
    EXPECT_EQ(cut(english(), "25:61"), "twenty-five|sixty-one");
}

TEST(Sayable, a_pause_follows_the_punctuation) {
    const auto pieces = cut_into_clips(chinese(), "请稍等。全血，体检 等候");
    ASSERT_EQ(pieces.size(), 4U);
    EXPECT_GT(pieces[0].pause_after, pieces[1].pause_after);
    EXPECT_GT(pieces[1].pause_after, pieces[2].pause_after);
    EXPECT_EQ(pieces[2].pause_after.count(), 0);
}

TEST(Sayable, a_text_without_end_is_one_unknown_piece) {
    const std::string text(longest_text_bytes + 1, 'x');
    EXPECT_EQ(cut(english(), text), '<' + text + '>');
}

// Whatever it is given, nothing of it that could be heard disappears.
RC_GTEST_PROP(Sayable, loses_nothing, (const std::vector<int>& choices)) {
    static const std::vector<std::string> parts = {
        "请稍等", "前面还有", "2", "A012", "10:24", "位", "某", "\xE4",       "\xFF", "*",
        " ",      "，",       "–", "Desk", "1 / 5", "示", "\n", "\U00020BB7", "ab",   "Z"};
    std::string text;
    for (const int choice : choices)
        text += parts[static_cast<size_t>(std::abs(choice % 20))];
    bool unknown = false;
    for (const Piece& piece : cut_into_clips(chinese(), text)) {
        RC_ASSERT(!piece.words.empty());
        if (piece.is_known) {
            RC_ASSERT(chinese().file_of(piece.words) != nullptr);
        } else {
            unknown = true;
        }
    }
    if (text.find("某") != std::string::npos) RC_ASSERT(unknown);
}

} // namespace
} // namespace rexue::ui::speech

// Any name can be entered by some way, and each can be left to the staff.
#include <gtest/gtest.h>

#include "tests/kiosk/ui/keyboard/a_keyboard.h"

namespace rexue::ui::keyboard {
namespace {

struct ByReading {
    const char* text;
    const char* letters;
};

TEST(RareName, IsEnteredByItsReading) {
    AKeyboard keyboard;
    for (const ByReading& name :
         {ByReading{"䶮", "yan"}, ByReading{"𬭎", "hong"}, ByReading{"𰻝", "biang"}}) {
        keyboard.begin(Field::name, Layout::pinyin);
        keyboard.press_each(name.letters);
        keyboard.choose(name.text);
        EXPECT_EQ(keyboard.typing.text, name.text);
        EXPECT_TRUE(keyboard.typing.letters.empty());
    }
}

struct ByRadical {
    const char* text;
    const char* radical_strokes;
    const char* radical;
    const char* strokes_beside;
};

TEST(RareName, IsEnteredByRadicalAndStrokes) {
    AKeyboard keyboard;
    for (const ByRadical& name :
         {ByRadical{"𠮷", "3", "口", "3"}, ByRadical{"𠮷", "3", "土", "3"},
          ByRadical{"㼆", "4", "王", "15"}, ByRadical{"䶮", "5", "龙", "4"},
          ByRadical{"𬭎", "5", "钅", "7"}, ByRadical{"𰻝", "3", "辶", "39"}}) {
        keyboard.begin(Field::name, Layout::strokes);
        keyboard.press_each(name.radical_strokes);
        keyboard.choose(name.radical);
        keyboard.press_each(name.strokes_beside);
        keyboard.choose(name.text);
        EXPECT_EQ(keyboard.typing.text, name.text);
    }
}

TEST(Name, IsMixedFromSeveralKeyboards) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press_each("shi");
    keyboard.choose("示");
    keyboard.press("Strokes");
    keyboard.press("5");
    keyboard.choose("龙");
    keyboard.press("4");
    keyboard.choose("䶮");
    keyboard.press("Write");
    keyboard.write({{{0.1F, 0.45F}, {0.5F, 0.45F}, {0.9F, 0.45F}},
                    {{0.5F, 0.1F}, {0.5F, 0.5F}, {0.5F, 0.9F}}});
    keyboard.choose("十");
    EXPECT_EQ(keyboard.typing.text, "示䶮十");
    keyboard.press("Name is right");
    EXPECT_EQ(keyboard.ended, Keystroke::Kind::finish);
    EXPECT_EQ(keyboard.typing.completion, Completion::by_donor);
}

TEST(Name, IsChosenSyllableBySyllable) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press_each("shili");
    keyboard.choose("石");
    EXPECT_EQ(keyboard.typing.letters, "li");
    EXPECT_FALSE(can_finish(keyboard.typing));
    keyboard.choose("丽");
    EXPECT_EQ(keyboard.typing.text, "石丽");
}

TEST(Name, TakesTheTwoDots) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press("l");
    keyboard.press("ü");
    keyboard.choose("吕");
    EXPECT_EQ(keyboard.typing.text, "吕");
}

TEST(Name, OfManyPartsTakesTheDotInTheMiddle) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press_each("ceshi");
    keyboard.choose("测试");
    keyboard.press("dot in the middle");
    keyboard.press_each("shili");
    keyboard.choose("示例");
    EXPECT_EQ(keyboard.typing.text, "测试·示例");
}

TEST(ForeignName, IsTypedInCapitals) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::latin);
    keyboard.press_each("EXAMPLE");
    keyboard.press("Space");
    keyboard.press("Space"); // no two
    keyboard.press("O");
    keyboard.press("apostrophe");
    keyboard.press_each("TEST");
    keyboard.press("hyphen");
    keyboard.press_each("PERSON");
    EXPECT_EQ(keyboard.typing.text, "EXAMPLE O'TEST-PERSON");
    keyboard.press("Erase");
    EXPECT_EQ(keyboard.typing.text, "EXAMPLE O'TEST-PERSO");
}

// Before a letter, in the middle, and with a whole name that nobody could read.
TEST(Name, IsLeftToStaffAtAnyTime) {
    AKeyboard keyboard;
    for (const Layout layout :
         {Layout::pinyin, Layout::handwriting, Layout::strokes, Layout::latin}) {
        keyboard.begin(Field::name, layout);
        keyboard.press("Staff will complete my name");
        EXPECT_EQ(keyboard.ended, Keystroke::Kind::leave_to_staff);
        EXPECT_EQ(keyboard.typing.completion, Completion::by_staff);
    }
    keyboard.begin(Field::name);
    keyboard.press_each("shi");
    keyboard.choose("示");
    keyboard.press_each("li");
    keyboard.press("Staff will complete my name");
    EXPECT_EQ(keyboard.typing.completion, Completion::by_staff);
    EXPECT_EQ(keyboard.typing.text, "示") << "what was typed helps them";
}

} // namespace
} // namespace rexue::ui::keyboard

// What a keyboard shows and offers, read from the semantic tree and pressed by label.
#include "kiosk/ui/keyboard/keyboard.h"

#include <gtest/gtest.h>

#include "tests/kiosk/ui/keyboard/a_keyboard.h"

namespace rexue::ui::keyboard {
namespace {

TEST(NumberPad, GroupsTheNumberAsCardsDo) {
    AKeyboard keyboard;
    keyboard.begin(Field::resident_number);
    keyboard.press_each("11010119900101123X");
    EXPECT_EQ(keyboard.typing.text, "11010119900101123X");
    EXPECT_TRUE(keyboard.shows("110101 19900101 123X"));
}

TEST(NumberPad, TakesAnXAtTheEndAlone) {
    AKeyboard keyboard;
    keyboard.begin(Field::resident_number);
    keyboard.press("X");
    keyboard.press_each("1X");
    EXPECT_EQ(keyboard.typing.text, "1");
}

TEST(NumberPad, TakesNoMoreThanEighteen) {
    AKeyboard keyboard;
    keyboard.begin(Field::resident_number);
    keyboard.press_each("11010119900101123X9");
    EXPECT_EQ(keyboard.typing.text, "11010119900101123X");
    keyboard.press("Erase");
    EXPECT_EQ(keyboard.typing.text, "11010119900101123");
}

TEST(NumberPad, SaysWhatTheCallersRulesSay) {
    AKeyboard keyboard;
    keyboard.begin(Field::resident_number);
    keyboard.press_each("11010119900101123");
    EXPECT_FALSE(keyboard.find("Number is right")->enabled);
    keyboard.press("4");
    keyboard.verdict = Verdict::misfits;
    keyboard.draw();
    EXPECT_TRUE(keyboard.shows("Please compare it with the document"));
    EXPECT_FALSE(keyboard.find("Number is right")->enabled);
    EXPECT_TRUE(keyboard.find("Staff will enter my number")->enabled);

    keyboard.verdict = Verdict::fits;
    keyboard.draw();
    EXPECT_TRUE(keyboard.shows("The check digit fits"));
    keyboard.press("Number is right");
    EXPECT_EQ(keyboard.ended, Keystroke::Kind::finish);
}

TEST(DocumentNumber, TakesLettersAndDigits) {
    AKeyboard keyboard;
    keyboard.begin(Field::document_number);
    EXPECT_EQ(keyboard.find("Space"), nullptr);
    keyboard.press_each("E01234567");
    EXPECT_EQ(keyboard.typing.text, "E01234567");
    keyboard.press("Number is right");
    EXPECT_EQ(keyboard.ended, Keystroke::Kind::finish);
}

TEST(Keyboard, SaysWhatSignsAre) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::latin);
    for (const char* spoken : {"apostrophe", "hyphen", "dot in the middle"}) {
        const Node* const key = keyboard.find(spoken);
        ASSERT_NE(key, nullptr) << spoken;
        EXPECT_EQ(key->role, Role::button);
    }
}

TEST(Keyboard, NamesEveryKey) {
    AKeyboard keyboard;
    for (const Layout layout :
         {Layout::pinyin, Layout::handwriting, Layout::strokes, Layout::latin}) {
        keyboard.begin(Field::name, layout);
        for (const Node& node : keyboard.nodes()) {
            if (node.role == Role::screen) continue;
            EXPECT_FALSE(node.label.empty());
        }
        EXPECT_TRUE(faults(keyboard.ui()).empty());
    }
}

TEST(Keyboard, MarksWhichOneIsShown) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    EXPECT_TRUE(keyboard.find("Pinyin")->selected);
    keyboard.press("ABC");
    EXPECT_TRUE(keyboard.find("ABC")->selected);
    EXPECT_FALSE(keyboard.find("Pinyin")->selected);
    EXPECT_NE(keyboard.find("Q"), nullptr);
}

TEST(Pages, GoThereAndBack) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press_each("yi");
    EXPECT_FALSE(keyboard.find("Earlier")->enabled);
    const std::string first = keyboard.typing.candidates.front().text;
    EXPECT_NE(keyboard.find(first), nullptr);
    keyboard.press("More");
    EXPECT_EQ(keyboard.find(first), nullptr);
    keyboard.press("Earlier");
    EXPECT_NE(keyboard.find(first), nullptr);
}

TEST(Pages, ShowEveryCandidateOnce) {
    AKeyboard keyboard;
    keyboard.begin(Field::name);
    keyboard.press_each("xiangyang");
    const auto candidates = keyboard.typing.candidates;
    size_t shown = 0;
    while (true) {
        for (const Node& node : keyboard.nodes()) {
            if (shown < candidates.size() && node.label == candidates[shown].text) ++shown;
        }
        if (!keyboard.find("More")->enabled) break;
        keyboard.press("More");
    }
    EXPECT_EQ(shown, candidates.size());
}

TEST(Handwriting, OffersCharactersWhenThePenIsLifted) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::handwriting);
    keyboard.write({{{0.1F, 0.5F}, {0.5F, 0.5F}, {0.9F, 0.5F}}});
    EXPECT_EQ(keyboard.typing.ink.size(), 1U);
    keyboard.choose("一");
    EXPECT_EQ(keyboard.typing.text, "一");
    EXPECT_TRUE(keyboard.typing.ink.empty()) << "the box is free for the next";
    EXPECT_TRUE(keyboard.typing.candidates.empty());
}

TEST(Handwriting, SeesThePenLiftedOutsideTheBox) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::handwriting);
    const Rect box = keyboard.find("Write one character here")->rect;
    press_at(keyboard.ui(), {box.centre_x(), box.centre_y()});
    move_to(keyboard.ui(), {box.x - 20, box.centre_y()});
    lift_at(keyboard.ui(), {box.x - 20, box.centre_y()});
    keyboard.draw();
    EXPECT_FALSE(keyboard.typing.is_pen_down);
    EXPECT_FALSE(keyboard.typing.candidates.empty());
}

TEST(Handwriting, ErasesTheLastStroke) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::handwriting);
    keyboard.write({{{0.1F, 0.5F}, {0.9F, 0.5F}}, {{0.5F, 0.1F}, {0.5F, 0.9F}}});
    keyboard.press("Erase stroke");
    EXPECT_EQ(keyboard.typing.ink.size(), 1U);
    keyboard.press("Erase stroke");
    EXPECT_TRUE(keyboard.typing.candidates.empty());
    EXPECT_FALSE(keyboard.find("Erase stroke")->enabled);
}

TEST(Strokes, BeginAnewWithAnotherRadical) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::strokes);
    keyboard.press("5");
    keyboard.choose("龙");
    EXPECT_TRUE(keyboard.shows("How many strokes stand beside 龙?"));
    keyboard.press("Another radical");
    EXPECT_TRUE(keyboard.shows("How many strokes has the radical?"));
}

TEST(Keyboard, SaysThatAnEngineIsMissing) {
    AKeyboard keyboard;
    keyboard.begin(Field::name, Layout::pinyin);
    apply(keyboard.typing, {.kind = Keystroke::Kind::letter, .text = "a"});
    const auto query = next_query(keyboard.typing);
    ASSERT_TRUE(query);
    take_failure(keyboard.typing, query->number);
    keyboard.draw();
    EXPECT_TRUE(keyboard.shows("This keyboard does not work at the moment."));
    EXPECT_TRUE(keyboard.find("Staff will complete my name")->enabled);
}

} // namespace
} // namespace rexue::ui::keyboard

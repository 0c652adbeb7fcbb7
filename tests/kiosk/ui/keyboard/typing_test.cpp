// The value behind the keyboards: what keystrokes make of it, and that nothing of it stays.
#include "kiosk/ui/keyboard/typing.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "platform/base/utf8.h"

namespace rexue::ui::keyboard {
namespace {

using Kind = Keystroke::Kind;

Typing a_field(Field field, Layout layout = Layout::pinyin) {
    Typing typing;
    begin(typing, field, layout);
    return typing;
}

void type(Typing& typing, std::string text) {
    apply(typing, {.kind = Kind::character, .text = std::move(text)});
}
void type_letters(Typing& typing, std::string_view letters) {
    for (const char letter : letters)
        apply(typing, {.kind = Kind::letter, .text = std::string(1, letter)});
}

TEST(Typing, ErasesOneCharacterHoweverManyBytesItHas) {
    Typing typing = a_field(Field::name);
    for (const char* text : {"A", "é", "示", "𠮷", "𰻝"})
        type(typing, text);
    for (const char* left : {"Aé示𠮷", "Aé示", "Aé", "A", "", ""}) {
        apply(typing, {.kind = Kind::erase});
        EXPECT_EQ(typing.text, left);
    }
}

TEST(Typing, ErasesACharacterWithItsMarks) {
    Typing typing = a_field(Field::name);
    type(typing, "示");
    type(typing, "葛\U000E0100"); // a variant of one character
    apply(typing, {.kind = Kind::erase});
    EXPECT_EQ(typing.text, "示");
    type(typing, "e\u0301");
    apply(typing, {.kind = Kind::erase});
    EXPECT_EQ(typing.text, "示");
}

TEST(Typing, ErasesLettersBeforeCharacters) {
    Typing typing = a_field(Field::name);
    type(typing, "示");
    type_letters(typing, "li");
    apply(typing, {.kind = Kind::erase});
    EXPECT_EQ(typing.letters, "l");
    apply(typing, {.kind = Kind::erase});
    apply(typing, {.kind = Kind::erase});
    EXPECT_EQ(typing.text, "");
}

TEST(Typing, HoldsALimitedName) {
    Typing typing = a_field(Field::name);
    const char* const bytes = typing.text.data();
    for (int i = 0; i < 100; ++i)
        type(typing, "𰻝");
    EXPECT_EQ(length(typing), max_name);
    EXPECT_EQ(typing.text.data(), bytes) << "a text that moves leaves a copy behind";
    type_letters(typing, "zzzzzzzzzzzzzzzzzzzz");
    EXPECT_EQ(typing.letters.size(), max_letters);
}

TEST(Typing, HoldsLimitedInk) {
    Typing typing = a_field(Field::name, Layout::handwriting);
    for (int stroke = 0; stroke < 100; ++stroke) {
        apply(typing, {.kind = Kind::draw,
                       .points = std::vector<input_method::InkPoint>(500, {0.5F, 0.5F}),
                       .starts = true});
    }
    EXPECT_LE(typing.ink.size(), max_ink_strokes);
    size_t points = 0;
    for (const auto& stroke : typing.ink)
        points += stroke.size();
    EXPECT_LE(points, max_ink_points);
}

TEST(Typing, TakesOnlyWhatBelongsIntoTheField) {
    Typing number = a_field(Field::resident_number);
    for (const char* text : {"A", " ", "示", "x", "-", "X", "\xFF"})
        type(number, text);
    EXPECT_EQ(number.text, "");
    Typing document = a_field(Field::document_number);
    for (const char* text : {"a", " ", "示", "-"})
        type(document, text);
    EXPECT_EQ(document.text, "");
    Typing name = a_field(Field::name);
    for (const char* text : {"\n", "\x7F", "\xC2\x85", "\xFF", " ", ""})
        type(name, text);
    EXPECT_EQ(name.text, "");
}

TEST(Typing, FinishesWhatIsWhole) {
    Typing name = a_field(Field::name);
    EXPECT_FALSE(can_finish(name));
    type(name, "示");
    EXPECT_TRUE(can_finish(name));
    type_letters(name, "l");
    EXPECT_FALSE(can_finish(name));
    Typing number = a_field(Field::resident_number);
    for (const char digit : std::string_view("11010119900101123"))
        type(number, std::string(1, digit));
    EXPECT_FALSE(can_finish(number));
    type(number, "X");
    EXPECT_TRUE(can_finish(number));
}

TEST(Typing, GroupsANumberAsFarAsItGoes) {
    EXPECT_EQ(grouped_number(""), "");
    EXPECT_EQ(grouped_number("110101"), "110101");
    EXPECT_EQ(grouped_number("1101011"), "110101 1");
    EXPECT_EQ(grouped_number("11010119900101"), "110101 19900101");
    EXPECT_EQ(grouped_number("11010119900101123X"), "110101 19900101 123X");
}

TEST(Typing, AsksOnceForEachChange) {
    Typing typing = a_field(Field::name);
    EXPECT_FALSE(next_query(typing));
    type_letters(typing, "li");
    const auto query = next_query(typing);
    ASSERT_TRUE(query);
    EXPECT_EQ(query->letters, "li");
    EXPECT_FALSE(next_query(typing));
}

TEST(Typing, DropsAnswersThatComeLate) {
    Typing typing = a_field(Field::name);
    type_letters(typing, "l");
    const auto first = next_query(typing);
    type_letters(typing, "i");
    const auto second = next_query(typing);
    take(typing, {.number = first->number, .candidates = {{.text = "了", .letters = 1}}});
    EXPECT_TRUE(typing.candidates.empty());
    take(typing, {.number = second->number, .candidates = {{.text = "李", .letters = 2}}});
    EXPECT_EQ(typing.candidates.size(), 1U);
}

TEST(Typing, DropsTheAnswerToTheDonorBefore) {
    Typing typing = a_field(Field::name);
    type_letters(typing, "li");
    const auto before = next_query(typing);
    begin(typing, Field::name);
    type_letters(typing, "wang");
    const auto now = next_query(typing);
    ASSERT_NE(before->number, now->number);
    take(typing, {.number = before->number, .candidates = {{.text = "李", .letters = 2}}});
    take_failure(typing, before->number);
    EXPECT_TRUE(typing.candidates.empty());
    EXPECT_FALSE(typing.is_helpless);
}

TEST(Typing, IgnoresACandidateThatIsGone) {
    Typing typing = a_field(Field::name);
    type_letters(typing, "li");
    for (const int index : {-1, 0, 7})
        apply(typing, {.kind = Kind::choose, .index = index});
    EXPECT_EQ(typing.letters, "li");
    EXPECT_EQ(typing.text, "");
}

TEST(Typing, CountsStrokesInOneOrTwoDigits) {
    Typing typing = a_field(Field::name, Layout::strokes);
    const auto digit = [&](int value) { apply(typing, {.kind = Kind::digit, .index = value}); };
    digit(1);
    digit(2);
    EXPECT_EQ(typing.strokes, 12);
    digit(5); // no radical has 125 strokes: begun anew
    EXPECT_EQ(typing.strokes, 5);
    digit(9); // nor 59
    EXPECT_EQ(typing.strokes, 9);
    apply(typing, {.kind = Kind::erase});
    EXPECT_EQ(typing.strokes, std::nullopt);
}

bool is_zero(const char* bytes, size_t count) {
    return std::all_of(bytes, bytes + count, [](char c) { return c == 0; });
}

TEST(Wipe, LeavesNothing) {
    Typing typing = a_field(Field::name);
    type(typing, "示例甲乙丙丁");
    type_letters(typing, "ceshirenjia");
    const auto query = next_query(typing);
    take(typing, {.number = query->number, .candidates = {{.text = "测试人甲乙", .letters = 11}}});
    apply(typing, {.kind = Kind::draw, .points = {{0.1F, 0.2F}}, .starts = true});
    typing.radical = "龙";
    typing.strokes = 4;
    typing.completion = Completion::by_staff;
    const char* const text = typing.text.data();
    const size_t text_bytes = typing.text.size();
    const char* const letters = typing.letters.data();
    const size_t letter_bytes = typing.letters.size();

    wipe(typing);

    EXPECT_TRUE(is_zero(text, text_bytes));
    EXPECT_TRUE(is_zero(letters, letter_bytes));
    Typing fresh;
    fresh.question = typing.question;
    EXPECT_EQ(typing, fresh);
}

TEST(Wipe, OverwritesWhatEraseCutOff) {
    Typing typing = a_field(Field::name);
    type(typing, "示");
    type(typing, "例");
    apply(typing, {.kind = Kind::erase});
    EXPECT_TRUE(is_zero(typing.text.data() + typing.text.size(), 3));
}

} // namespace
} // namespace rexue::ui::keyboard

// Text from cards and codes: every plane comes through, nothing malformed does.
#include "platform/base/utf8.h"

#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::base {
namespace {

constexpr char32_t replacement = 0xFFFD;

std::vector<std::byte> little_endian(std::initializer_list<unsigned> units) {
    std::vector<std::byte> bytes;
    for (const unsigned unit : units) {
        bytes.push_back(static_cast<std::byte>(unit & 0xFF));
        bytes.push_back(static_cast<std::byte>(unit >> 8));
    }
    return bytes;
}

bool is_character(char32_t point) {
    return point <= 0x10FFFF && !(point >= 0xD800 && point <= 0xDFFF);
}

TEST(Utf8, AcceptsTheEdgesOfEveryLength) {
    for (const char32_t point : {U'\0', U'\x7F', U'\x80', U'\x7FF', U'\x800', char32_t{0xD7FF},
                                 char32_t{0xE000}, char32_t{0xFFFD}, char32_t{0xFFFF},
                                 char32_t{0x10000}, char32_t{0x20BB7}, char32_t{0x10FFFF}}) {
        const std::string text = encode_utf8(point);
        EXPECT_TRUE(is_valid_utf8(text)) << static_cast<unsigned>(point);
        EXPECT_EQ(code_points(text), std::vector<char32_t>{point});
    }
}

TEST(Utf8, RefusesWhatIsNoCharacter) {
    const std::pair<const char*, const char*> rows[] = {
        {"a lone continuation byte", "\x80"},
        {"a lead byte at the end", "\xE4\xB8"},
        {"a lead byte before ASCII", "\xE4\xB8z"},
        {"overlong slash in two bytes", "\xC0\xAF"},
        {"overlong in three bytes", "\xE0\x80\xAF"},
        {"overlong in four bytes", "\xF0\x80\x80\xAF"},
        {"the highest overlong of three", "\xE0\x9F\xBF"},
        {"the highest overlong of four", "\xF0\x8F\xBF\xBF"},
        {"a high surrogate", "\xED\xA0\x80"},
        {"a low surrogate", "\xED\xBF\xBF"},
        {"one past the last plane", "\xF4\x90\x80\x80"},
        {"a five-byte form", "\xF8\x88\x80\x80\x80"},
        {"the byte FE", "\xFE"},
        {"the byte FF", "\xFF"},
    };
    for (const auto& [what, text] : rows) {
        EXPECT_FALSE(is_valid_utf8(text)) << what;
        EXPECT_FALSE(is_valid_utf8(std::string("ok") + text + "ok")) << what;
        EXPECT_EQ(code_points(text).front(), replacement) << what;
    }
    EXPECT_TRUE(is_valid_utf8(""));
}

TEST(Utf8, StepsOverAMalformedByteAlone) {
    EXPECT_EQ(code_points("a\xE4\xB8z\xE7\x94\xB2"),
              (std::vector<char32_t>{U'a', replacement, replacement, U'z', U'甲'}));
}

TEST(Utf8, WritesTheReplacementForWhatIsNoCharacter) {
    for (const char32_t point :
         {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
        EXPECT_EQ(encode_utf8(point), "\xEF\xBF\xBD");
    }
}

TEST(Utf16, PairsSurrogatesIntoHigherPlanes) {
    // 𠮷 U+20BB7, a real family name's character.
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xD842, 0xDFB7, 0x7532})), "𠮷甲");
}

TEST(Utf16, SpellsOutUnpairedSurrogates) {
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xD842})), "〔U+D842〕");
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xDFB7})), "〔U+DFB7〕");
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xD842, 0x7532})), "〔U+D842〕甲");
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xDFB7, 0xD842})), "〔U+DFB7〕〔U+D842〕");
    EXPECT_EQ(utf8_from_utf16le(little_endian({0xD842, 0xD842, 0xDFB7})), "〔U+D842〕𠮷");
}

TEST(Utf8, SpellsOutAtLeastFourDigits) {
    EXPECT_EQ(spelled_out(0x1B), "〔U+001B〕");
    EXPECT_EQ(spelled_out(0x2CEEE), "〔U+2CEEE〕");
    EXPECT_EQ(spelled_out(0), "〔U+0000〕");
}

TEST(Utf16, IgnoresAnOddLastByte) {
    auto bytes = little_endian({0x7532});
    bytes.push_back(std::byte{0x32});
    EXPECT_EQ(utf8_from_utf16le(bytes), "甲");
    EXPECT_EQ(utf8_from_utf16le(std::span(bytes).first(1)), "");
}

RC_GTEST_PROP(Utf16, CarriesEveryCharacterThereAndBack, ()) {
    const auto points = *rc::gen::container<std::vector<char32_t>>(rc::gen::suchThat(
        rc::gen::map(rc::gen::inRange<std::uint32_t>(0, 0x110000),
                     [](std::uint32_t value) { return static_cast<char32_t>(value); }),
        is_character));
    const std::string text = encode_utf8(points);
    RC_ASSERT(is_valid_utf8(text));
    RC_ASSERT(code_points(text) == points);
    RC_ASSERT(utf8_from_utf16le(utf16le_from_utf8(text)) == text);
}

RC_GTEST_PROP(Utf8, MakesValidTextOfAnyBytes, (const std::vector<std::uint8_t>& values)) {
    const std::string text(values.begin(), values.end());
    RC_ASSERT(is_valid_utf8(encode_utf8(code_points(text))));
    RC_ASSERT(is_valid_utf8(utf8_from_utf16le(std::as_bytes(std::span(values)))));
    RC_ASSERT(is_valid_utf8(text) == (encode_utf8(code_points(text)) == text));
}

TEST(IsAttached, ToTheCharacterBeforeItOnly) {
    for (const char32_t mark : {0x0300, 0x036F, 0x200C, 0x200D, 0xFE00, 0xFE0F, 0xE0100, 0xE01EF})
        EXPECT_TRUE(is_attached(mark)) << spelled_out(mark);
    // The neighbours of each, and what is of its own.
    for (const char32_t character : {0x02FF, 0x0370, 0x200B, 0x200E, 0xFDFF, 0xFE10, 0xE00FF,
                                     0xE01F0, int{'A'}, 0x793A, 0xFFFD})
        EXPECT_FALSE(is_attached(character)) << spelled_out(character);
}

TEST(Trimmed, TakesEveryKindOfPaddingOffBothEnds) {
    EXPECT_EQ(trimmed("示例甲　 "), "示例甲");
    EXPECT_EQ(trimmed("\t\r\n　示例 甲"), "示例 甲"); // the inside stays
    EXPECT_EQ(trimmed(std::string_view("A\0B\0\0", 5)), std::string_view("A\0B", 3));
    EXPECT_EQ(trimmed("　　 　"), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Trimmed, LeavesCharactersThatShareBytesWithTheWideSpace) {
    EXPECT_EQ(trimmed("、甲、"), "、甲、"); // U+3001
    EXPECT_EQ(trimmed("倀"), "倀");         // ends in byte 80
}

} // namespace
} // namespace rexue::base

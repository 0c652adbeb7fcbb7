// The bytes of SAM-V frames (GA 467), one by one.
#include "platform/devices/id_reader/samv/frame.h"

#include <gtest/gtest.h>

namespace rexue::devices::samv {

namespace {

std::string hex(std::span<const std::byte> bytes) {
    return base::hex_encode(bytes);
}

base::Bytes body_of(const base::Bytes& frame) {
    return {frame.begin() + header_bytes, frame.end() - 1};
}

} // namespace

TEST(FrameTest, Commands) {
    struct Row {
        Command command;
        const char* frame;
    };
    constexpr Row rows[] = {
        {Command::reset_sam, "aaaaaa9669000310ffec"},
        {Command::sam_status, "aaaaaa9669000311ffed"},
        {Command::read_sam_id, "aaaaaa9669000312ffee"},
        {Command::find_card, "aaaaaa96690003200122"},
        {Command::select_card, "aaaaaa96690003200221"},
        {Command::read_text_and_photo, "aaaaaa96690003300132"},
        {Command::read_text_photo_and_finger, "aaaaaa96690003301023"},
        {Command::read_card_id, "aaaaaa96690003300536"},
    };
    for (const Row& row : rows) {
        const base::Bytes frame = make_command(row.command);
        EXPECT_EQ(hex(frame), row.frame);
        EXPECT_EQ(*read_command(body_of(frame)), row.command);
    }
}

TEST(FrameTest, Responses) {
    const base::Bytes four(4);
    const base::Bytes eight(8);
    EXPECT_EQ(hex(make_response(StatusWord::card_found, four)), "aaaaaa9669000800009f0000000097");
    EXPECT_EQ(hex(make_response(StatusWord::find_failed)), "aaaaaa9669000400008084");
    EXPECT_EQ(hex(make_response(StatusWord::done, eight)),
              "aaaaaa9669000c00009000000000000000009c");
    EXPECT_EQ(hex(make_response(StatusWord::select_failed)), "aaaaaa9669000400008185");
}

TEST(FrameTest, CardAnswerWithoutFinger) {
    std::array<std::byte, text_bytes> text{};
    text.fill(std::byte{0x41});
    const base::Bytes frame = make_response(StatusWord::done, make_card_data(text));
    EXPECT_EQ(frame.size(), 1295U);
    EXPECT_EQ(hex(std::span(frame).first(14)), "aaaaaa9669050800009001000400");
    const auto body = body_of(frame);
    const auto response = *read_response(body);
    EXPECT_EQ(response.status, StatusWord::done);
    EXPECT_TRUE(std::ranges::equal(*text_of_card(response.data), text));
}

TEST(FrameTest, CardAnswersOfAFingerCommand) {
    for (const size_t finger : {size_t{0}, size_t{1024}}) {
        base::Bytes data = *base::hex_decode(finger == 0 ? "010004000000" : "010004000400");
        data.resize(6 + 256, std::byte{0x41});
        data.resize(6 + 256 + 1024 + finger);
        EXPECT_EQ(make_response(StatusWord::done, data).size(), finger == 0 ? 1297U : 2321U);
        const auto text = text_of_card(data);
        ASSERT_TRUE(text.has_value());
        EXPECT_EQ(text->front(), std::byte{0x41});
        EXPECT_EQ(text->back(), std::byte{0x41});
    }
}

TEST(FrameTest, CardAnswersThatDoNotAddUp) {
    for (const char* start : {"", "0100", "0100040000", "00ff0400", "01010400", "01000401"}) {
        base::Bytes data = *base::hex_decode(start);
        if (data.size() == 4) data.resize(4 + 256 + 1024);
        EXPECT_FALSE(text_of_card(data).has_value()) << start;
    }
}

TEST(FrameTest, AnswersThatAreNone) {
    EXPECT_FALSE(read_response({}).has_value());
    EXPECT_FALSE(read_response(*base::hex_decode("0000")).has_value());
    EXPECT_FALSE(read_response(*base::hex_decode("010090")).has_value());
    EXPECT_FALSE(read_response(*base::hex_decode("000190")).has_value());
    EXPECT_FALSE(read_command(*base::hex_decode("20")).has_value());
}

} // namespace rexue::devices::samv

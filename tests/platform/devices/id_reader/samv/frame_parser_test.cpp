// Frames in a stream: cut anywhere, drowned in noise, truncated, overlong, damaged.
#include "platform/devices/id_reader/samv/frame_parser.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::devices::samv {

namespace {

// What a parser says, as words: a frame's body in hex, or the fault.
class Listener {
  public:
    explicit Listener(LengthBounds bounds = response_lengths) : parser(bounds) {}

    void feed(std::span<const std::byte> bytes) {
        parser.feed(bytes, [this](const Parsed& parsed) {
            if (const auto* frame = std::get_if<Frame>(&parsed)) {
                heard.push_back(base::hex_encode(frame->body));
            } else {
                heard.push_back(std::get<FrameFault>(parsed) == FrameFault::length ? "length"
                                                                                   : "checksum");
            }
        });
    }
    void feed(std::string_view hex) { feed(*base::hex_decode(hex)); }

    FrameParser parser;
    std::vector<std::string> heard;
};

using Words = std::vector<std::string>;

base::Bytes bytes_from(const std::vector<std::uint8_t>& numbers) {
    base::Bytes bytes;
    for (const auto number : numbers)
        bytes.push_back(std::byte{number});
    return bytes;
}

void append(base::Bytes& stream, const base::Bytes& more) {
    stream.insert(stream.end(), more.begin(), more.end());
}

} // namespace

TEST(FrameParserTest, OneFrameAtOnceAndByteByByte) {
    const auto frame = make_response(StatusWord::find_failed);
    Listener at_once;
    at_once.feed(frame);
    Listener slowly;
    for (const std::byte byte : frame)
        slowly.feed(std::span(&byte, 1));
    EXPECT_EQ(at_once.heard, Words{"000080"});
    EXPECT_EQ(slowly.heard, Words{"000080"});
    EXPECT_EQ(slowly.parser.pending_bytes(), 0U);
    EXPECT_EQ(slowly.parser.noise_bytes(), 0U);
}

TEST(FrameParserTest, NoiseBeforeAFrameIsSkipped) {
    Listener listener;
    listener.feed(
        "00ffaa96aaaaaa"
        "aaaaaa9669000400008084");
    EXPECT_EQ(listener.heard, Words{"000080"});
    EXPECT_EQ(listener.parser.noise_bytes(), 7U);
}

TEST(FrameParserTest, AWrongChecksumIsToldAndTheNextFrameFound) {
    Listener listener;
    listener.feed(
        "aaaaaa9669000400008085"
        "aaaaaa9669000400008185");
    EXPECT_EQ(listener.heard, (Words{"checksum", "000081"}));
}

TEST(FrameParserTest, ATruncatedFrameSwallowsNoFrameBehindIt) {
    Listener listener;
    listener.feed("aaaaaa9669000c000090"); // nine of its bytes are missing
    EXPECT_GT(listener.parser.pending_bytes(), 0U);
    listener.feed("aaaaaa9669000400008084");
    EXPECT_EQ(listener.heard, (Words{"checksum", "000080"}));
}

TEST(FrameParserTest, LengthsOutOfBoundsAreToldAtOnce) {
    for (const char* header :
         {"aaaaaa9669ffff", "aaaaaa9669090b", "aaaaaa96690003", "aaaaaa96690000"}) {
        Listener listener;
        listener.feed(header);
        EXPECT_EQ(listener.heard, Words{"length"}) << header;
        listener.feed("aaaaaa9669000400008084");
        EXPECT_EQ(listener.heard.back(), "000080") << header;
    }
}

TEST(FrameParserTest, TheLongestAnswerFits) {
    const base::Bytes body(response_lengths.longest - 1);
    Listener listener;
    listener.feed(make_frame(body));
    EXPECT_EQ(listener.heard, Words{base::hex_encode(body)});
}

TEST(FrameParserTest, CommandsAreShorterThanAnswers) {
    Listener listener(command_lengths);
    listener.feed(make_command(Command::find_card));
    EXPECT_EQ(listener.heard, Words{"2001"});
}

TEST(FrameParserTest, ResetForgetsHalfAFrame) {
    Listener listener;
    listener.feed("aaaaaa966900");
    listener.parser.reset();
    EXPECT_EQ(listener.parser.pending_bytes(), 0U);
    listener.feed("0400008084");
    EXPECT_EQ(listener.heard, Words{});
}

// Frames of any body, noise of any bytes, and cuts anywhere: what is heard is the same as at once.
RC_GTEST_PROP(FrameParserTest, AnyCutGivesTheSame, (const std::vector<std::uint8_t>& noise)) {
    base::Bytes stream;
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        base::Bytes body = bytes_from(*rc::gen::container<std::vector<std::uint8_t>>(
            *rc::gen::inRange<size_t>(3, 40), rc::gen::arbitrary<std::uint8_t>()));
        base::Bytes frame = make_frame(body);
        if (*rc::gen::inRange(0, 4) == 0) frame.back() ^= std::byte{1};
        if (*rc::gen::inRange(0, 4) == 0) frame.resize(frame.size() / 2);
        append(stream, frame);
        if (*rc::gen::arbitrary<bool>()) append(stream, bytes_from(noise));
    }
    Listener at_once;
    at_once.feed(stream);
    Listener cut;
    for (std::span<const std::byte> rest = stream; !rest.empty();) {
        const auto take = std::min(rest.size(), *rc::gen::inRange<size_t>(1, 30));
        cut.feed(rest.first(take));
        rest = rest.subspan(take);
    }
    RC_ASSERT(cut.heard == at_once.heard);
    RC_ASSERT(cut.parser.pending_bytes() == at_once.parser.pending_bytes());
    RC_ASSERT(cut.parser.noise_bytes() == at_once.parser.noise_bytes());
}

RC_GTEST_PROP(FrameParserTest, NoNoiseHidesTheFrameBehindIt,
              (const std::vector<std::uint8_t>& noise)) {
    base::Bytes stream = bytes_from(noise);
    // Noise may end in a header that promises more; the longest frame's worth of silence settles
    // it.
    append(stream, base::Bytes(response_lengths.longest + header_bytes));
    append(stream, make_response(StatusWord::card_found));
    Listener listener;
    listener.feed(stream);
    RC_ASSERT(std::ranges::find(listener.heard, "00009f") != listener.heard.end());
}

// Bytes that look like frames more often than chance would have it.
RC_GTEST_PROP(FrameParserTest, NothingCrashesIt, ()) {
    Listener listener;
    const auto pieces = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 262));
    for (const int piece : pieces) {
        const base::Bytes byte = {static_cast<std::byte>(piece)};
        listener.feed(piece < 256   ? byte
                      : piece < 259 ? base::Bytes(preamble.begin(), preamble.end())
                                    : make_response(StatusWord::done));
        RC_ASSERT(listener.parser.pending_bytes() <= header_bytes + response_lengths.longest);
    }
}

} // namespace rexue::devices::samv

// The same events however the network cuts the stream, and never more memory than allowed.
#include "net/client/sse_parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::client {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<ServerSentEvent> parse(std::string_view text) {
    SseParser parser;
    auto events = parser.feed(text);
    EXPECT_TRUE(events);
    return events.value_or(std::vector<ServerSentEvent>{});
}

TEST(SseParserTest, ReadsNameDataAndId) {
    EXPECT_THAT(parse("id: 7\nevent: house\ndata: {}\n\n"),
                ElementsAre(ServerSentEvent{"house", "{}", "7"}));
}

TEST(SseParserTest, KnowsAllThreeLineEnds) {
    const ServerSentEvent wanted{"message", "a", ""};
    EXPECT_THAT(parse("data: a\n\n"), ElementsAre(wanted));
    EXPECT_THAT(parse("data: a\r\n\r\n"), ElementsAre(wanted));
    EXPECT_THAT(parse("data: a\r\r"), ElementsAre(wanted));
}

TEST(SseParserTest, JoinsLinesOfDataAndKeepsTheId) {
    EXPECT_THAT(
        parse("id: 1\ndata: a\ndata:b\n\ndata\n\n"),
        ElementsAre(ServerSentEvent{"message", "a\nb", "1"}, ServerSentEvent{"message", "", "1"}));
}

TEST(SseParserTest, CommentsAndUnknownFieldsAreNothing) {
    EXPECT_THAT(parse(": heartbeat\n\nretry: 5\nwhat: ever\n\n"), IsEmpty());
}

TEST(SseParserTest, AnEventWithoutDataLeavesNoNameBehind) {
    EXPECT_THAT(parse("event: house\n\ndata: a\n\n"),
                ElementsAre(ServerSentEvent{"message", "a", ""}));
}

TEST(SseParserTest, SkipsAByteOrderMark) {
    EXPECT_THAT(parse("\xEF\xBB\xBF"
                      "data: a\n\n"),
                ElementsAre(ServerSentEvent{"message", "a", ""}));
}

TEST(SseParserTest, AnUnfinishedEventIsNone) {
    EXPECT_THAT(parse("data: a\n"), IsEmpty());
}

// Text of the pieces that matter, and of anything.
rc::Gen<std::string> a_stream() {
    const auto piece = rc::gen::oneOf(
        rc::gen::element<std::string>("data: ", "event: house", "id: 12", ":", "\n", "\r", "\r\n",
                                      "\n\n", "data", "\xEF\xBB\xBF", " ", std::string(1, '\0')),
        rc::gen::string<std::string>());
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& all) {
        std::string text;
        for (const auto& one : all)
            text += one;
        return text;
    });
}

RC_GTEST_PROP(SseParserTest, AnyChunkingGivesTheSameEvents, ()) {
    const auto text = *a_stream();
    SseParser whole;
    const auto wanted = whole.feed(text);
    RC_ASSERT(wanted.has_value());

    SseParser pieces;
    std::vector<ServerSentEvent> got;
    for (size_t at = 0; at < text.size();) {
        const auto length = *rc::gen::inRange<size_t>(1, 8);
        const auto events = pieces.feed(std::string_view(text).substr(at, length));
        RC_ASSERT(events.has_value());
        got.insert(got.end(), events->begin(), events->end());
        at += length;
    }
    RC_ASSERT(got == *wanted);
}

RC_GTEST_PROP(SseParserTest, AHostileStreamNeverHoldsMoreThanItsBound, ()) {
    constexpr size_t bound = 64;
    SseParser parser(bound);
    const auto lines = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "data: xxxxxxxx", "id: y", "event: z", "\n", std::string(100, 'q'), "data: ", ": c"));
    for (const auto& line : lines) {
        const bool alive = parser.feed(line).has_value();
        RC_ASSERT(parser.held_bytes() <= 2 * bound + 2 * 256);
        if (!alive) return;
    }
}

TEST(SseParserTest, ALineThatNeverEndsIsRefused) {
    SseParser parser(1000);
    base::Result<std::vector<ServerSentEvent>> result;
    for (int i = 0; i < 1001 && result; ++i)
        result = parser.feed("x");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::limit_exceeded);
}

TEST(SseParserTest, AnEventThatNeverEndsIsRefused) {
    SseParser parser(1000);
    base::Result<std::vector<ServerSentEvent>> result;
    for (int i = 0; i < 500 && result; ++i)
        result = parser.feed("data: xx\n");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, base::ErrorCode::limit_exceeded);
}

} // namespace

} // namespace rexue::client

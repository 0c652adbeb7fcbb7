// JSON from outside: strict, bounded, and never echoed in an error.
#include "platform/json/parse.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::json {
namespace {

using base::ErrorCode;

std::string nested(size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

TEST(Parse, TakesWholeDocumentsWithSpaceAround) {
    for (const char* text : {"{}", "[]", "null", "0", R"("")", " \n{\"a\" : [1, -2.5e3]}\r\n\t "}) {
        EXPECT_TRUE(parse(text).has_value()) << text;
    }
}

TEST(Parse, RefusesAMemberThatStandsTwiceAndSaysWhere) {
    const struct {
        const char* text;
        const char* pointer;
    } rows[] = {{R"({"a":1,"a":1})", "/a: "},
                {R"({"a":[0,{"b":1,"c":{},"b":2}]})", "/a/1/b: "},
                {R"([[],"x",{"a":1},{"a":{"d":1,"d":2}}])", "/3/a/d: "},
                {R"({"\u0061":1,"a":2})", "/a: "},
                {R"({"示例":1,"示例":2})", "/…: "}};
    for (const auto& row : rows) {
        const auto parsed = parse(row.text);
        ASSERT_FALSE(parsed.has_value()) << row.text;
        EXPECT_EQ(parsed.error().code, ErrorCode::invalid_argument);
        EXPECT_TRUE(parsed.error().detail.starts_with(row.pointer)) << parsed.error().detail;
    }
    EXPECT_TRUE(parse(R"([{"a":1},{"a":1}])").has_value());
    EXPECT_TRUE(parse(R"({"a":{"a":{"a":1}}})").has_value());
}

TEST(Parse, RefusesWhatIsNotJson) {
    for (const char* text : {"",
                             " ",
                             "{",
                             "[1,]",
                             "{\"a\":1,}",
                             "{a:1}",
                             "'a'",
                             "// no\n1",
                             "/* no */1",
                             "1 2",
                             "{}{}",
                             "{}x",
                             "01",
                             "+1",
                             ".5",
                             "1.",
                             "NaN",
                             "Infinity",
                             "tru",
                             "\"\t\"",
                             "\"a",
                             R"("\x41")",
                             R"("\ud842")",
                             R"("\udfb7\ud842")",
                             "\"\xC0\xAF\"",
                             "\"\xED\xA0\x80\"",
                             "\"\x80\"",
                             "\xEF\xBB\xBF{}"}) {
        const auto read = parse(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, ErrorCode::invalid_argument) << text;
    }
    EXPECT_FALSE(parse(std::string_view("{}\0", 3)).has_value());
}

TEST(Parse, PairsEscapedSurrogates) {
    EXPECT_EQ(parse(R"("\ud842\udfb7")").value().as_string(), "𠮷");
}

TEST(Parse, SaysWhereButNotWhat) {
    const auto read = parse(R"({"number":"370202secret", oops})");
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().detail.find("secret"), std::string::npos);
    EXPECT_NE(read.error().detail.find("at byte 2"), std::string::npos) << read.error().detail;
}

TEST(Parse, LimitsDepth) {
    EXPECT_TRUE(parse(nested(32)).has_value());
    const auto read = parse(nested(33));
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, ErrorCode::limit_exceeded);
    EXPECT_EQ(parse(std::string(500'000, '[')).error().code, ErrorCode::limit_exceeded);
}

TEST(Parse, LimitsSize) {
    const Limits limits{.max_bytes = 10};
    EXPECT_TRUE(parse(R"("12345678")", limits).has_value());
    const auto read = parse(R"("123456789")", limits);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, ErrorCode::limit_exceeded);
}

RC_GTEST_PROP(Parse, NeverFallsOverGarbage, (const std::string& garbage)) {
    const auto read = parse(garbage);
    if (read) RC_ASSERT(parse(boost::json::serialize(*read)).has_value());
}

RC_GTEST_PROP(Parse, NeverFallsOverAlmostJson, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("{}[]\",:0123456789-+.eEtrufalsn\\ud8 ")));
    const auto read = parse(text);
    if (!read) RC_ASSERT(read.error().code != ErrorCode::internal);
}

TEST(Pretty, IsIndentedAndReadsBack) {
    const auto value = parse(R"({"b":[1,{"a":"甲\n"}],"a":{},"c":[]})").value();
    EXPECT_EQ(pretty(value),
              "{\n"
              "  \"b\": [\n"
              "    1,\n"
              "    {\n"
              "      \"a\": \"甲\\n\"\n"
              "    }\n"
              "  ],\n"
              "  \"a\": {},\n"
              "  \"c\": []\n"
              "}\n");
    EXPECT_EQ(parse(pretty(value)).value(), value);
    EXPECT_EQ(pretty(boost::json::value(nullptr)), "null\n");
}

} // namespace
} // namespace rexue::json

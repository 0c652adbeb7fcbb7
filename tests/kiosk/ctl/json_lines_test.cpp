// Pointers and bytes become the lines that an editor shows.
#include "kiosk/ctl/json_lines.h"

#include <gtest/gtest.h>

namespace rexue::ctl {

constexpr std::string_view text = R"({
  "a": 1,
  "list": [
    {"b": "}\",[", "c": []},
    {
      "b": null,
      "b/c": {}
    }
  ],
  "a": [1,
    2, 3]
})";

TEST(JsonLinesTest, OfAPointer) {
    EXPECT_EQ(json_line(text, ""), 1);
    EXPECT_EQ(json_line(text, "/list"), 3);
    EXPECT_EQ(json_line(text, "/list/0/c"), 4);
    EXPECT_EQ(json_line(text, "/list/1"), 5);
    EXPECT_EQ(json_line(text, "/list/1/b"), 6);
    EXPECT_EQ(json_line(text, "/a/1"), 11);
    EXPECT_EQ(json_line(text, "/a"), 10) << "of two the second";
}

TEST(JsonLinesTest, OfWhatIsMissingIsThatOfWhatIsAroundIt) {
    EXPECT_EQ(json_line(text, "/list/1/title/en"), 5);
    EXPECT_EQ(json_line(text, "/list/7"), 3);
    EXPECT_EQ(json_line(text, "/lis"), 1);
    EXPECT_EQ(json_line("", "/a"), 1);
    EXPECT_EQ(json_line("{\n\"a\": [\n", "/a/0"), 3) << "what was read so far";
    EXPECT_EQ(json_line(std::string(100'000, '['), "/0/0"), 1);
}

TEST(JsonLinesTest, OfAFault) {
    EXPECT_EQ(with_json_line(text, "/list/1/b: is empty"), "line 6, /list/1/b: is empty");
    EXPECT_EQ(with_json_line("{\n x}", "\"\": not JSON at byte 3: syntax error"),
              "line 2, not JSON at byte 3: syntax error");
    EXPECT_EQ(with_json_line("[]", "\"\": an object is wanted"), "line 1, an object is wanted");
}

} // namespace rexue::ctl

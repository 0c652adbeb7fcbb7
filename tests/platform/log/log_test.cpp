// One event is one line that an operator can search, whatever a peer put into a field.
#include <gtest/gtest.h>

#include "platform/log/catalogue.h"

namespace rexue::log {
namespace {

constexpr LogEvent happened{"it_happened", Level::warning, "Something happened."};

template <typename Write>
std::string line_of(Write write_it) {
    testing::internal::CaptureStderr();
    write_it();
    return testing::internal::GetCapturedStderr();
}

TEST(Log, names_the_event_and_its_fields) {
    const auto line = line_of([] { write(happened, {{"port", 8443}, {"terminal", "t-1"}}); });
    EXPECT_TRUE(line.ends_with("Z warning it_happened port=8443 terminal=t-1\n")) << line;
}

TEST(Log, stays_one_line_of_bounded_length) {
    const auto line = line_of(
        [] { write(happened, {{"a", "x\ny\x1b[2J\""}, {"b", std::string(500, 'z')}, {"c", ""}}); });
    EXPECT_TRUE(line.contains("a=\"x\\x0ay\\x1b[2J\\\"\"")) << line;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_TRUE(line.contains("c=\"\""));
    EXPECT_LT(line.size(), 350u);
}

TEST(Log, tells_an_errors_code_and_detail) {
    const auto line = line_of(
        [] { write(happened, {.code = base::ErrorCode::io, .detail = "no disk"}, {{"a", 1}}); });
    EXPECT_TRUE(line.ends_with("it_happened a=1 code=io detail=\"no disk\"\n")) << line;
}

TEST(Log, drops_what_is_below_the_level) {
    set_level(Level::error);
    EXPECT_EQ(line_of([] { write(happened); }), "");
    set_level(Level::info);
    EXPECT_NE(line_of([] { write(happened); }), "");
}

} // namespace
} // namespace rexue::log

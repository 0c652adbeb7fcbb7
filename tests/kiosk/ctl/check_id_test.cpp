// The lines of rexuectl check-id, letter by letter.
#include "kiosk/ctl/check_id.h"

#include <sstream>
#include <vector>

#include <gtest/gtest.h>

namespace rexue::ctl {

namespace {

using namespace std::chrono_literals;

struct Answer {
    int code;
    std::string lines;
};

Answer check(const std::vector<std::string>& numbers) {
    std::ostringstream out;
    const int code = check_id(numbers, 2026y / 6 / 14, out);
    return {.code = code, .lines = out.str()};
}

} // namespace

TEST(CheckIdTest, ALineForEachNumber) {
    const Answer answer = check({"11010519491231002X", "932682198501010017"});
    EXPECT_EQ(answer.code, 0);
    EXPECT_EQ(answer.lines, R"({"number":"11010519491231002X","kind":"resident","valid":true,)"
                            R"("birth":"1949-12-31","sex":"female","why":""})"
                            "\n"
                            R"({"number":"932682198501010017","kind":"foreign_2023","valid":true,)"
                            R"("birth":"1985-01-01","sex":"male","why":""})"
                            "\n");
}

TEST(CheckIdTest, ABadNumberSaysWhyAndNothingElse) {
    const Answer answer = check({"110105194912310021", "810000199408230021"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_TRUE(answer.lines.starts_with(
        R"({"number":"110105194912310021","kind":"resident","valid":false,"birth":null,)"
        R"("sex":null,"why":")"))
        << answer.lines;
    EXPECT_NE(answer.lines.find(R"("kind":"hmt_resident","valid":true)"), std::string::npos);
}

TEST(CheckIdTest, AForeignNumberOf2017TellsNoSexAndMayBeWarnedOf) {
    EXPECT_EQ(check({"PAK310080010103"}).lines,
              R"({"number":"PAK310080010103","kind":"foreign_2017","valid":true,)"
              R"("birth":"1980-01-01","sex":null,"why":""})"
              "\n");
    const Answer misfit = check({"PAK310080010104"});
    EXPECT_EQ(misfit.code, 0);
    EXPECT_NE(misfit.lines.find(R"("warning":")"), std::string::npos);
}

TEST(CheckIdTest, AnyArgumentGivesJson) {
    const Answer answer = check({"", "\"\\\n", "\xFF"});
    EXPECT_EQ(answer.code, 1);
    EXPECT_NE(answer.lines.find(R"({"number":"","kind":"unknown")"), std::string::npos);
    EXPECT_NE(answer.lines.find(R"({"number":"\"\\\n",)"), std::string::npos);
    EXPECT_NE(answer.lines.find("{\"number\":\"\uFFFD\","), std::string::npos);
}

} // namespace rexue::ctl

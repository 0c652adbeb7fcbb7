// Each line rule catches a sample that breaks it, and lets pass one that does not.
#include "tests/tidy/text_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::tidy {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

SourceFile sample(std::string path, std::vector<std::string> lines) {
    return {.path = std::move(path), .lines = std::move(lines)};
}

SourceFile of_length(std::string path, size_t lines) {
    return sample(std::move(path), std::vector<std::string>(lines, "x"));
}

TEST(Length, IsBounded) {
    EXPECT_THAT(check_length(of_length("kiosk/ui/x.cpp", 500)), IsEmpty());
    EXPECT_THAT(check_length(of_length("kiosk/ui/x.cpp", 501)), SizeIs(1));
    EXPECT_THAT(check_length(of_length("tests/kiosk/ui/x_test.cpp", 800)), IsEmpty());
    EXPECT_THAT(check_length(of_length("tests/kiosk/ui/x_test.cpp", 801)), SizeIs(1));
}

TEST(Width, CountsCharactersNotBytes) {
    EXPECT_THAT(check_width(sample("kiosk/x.h", {std::string(100, 'x')})), IsEmpty());
    EXPECT_THAT(check_width(sample("kiosk/x.h", {std::string(101, 'x')})), SizeIs(1));
    std::string blood;
    for (int i = 0; i < 50; ++i)
        blood += "血";
    EXPECT_THAT(check_width(sample("kiosk/x.h", {blood})), IsEmpty());
    EXPECT_THAT(check_width(sample("kiosk/x.h", {blood + blood + "血"})), SizeIs(1));
}

TEST(Header, OpensWithWhatItIs) {
    EXPECT_THAT(check_header(sample("kiosk/x.h", {"// A thing.", "#pragma once"})), IsEmpty());
    EXPECT_THAT(check_header(sample("kiosk/x.h", {"#pragma once", "// A thing."})), SizeIs(1));
    EXPECT_THAT(check_header(sample("kiosk/x.h", {"// A thing."})), SizeIs(1));
    EXPECT_THAT(check_header(sample("kiosk/x.h", {})), SizeIs(2));
    EXPECT_THAT(check_header(sample("kiosk/x.cpp", {"int x;"})), IsEmpty());
}

TEST(Leftovers, AreFoundInAnyText) {
    EXPECT_THAT(check_leftovers(sample("kiosk/x.h", {"// TO"
                                                     "DO: later"})),
                SizeIs(1));
    EXPECT_THAT(check_leftovers(sample("README.md", {"FIX"
                                                     "ME"})),
                SizeIs(1));
    EXPECT_THAT(check_leftovers(sample("run", {"# XX"
                                               "X"})),
                SizeIs(1));
    EXPECT_THAT(check_leftovers(sample("net/x.cpp", {"// HA"
                                                     "CK"})),
                SizeIs(1));
    EXPECT_THAT(check_leftovers(sample("net/x.cpp", {"\"/tmp/rexue-XX"
                                                     "XXXX\""})),
                IsEmpty());
}

TEST(MachinePaths, AreFound) {
    EXPECT_THAT(check_machine_paths(sample("net/x.cpp", {"\"/wo"
                                                         "rk/shared\""})),
                SizeIs(1));
    EXPECT_THAT(check_machine_paths(sample("net/x.cpp", {"open(\"/ho"
                                                         "me/me/x\")"})),
                SizeIs(1));
    EXPECT_THAT(check_machine_paths(sample("README.md", {"cd /ro"
                                                         "ot/rexue"})),
                SizeIs(1));
    EXPECT_THAT(check_machine_paths(sample("net/x.cpp", {"\"net/worker.h\""})), IsEmpty());
    EXPECT_THAT(check_machine_paths(sample("net/x.cpp", {"\"/wo"
                                                         "rker\""})),
                IsEmpty());
    EXPECT_THAT(check_machine_paths(sample("net/x.cpp", {"\"a/wo"
                                                         "rk/b\""})),
                IsEmpty());
}

TEST(Sleeping, IsFoundInTests) {
    const std::vector<std::string> lines{
        "std::this_thread::sleep"
        "_for(1s);"};
    EXPECT_THAT(check_sleeping(sample("tests/net/x_test.cpp", lines)), SizeIs(1));
    EXPECT_THAT(check_sleeping(sample("tests/net/x_test.cpp", {"us"
                                                               "leep(10);"})),
                SizeIs(1));
    EXPECT_THAT(check_sleeping(sample("tests/support/wait_until.h", lines)), IsEmpty());
}

TEST(Printing, IsFoundInLibraries) {
    EXPECT_THAT(check_printing(sample("net/x.cpp", {"std::cout << x;"})), SizeIs(1));
    EXPECT_THAT(check_printing(sample("kiosk/ui/x.cpp", {"printf(\"x\");"})), SizeIs(1));
    EXPECT_THAT(check_printing(sample("platform/log/x.cpp", {"std::puts(x);"})), SizeIs(1));
    EXPECT_THAT(check_printing(sample("net/x.cpp", {"std::snprintf(a, 3, b);"})), IsEmpty());
    EXPECT_THAT(check_printing(sample("net/x.cpp", {"// Cairo puts glyphs on pixels."})),
                IsEmpty());
    EXPECT_THAT(check_printing(sample("kiosk/ctl/x.cpp", {"std::cout << x;"})), IsEmpty());
    EXPECT_THAT(check_printing(sample("kiosk/main.cpp", {"std::cout << x;"})), IsEmpty());
}

} // namespace
} // namespace rexue::tidy

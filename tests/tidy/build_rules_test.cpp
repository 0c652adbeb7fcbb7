// Each build rule catches a tree that breaks it, and lets pass one that does not.
#include "tests/tidy/build_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tidy/cmake_text.h"

namespace rexue::tidy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

SourceFile file(std::string path, std::vector<std::string> lines = {}) {
    return {.path = std::move(path), .lines = std::move(lines)};
}

TEST(CMakeText, ReadsCallsAcrossLines) {
    const auto calls = calls_of(file("kiosk/ui/CMakeLists.txt",
                                     {"# why (not)", "rexue_library(kiosk/ui", "    SOURCES a.cpp",
                                      "        \"b.cpp\" # second", "    USES platform/base)"}));
    ASSERT_THAT(calls, SizeIs(1));
    EXPECT_EQ(calls[0].name, "rexue_library");
    EXPECT_THAT(calls[0].words,
                ElementsAre("kiosk/ui", "SOURCES", "a.cpp", "b.cpp", "USES", "platform/base"));
    EXPECT_THAT(words_after(calls[0], "SOURCES"), ElementsAre("a.cpp", "b.cpp"));
    EXPECT_THAT(words_after(calls[0], "LINKS"), IsEmpty());
}

TEST(CMakeText, ReadsCallsWithBrackets) {
    const auto calls = calls_of(file("CMakeLists.txt", {"if(A AND (B OR C))", "find_package(X)"}));
    ASSERT_THAT(calls, SizeIs(2));
    EXPECT_EQ(calls[1].name, "find_package");
}

TEST(Sources, AreAllBuilt) {
    const SourceFile list = file("kiosk/ui/CMakeLists.txt",
                                 {"rexue_library(kiosk/ui SOURCES", "    ui.cpp draw/brush.cpp)"});
    EXPECT_THAT(
        check_sources_are_built({list, file("kiosk/ui/ui.cpp"), file("kiosk/ui/draw/brush.cpp")}),
        IsEmpty());
    EXPECT_THAT(check_sources_are_built({list, file("kiosk/ui/forgotten.cpp")}), SizeIs(1));
    // The same name in another folder is another file.
    EXPECT_THAT(check_sources_are_built({list, file("kiosk/app/ui.cpp")}), SizeIs(1));
    EXPECT_THAT(check_sources_are_built({file("net/outbox/outbox.cpp")}), SizeIs(1));
}

TEST(Sources, MayBeNamedFromTheTop) {
    const SourceFile list = file("kiosk/CMakeLists.txt", {"add_executable(rexue-kiosk main.cpp",
                                                          "    ${CMAKE_CURRENT_SOURCE_DIR}/a.cpp",
                                                          "    ${PROJECT_SOURCE_DIR}/net/b.cpp)"});
    EXPECT_THAT(check_sources_are_built(
                    {list, file("kiosk/main.cpp"), file("kiosk/a.cpp"), file("net/b.cpp")}),
                IsEmpty());
}

TEST(Sources, TestsAreSourcesToo) {
    const SourceFile list =
        file("tests/net/CMakeLists.txt", {"rexue_test(net SOURCES a_test.cpp)"});
    EXPECT_THAT(check_sources_are_built({list, file("tests/net/b_test.cpp")}), SizeIs(1));
}

TEST(Folders, AreAllAdded) {
    const SourceFile top = file("CMakeLists.txt", {"add_subdirectory(net)"});
    const SourceFile net = file("net/CMakeLists.txt", {"add_subdirectory(wire)"});
    const SourceFile wire = file("net/wire/CMakeLists.txt");
    EXPECT_THAT(check_folders_are_added({top, net, wire}), IsEmpty());
    EXPECT_THAT(check_folders_are_added({top, net, wire, file("net/lost/CMakeLists.txt")}),
                SizeIs(1));
}

TEST(Folders, MayBeFoundByCMake) {
    const SourceFile top = file("tests/CMakeLists.txt", {"add_subdirectory(${folder})"});
    const SourceFile below = file("tests/net/wire/CMakeLists.txt");
    EXPECT_THAT(check_folders_are_added({top, below}),
                ElementsAre(Finding{"tests/CMakeLists.txt", "no add_subdirectory leads here"}));
}

TEST(Links, FollowTheIncludeTable) {
    const auto with_use = [](const std::string& used) {
        return SourceTree{file("kiosk/flow/CMakeLists.txt",
                               {"rexue_library(kiosk/flow SOURCES a.cpp USES " + used + ")"})};
    };
    EXPECT_THAT(check_links(with_use("kiosk/rules/queue")), IsEmpty());
    EXPECT_THAT(check_links(with_use("kiosk/ui")), SizeIs(1));
    EXPECT_THAT(check_links(with_use("net/client platform/time")), SizeIs(2));
}

TEST(Tests, MirrorSources) {
    const SourceFile source = file("platform/time/clock.cpp");
    EXPECT_THAT(check_tests_mirror_sources({source, file("tests/platform/time/clock_test.cpp")}),
                IsEmpty());
    EXPECT_THAT(check_tests_mirror_sources({source, file("tests/platform/tiem/clock_test.cpp")}),
                SizeIs(1));
    EXPECT_THAT(check_tests_mirror_sources({source, file("tests/journeys/visit_test.cpp")}),
                IsEmpty());
}

TEST(Dock, IsForDevelopersOnly) {
    const auto list = [](std::vector<std::string> lines) {
        return check_dock_is_for_development({file("kiosk/app/CMakeLists.txt", std::move(lines))});
    };
    const std::string debug = "if(CMAKE_BUILD_TYPE STREQUAL \"Debug\")";
    const std::string dock = "target_sources(kiosk_app PRIVATE dock/dock.cpp)";
    EXPECT_THAT(
        list({debug, dock, "else()", "target_sources(kiosk_app PRIVATE no_dock.cpp)", "endif()"}),
        IsEmpty());
    EXPECT_THAT(list({dock}), SizeIs(1));
    EXPECT_THAT(list({debug, "else()", dock, "endif()"}), SizeIs(1));
    EXPECT_THAT(list({debug, "endif()", dock}), SizeIs(1));
    EXPECT_THAT(list({"if(NOT CMAKE_BUILD_TYPE STREQUAL \"Debug\")", dock, "endif()"}), SizeIs(1));
}

TEST(Packages, CoverWhatCMakeAsksFor) {
    const SourceFile list =
        file("packaging/apt-packages.txt", {"# why", "libpng-dev", "libssl-dev"});
    const auto with = [&](const std::string& line) {
        return check_packages({list, file("CMakeLists.txt", {line})});
    };
    EXPECT_THAT(with("rexue_pkg(PNG libpng>=1.6)"), IsEmpty());
    EXPECT_THAT(with("find_package(OpenSSL 3 REQUIRED)"), IsEmpty());
    EXPECT_THAT(with("find_package(SQLite3 REQUIRED)"), SizeIs(1)); // not in the list
    EXPECT_THAT(with("rexue_pkg(GL gl egl)"), SizeIs(2));
    EXPECT_THAT(with("pkg_check_modules(STRANGER REQUIRED stranger)"),
                SizeIs(1)); // not in the table
    EXPECT_THAT(check_packages({file("CMakeLists.txt", {"rexue_pkg(PNG libpng)"})}), SizeIs(1));
}

TEST(Packages, AreUsed) {
    const SourceFile list = file("packaging/apt-packages.txt", {"# why", "libpng-dev", "gettext"});
    const SourceFile png = file("CMakeLists.txt", {"rexue_pkg(PNG libpng)"});
    const SourceFile words =
        file("assets/CMakeLists.txt", {"find_program(MSGFMT msgfmt REQUIRED)"});
    EXPECT_THAT(check_packages_are_used({list, png, words}), IsEmpty());
    EXPECT_THAT(check_packages_are_used({list, words}), SizeIs(1));
    EXPECT_THAT(check_packages_are_used({list, png}), SizeIs(1));
    EXPECT_THAT(check_packages_are_used({file("packaging/apt-packages-check.txt", {"xdotool"})}),
                SizeIs(1));
}

} // namespace
} // namespace rexue::tidy

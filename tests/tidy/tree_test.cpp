// The rules of this folder hold for the whole tree.
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tidy/build_rules.h"
#include "tests/tidy/include_rules.h"
#include "tests/tidy/source_tree.h"
#include "tests/tidy/text_rules.h"

namespace rexue::tidy {
namespace {

using testing::IsEmpty;

const SourceTree& whole_tree() {
    static const SourceTree tree = read_tree(REXUE_SOURCE_DIR);
    return tree;
}

Findings in_every_file(Findings (*check)(const SourceFile&)) {
    Findings all;
    for (const SourceFile& file : whole_tree()) {
        std::ranges::move(check(file), std::back_inserter(all));
    }
    return all;
}

// A rule that looked at nothing would pass too.
TEST(Tree, IsWhole) {
    const auto has = [](std::string_view path) {
        return std::ranges::find(whole_tree(), path, &SourceFile::path) != whole_tree().end();
    };
    EXPECT_GT(whole_tree().size(), 100U);
    for (const char* path :
         {"CMakeLists.txt", "run", "platform/base/error.h", "net/wire/events.h",
          "kiosk/rules/queue/fold.cpp", "packaging/apt-packages.txt", "tests/tidy/tree_test.cpp"}) {
        EXPECT_TRUE(has(path)) << path;
    }
}

TEST(Tree, IncludesItsOwnByTheTable) {
    EXPECT_THAT(in_every_file(check_own_includes), IsEmpty());
}

TEST(Tree, IncludesOutsideLibrariesInTheirFolders) {
    EXPECT_THAT(in_every_file(check_outside_includes), IsEmpty());
}

TEST(Tree, KeepsPureFoldersPure) {
    EXPECT_THAT(in_every_file(check_purity), IsEmpty());
}

TEST(Tree, LinksByTheTable) {
    EXPECT_THAT(check_links(whole_tree()), IsEmpty());
}

TEST(Tree, HasShortFiles) {
    EXPECT_THAT(in_every_file(check_length), IsEmpty());
}

TEST(Tree, HasNarrowLines) {
    EXPECT_THAT(in_every_file(check_width), IsEmpty());
}

TEST(Tree, HasHeadersThatSayWhatTheyAre) {
    EXPECT_THAT(in_every_file(check_header), IsEmpty());
}

TEST(Tree, LeavesNoNotesBehind) {
    EXPECT_THAT(in_every_file(check_leftovers), IsEmpty());
}

TEST(Tree, NamesNoMachine) {
    EXPECT_THAT(in_every_file(check_machine_paths), IsEmpty());
}

TEST(Tree, NeverSleepsForLuck) {
    EXPECT_THAT(in_every_file(check_sleeping), IsEmpty());
}

TEST(Tree, PrintsInProgramsOnly) {
    EXPECT_THAT(in_every_file(check_printing), IsEmpty());
}

TEST(Tree, BuildsEverySource) {
    EXPECT_THAT(check_sources_are_built(whole_tree()), IsEmpty());
}

TEST(Tree, AddsEveryFolder) {
    EXPECT_THAT(check_folders_are_added(whole_tree()), IsEmpty());
}

TEST(Tree, MirrorsSourcesInTests) {
    EXPECT_THAT(check_tests_mirror_sources(whole_tree()), IsEmpty());
}

TEST(Tree, HasADockForDevelopersOnly) {
    EXPECT_THAT(check_dock_is_for_development(whole_tree()), IsEmpty());
}

TEST(Tree, InstallsWhatItBuildsWith) {
    EXPECT_THAT(check_packages(whole_tree()), IsEmpty());
}

TEST(Tree, InstallsNothingItDoesNotUse) {
    EXPECT_THAT(check_packages_are_used(whole_tree()), IsEmpty());
}

} // namespace
} // namespace rexue::tidy

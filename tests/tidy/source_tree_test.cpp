// The reader of the tree and the small questions all rules ask.
#include "tests/tidy/source_tree.h"

#include <gtest/gtest.h>

namespace rexue::tidy {
namespace {

TEST(SourceTree, KnowsFoldersByWholeNames) {
    EXPECT_TRUE(lies_in("kiosk/ui/ui.h", "kiosk/ui"));
    EXPECT_TRUE(lies_in("kiosk/ui/ui.h", ""));
    EXPECT_TRUE(lies_in("kiosk/main.cpp", "kiosk/main.cpp"));
    EXPECT_FALSE(lies_in("kiosk/uikit/x.h", "kiosk/ui"));
    EXPECT_FALSE(lies_in("kiosk", "kiosk/ui"));
}

TEST(SourceTree, SplitsPaths) {
    EXPECT_EQ(folder_of("kiosk/ui/ui.h"), "kiosk/ui");
    EXPECT_EQ(folder_of("run"), "");
    EXPECT_EQ(name_of("kiosk/ui/ui.h"), "ui.h");
    EXPECT_EQ(name_of("run"), "run");
}

TEST(SourceTree, ReadsIncludes) {
    EXPECT_EQ(included_by("#include <png.h>").path, "png.h");
    EXPECT_FALSE(included_by("#include <png.h>").quoted);
    EXPECT_EQ(included_by("#include \"kiosk/ui/ui.h\" // why").path, "kiosk/ui/ui.h");
    EXPECT_TRUE(included_by("#include \"kiosk/ui/ui.h\"").quoted);
    EXPECT_EQ(included_by("// #include <png.h>").path, "");
}

TEST(SourceTree, FindsWholeWords) {
    EXPECT_TRUE(has_word("std::puts(x)", "puts"));
    EXPECT_FALSE(has_word("inputs(x)", "puts"));
    EXPECT_FALSE(has_word("puts_all(x)", "puts"));
    EXPECT_TRUE(has_word("inputs puts", "puts"));
}

TEST(SourceTree, SaysWhere) {
    const SourceFile file{.path = "kiosk/ui/ui.h", .lines = {"a", "b"}};
    EXPECT_EQ(at_line(file, 1, "no").where, "kiosk/ui/ui.h:2");
}

} // namespace
} // namespace rexue::tidy

// The tree finds what can be pressed by its words and prints itself line by line.
#include "kiosk/ui/semantic_tree.h"

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

TEST(SemanticTree, FindsPressableNodesBeforeWords) {
    SemanticTree tree;
    tree.add({.role = Role::heading, .label = "Continue", .value = {}, .rect = {1, 2, 3, 4}});
    tree.add({.role = Role::button, .label = "Continue", .value = {}, .rect = {5, 6, 7, 8}});
    ASSERT_NE(tree.find("Continue"), nullptr);
    EXPECT_EQ(tree.find("Continue")->role, Role::button);
    EXPECT_EQ(tree.find("Back"), nullptr);
}

TEST(SemanticTree, FindsByValueButNeverByAnEmptyOne) {
    SemanticTree tree;
    tree.add({.role = Role::text, .label = "Your number", .value = "A012"});
    tree.add({.role = Role::text, .label = "Thank you", .value = {}});
    EXPECT_EQ(tree.find("A012")->label, "Your number");
    EXPECT_EQ(tree.find(""), nullptr);
    EXPECT_TRUE(tree.shows("A01"));
    EXPECT_TRUE(tree.shows("hank"));
    EXPECT_FALSE(tree.shows("B"));
}

TEST(SemanticTree, PrintsOneLineANode) {
    SemanticTree tree;
    tree.add({.role = Role::button,
              .label = "有",
              .value = "3 / 5",
              .enabled = false,
              .selected = true,
              .rect = {1.4F, 2.6F, 30, 20},
              .clipped = true});
    EXPECT_EQ(tree.as_text(), "button \"有\" [3 / 5] (disabled) (selected) (clipped) 1,3 30×20\n");
}

TEST(SemanticTree, ForgetsItsWords) {
    SemanticTree tree;
    tree.add({.role = Role::text, .label = "示例甲", .value = "x"});
    tree.forget();
    EXPECT_TRUE(tree.nodes().empty());
}

} // namespace
} // namespace rexue::ui

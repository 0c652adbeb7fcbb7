// What is read aloud of one picture after another.
#include "kiosk/app/screen_reader.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using ui::Role;

constexpr ScreenReader::Reading whole_screen{};

ui::SemanticTree a_tree(const char* screen, const char* heading) {
    ui::SemanticTree tree;
    tree.add({.role = Role::screen, .label = screen, .value = {}});
    tree.add({.role = Role::heading, .label = heading, .value = {}});
    tree.add({.role = Role::button, .label = "Yes", .value = {}});
    return tree;
}

ui::SemanticTree with_status(ui::SemanticTree tree, const char* words, const char* value = "") {
    tree.add({.role = Role::status, .label = words, .value = value});
    return tree;
}

TEST(ScreenReader, ReadsEachQuestionOnce) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    EXPECT_EQ(reader.what_to_read(tree, std::nullopt), whole_screen);
    EXPECT_EQ(reader.what_to_read(tree, std::nullopt), std::nullopt);
    EXPECT_EQ(reader.what_to_read(a_tree("choose", "What?"), std::nullopt), whole_screen);
}

TEST(ScreenReader, ReadsTheSameScreenWithAnotherQuestion) {
    ScreenReader reader;
    reader.what_to_read(a_tree("choose", "How much whole blood?"), std::nullopt);
    EXPECT_EQ(reader.what_to_read(a_tree("choose", "How many units?"), std::nullopt), whole_screen);
}

TEST(ScreenReader, ReadsWhatTheKeypadComesTo) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    reader.what_to_read(tree, std::nullopt);
    EXPECT_EQ(reader.what_to_read(tree, 2), ScreenReader::Reading{2});
    EXPECT_EQ(reader.what_to_read(tree, 2), std::nullopt);
    EXPECT_EQ(reader.what_to_read(tree, std::nullopt), std::nullopt);
}

TEST(ScreenReader, ReadsAStatusThatAppears) {
    ScreenReader reader;
    const auto tree = a_tree("identify", "How?");
    reader.what_to_read(tree, std::nullopt);
    const auto lifted = with_status(tree, "The card was lifted too early.");
    EXPECT_EQ(reader.what_to_read(lifted, std::nullopt), ScreenReader::Reading{3});
    EXPECT_EQ(reader.what_to_read(lifted, std::nullopt), std::nullopt);
    EXPECT_EQ(reader.what_to_read(tree, std::nullopt), std::nullopt);
}

TEST(ScreenReader, DoesNotCountDownAloud) {
    ScreenReader reader;
    const auto tree = a_tree("idle_warning", "Still there?");
    reader.what_to_read(with_status(tree, "17", "countdown"), std::nullopt);
    EXPECT_EQ(reader.what_to_read(with_status(tree, "16", "countdown"), std::nullopt),
              std::nullopt);
}

TEST(ScreenReader, RepeatsFromTheBeginning) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    reader.what_to_read(tree, 2);
    reader.forget();
    EXPECT_EQ(reader.what_to_read(tree, 2), whole_screen);
}

} // namespace
} // namespace rexue::app

// What is read aloud of one picture after another.
#include "kiosk/app/screen_reader.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using ui::Role;

using What = ScreenReader::What;
using Reading = ScreenReader::Reading;

constexpr Reading whole_screen{};
constexpr ui::Focus yes{.node = 2, .target = "yes"};

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
    EXPECT_EQ(reader.what_to_read(tree, yes), Reading(What::thing, 2));
    EXPECT_EQ(reader.what_to_read(tree, yes), std::nullopt);
    EXPECT_EQ(reader.what_to_read(tree, std::nullopt), std::nullopt);
}

// The line comes up while a screen is read, and words appear above the button.
TEST(ScreenReader, AThingThatOthersPushOnIsTheSameThing) {
    ScreenReader reader;
    const auto tree = a_tree("attract", "Welcome");
    reader.what_to_read(tree, yes);
    ui::SemanticTree fuller;
    fuller.add({.role = Role::text, .label = "Nobody is waiting", .value = {}});
    for (const ui::Node& node : tree.nodes())
        fuller.add(node);
    EXPECT_EQ(reader.what_to_read(fuller, ui::Focus{.node = 3, .target = "yes"}), std::nullopt);
}

TEST(ScreenReader, ReadsAStatusThatAppears) {
    ScreenReader reader;
    const auto tree = a_tree("identify", "How?");
    reader.what_to_read(tree, std::nullopt);
    const auto lifted = with_status(tree, "The card was lifted too early.");
    EXPECT_EQ(reader.what_to_read(lifted, std::nullopt), Reading(What::status, 3));
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

TEST(ScreenReader, ForgottenItReadsFromTheBeginning) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    reader.what_to_read(tree, yes);
    reader.forget();
    EXPECT_EQ(reader.what_to_read(tree, yes), whole_screen);
}

TEST(ScreenReader, RepeatsTheScreenThatWasRead) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    // The keypad is at a thing already, but the screen is what was said.
    reader.what_to_read(tree, yes);
    reader.repeat();
    EXPECT_EQ(reader.what_to_read(tree, yes), whole_screen);
    EXPECT_EQ(reader.what_to_read(tree, yes), std::nullopt);
}

TEST(ScreenReader, RepeatsTheThingThatWasSaidAndThenTheScreen) {
    ScreenReader reader;
    const auto tree = a_tree("confirm", "Is this you?");
    reader.what_to_read(tree, std::nullopt);
    reader.what_to_read(tree, yes);
    reader.repeat();
    EXPECT_EQ(reader.what_to_read(tree, yes), Reading(What::thing, 2));
    EXPECT_EQ(reader.what_to_read(tree, yes), std::nullopt);
    reader.repeat();
    EXPECT_EQ(reader.what_to_read(tree, yes), whole_screen);
}

TEST(ScreenReader, RepeatsTheNextThingAsAThing) {
    ScreenReader reader;
    auto tree = a_tree("confirm", "Is this you?");
    tree.add({.role = Role::button, .label = "No", .value = {}});
    reader.what_to_read(tree, std::nullopt);
    reader.what_to_read(tree, yes);
    reader.repeat();
    reader.what_to_read(tree, yes);
    constexpr ui::Focus no{.node = 3, .target = "no"};
    reader.what_to_read(tree, no);
    reader.repeat();
    EXPECT_EQ(reader.what_to_read(tree, no), Reading(What::thing, 3));
}

TEST(ScreenReader, RepeatsTheScreenWhereAStatusWasSaid) {
    ScreenReader reader;
    const auto tree = a_tree("identify", "How?");
    reader.what_to_read(tree, yes);
    const auto lifted = with_status(tree, "The card was lifted too early.");
    reader.what_to_read(lifted, yes);
    reader.repeat();
    EXPECT_EQ(reader.what_to_read(lifted, yes), whole_screen);
}

} // namespace
} // namespace rexue::app

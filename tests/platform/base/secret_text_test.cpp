// Where a secret text lay there are zeros: in the object for short ones, in its block for long
// ones.
#include "platform/base/secret_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>

#include <gtest/gtest.h>

namespace rexue::base {
namespace {

// The place of an object, looked at after the object has gone.
class Place {
  public:
    template <typename... Arguments>
    SecretText* make(Arguments&&... arguments) {
        return new (bytes_.data()) SecretText(std::forward<Arguments>(arguments)...);
    }
    bool holds(std::string_view text) const {
        const auto* begin = reinterpret_cast<const char*>(bytes_.data());
        return std::string_view(begin, bytes_.size()).find(text) != std::string_view::npos;
    }

  private:
    alignas(SecretText) std::array<std::byte, sizeof(SecretText)> bytes_{};
};

TEST(SecretText, LeavesZerosWhenItGoes) {
    Place place;
    SecretText* text = place.make("secret");
    ASSERT_TRUE(place.holds("secret"));
    text->~SecretText();
    EXPECT_FALSE(place.holds("secret"));
    EXPECT_FALSE(place.holds("ecr"));
}

TEST(SecretText, LeavesZerosWhenItIsClearedOrAssigned) {
    Place place;
    SecretText* text = place.make("secret");
    text->clear();
    EXPECT_FALSE(place.holds("ecr"));
    *text = "another";
    *text = SecretText("x");
    EXPECT_FALSE(place.holds("othe"));
    EXPECT_EQ(*text, "x");
    text->~SecretText();
}

TEST(SecretText, LeavesZerosWhereItWasMovedFrom) {
    Place place;
    SecretText* text = place.make("secret");
    const SecretText moved = std::move(*text);
    EXPECT_EQ(moved, "secret");
    EXPECT_FALSE(place.holds("ecr"));
    text->~SecretText();
}

TEST(Wipe, ReachesWhatWasThereBeforeItGotShorter) {
    std::string text = "a secret that is longer than what came after it";
    text.resize(3);
    const char* begin = text.data();
    wipe(text);
    EXPECT_TRUE(text.empty());
    EXPECT_TRUE(std::all_of(begin, begin + text.capacity(), [](char c) { return c == 0; }));
}

TEST(SecretText, IsTypedAndErasedCharacterByCharacter) {
    Place place;
    SecretText* text = place.make();
    for (const char c : std::string_view("246810"))
        text->push_back(c);
    EXPECT_EQ(*text, "246810");
    ASSERT_TRUE(place.holds("246810"));
    for (int i = 0; i < 4; ++i)
        text->pop_back();
    EXPECT_EQ(*text, "24");
    EXPECT_FALSE(place.holds("10"));
    std::string longer = "24";
    for (char c = 'a'; c <= 'z'; ++c) {
        text->push_back(c);
        longer.push_back(c);
    }
    EXPECT_EQ(*text, longer);
    EXPECT_FALSE(place.holds("24abc")); // it has moved out into a block of its own
    text->~SecretText();
}

TEST(SecretText, ReadsLikeAString) {
    const SecretText text = std::string("示例甲");
    EXPECT_EQ(text, "示例甲");
    EXPECT_EQ(std::string_view(text).substr(0, 3), "示");
    EXPECT_EQ(text.size(), 9U);
    EXPECT_FALSE(text.empty());
    SecretText copy = text;
    EXPECT_EQ(copy, text);
    SecretText& itself = copy;
    copy = itself;
    EXPECT_EQ(copy, text);
}

} // namespace
} // namespace rexue::base

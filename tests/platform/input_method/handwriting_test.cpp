// Handwriting knows characters that are drawn as they are written, and only those of GB 2312.
#include "platform/input_method/handwriting.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/input_method/engines.h"

namespace rexue::input_method {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

Stroke line(InkPoint from, InkPoint to) {
    Stroke stroke;
    constexpr int steps = 12;
    for (int i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / steps;
        stroke.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
    return stroke;
}

const std::vector<Stroke> ten{line({0.1F, 0.45F}, {0.9F, 0.45F}), line({0.5F, 0.1F}, {0.5F, 0.9F})};
// Both strokes bend: drawn straight, the model takes it for something else.
const std::vector<Stroke> person{{{0.5F, 0.1F}, {0.4F, 0.5F}, {0.1F, 0.9F}},
                                 {{0.45F, 0.4F}, {0.6F, 0.65F}, {0.9F, 0.9F}}};
const std::vector<Stroke> three{line({0.2F, 0.2F}, {0.8F, 0.2F}),
                                line({0.25F, 0.5F}, {0.75F, 0.5F}),
                                line({0.1F, 0.85F}, {0.9F, 0.85F})};

const Handwriting& handwriting() {
    static const auto made = Handwriting::create(installed_files().handwriting_model);
    EXPECT_TRUE(made);
    return **made;
}

TEST(Handwriting, KnowsWhatIsWritten) {
    EXPECT_EQ(handwriting().recognise(ten, 5).front().text, "十");
    EXPECT_EQ(handwriting().recognise(three, 5).front().text, "三");
    EXPECT_THAT(texts(handwriting().recognise(person, 5)), Contains("人"));
}

TEST(Handwriting, GivesAsManyGuessesAsAreAskedFor) {
    EXPECT_THAT(handwriting().recognise(ten, 8), SizeIs(8));
}

TEST(Handwriting, GuessesNothingWithoutInk) {
    EXPECT_THAT(handwriting().recognise({}, 8), IsEmpty());
    EXPECT_THAT(handwriting().recognise({{}, {}}, 8), IsEmpty());
}

TEST(Handwriting, TakesADotForAStroke) {
    EXPECT_THAT(handwriting().recognise({{{0.5F, 0.5F}}}, 8), SizeIs(8));
}

TEST(Handwriting, BoundsAFingerThatNeverLifts) {
    Stroke endless;
    for (int i = 0; i < 20'000; ++i) {
        endless.push_back({static_cast<float>(i % 100) / 50 - 0.5F, 3.0F});
    }
    EXPECT_THAT(handwriting().recognise(std::vector<Stroke>(200, endless), 8), SizeIs(8));
}

TEST(Handwriting, SaysThatTheModelIsMissingOrDamaged) {
    EXPECT_EQ(Handwriting::create("/nowhere/model").error().code, base::ErrorCode::not_found);
    const auto file = std::filesystem::path(testing::TempDir()) / "damaged.model";
    std::ofstream(file) << "no model";
    EXPECT_EQ(Handwriting::create(file).error().code, base::ErrorCode::corrupt);
    std::ofstream(file) << "";
    EXPECT_EQ(Handwriting::create(file).error().code, base::ErrorCode::corrupt);
    std::filesystem::remove(file);
}

} // namespace
} // namespace rexue::input_method

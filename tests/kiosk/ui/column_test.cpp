// Who gets room when there is enough, when there is little and when there is none.
#include "kiosk/ui/column.h"

#include <map>
#include <string>

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

class ColumnTest : public testing::Test {
  protected:
    Column::Draw remember(std::string name) {
        return [this, name = std::move(name)](const Rect& place) { places_[name] = place; };
    }

    Rect of(const std::string& name) const { return places_.at(name); }
    bool is_drawn(const std::string& name) const { return places_.contains(name); }

    std::map<std::string, Rect> places_;
};

TEST_F(ColumnTest, PutsBlocksOneBelowAnother) {
    Column column(200, 4);
    column.add(30, remember("a"));
    column.add(10, remember("b"));
    EXPECT_EQ(column.draw({10, 20, 200, 100}), 64);
    EXPECT_EQ(of("a"), (Rect{10, 20, 200, 30}));
    EXPECT_EQ(of("b"), (Rect{10, 54, 200, 10}));
}

TEST_F(ColumnTest, AGrowingBlockKeepsItsLeastAndTakesWhatIsLeft) {
    Column column(100, 0);
    column.add(40, remember("fixed"));
    column.add_optional(20, remember("optional"));
    column.add_growing(30, 60, remember("keyboard"));
    EXPECT_EQ(column.least_height(), 70);
    column.draw({0, 0, 100, 60});
    EXPECT_EQ(of("keyboard"), (Rect{0, 40, 100, 30})) << "even where it is too much";
    EXPECT_FALSE(is_drawn("optional"));
    column.draw({0, 0, 100, 100});
    EXPECT_EQ(of("keyboard").h, 40) << "what makes the screen friendlier comes first";
    column.draw({0, 0, 100, 200});
    EXPECT_EQ(of("keyboard").h, 60);
}

TEST_F(ColumnTest, AFlexibleBlockTakesWhatIsLeftUpToItsMost) {
    Column column(100, 0);
    column.add(40, remember("fixed"));
    column.add_flexible(10, 50, remember("picture"));
    column.draw({0, 0, 100, 100});
    EXPECT_EQ(of("picture").h, 50);
}

TEST_F(ColumnTest, FlexibleBlocksShareEvenlyAndPassOnWhatTheyCannotUse) {
    Column column(100, 0);
    column.add_flexible(10, 20, remember("small"));
    column.add_flexible(10, 100, remember("large"));
    column.draw({0, 0, 100, 100});
    EXPECT_EQ(of("small").h, 20);
    EXPECT_EQ(of("large").h, 80);
}

TEST_F(ColumnTest, LeavesOutAPictureThatWouldBeTooSmall) {
    Column column(100, 5);
    column.add(90, remember("fixed"));
    column.add_flexible(20, 50, remember("picture"));
    column.draw({0, 0, 100, 100});
    EXPECT_FALSE(is_drawn("picture"));
}

TEST_F(ColumnTest, LeavesOutTheLastOptionalBlockFirst) {
    Column column(100, 0);
    column.add_optional(40, remember("first"));
    column.add_optional(40, remember("second"));
    column.add(60, remember("answer"));
    column.draw({0, 0, 100, 100});
    EXPECT_TRUE(is_drawn("first"));
    EXPECT_FALSE(is_drawn("second"));
    EXPECT_EQ(of("answer").y, 40);
}

TEST_F(ColumnTest, OptionalBlocksComeBeforeFlexibleOnes) {
    Column column(100, 0);
    column.add_flexible(30, 90, remember("picture"));
    column.add_optional(80, remember("explanation"));
    column.draw({0, 0, 100, 100});
    EXPECT_FALSE(is_drawn("picture"));
    EXPECT_TRUE(is_drawn("explanation"));
}

TEST_F(ColumnTest, WhatMustBeSeenIsDrawnEvenWhereThereIsNoRoom) {
    Column column(100, 0);
    column.add(40, remember("a"));
    column.add(40, remember("b"));
    EXPECT_EQ(column.draw({0, 0, 100, 50}), 80);
    EXPECT_TRUE(is_drawn("b"));
}

TEST_F(ColumnTest, SpaceHasNoGapOfItsOwn) {
    Column column(100, 4);
    column.add(10, remember("a"));
    column.add_space(6);
    column.add(10, remember("b"));
    column.draw({0, 0, 100, 100});
    EXPECT_EQ(of("b").y, 20);
}

} // namespace
} // namespace rexue::ui

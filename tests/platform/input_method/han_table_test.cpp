// The five rare names of the layouts' rows are found by radical and strokes, or by reading.
#include "platform/input_method/han_table.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/input_method/engines.h"

namespace rexue::input_method {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

const HanTable& table() {
    static const auto loaded = HanTable::load(REXUE_HAN_TABLE);
    EXPECT_TRUE(loaded);
    return *loaded;
}

struct RareName {
    const char* text;
    char32_t character;
    const char* radical;
    int strokes;
    const char* reading; // empty: Unihan gives none
};

const RareName rare_names[]{
    {"𠮷", U'𠮷', "口", 3, ""},     {"𠮷, looked for under earth", U'𠮷', "土", 3, ""},
    {"㼆", U'㼆', "王", 15, ""},    {"䶮", U'䶮', "龙", 4, "yan"},
    {"𬭎", U'𬭎', "钅", 7, "hong"}, {"𰻝", U'𰻝', "辶", 39, "biang"},
};

TEST(HanTable, FindsEveryRareNameByRadicalAndStrokes) {
    for (const RareName& name : rare_names) {
        EXPECT_THAT(table().by_radical(name.radical, name.strokes, 400), Contains(name.character))
            << name.text;
    }
}

TEST(HanTable, FindsRareNamesByReadingWhereThereIsOne) {
    for (const RareName& name : rare_names) {
        if (*name.reading == '\0') continue;
        EXPECT_THAT(table().by_reading(name.reading, 400), Contains(name.character)) << name.text;
        EXPECT_TRUE(table().has_reading(name.reading));
    }
}

TEST(HanTable, ForgivesAStrokeMoreOrLess) {
    EXPECT_THAT(table().by_radical("龙", 3, 400), Contains(U'䶮'));
    EXPECT_THAT(table().by_radical("龙", 5, 400), Contains(U'䶮'));
    EXPECT_THAT(table().by_radical("龙", 7, 400), Not(Contains(U'䶮')));
}

TEST(HanTable, BeginsWithWhatIsCommon) {
    EXPECT_EQ(table().by_reading("lv", 400).front(), U'吕');
    const auto water = table().by_radical("氵", 5, 400);
    const auto place = [&](char32_t character) {
        return std::ranges::find(water, character) - water.begin();
    };
    EXPECT_LT(place(U'河'), place(U'㳒'));
}

TEST(HanTable, GivesNoCharacterTwiceAndNoMoreThanAsked) {
    auto found = table().by_radical("艹", 9, 400);
    const size_t count = found.size();
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    EXPECT_EQ(found.size(), count);
    EXPECT_THAT(table().by_radical("艹", 9, 7), SizeIs(7));
}

TEST(HanTable, FindsNothingForWhatIsNoReadingAndNoRadical) {
    EXPECT_THAT(table().by_reading("", 10), IsEmpty());
    EXPECT_THAT(table().by_reading("yanyanyanyan", 10), IsEmpty());
    EXPECT_FALSE(table().has_reading("q"));
    EXPECT_THAT(table().by_radical("A", 3, 10), IsEmpty());
    EXPECT_THAT(table().by_radical("口", 99, 10), IsEmpty());
}

TEST(HanTable, IsWhole) {
    // Unicode 15 has 98,060 with a radical; some are listed under two.
    EXPECT_GE(table().size(), 98'060U);
}

TEST(HanTable, SaysThatTheFileIsMissingOrDamaged) {
    EXPECT_EQ(HanTable::load("/nowhere/han.tsv").error().code, base::ErrorCode::not_found);
    const std::string file = testing::TempDir() + "damaged-han.tsv";
    for (const char* line :
         {"", "# nothing", "4E00\t1\t0", "4E00\t999\t0\t1\t0\tyi", "XYZ!\t1\t0\t1\t0\tyi",
          "4E00\t1\t0\t1\t0\tyiyiyiyiyi", "4E00\t1\t0\t1\t0\tyi\tmore", "110000\t1\t0\t1\t0\tyi"}) {
        std::ofstream(file) << line << '\n';
        const auto loaded = HanTable::load(file);
        ASSERT_FALSE(loaded) << line;
        EXPECT_EQ(loaded.error().code, base::ErrorCode::corrupt) << line;
    }
    std::ofstream(file) << "# notice\n4E00\t1\t0\t1\t0\tyi\n";
    EXPECT_THAT(HanTable::load(file)->by_reading("yi", 9), ElementsAre(U'一'));
}

} // namespace
} // namespace rexue::input_method

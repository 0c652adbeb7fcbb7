// Words in the language chosen, from catalogues that msgfmt made.
#include "kiosk/ui/strings.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

class Strings : public testing::Test {
  protected:
    void SetUp() override { ASSERT_TRUE(load_strings(REXUE_TEST_STRINGS)); }
    void TearDown() override { ASSERT_TRUE(set_language("en")); }
};

TEST_F(Strings, AreEnglishWithoutACatalogue) {
    ASSERT_TRUE(set_language("en"));
    EXPECT_EQ(tr("Continue"), "Continue");
    EXPECT_EQ(tr("month", "May"), "May");
    EXPECT_EQ(tr_n("{} person ahead", "{} people ahead", 1), "{} person ahead");
    EXPECT_EQ(tr_n("{} person ahead", "{} people ahead", 0), "{} people ahead");
}

TEST_F(Strings, ChangeWithTheLanguage) {
    ASSERT_TRUE(set_language("zh_CN"));
    EXPECT_EQ(current_language(), "zh_CN");
    EXPECT_EQ(tr("Continue"), "继续");
    ASSERT_TRUE(set_language("xx"));
    EXPECT_EQ(tr("Continue"), "[Çöñtîñûé]");
}

TEST_F(Strings, DifferByContext) {
    ASSERT_TRUE(set_language("zh_CN"));
    EXPECT_EQ(tr("May"), "可以");
    EXPECT_EQ(tr("month", "May"), "五月");
    EXPECT_EQ(tr("verb", "May"), "May");
}

TEST_F(Strings, TakeThePluralOfTheLanguage) {
    const auto ahead = [](int count) { return tr_n("{} person ahead", "{} people ahead", count); };
    ASSERT_TRUE(set_language("zh_CN"));
    EXPECT_EQ(ahead(1), "前面还有 {} 位");
    EXPECT_EQ(ahead(5), "前面还有 {} 位");
    ASSERT_TRUE(set_language("xx"));
    EXPECT_EQ(ahead(1), "[{} pérsöñ]");
    EXPECT_EQ(ahead(5), "[{} péöplé]");
}

TEST_F(Strings, StayEnglishWhereNothingIsTranslated) {
    ASSERT_TRUE(set_language("zh_CN"));
    EXPECT_EQ(tr("Not yet translated"), "Not yet translated");
    EXPECT_EQ(tr("Never heard of"), "Never heard of");
}

TEST_F(Strings, KeepTheLanguageWhenAnotherIsNotThere) {
    ASSERT_TRUE(set_language("zh_CN"));
    const auto missing = set_language("tlh");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, base::ErrorCode::not_found);
    EXPECT_EQ(current_language(), "zh_CN");
}

TEST_F(Strings, OfABadCatalogueChangeNothing) {
    const auto folder = std::filesystem::path(testing::TempDir()) / "rexue_bad_strings";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "zh_CN.mo") << "this is no catalogue, though it is long enough";
    const auto loaded = load_strings(folder);
    std::filesystem::remove_all(folder);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, base::ErrorCode::corrupt);
    ASSERT_TRUE(set_language("zh_CN"));
    EXPECT_EQ(tr("Continue"), "继续");
}

TEST_F(Strings, OfAFolderThatIsNotThereAreAnError) {
    EXPECT_EQ(load_strings("/nowhere/at/all").error().code, base::ErrorCode::not_found);
}

TEST(Direction, IsKnownByLanguage) {
    EXPECT_TRUE(is_right_to_left("ug"));
    EXPECT_TRUE(is_right_to_left("ug_CN"));
    EXPECT_TRUE(is_right_to_left("kk_CN"));
    EXPECT_FALSE(is_right_to_left("zh_CN"));
    EXPECT_FALSE(is_right_to_left("en"));
    EXPECT_FALSE(is_right_to_left("kk"));
}

} // namespace
} // namespace rexue::ui

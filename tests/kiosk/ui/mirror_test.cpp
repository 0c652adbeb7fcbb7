// A language that is written from right to left: the layout is mirrored, words are not.
#include <gtest/gtest.h>

#include "kiosk/ui/pseudo_language.h"
#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

class Mirror : public testing::Test {
  protected:
    void TearDown() override { (void)set_language("en"); }

    std::unique_ptr<Ui> ui_ = a_ui();
    float width_mm_ = Canvas{}.width_mm;
};

TEST_F(Mirror, PutsWhatIsLeftOnTheRight) {
    ASSERT_TRUE(set_language(pseudo_right_to_left_language));
    draw_until_calm(*ui_, [](Frame& frame) { frame.button("go", {10, 20, 60, 20}, tr("Go")); });
    const Node* const go = ui_->tree().find(tr("Go"));
    ASSERT_NE(go, nullptr);
    EXPECT_NEAR(go->rect.right(), width_mm_ - 10, 0.01F);
}

TEST_F(Mirror, AFingerPressesWhatItTouches) {
    ASSERT_TRUE(set_language(pseudo_right_to_left_language));
    int presses = 0;
    const Draw draw = [&](Frame& frame) {
        presses += frame.button("go", {10, 20, 60, 20}, tr("Go")) ? 1 : 0;
    };
    draw_until_calm(*ui_, draw);
    tap(*ui_, {20, 30});
    draw_until_calm(*ui_, draw);
    EXPECT_EQ(presses, 0);
    tap(*ui_, {width_mm_ - 20, 30});
    draw_until_calm(*ui_, draw);
    EXPECT_EQ(presses, 1);
}

TEST_F(Mirror, TextBeginsOnTheRight) {
    ASSERT_TRUE(set_language(pseudo_right_to_left_language));
    Rect ink;
    draw_until_calm(*ui_, [&](Frame& frame) { frame.text({10, 20, 200, 20}, tr("Go")); });
    ink = ui_->tree().nodes().front().rect;
    EXPECT_NEAR(ink.right(), width_mm_ - 10, 2.0F);
}

TEST_F(Mirror, TheKeypadFindsWhatItFocuses) {
    ASSERT_TRUE(set_language(pseudo_right_to_left_language));
    const Draw draw = [](Frame& frame) { frame.button("go", {10, 20, 60, 20}, "Go"); };
    draw_until_calm(*ui_, draw);
    ui_->focus_next();
    draw_until_calm(*ui_, draw);
    ASSERT_NE(ui_->focused(), nullptr);
    EXPECT_EQ(ui_->focused()->label, "Go");
}

TEST(PseudoLanguage, KeepsPlacesAndLinesAndGrowsByAThird) {
    EXPECT_EQ(pseudo_of("Go {0} on", pseudo_language), "[Gö {0} öñ ~~~]");
    EXPECT_EQ(pseudo_of("a\nb", pseudo_language), "[à]\n[b]");
    EXPECT_EQ(pseudo_of("", pseudo_language), "");
}

TEST(PseudoLanguage, TranslatesWithoutACatalogue) {
    ASSERT_TRUE(set_language(pseudo_language));
    EXPECT_EQ(tr("Continue"), "[Çöñţîñûé ~~]");
    EXPECT_EQ(tr_n("{} person", "{} people", 1), "[{} péřšöñ ~~~]");
    ASSERT_TRUE(set_language("en"));
    EXPECT_EQ(tr("Continue"), "Continue");
}

} // namespace
} // namespace rexue::ui

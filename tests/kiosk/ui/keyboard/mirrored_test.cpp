// On a canvas that is mirrored for a language written from right to left, a character is written,
// seen and recognised as it is, not as its mirror image.
#include <gtest/gtest.h>

#include "kiosk/ui/pseudo_language.h"
#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/keyboard/a_keyboard.h"

namespace rexue::ui::keyboard {
namespace {

class MirroredHandwriting : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(set_language(pseudo_right_to_left_language));
        keyboard.begin(Field::name, Layout::handwriting);
    }
    void TearDown() override { ASSERT_TRUE(set_language("en")); }

    // Where a finger sees the place, 0 … 1 from the box's left and top.
    void write(const std::vector<std::vector<Point>>& strokes) {
        const Node* const field = keyboard.find(tr("Write one character here"));
        ASSERT_NE(field, nullptr);
        const Rect box = field->rect;
        for (const auto& stroke : strokes) {
            const auto place = [&](const Point& at) {
                return Point{box.x + at.x * box.w, box.y + at.y * box.h};
            };
            press_at(keyboard.ui(), place(stroke.front()));
            for (const Point& at : stroke)
                move_to(keyboard.ui(), place(at));
            lift_at(keyboard.ui(), place(stroke.back()));
            keyboard.draw();
        }
    }

    AKeyboard keyboard;
};

TEST_F(MirroredHandwriting, KeepsInkAsItIsSeen) {
    write({{{0.2F, 0.5F}, {0.4F, 0.6F}}});
    ASSERT_EQ(keyboard.typing.ink.size(), 1U);
    const auto& stroke = keyboard.typing.ink.front();
    EXPECT_NEAR(stroke.front().x, 0.2F, 0.02F);
    EXPECT_NEAR(stroke.back().x, 0.4F, 0.02F);
    EXPECT_NEAR(stroke.back().y, 0.6F, 0.02F);
}

// No character is the mirror image of 卜.
TEST_F(MirroredHandwriting, RecognisesWhatIsLopsided) {
    write(
        {{{0.5F, 0.1F}, {0.5F, 0.5F}, {0.5F, 0.9F}}, {{0.5F, 0.4F}, {0.65F, 0.5F}, {0.8F, 0.6F}}});
    ASSERT_FALSE(keyboard.typing.candidates.empty());
    EXPECT_EQ(keyboard.typing.candidates.front().text, "卜");
}

} // namespace
} // namespace rexue::ui::keyboard

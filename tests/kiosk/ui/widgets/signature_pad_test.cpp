// Signing with the finger.
#include "kiosk/ui/widgets/signature_pad.h"

#include "kiosk/ui/pseudo_language.h"
#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

constexpr Rect place{14, 90, 240, 120};

class SignaturePad : public AWidget {
  protected:
    void TearDown() override { ASSERT_TRUE(set_language("en")); }
    void draw(Frame& frame) override {
        signature_pad(frame, "sign", place, "Signature", signature);
    }

    void draw_line(Point from, Point to) {
        show();
        press_at(*ui, from);
        for (int i = 1; i <= 20; ++i) {
            const float part = static_cast<float>(i) / 20;
            move_to(*ui, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        }
        lift_at(*ui, to);
        show();
    }

    // Shows the frame that the newest one asked for, too.
    std::string state() {
        show();
        show();
        const Node* const field = find("Signature");
        EXPECT_EQ(field->role, Role::field);
        return field->value;
    }

    Signature signature;
};

TEST_F(SignaturePad, KeepsWhatIsDrawnFromItsOwnCorner) {
    draw_line({place.x + 20, place.y + 30}, {place.x + 80, place.y + 30});
    ASSERT_EQ(signature.stroke_count(), 1U);
    EXPECT_NEAR(signature.stroke(0).front().x, 20, 0.1F);
    EXPECT_NEAR(signature.stroke(0).back().x, 80, 0.1F);
    EXPECT_NEAR(signature.stroke(0).back().y, 30, 0.1F);
}

TEST_F(SignaturePad, TellsWhatItHolds) {
    EXPECT_EQ(state(), "Not signed yet");
    draw_line({40, 120}, {45, 120});
    EXPECT_EQ(state(), "Please write your whole name");
    draw_line({60, 120}, {100, 120});
    EXPECT_EQ(state(), "Signed");
}

TEST_F(SignaturePad, IsClearedByFingerOrKeypad) {
    show();
    EXPECT_FALSE(find("Sign again")->enabled);
    draw_line({60, 120}, {100, 120});
    press("Sign again");
    EXPECT_FALSE(signature.has_ink());
    EXPECT_EQ(state(), "Not signed yet");
    draw_line({60, 120}, {100, 120});
    press_by_keypad("Sign again");
    EXPECT_FALSE(signature.has_ink());
}

TEST_F(SignaturePad, IsWrittenTheSameWayInAMirroredLayout) {
    ASSERT_TRUE(set_language(pseudo_right_to_left_language));
    // The pad lies in the middle of the canvas: its mirror image is where it is.
    draw_line({place.x + 20, place.y + 30}, {place.x + 80, place.y + 30});
    ASSERT_EQ(signature.stroke_count(), 1U);
    EXPECT_NEAR(signature.stroke(0).front().x, 20, 0.1F);
    EXPECT_NEAR(signature.stroke(0).back().x, 80, 0.1F);
}

} // namespace
} // namespace rexue::ui::widgets

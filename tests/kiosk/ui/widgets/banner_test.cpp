// A lasting remark: as tall as its words.
#include "kiosk/ui/widgets/banner.h"

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class BannerTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        height = banner_height(frame, width, state);
        banner(frame, {14, 90, width, height}, state);
    }

    Banner state{.tone = Tone::attention, .words = "The printer is out of paper"};
    float width = 240;
    float height = 0;
};

TEST_F(BannerTest, GrowsWithItsWordsAndCutsNone) {
    show();
    const float one_line = height;
    EXPECT_EQ(find("The printer is out of paper")->role, Role::status);
    state.detail = "Our staff have been told. Please remember your number.";
    width = 90;
    look(Mode::care, TextStep::largest);
    show();
    EXPECT_GT(height, 2 * one_line);
    for (const Node& node : ui->tree().nodes())
        EXPECT_FALSE(node.clipped) << node.label;
}

TEST_F(BannerTest, EveryToneHasAnIconBesideItsColours) {
    for (const Tone tone : {Tone::calm, Tone::done, Tone::attention, Tone::honour, Tone::urgent}) {
        state.tone = tone;
        show();
        EXPECT_FALSE(look_of(tone).icon.empty());
        const Node* const words = find("The printer is out of paper");
        EXPECT_GE(contrast(words->ink, words->ground), 7);
    }
    EXPECT_TRUE(faults(*ui).empty());
}

} // namespace
} // namespace rexue::ui::widgets

// Time running out, with no more frames than there are numbers to show.
#include "kiosk/ui/widgets/countdown.h"

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

using namespace std::chrono_literals;

class CountdownTest : public AWidget {
  protected:
    void draw(Frame& frame) override { countdown(frame, {14, 200, 240, 60}, state); }

    std::optional<std::chrono::milliseconds> next_frame_in() {
        const auto now = 5'000s;
        ui->frame(now, drawing);
        ui->frame(now, drawing);
        const auto next = ui->next_frame_at();
        return next ? std::optional(*next - now) : std::nullopt;
    }

    Countdown state{.label = "The visit ends", .left = 12'300ms, .whole = 20s};
};

TEST_F(CountdownTest, RoundsSecondsUp) {
    show();
    EXPECT_TRUE(shows("13"));
    EXPECT_EQ(find("The visit ends")->value, "13 seconds left");
    state.left = 1ms;
    show();
    EXPECT_EQ(find("The visit ends")->value, "1 second left");
}

TEST_F(CountdownTest, WantsAFrameWhenTheNumberChanges) {
    EXPECT_EQ(next_frame_in(), 300ms);
    state.left = 12s;
    EXPECT_EQ(next_frame_in(), 1s);
    state.left = 0ms;
    EXPECT_EQ(next_frame_in(), std::nullopt);
}

TEST_F(CountdownTest, SurvivesNonsense) {
    state = {.label = "Over", .left = -5s, .whole = 0s};
    show();
    EXPECT_TRUE(shows("0"));
    EXPECT_EQ(find("Over")->role, Role::progress);
}

} // namespace
} // namespace rexue::ui::widgets

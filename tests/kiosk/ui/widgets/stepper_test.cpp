// A number by steps: never past its limits.
#include "kiosk/ui/widgets/stepper.h"

#include <climits>

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class StepperTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        const auto changed = stepper(frame, "cups", {14, 200, 240, 30}, state);
        if (changed) state.value = *changed;
        changes += changed ? 1 : 0;
    }

    Stepper state{.label = "Cups", .value = 1, .least = 0, .most = 3};
    int changes = 0;
};

TEST_F(StepperTest, CountsUpAndDown) {
    press("More");
    EXPECT_EQ(state.value, 2);
    press("Less");
    press("Less");
    EXPECT_EQ(state.value, 0);
    EXPECT_EQ(find("0")->value, "Cups");
}

TEST_F(StepperTest, EndsAtTheLimits) {
    for (int i = 0; i < 9; ++i)
        press("More");
    EXPECT_EQ(state.value, 3);
    EXPECT_FALSE(find("More")->enabled);
    EXPECT_TRUE(find("Less")->enabled);
    EXPECT_EQ(changes, 2);
}

TEST_F(StepperTest, TheKeypadStaysWhereItIsAtTheLimit) {
    press_by_keypad("More");
    ui->choose_focused();
    show();
    EXPECT_EQ(state.value, 3);
    ui->choose_focused();
    show();
    EXPECT_EQ(state.value, 3);
    ui->focus_previous();
    show();
    ASSERT_NE(ui->focused(), nullptr);
    EXPECT_EQ(ui->focused()->label, "Less");
}

TEST_F(StepperTest, TheLastStepEndsAtTheLimit) {
    state.step = 2;
    press("More");
    EXPECT_EQ(state.value, 3);
}

TEST_F(StepperTest, SurvivesNonsense) {
    state.value = 99;
    show();
    EXPECT_TRUE(shows("3"));
    press("Less");
    EXPECT_EQ(state.value, 2);
    state = {.label = "Cups", .value = 5, .least = 4, .most = -4, .step = -1};
    show();
    EXPECT_TRUE(shows("4"));
    EXPECT_FALSE(find("Less")->enabled);
    EXPECT_FALSE(find("More")->enabled);
    state = {
        .label = "Cups", .value = INT_MAX - 1, .least = INT_MIN, .most = INT_MAX, .step = INT_MAX};
    press("More");
    EXPECT_EQ(state.value, INT_MAX);
}

} // namespace
} // namespace rexue::ui::widgets

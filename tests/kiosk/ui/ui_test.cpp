// When frames are due, what the keypad does, and that a visit leaves nothing behind.
#include "kiosk/ui/ui.h"

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

using std::chrono::milliseconds;

TEST(Ui, RefusesACanvasWithoutASize) {
    EXPECT_FALSE(Ui::create({.canvas = {.width_px = 0}, .rendering = Rendering::none}));
}

TEST(Ui, WantsNoFrameWhileNothingHappens) {
    const auto ui = a_ui();
    EXPECT_TRUE(ui->wants_frame()) << "the first one";
    draw_until_calm(*ui, [](Frame& frame) { frame.screen("calm"); });
    EXPECT_FALSE(ui->wants_frame());
    EXPECT_FALSE(ui->next_frame_at());
}

TEST(Ui, IsDueAtTheEarliestTimeThatWasAskedFor) {
    const auto ui = a_ui();
    ui->frame(milliseconds(1'000), [](Frame& frame) {
        frame.screen("countdown");
        frame.redraw_in(milliseconds(500));
        frame.redraw_in(milliseconds(200));
        frame.redraw_in(milliseconds(900));
    });
    ASSERT_TRUE(ui->next_frame_at());
    EXPECT_EQ(*ui->next_frame_at(), milliseconds(1'200));
    ui->frame(milliseconds(1'200), [](Frame& frame) { frame.screen("countdown"); });
    EXPECT_FALSE(ui->next_frame_at()) << "it was not asked for again";
}

TEST(Ui, TellsHowLongAScreenIsThere) {
    const auto ui = a_ui();
    milliseconds since{};
    const auto at = [&](int now, const char* name) {
        ui->frame(milliseconds(now), [&](Frame& frame) {
            frame.screen(name);
            since = frame.since_entered();
        });
        return since;
    };
    EXPECT_EQ(at(100, "a"), milliseconds(0));
    EXPECT_EQ(at(150, "a"), milliseconds(50));
    EXPECT_EQ(at(200, "b"), milliseconds(0));
}

TEST(Ui, EntrancesAreOverWhenMotionIsOff) {
    const auto ui = a_ui({.motion = false});
    milliseconds since{};
    ui->frame(milliseconds(5), [&](Frame& frame) {
        frame.screen("still");
        since = frame.since_entered();
    });
    EXPECT_GE(since, std::chrono::seconds(10));
}

TEST(Ui, ALookTakesEffectInTheNextFrame) {
    const auto ui = a_ui();
    const Draw draw = [](Frame& frame) {
        frame.screen("look");
        frame.text({10, 10, 200, 20}, "大字");
    };
    draw_until_calm(*ui, draw);
    const float before = ui->tree().find("大字")->capital_mm;
    ui->set_look(Theme::white_on_black(), Metrics::for_care(600));
    EXPECT_TRUE(ui->wants_frame());
    draw_until_calm(*ui, draw);
    EXPECT_GT(ui->tree().find("大字")->capital_mm, before);
    EXPECT_EQ(ui->tree().find("大字")->ground, (Colour{0, 0, 0}));
}

TEST(Ui, TheKeypadWorksAScreen) {
    const auto ui = a_ui();
    std::string chosen;
    const Draw draw = [&](Frame& frame) {
        frame.screen("keypad");
        if (frame.button("yes", {10, 10, 60, 20}, "有")) chosen = "yes";
        if (frame.button("no", {10, 40, 60, 20}, "没有")) chosen = "no";
    };
    draw_until_calm(*ui, draw);
    EXPECT_EQ(ui->focused(), nullptr);
    ui->focus_next();
    ui->focus_next();
    EXPECT_TRUE(ui->wants_frame());
    draw_until_calm(*ui, draw);
    ASSERT_NE(ui->focused(), nullptr);
    EXPECT_EQ(ui->focused()->label, "没有");
    ui->choose_focused();
    draw_until_calm(*ui, draw);
    EXPECT_EQ(chosen, "no");
}

TEST(Ui, ForgetsAVisit) {
    const auto ui = a_ui();
    const Draw draw = [](Frame& frame) {
        frame.screen("identity");
        frame.text({10, 10, 200, 20}, "示例甲");
        frame.button("ok", {10, 40, 60, 20}, "确认");
    };
    draw_until_calm(*ui, draw);
    press_at(*ui, {20, 50});
    EXPECT_GT(text_cache_bytes_used(*ui), 0U);
    ui->forget();
    EXPECT_EQ(text_cache_bytes_used(*ui), 0U);
    EXPECT_TRUE(ui->tree().nodes().empty());
    EXPECT_FALSE(ui->has_pending_input());
}

} // namespace
} // namespace rexue::ui

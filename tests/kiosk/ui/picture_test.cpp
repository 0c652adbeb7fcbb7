// Pixels: the same frame is the same picture, shapes lie where they should, everything in assets
// draws. Rendered off screen with llvmpipe.
#include <filesystem>

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_window.h"

namespace rexue::ui {
namespace {

namespace fs = std::filesystem;

constexpr Canvas small{.width_px = 540, .height_px = 480, .width_mm = 134};

void a_bit_of_everything(Frame& frame) {
    static constexpr std::string_view steps[] = {"登记", "征询", "同意", "取号"};
    frame.screen("everything");
    frame.panel({5, 5, 124, 60}, {.ground = Ground::honour});
    frame.text({10, 8, 110, 20}, "热血 𠮷 Rexue",
               {.size = TextSize::title, .weight = Weight::bold});
    frame.button("go", {10, 30, 50, 24}, "继续", {.kind = ButtonKind::primary, .icon = "check"});
    frame.button("no", {65, 30, 50, 24}, "没有", {.selected = true});
    frame.pill(10, 70, "今天可以", Ground::done, Ink::done, "check");
    frame.image({80, 66, 40, 30}, "card_on_reader");
    frame.qr({10, 85, 30, 30}, "https://queue.example/t", "");
    frame.line(50, 80, 70, 110, frame.theme().ink, 1);
    frame.steps({45, 104, 84, 12}, steps, 4, 1);
}

TEST(Picture, OfTheSameFrameIsTheSame) {
    const auto once = [] {
        Screen screen = a_screen({.canvas = small});
        return screen.picture_of(a_bit_of_everything).rgba;
    };
    const auto first = once();
    ASSERT_FALSE(first.empty());
    EXPECT_EQ(first, once()) << "after a new start";
    Screen screen = a_screen({.canvas = small});
    screen.picture_of(a_bit_of_everything);
    EXPECT_EQ(first, screen.picture_of(a_bit_of_everything).rgba) << "from the caches";
    EXPECT_TRUE(faults(*screen.ui).empty());
}

TEST(Picture, IsThePageWhereNothingIsDrawn) {
    Screen screen = a_screen({.canvas = small});
    const auto picture = screen.picture_of([](Frame& frame) { frame.screen("empty"); });
    EXPECT_EQ(pixel(picture, 0, 0), Theme{}.page);
    EXPECT_EQ(pixel(picture, 539, 479), Theme{}.page);
}

// Large plain areas are cleared, small ones drawn: both must look the same.
TEST(Picture, OfAPanelHasSharpEdgesAndRoundCornersAtEverySize) {
    const Canvas one_to_one{.width_px = 400, .height_px = 400, .width_mm = 400};
    Screen screen = a_screen({.canvas = one_to_one});
    const Theme theme;
    for (const float side : {60.0F, 90.0F, 150.0F, 300.0F}) {
        const auto picture = screen.picture_of([&](Frame& frame) {
            frame.screen("panel");
            frame.fill({20, 30, side, side}, theme.action, 12);
        });
        const int left = 20;
        const int top = 30;
        const int right = left + static_cast<int>(side) - 1;
        const int bottom = top + static_cast<int>(side) - 1;
        const int middle = static_cast<int>(side) / 2;
        for (const auto& [x, y] :
             {std::pair(left, top + middle), std::pair(right, top + middle),
              std::pair(left + middle, top), std::pair(left + middle, bottom),
              std::pair(left + middle, top + middle), std::pair(left + 11, top + 11),
              std::pair(left + 12, top + 12), std::pair(right - 12, bottom - 12)}) {
            EXPECT_EQ(pixel(picture, x, y), theme.action) << side << ": " << x << "," << y;
        }
        for (const auto& [x, y] :
             {std::pair(left - 1, top + middle), std::pair(right + 1, top + middle),
              std::pair(left + middle, top - 1), std::pair(left + middle, bottom + 1),
              std::pair(left, top), std::pair(right, top), std::pair(left, bottom),
              std::pair(right, bottom)}) {
            EXPECT_EQ(pixel(picture, x, y), theme.page) << side << ": " << x << "," << y;
        }
    }
}

TEST(Picture, IsCutAtAScrollRegion) {
    const Canvas one_to_one{.width_px = 400, .height_px = 400, .width_mm = 400};
    Screen screen = a_screen({.canvas = one_to_one});
    const Theme theme;
    const auto picture = screen.picture_of([&](Frame& frame) {
        frame.screen("scroll");
        frame.begin_scroll("region", {50, 50, 100, 100}, 500);
        frame.fill({0, 0, 400, 400}, theme.action);
        frame.fill({60, 10, 20, 60}, theme.done);
        frame.end_scroll();
        frame.fill({300, 300, 10, 10}, theme.dark);
    });
    EXPECT_EQ(pixel(picture, 49, 100), theme.page);
    EXPECT_EQ(pixel(picture, 50, 100), theme.action);
    EXPECT_EQ(pixel(picture, 149, 149), theme.action);
    EXPECT_EQ(pixel(picture, 150, 149), theme.page);
    EXPECT_EQ(pixel(picture, 65, 49), theme.page);
    EXPECT_EQ(pixel(picture, 65, 60), theme.done);
    EXPECT_EQ(pixel(picture, 305, 305), theme.dark);
}

TEST(Picture, OfTextStaysInTheInkThatTheTreeNames) {
    Screen screen = a_screen({.canvas = small});
    Rect ink;
    const auto picture = screen.picture_of([&](Frame& frame) {
        frame.screen("text");
        ink = frame.text({10, 10, 100, 40}, "国 Ag", {.size = TextSize::title});
    });
    const float scale = small.px_per_mm();
    int inside = 0;
    for (int y = 0; y < small.height_px; ++y) {
        for (int x = 0; x < small.width_px; ++x) {
            if (pixel(picture, x, y) == Theme{}.page) continue;
            const Point mm{(static_cast<float>(x) + 0.5F) / scale,
                           (static_cast<float>(y) + 0.5F) / scale};
            ASSERT_TRUE(ink.inset(-0.3F).contains(mm.x, mm.y)) << x << "," << y;
            ++inside;
        }
    }
    EXPECT_GT(inside, 500);
}

TEST(Picture, OfAHeldButtonDiffers) {
    Screen screen = a_screen({.canvas = small});
    const auto draw = [](Frame& frame) {
        frame.screen("held");
        frame.button("go", {10, 10, 60, 24}, "继续", {.kind = ButtonKind::primary});
    };
    const auto before = screen.picture_of(draw);
    const float scale = small.px_per_mm();
    screen.ui->pointer_down(20 * scale, 20 * scale);
    const auto held = screen.picture_of(draw);
    EXPECT_NE(before.rgba, held.rgba);
    EXPECT_EQ(pixel(held, static_cast<int>(20 * scale), static_cast<int>(14 * scale)),
              Theme{}.action_pressed);
    screen.ui->pointer_up(500, 400);
    EXPECT_EQ(before.rgba, screen.picture_of(draw).rgba);
}

TEST(Picture, OfEveryIconAndIllustrationHasInk) {
    Screen screen = a_screen({.canvas = small});
    for (const char* folder : {"icons", "images"}) {
        int count = 0;
        for (const auto& file :
             fs::directory_iterator(fs::path(REXUE_SOURCE_DIR) / "assets" / folder)) {
            if (file.path().extension() != ".svg") continue;
            ++count;
            const std::string name = file.path().stem();
            const auto picture = screen.picture_of([&](Frame& frame) {
                frame.screen(name);
                if (std::string_view(folder) == "icons") {
                    frame.icon({10, 10, 30, 30}, name, Ink::primary);
                } else {
                    frame.image({10, 10, 60, 60}, name);
                }
            });
            int inked = 0;
            for (int y = 0; y < small.height_px; y += 2) {
                for (int x = 0; x < small.width_px; x += 2) {
                    inked += pixel(picture, x, y) == Theme{}.page ? 0 : 1;
                }
            }
            EXPECT_GT(inked, 60) << name;
        }
        EXPECT_GE(count, 6) << folder;
    }
    EXPECT_TRUE(faults(*screen.ui).empty());
}

TEST(Picture, OfAQrCodeThatCannotBeIsAFault) {
    Screen screen = a_screen({.canvas = small});
    screen.picture_of([](Frame& frame) {
        frame.screen("qr");
        frame.qr({10, 10, 40, 40}, std::string(5'000, 'x'), "扫码");
    });
    EXPECT_EQ(faults(*screen.ui).size(), 1U);
}

TEST(Picture, SurvivesForgetting) {
    Screen screen = a_screen({.canvas = small});
    const auto before = screen.picture_of(a_bit_of_everything);
    screen.ui->forget();
    EXPECT_EQ(before.rgba, screen.picture_of(a_bit_of_everything).rgba);
}

// Against burn-in.
TEST(Picture, WandersAStepAMinuteAndComesBack) {
    Screen screen = a_screen({.canvas = small, .wander_px = 2});
    const auto corner_at = [&](std::chrono::minutes minute) {
        screen.now = static_cast<int>(std::chrono::milliseconds(minute).count());
        const auto picture = screen.picture_of([](Frame& frame) {
            frame.screen("block");
            frame.fill({20, 20, 60, 60}, frame.theme().action);  // large enough to be cleared
            frame.fill({100, 20, 10, 10}, frame.theme().action); // small enough to be drawn
        });
        const auto first_column = [&](int y, int from) {
            int x = from;
            while (pixel(picture, x, y) != Theme{}.action)
                ++x;
            return x;
        };
        EXPECT_EQ(first_column(150, 0) + 322, first_column(100, 360)) << "all by the same";
        return first_column(150, 0);
    };
    const int home = corner_at(std::chrono::minutes(0));
    EXPECT_EQ(corner_at(std::chrono::minutes(1)), home + 2);
    EXPECT_EQ(corner_at(std::chrono::minutes(4)), home - 2);
    EXPECT_EQ(corner_at(std::chrono::minutes(9)), home);
}

// A bar at the edge of a board goes on beyond it: no strip of the page is laid bare.
TEST(Picture, LaysNoStripBareWhereItWandersAwayFromTheEdge) {
    Screen screen = a_screen({.canvas = small, .wander_px = 2});
    for (const int minute : {0, 1, 2, 3, 4, 5, 6, 7, 8}) {
        screen.now =
            static_cast<int>(std::chrono::milliseconds(std::chrono::minutes(minute)).count());
        const auto picture = screen.picture_of([](Frame& frame) {
            frame.screen("bars");
            const Rect area = frame.area();
            frame.fill({-3, -3, area.w + 6, 43}, frame.theme().action); // cleared
            frame.panel({-3, area.h - 20, area.w + 6, 23},
                        {.ground = Ground::dark, .border = false, .radius_mm = 0});
        });
        for (const int x : {0, small.width_px - 1}) {
            EXPECT_EQ(pixel(picture, x, 0), Theme{}.action) << minute;
            EXPECT_EQ(pixel(picture, x, small.height_px - 1), Theme{}.of(Ground::dark)) << minute;
        }
    }
}

TEST(Picture, StandsStillUnlessItIsToldToWander) {
    Screen screen = a_screen({.canvas = small});
    const auto first = screen.picture_of(a_bit_of_everything).rgba;
    screen.now = 61'000;
    EXPECT_EQ(first, screen.picture_of(a_bit_of_everything).rgba);
}

} // namespace
} // namespace rexue::ui

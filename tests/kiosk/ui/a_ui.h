// A toolkit without a window for tests, and a finger to touch it with.
#pragma once

#include <gtest/gtest.h>

#include "kiosk/ui/ui.h"

namespace rexue::ui {

inline std::unique_ptr<Ui> a_ui(const UiOptions& base = {}) {
    UiOptions options = base;
    options.rendering = Rendering::none;
    options.assets = REXUE_SOURCE_DIR "/assets";
    auto made = Ui::create(options);
    EXPECT_TRUE(made);
    return made ? std::move(*made) : nullptr;
}

inline Point px(const Point& mm) {
    const float scale = Canvas{}.px_per_mm();
    return {mm.x * scale, mm.y * scale};
}

inline Point middle_of(const Rect& rect) {
    return {rect.centre_x(), rect.centre_y()};
}

inline void press_at(Ui& ui, const Point& mm) {
    ui.pointer_down(px(mm).x, px(mm).y);
}
inline void move_to(Ui& ui, const Point& mm) {
    ui.pointer_moved(px(mm).x, px(mm).y);
}
inline void lift_at(Ui& ui, const Point& mm) {
    ui.pointer_up(px(mm).x, px(mm).y);
}

inline void tap(Ui& ui, const Point& mm) {
    press_at(ui, mm);
    lift_at(ui, mm);
}

using Draw = std::function<void(Frame&)>;

// Frames 16 ms apart until none is due; returns how many there were.
inline int draw_until_calm(Ui& ui, const Draw& draw) {
    static std::chrono::milliseconds now{0};
    int frames = 0;
    do {
        now += std::chrono::milliseconds(16);
        ui.frame(now, draw);
        ++frames;
    } while (ui.wants_frame() && frames < 2'000);
    return frames;
}

} // namespace rexue::ui

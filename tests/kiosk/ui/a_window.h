// A toolkit that draws for real, off screen, always with the same software renderer.
#pragma once

#include <cstdlib>

#include <gtest/gtest.h>

#include "kiosk/ui/ui.h"
#include "platform/window/window.h"

namespace rexue::ui {

struct Screen {
    std::unique_ptr<window::OffscreenWindow> window;
    std::unique_ptr<Ui> ui;

    image::Picture picture_of(const std::function<void(Frame&)>& draw) {
        ui->frame(std::chrono::milliseconds(now += 16), draw);
        auto picture = window->read_pixels();
        EXPECT_TRUE(picture);
        return picture ? std::move(*picture) : image::Picture{};
    }

    int now = 0;
};

inline Screen a_screen(UiOptions options = {}) {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
    Screen screen;
    auto window = window::make_offscreen_window(options.canvas.width_px, options.canvas.height_px);
    EXPECT_TRUE(window) << window.error().detail;
    if (!window) return screen;
    screen.window = std::move(*window);
    options.assets = REXUE_SOURCE_DIR "/assets";
    auto ui = Ui::create(options);
    EXPECT_TRUE(ui) << ui.error().detail;
    if (ui) screen.ui = std::move(*ui);
    return screen;
}

inline Colour pixel(const image::Picture& picture, int x, int y) {
    const auto at =
        (static_cast<size_t>(y) * static_cast<size_t>(picture.width_px) + static_cast<size_t>(x)) *
        4;
    return {picture.rgba[at], picture.rgba[at + 1], picture.rgba[at + 2]};
}

} // namespace rexue::ui

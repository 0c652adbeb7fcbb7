#include "tests/screenshots/easel.h"

#include <utility>

#include "kiosk/ui/strings.h"

namespace rexue::screenshots {

namespace {

bool is_same(const ui::Canvas& a, const ui::Canvas& b) {
    return a.width_px == b.width_px && a.height_px == b.height_px && a.width_mm == b.width_mm;
}

} // namespace

base::Status Easel::stand_up(const Scene& scene) {
    if (canvas_ && is_same(*canvas_, scene.canvas)) return {};
    ui_.reset();
    window_.reset();
    auto window = window::make_offscreen_window(scene.canvas.width_px, scene.canvas.height_px);
    if (!window) return base::fail(window);
    window_ = std::move(*window);
    auto made = ui::Ui::create({.canvas = scene.canvas,
                                .theme = {},
                                .metrics = {},
                                .assets = REXUE_ASSETS_DIR,
                                .motion = false});
    if (!made) return base::fail(made);
    ui_ = std::move(*made);
    canvas_ = scene.canvas;
    return {};
}

base::Result<app::Painted> Easel::paint(const Scene& scene) {
    if (auto set = ui::set_language(scene.language); !set) return base::fail(set);
    if (auto stands = stand_up(scene); !stands) return base::fail(stands);
    ui_->forget();
    ui_->set_look(ui::theme_of(scene.look), ui::metrics_of(scene.look, scene.viewing_distance_mm));
    // The second frame: everything has entered, nothing is still on its way.
    for (int frame = 0; frame < 2; ++frame) {
        now_ += std::chrono::milliseconds(1);
        ui_->frame(now_, scene.draw);
    }
    auto picture = window_->read_pixels();
    if (!picture) return base::fail(picture);
    return app::Painted{.picture = std::move(*picture), .tree = ui_->tree()};
}

} // namespace rexue::screenshots

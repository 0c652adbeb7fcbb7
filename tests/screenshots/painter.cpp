#include "tests/screenshots/painter.h"

#include <cstdlib>

#include "kiosk/ui/strings.h"
#include "platform/window/window.h"

namespace rexue::screenshots {

void pin_renderer() {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
}

base::Result<Painted> paint(const Scene& scene) {
    if (auto set = ui::set_language(scene.language); !set) return base::fail(set);
    auto window = window::make_offscreen_window(scene.canvas.width_px, scene.canvas.height_px);
    if (!window) return base::fail(window);
    auto made = ui::Ui::create({.canvas = scene.canvas,
                                .theme = ui::theme_of(scene.look),
                                .metrics = ui::metrics_of(scene.look, scene.viewing_distance_mm),
                                .assets = REXUE_ASSETS_DIR,
                                .motion = false});
    if (!made) return base::fail(made);
    // The second frame: everything has entered, nothing is still on its way.
    for (int frame = 0; frame < 2; ++frame) {
        (*made)->frame(std::chrono::milliseconds(1'000'000 + frame), scene.draw);
    }
    auto picture = (*window)->read_pixels();
    if (!picture) return base::fail(picture);
    return Painted{.picture = std::move(*picture), .tree = (*made)->tree()};
}

std::vector<Scene> all_scenes() {
    std::vector<Scene> scenes = donor_scenes();
    for (auto more : {staff_scenes(), board_scenes()}) {
        scenes.insert(scenes.end(), more.begin(), more.end());
    }
    return scenes;
}

} // namespace rexue::screenshots

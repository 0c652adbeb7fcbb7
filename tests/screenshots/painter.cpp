#include "tests/screenshots/painter.h"

#include <cstdlib>

#include "kiosk/ui/strings.h"
#include "platform/window/window.h"

namespace rexue::screenshots {

void pin_renderer() {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
}

namespace {

base::Result<std::unique_ptr<ui::Ui>> draw(const Scene& scene, ui::Rendering rendering) {
    if (auto set = ui::set_language(scene.language); !set) return base::fail(set);
    auto made = ui::Ui::create({.canvas = scene.canvas,
                                .theme = ui::theme_of(scene.look),
                                .metrics = ui::metrics_of(scene.look, scene.viewing_distance_mm),
                                .rendering = rendering,
                                .assets = REXUE_ASSETS_DIR,
                                .motion = false});
    if (!made) return base::fail(made);
    // The second frame: everything has entered, nothing is still on its way.
    for (int frame = 0; frame < 2; ++frame) {
        (*made)->frame(std::chrono::milliseconds(1'000'000 + frame), scene.draw);
    }
    return std::move(*made);
}

} // namespace

base::Result<Painted> paint(const Scene& scene) {
    auto window = window::make_offscreen_window(scene.canvas.width_px, scene.canvas.height_px);
    if (!window) return base::fail(window);
    const auto drawn = draw(scene, ui::Rendering::opengl);
    if (!drawn) return base::fail(drawn);
    auto picture = (*window)->read_pixels();
    if (!picture) return base::fail(picture);
    return Painted{.picture = std::move(*picture), .tree = (*drawn)->tree()};
}

base::Result<ui::SemanticTree> read_tree(const Scene& scene) {
    const auto drawn = draw(scene, ui::Rendering::none);
    if (!drawn) return base::fail(drawn);
    return (*drawn)->tree();
}

const std::vector<Scene>& pictured_scenes() {
    static const std::vector<Scene> pictured = [] {
        std::vector<Scene> scenes = all_scenes();
        std::erase_if(scenes, [](const Scene& scene) { return scene.kept != Kept::picture; });
        return scenes;
    }();
    return pictured;
}

const std::vector<Scene>& all_scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> scenes = donor_scenes();
        for (const auto& more : {staff_scenes(), board_scenes()}) {
            scenes.insert(scenes.end(), more.begin(), more.end());
        }
        return scenes;
    }();
    return all;
}

} // namespace rexue::screenshots

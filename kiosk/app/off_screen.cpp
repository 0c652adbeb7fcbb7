#include "kiosk/app/off_screen.h"

#include <chrono>
#include <cstdlib>
#include <utility>

#include "kiosk/ui/strings.h"
#include "platform/window/window.h"

namespace rexue::app {

namespace {

using screens::samples::Scene;

base::Result<std::unique_ptr<ui::Ui>> draw(const Scene& scene, const std::filesystem::path& assets,
                                           ui::Rendering rendering) {
    if (auto set = ui::set_language(scene.language); !set) return base::fail(set);
    auto made = ui::Ui::create({.canvas = scene.canvas,
                                .theme = ui::theme_of(scene.look),
                                .metrics = ui::metrics_of(scene.look, scene.viewing_distance_mm),
                                .rendering = rendering,
                                .assets = assets,
                                .motion = false});
    if (!made) return base::fail(made);
    // The second frame: everything has entered, nothing is still on its way.
    for (int frame = 0; frame < 2; ++frame) {
        (*made)->frame(std::chrono::milliseconds(1'000'000 + frame), scene.draw);
    }
    return std::move(*made);
}

} // namespace

base::Result<Painted> paint(const Scene& scene, const std::filesystem::path& assets) {
    auto window = window::make_offscreen_window(scene.canvas.width_px, scene.canvas.height_px);
    if (!window) return base::fail(window);
    const auto drawn = draw(scene, assets, ui::Rendering::opengl);
    if (!drawn) return base::fail(drawn);
    auto picture = (*window)->read_pixels();
    if (!picture) return base::fail(picture);
    return Painted{.picture = std::move(*picture), .tree = (*drawn)->tree()};
}

base::Result<ui::SemanticTree> read_tree(const Scene& scene, const std::filesystem::path& assets) {
    const auto drawn = draw(scene, assets, ui::Rendering::none);
    if (!drawn) return base::fail(drawn);
    return (*drawn)->tree();
}

void pin_renderer() {
    setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
    setenv("GALLIUM_DRIVER", "llvmpipe", 1);
}

} // namespace rexue::app

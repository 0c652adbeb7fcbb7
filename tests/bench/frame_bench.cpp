#include "tests/bench/frame_bench.h"

#include <chrono>
#include <functional>
#include <utility>

#include <GL/gl.h>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/ui.h"
#include "platform/window/window.h"
#include "tests/screenshots/scenes.h"

namespace rexue::bench {

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;
using screenshots::Scene;

// Shaders, textures and caches are filled by the first ones.
constexpr int frames_to_warm_up = 3;

std::vector<double> time_each(int count, const std::function<void()>& draw) {
    std::vector<double> all;
    for (int i = 0; i < count + frames_to_warm_up; ++i) {
        const auto start = std::chrono::steady_clock::now();
        draw();
        if (i < frames_to_warm_up) continue;
        all.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    }
    return all;
}

FrameCost clear_and_swap(window::Window& window, int count) {
    return {.screen = clear_and_swap_name, .ms = time_each(count, [&] {
                                               glClearColor(1, 1, 1, 1);
                                               glClear(GL_COLOR_BUFFER_BIT);
                                               window.swap();
                                               glFinish();
                                           })};
}

base::Result<FrameCost> redraw(window::Window& window, const Scene& scene, int count) {
    if (auto set = ui::set_language(scene.language); !set) return base::fail(set);
    auto made = ui::Ui::create({.canvas = scene.canvas,
                                .theme = ui::theme_of(scene.look),
                                .metrics = ui::metrics_of(scene.look, scene.viewing_distance_mm),
                                .assets = REXUE_ASSETS_DIR,
                                .motion = false});
    if (!made) return base::fail(made);
    std::chrono::milliseconds now(1'000'000);
    return FrameCost{.screen = scene.name, .ms = time_each(count, [&] {
                                               (*made)->frame(++now, scene.draw);
                                               window.swap();
                                               glFinish();
                                           })};
}

bool is_same_size(const ui::Canvas& a, const ui::Canvas& b) {
    return a.width_px == b.width_px && a.height_px == b.height_px;
}

} // namespace

base::Result<std::vector<FrameCost>> frame_costs(int count) {
    std::vector<FrameCost> all;
    std::unique_ptr<window::Window> window;
    ui::Canvas canvas{.width_px = 0, .height_px = 0};
    for (const Scene& scene : screenshots::all_scenes()) {
        // Those that people have looked at; the others are much like one of these.
        if (scene.kept != screenshots::Kept::picture) continue;
        if (!is_same_size(scene.canvas, canvas)) {
            canvas = scene.canvas;
            window.reset(); // one at a time
            auto made =
                window::make_window({.width_px = canvas.width_px, .height_px = canvas.height_px});
            if (!made) return base::fail(made);
            window = std::move(*made);
            all.push_back(clear_and_swap(*window, count));
        }
        auto cost = redraw(*window, scene, count);
        if (!cost) return base::fail(cost);
        all.push_back(std::move(*cost));
    }
    return all;
}

} // namespace rexue::bench

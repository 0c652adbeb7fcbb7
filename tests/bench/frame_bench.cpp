#include "tests/bench/frame_bench.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <GL/gl.h>
#include <time.h>

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
// The least of a few is a frame that nothing else disturbed.
constexpr int looks_in_a_pass = 3;

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

// Of all threads, the software renderer's too: what others do on the machine does not count.
Milliseconds processor_time() {
    timespec spent{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

bool is_same(const ui::Canvas& a, const ui::Canvas& b) {
    return a.width_px == b.width_px && a.height_px == b.height_px && a.width_mm == b.width_mm;
}

// A window and what draws on it, kept from scene to scene while the canvas is the same.
class Stage {
  public:
    base::Status set(const Scene& scene) {
        if (auto language = ui::set_language(scene.language); !language) return language;
        if (!canvas_ || !is_same(*canvas_, scene.canvas)) {
            if (auto built = build(scene.canvas); !built) return built;
        }
        ui_->forget();
        ui_->set_look(ui::theme_of(scene.look),
                      ui::metrics_of(scene.look, scene.viewing_distance_mm));
        return {};
    }

    void redraw(const Scene& scene) {
        ui_->frame(++now_, scene.draw);
        show();
    }
    void clear() {
        glClearColor(1, 1, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        show();
    }

  private:
    base::Status build(const ui::Canvas& canvas) {
        ui_.reset();
        window_.reset(); // one at a time
        auto window =
            window::make_window({.width_px = canvas.width_px, .height_px = canvas.height_px});
        if (!window) return base::fail(window);
        window_ = std::move(*window);
        auto made = ui::Ui::create({.canvas = canvas,
                                    .theme = {},
                                    .metrics = {},
                                    .assets = REXUE_ASSETS_DIR,
                                    .motion = false});
        if (!made) return base::fail(made);
        ui_ = std::move(*made);
        canvas_ = canvas;
        return {};
    }

    void show() {
        window_->swap();
        glFinish();
    }

    std::optional<ui::Canvas> canvas_;
    std::unique_ptr<window::Window> window_;
    std::unique_ptr<ui::Ui> ui_; // goes before the window
    std::chrono::milliseconds now_{1'000'000};
};

base::Result<ProcessorCost> processor_cost(Stage& stage, const Scene& scene) {
    if (auto set = stage.set(scene); !set) return base::fail(set);
    stage.redraw(scene); // fills the caches
    Milliseconds least = Milliseconds::max();
    for (int look = 0; look < looks_in_a_pass; ++look) {
        const Milliseconds before = processor_time();
        stage.redraw(scene);
        least = std::min(least, processor_time() - before);
    }
    return ProcessorCost{.scene = scene.name, .ms = least.count()};
}

base::Result<std::vector<ProcessorCost>> dearest_manners(Stage& stage,
                                                         const std::vector<Scene>& scenes) {
    std::map<std::string, ProcessorCost> of_screen;
    for (const Scene& scene : scenes) {
        auto cost = processor_cost(stage, scene);
        if (!cost) return base::fail(cost);
        auto& most = of_screen[scene.screen];
        if (cost->ms > most.ms) most = std::move(*cost);
    }
    std::vector<ProcessorCost> all;
    for (auto& [screen, most] : of_screen)
        all.push_back(std::move(most));
    std::ranges::sort(all, std::ranges::greater{}, &ProcessorCost::ms);
    return all;
}

} // namespace

base::Result<FrameCosts> frame_costs(int count, std::string_view prefix) {
    std::vector<Scene> scenes = screenshots::all_scenes();
    std::erase_if(scenes, [&](const Scene& scene) { return !scene.name.starts_with(prefix); });
    Stage stage;
    auto dearest = dearest_manners(stage, scenes);
    if (!dearest) return base::fail(dearest);
    FrameCosts costs{.dearest = std::move(*dearest)};
    std::optional<ui::Canvas> canvas;
    for (const Scene& scene : scenes) {
        ++costs.scenes;
        const bool is_dearest = std::ranges::find(costs.dearest, scene.name,
                                                  &ProcessorCost::scene) != costs.dearest.end();
        if (scene.kept != screenshots::Kept::picture && !is_dearest) {
            ++costs.not_timed;
            continue;
        }
        if (auto set = stage.set(scene); !set) return base::fail(set);
        if (!canvas || !is_same(*canvas, scene.canvas)) {
            canvas = scene.canvas;
            costs.timed.push_back(
                {.screen = clear_and_swap_name, .ms = time_each(count, [&] { stage.clear(); })});
        }
        costs.timed.push_back(
            {.screen = scene.name, .ms = time_each(count, [&] { stage.redraw(scene); })});
    }
    return costs;
}

} // namespace rexue::bench

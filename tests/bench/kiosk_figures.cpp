#include "tests/bench/kiosk_figures.h"

#include <cstdio>
#include <optional>
#include <string>
#include <utility>

namespace rexue::bench {

std::vector<Figure> figures_of(const Comparison& measured) {
    const auto beside = [&](std::string name, std::string unit, std::optional<double> limit,
                            auto of) {
        return Figure{.name = std::move(name),
                      .unit = std::move(unit),
                      .limit = limit,
                      .rexue = of(measured.kiosk),
                      .bare = of(measured.bare)};
    };
    const auto start = [](int percent) {
        return [=](const Measured& m) { return percentile(m.start_ms, percent); };
    };
    const auto tap = [](int percent) {
        return [=](const Measured& m) { return percentile(m.tap_ms, percent); };
    };
    const auto held_tap = [](int percent) {
        return [=](const Measured& m) { return percentile(m.held_tap_ms, percent); };
    };
    const auto switches = [](const Measured& m) { return m.idle.wakes_per_second; };
    const auto idle = [](const Measured& m) { return m.idle.core_percent; };
    const auto memory = [](const Measured& m) { return m.pss_megabytes; };
    return {beside("first usable frame, median", "ms", 350, start(50)),
            beside("first usable frame, quickest", "ms", {}, start(0)),
            beside("memory after visits (PSS)", "MB", 130, memory),
            // The limit of an idle screen; a camera that streams has the limit of scanning.
            {.name = "idle on attract, scanning apart",
             .unit = "%",
             .limit = 0.5,
             .rexue = measured.no_camera.core_percent,
             .bare = measured.bare.idle.core_percent},
            {.name = "idle on attract, scanning apart, wakes",
             .unit = "/s",
             .limit = {},
             .rexue = measured.no_camera.wakes_per_second,
             .bare = measured.bare.idle.wakes_per_second},
            beside("idle on attract, camera streaming", "%", 15, idle),
            beside("idle on attract, camera streaming, wakes", "/s", {}, switches),
            {.name = "wake from attract, finger down, slowest",
             .unit = "ms",
             .limit = 100,
             .rexue = percentile(measured.kiosk.wake_ms, 100),
             .bare = {}},
            beside("tap to changed pixel, p50", "ms", {}, tap(50)),
            beside("tap to changed pixel, p95", "ms", 25, tap(95)),
            beside("held tap, lifting to changed pixel, p50", "ms", {}, held_tap(50)),
            beside("held tap, lifting to changed pixel, p95", "ms", 25, held_tap(95))};
}

void print_threads(const Comparison& measured) {
    for (const auto& [title, cost] : {std::pair{"scanning apart", &measured.no_camera},
                                      std::pair{"camera streaming", &measured.kiosk.idle}}) {
        std::printf("threads, %s:\n", title);
        for (const auto& thread : cost->threads) {
            std::printf("  %-16s %8.1f wakes/s %7.2f %%\n", thread.name.c_str(),
                        thread.wakes_per_second, thread.core_percent);
        }
    }
}

} // namespace rexue::bench

// rexue-bench: what the donor terminal costs and how soon it answers, under Xvfb and llvmpipe,
// beside a bare ImGui window in the same run. Prints; asserts nothing: a loaded machine is slow.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "kiosk/ui/strings.h"
#include "platform/command_line/command_line.h"
#include "platform/json/parse.h"
#include "tests/bench/bare_window.h"
#include "tests/bench/credential_bench.h"
#include "tests/bench/figures.h"
#include "tests/bench/form_bench.h"
#include "tests/bench/frame_bench.h"
#include "tests/bench/kiosk_bench.h"
#include "tests/bench/kiosk_figures.h"
#include "tests/bench/progress.h"
#include "tests/bench/scan_bench.h"
#include "tests/demo/demo_house.h"
#include "tests/support/test_folder.h"
#include "tests/support/virtual_display.h"

namespace {

namespace fs = std::filesystem;
using namespace rexue;

struct Plan {
    bench::KioskPlan kiosk;
    fs::path json;
    int frames = 40; // of each screen
    std::string screens;
    std::set<std::string> parts;
    bool threads = false;

    bool measures(const char* part) const { return parts.empty() || parts.contains(part); }
};

double load_average() {
    double load = 0;
    return getloadavg(&load, 1) == 1 ? load : 0;
}

base::Status add_scanning(std::vector<bench::Figure>& figures) {
    bench::tell("scanning");
    std::stringstream lines;
    if (bench::bench_scanning(lines) != 0) {
        return base::fail(base::ErrorCode::internal, "a code that must be read was not");
    }
    for (std::string line; std::getline(lines, line);) {
        const auto parsed = json::parse(line);
        if (!parsed) return base::fail(parsed);
        const std::string name(parsed->at("name").as_string());
        const std::string unit(parsed->at("unit").as_string());
        std::optional<double> limit;
        if (name == "scan_core_share") limit = 15;
        if (name.starts_with("scan_first_frame")) limit = 100;
        figures.push_back({.name = name,
                           .unit = unit == "percent" ? "%" : unit,
                           .limit = limit,
                           .rexue = parsed->at("value").to_number<double>(),
                           .bare = {}});
    }
    return {};
}

// One table line a screen; the limit is one refresh of a panel at 60 Hz.
base::Status add_frames(const Plan& plan, std::vector<bench::Figure>& figures) {
    bench::tell("full redraws of every screen, in the manner that costs most");
    // Both a portrait and a landscape window fit.
    const auto display = support::VirtualDisplay::start(1920, 1920);
    if (!display) return base::fail(display);
    setenv("DISPLAY", display->name().c_str(), 1);
    const auto costs = bench::frame_costs(plan.frames, plan.screens);
    if (!costs) return base::fail(costs);
    double clear_and_swap_ms = 0;
    for (const bench::FrameCost& cost : costs->timed) {
        const double p95_ms = bench::percentile(cost.ms, 95);
        if (cost.screen == bench::clear_and_swap_name) {
            clear_and_swap_ms = p95_ms;
            continue;
        }
        figures.push_back({.name = "redraw p95, " + cost.screen,
                           .unit = "ms",
                           .limit = 16.7,
                           .rexue = p95_ms,
                           .bare = clear_and_swap_ms});
    }
    std::printf(
        "redraws: %zu of %zu scenes timed (every picture, and of each screen the manner "
        "that took most processor time in one pass), %zu not timed\n",
        costs->scenes - costs->not_timed, costs->scenes, costs->not_timed);
    constexpr size_t told = 5;
    for (size_t i = 0; i < std::min(told, costs->dearest.size()); ++i) {
        std::printf("most processor time a redraw: %.1f ms, %s\n", costs->dearest[i].ms,
                    costs->dearest[i].scene.c_str());
    }
    return {};
}

int give_up(const base::Error& error) {
    std::fprintf(stderr, "rexue-bench: could not measure: %s: %s\n",
                 std::string(base::to_string(error.code)).c_str(), error.detail.c_str());
    return 1;
}

base::Status measure_kiosk(const Plan& plan, std::vector<bench::Figure>& figures) {
    const auto expected = bench::expected_time(plan.kiosk);
    bench::tell(fmt::format("the terminal beside a bare window: some {} s, more on a busy machine",
                            expected.count())
                    .c_str());
    const support::TestFolder folder;
    auto house = demo::DemoHouse::build({.kiosk = plan.kiosk.programs / "rexue-kiosk",
                                         .server = plan.kiosk.programs / "rexue-server",
                                         .ctl = plan.kiosk.programs / "rexuectl"},
                                        folder.path());
    if (!house) return base::fail(house);
    auto display = support::VirtualDisplay::start(bench::bare::width_px, bench::bare::height_px);
    if (!display) return base::fail(display);
    auto finger = support::Finger::on(display->name());
    if (!finger) return base::fail(finger);
    const auto measured = bench::compare_with_bare(plan.kiosk, *house, display->name(), **finger);
    if (!measured) return base::fail(measured);
    figures = bench::figures_of(*measured);
    if (plan.threads) bench::print_threads(*measured);
    return {};
}

int measure(const Plan& plan) {
    const double load_before = load_average();
    std::vector<bench::Figure> figures;
    if (plan.measures("kiosk")) {
        if (auto done = measure_kiosk(plan, figures); !done) return give_up(done.error());
    }
    if (plan.measures("scanning")) {
        if (auto added = add_scanning(figures); !added) return give_up(added.error());
    }
    if (plan.measures("cards")) {
        bench::tell("cards");
        const auto measured = bench::bench_credentials();
        if (!measured) return give_up(measured.error());
        figures.insert(figures.end(), measured->begin(), measured->end());
    }
    if (plan.measures("forms")) {
        if (auto added = bench::add_forms(figures); !added) return give_up(added.error());
    }
    if (plan.measures("frames")) {
        if (auto added = add_frames(plan, figures); !added) return give_up(added.error());
    }
    const double load = load_average();
    std::printf("%s", bench::table_of(figures).c_str());
    std::printf("load average %.1f before, %.1f after; %d starts, %d taps, %d s of rest\n",
                load_before, load, plan.kiosk.starts, 2 * plan.kiosk.taps, plan.kiosk.idle_seconds);
    if (plan.json.empty()) return 0;
    const auto written = bench::write_figures(plan.json, figures, load);
    return written ? 0 : give_up(written.error());
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"rexue-bench: the donor terminal beside a bare ImGui window"};
    Plan plan;
    app.add_option("--json", plan.json, "file for the figures");
    app.add_option("--starts", plan.kiosk.starts, "starts of each program")
        ->check(CLI::Range(1, 1000));
    app.add_option("--taps", plan.kiosk.taps, "taps there and back")->check(CLI::Range(1, 10'000));
    app.add_option("--idle-seconds", plan.kiosk.idle_seconds, "watched at rest")
        ->check(CLI::Range(1, 600));
    app.add_option("--frames", plan.frames, "redraws of each screen")->check(CLI::Range(1, 10'000));
    app.add_option("--screens", plan.screens,
                   "redraw only scenes whose names begin so: donor-typing");
    app.add_option("--measure", plan.parts, "kiosk, scanning, cards, forms, frames; without it all")
        ->check(CLI::IsMember({"kiosk", "scanning", "cards", "forms", "frames"}));
    app.add_flag("--threads", plan.threads, "what each thread does at rest");
    if (const auto ended = command_line::parse(app, argc, argv)) return *ended;
    plan.kiosk.programs = fs::read_symlink("/proc/self/exe").parent_path();
    plan.kiosk.assets = REXUE_ASSETS_DIR;
    if (auto loaded = ui::load_strings(plan.kiosk.programs.parent_path() / "assets/strings");
        !loaded) {
        return give_up(loaded.error());
    }
    (void)ui::set_language("zh_CN");
    return measure(plan);
}

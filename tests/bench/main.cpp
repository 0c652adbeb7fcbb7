// rexue-bench: what the donor terminal costs and how soon it answers, under Xvfb and llvmpipe,
// beside a bare ImGui window in the same run. Prints; asserts nothing: a loaded machine is slow.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "kiosk/ui/strings.h"
#include "platform/json/parse.h"
#include "tests/bench/bare_window.h"
#include "tests/bench/figures.h"
#include "tests/bench/frame_bench.h"
#include "tests/bench/glass.h"
#include "tests/bench/kiosk_subject.h"
#include "tests/bench/process_cost.h"
#include "tests/bench/scan_bench.h"
#include "tests/demo/demo_house.h"
#include "tests/support/test_folder.h"
#include "tests/support/virtual_display.h"
#include "tests/support/watched_kiosk.h"

namespace {

namespace fs = std::filesystem;
using namespace rexue;

constexpr int visits = 3;

struct Plan {
    fs::path programs;
    fs::path assets;
    fs::path json;
    int starts = 9;
    int taps = 30; // there and back again
    int idle_seconds = 20;
    int frames = 60; // of each screen
    std::set<std::string> parts;
    bool threads = false;

    bool measures(const char* part) const { return parts.empty() || parts.contains(part); }
};

// One program on the glass, measured.
struct Measured {
    std::vector<double> start_ms;
    std::vector<double> tap_ms;
    double pss_megabytes = 0;
    bench::IdleCost idle;
};

double load_average() {
    double load = 0;
    return getloadavg(&load, 1) == 1 ? load : 0;
}

// On stderr: the table is all that stdout holds.
void tell(const char* what) {
    std::fprintf(stderr, "rexue-bench: %s\n", what);
}

class Bench {
  public:
    Bench(const Plan& plan, const demo::DemoHouse& house, std::string display,
          support::Finger& finger)
        : plan_(plan), house_(house), display_(std::move(display)), finger_(finger) {}

    base::Status run() {
        tell("visits, taps and rest of rexue-kiosk");
        if (auto done = use_kiosk(); !done) return done;
        tell("taps and rest of the bare window");
        if (auto done = use_bare(); !done) return done;
        tell("starts of both in turn");
        if (auto done = start_both(); !done) return done;
        tell("rest of rexue-kiosk without a camera");
        if (auto done = rest_without_camera(); !done) return done;
        return {};
    }

    std::vector<bench::Figure> figures() const {
        const auto beside = [&](std::string name, std::string unit, std::optional<double> limit,
                                auto of) {
            return bench::Figure{.name = std::move(name),
                                 .unit = std::move(unit),
                                 .limit = limit,
                                 .rexue = of(kiosk_),
                                 .bare = of(bare_)};
        };
        const auto start = [](int percent) {
            return [=](const Measured& m) { return bench::percentile(m.start_ms, percent); };
        };
        const auto tap = [](int percent) {
            return [=](const Measured& m) { return bench::percentile(m.tap_ms, percent); };
        };
        const auto switches = [](const Measured& m) { return m.idle.wakes_per_second; };
        const auto idle = [](const Measured& m) { return m.idle.core_percent; };
        const auto memory = [](const Measured& m) { return m.pss_megabytes; };
        return {beside("first usable frame, median", "ms", 350, start(50)),
                beside("first usable frame, quickest", "ms", {}, start(0)),
                beside("memory after visits (PSS)", "MB", 130, memory),
                {.name = "idle on attract, no camera",
                 .unit = "%",
                 .limit = 0.5,
                 .rexue = no_camera_.core_percent,
                 .bare = bare_.idle.core_percent},
                {.name = "idle on attract, no camera, wakes",
                 .unit = "/s",
                 .limit = {},
                 .rexue = no_camera_.wakes_per_second,
                 .bare = bare_.idle.wakes_per_second},
                beside("idle on attract, camera streaming", "%", {}, idle),
                beside("idle on attract, camera streaming, wakes", "/s", {}, switches),
                beside("tap to changed pixel, p50", "ms", {}, tap(50)),
                beside("tap to changed pixel, p95", "ms", 25, tap(95))};
    }

    void print_threads() const {
        for (const auto& [title, cost] :
             {std::pair{"no camera", &no_camera_}, std::pair{"camera streaming", &kiosk_.idle}}) {
            std::printf("threads, %s:\n", title);
            for (const auto& thread : cost->threads) {
                std::printf("  %-16s %8.1f wakes/s %7.2f %%\n", thread.name.c_str(),
                            thread.wakes_per_second, thread.core_percent);
            }
        }
    }

  private:
    base::Result<std::unique_ptr<support::WatchedKiosk>> watched(
        std::vector<std::string> more = {}) const {
        auto command = kiosk_command();
        command.insert(command.end(), more.begin(), more.end());
        return support::WatchedKiosk::start({.command = command,
                                             .control = house_.sockets() / "donor.socket",
                                             .log = house_.logs() / "donor.log",
                                             .display = display_});
    }

    std::vector<std::string> kiosk_command() const {
        return house_.kiosk_command("donor", bench::bare::width_px, bench::bare::height_px);
    }

    base::Status rest(pid_t process, bench::IdleCost& cost) const {
        const auto watched = bench::watch_idle(process, std::chrono::seconds(plan_.idle_seconds));
        if (!watched) return base::fail(watched);
        cost = *watched;
        return {};
    }

    base::Status use(pid_t process, const bench::Answer& there, const bench::Answer& back,
                     Measured& measured) {
        const auto taps = bench::tap_ms(finger_, there, back, plan_.taps);
        if (!taps) return base::fail(taps);
        measured.tap_ms = *taps;
        const auto memory = bench::pss_megabytes(process);
        if (!memory) return base::fail(memory);
        measured.pss_megabytes = *memory;
        // After the memory was read: at rest the kernel may take unused pages away.
        return rest(process, measured.idle);
    }

    base::Status use_kiosk() {
        auto kiosk = watched();
        if (!kiosk) return base::fail(kiosk);
        const auto sights = bench::find_sights(**kiosk);
        if (!sights) return base::fail(sights);
        kiosk_sight_ = sights->first_frame;
        if (auto played = bench::play_visits(**kiosk, house_, plan_.assets, visits); !played) {
            return played;
        }
        return use((*kiosk)->pid(), sights->begin, sights->back, kiosk_);
    }

    std::vector<std::string> bare_command() const {
        return {(plan_.programs / "rexue-bench-bare").string()};
    }

    base::Status use_bare() {
        namespace bare = bench::bare;
        const bench::Place plain{bare::plain_x_px, bare::plain_y_px};
        const bench::Place middle{bare::button_x_px, bare::button_y_px};
        bare_sight_ = {{.place = plain, .colour = bare::first_colour}};
        const auto first = bench::start_ms({bare_command(), display_}, finger_, bare_sight_);
        if (!first) return base::fail(first);
        auto process = support::ChildProcess::start({.command = bare_command(),
                                                     .environment = {"DISPLAY=" + display_},
                                                     .log = "/dev/null"});
        if (!process) return base::fail(process);
        if (auto shown = bench::wait_for(finger_, bare_sight_); !shown) return shown;
        return use(process->pid(), {.press = middle, .seen = {plain, bare::second_colour}},
                   {.press = middle, .seen = {plain, bare::first_colour}}, bare_);
    }

    // In turn, so that a busy minute of the machine meets both.
    base::Status start_both() {
        for (int i = 0; i < plan_.starts; ++i) {
            const auto kiosk = bench::start_ms({kiosk_command(), display_}, finger_, kiosk_sight_);
            if (!kiosk) return base::fail(kiosk);
            const auto bare = bench::start_ms({bare_command(), display_}, finger_, bare_sight_);
            if (!bare) return base::fail(bare);
            std::fprintf(stderr, "rexue-bench: started in %.0f ms, bare in %.0f ms\n", *kiosk,
                         *bare);
            kiosk_.start_ms.push_back(*kiosk);
            bare_.start_ms.push_back(*bare);
        }
        return {};
    }

    base::Status rest_without_camera() {
        auto kiosk = watched({"--camera", "none"});
        if (!kiosk) return base::fail(kiosk);
        // Its start is not its rest: links come up, the house's particulars arrive.
        if (auto there = (*kiosk)->wait_for_screen("attract"); !there) return there;
        if (auto seen = bench::watch_idle((*kiosk)->pid(), std::chrono::seconds(2)); !seen) {
            return base::fail(seen);
        }
        return rest((*kiosk)->pid(), no_camera_);
    }

    const Plan& plan_;
    const demo::DemoHouse& house_;
    const std::string display_;
    support::Finger& finger_;
    std::vector<bench::Spot> kiosk_sight_;
    std::vector<bench::Spot> bare_sight_;
    Measured kiosk_;
    Measured bare_;
    bench::IdleCost no_camera_;
};

base::Status add_scanning(std::vector<bench::Figure>& figures) {
    tell("scanning");
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
    tell("full redraws of every screen");
    // Both a portrait and a landscape window fit.
    const auto display = support::VirtualDisplay::start(1920, 1920);
    if (!display) return base::fail(display);
    setenv("DISPLAY", display->name().c_str(), 1);
    const auto costs = bench::frame_costs(plan.frames);
    if (!costs) return base::fail(costs);
    double clear_and_swap_ms = 0;
    for (const bench::FrameCost& cost : *costs) {
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
    return {};
}

int give_up(const base::Error& error) {
    std::fprintf(stderr, "rexue-bench: could not measure: %s: %s\n",
                 std::string(base::to_string(error.code)).c_str(), error.detail.c_str());
    return 1;
}

base::Status measure_kiosk(const Plan& plan, std::vector<bench::Figure>& figures) {
    const support::TestFolder folder;
    auto house = demo::DemoHouse::build({.kiosk = plan.programs / "rexue-kiosk",
                                         .server = plan.programs / "rexue-server",
                                         .ctl = plan.programs / "rexuectl"},
                                        folder.path());
    if (!house) return base::fail(house);
    auto display = support::VirtualDisplay::start(bench::bare::width_px, bench::bare::height_px);
    if (!display) return base::fail(display);
    auto finger = support::Finger::on(display->name());
    if (!finger) return base::fail(finger);
    Bench bench(plan, *house, display->name(), **finger);
    if (auto done = bench.run(); !done) return done;
    figures = bench.figures();
    if (plan.threads) bench.print_threads();
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
    if (plan.measures("frames")) {
        if (auto added = add_frames(plan, figures); !added) return give_up(added.error());
    }
    const double load = load_average();
    std::printf("%s", bench::table_of(figures).c_str());
    std::printf("load average %.1f before, %.1f after; %d starts, %d taps, %d s of rest\n",
                load_before, load, plan.starts, 2 * plan.taps, plan.idle_seconds);
    if (plan.json.empty()) return 0;
    const auto written = bench::write_figures(plan.json, figures, load);
    return written ? 0 : give_up(written.error());
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"rexue-bench: the donor terminal beside a bare ImGui window"};
    Plan plan;
    app.add_option("--json", plan.json, "file for the figures");
    app.add_option("--starts", plan.starts, "starts of each program")->check(CLI::Range(1, 1000));
    app.add_option("--taps", plan.taps, "taps there and back")->check(CLI::Range(1, 10'000));
    app.add_option("--idle-seconds", plan.idle_seconds, "watched at rest")
        ->check(CLI::Range(1, 600));
    app.add_option("--frames", plan.frames, "redraws of each screen")->check(CLI::Range(1, 10'000));
    app.add_option("--measure", plan.parts, "kiosk, scanning, frames; without it all three")
        ->check(CLI::IsMember({"kiosk", "scanning", "frames"}));
    app.add_flag("--threads", plan.threads, "what each thread does at rest");
    CLI11_PARSE(app, argc, argv);
    plan.programs = fs::read_symlink("/proc/self/exe").parent_path();
    plan.assets = REXUE_ASSETS_DIR;
    if (auto loaded = ui::load_strings(plan.programs.parent_path() / "assets/strings"); !loaded) {
        return give_up(loaded.error());
    }
    (void)ui::set_language("zh_CN");
    return measure(plan);
}

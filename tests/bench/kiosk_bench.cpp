#include "tests/bench/kiosk_bench.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <utility>

#include "tests/bench/bare_window.h"
#include "tests/bench/glass.h"
#include "tests/bench/kiosk_subject.h"
#include "tests/bench/progress.h"
#include "tests/support/watched_kiosk.h"

namespace rexue::bench {

namespace {

constexpr int visits = 3;
constexpr int wakes = 10;
// How long a finger lies on the glass in a tap.
constexpr std::chrono::milliseconds usual_hold{60};

class Bench {
  public:
    Bench(const KioskPlan& plan, const demo::DemoHouse& house, std::string display,
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

    Comparison comparison() && { return std::move(measured_); }

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
        return house_.kiosk_command("donor", bare::width_px, bare::height_px);
    }

    base::Status rest(pid_t process, IdleCost& cost) const {
        const auto watched = watch_idle(process, std::chrono::seconds(plan_.idle_seconds));
        if (!watched) return base::fail(watched);
        cost = *watched;
        return {};
    }

    base::Status use(pid_t process, const Answer& there, const Answer& back, Measured& measured) {
        const auto taps = tap_ms(finger_, there, back, plan_.taps, std::chrono::milliseconds(0));
        if (!taps) return base::fail(taps);
        measured.tap_ms = *taps;
        const auto held = tap_ms(finger_, there, back, plan_.taps, usual_hold);
        if (!held) return base::fail(held);
        measured.held_tap_ms = *held;
        const auto memory = pss_megabytes(process);
        if (!memory) return base::fail(memory);
        measured.pss_megabytes = *memory;
        // After the memory was read: at rest the kernel may take unused pages away.
        return rest(process, measured.idle);
    }

    base::Status use_kiosk() {
        auto kiosk = watched();
        if (!kiosk) return base::fail(kiosk);
        const auto sights = find_sights(**kiosk);
        if (!sights) return base::fail(sights);
        kiosk_sight_ = sights->first_frame;
        if (auto played = play_visits(**kiosk, house_, plan_.assets, visits); !played) {
            return played;
        }
        const auto woken = wake_ms(finger_, sights->begin, sights->back, wakes);
        if (!woken) return base::fail(woken);
        measured_.kiosk.wake_ms = *woken;
        return use((*kiosk)->pid(), sights->begin, sights->back, measured_.kiosk);
    }

    std::vector<std::string> bare_command() const {
        return {(plan_.programs / "rexue-bench-bare").string()};
    }

    base::Status use_bare() {
        const Place plain{bare::plain_x_px, bare::plain_y_px};
        const Place middle{bare::button_x_px, bare::button_y_px};
        bare_sight_ = {{.place = plain, .colour = bare::first_colour}};
        const auto first = start_ms({bare_command(), display_}, finger_, bare_sight_);
        if (!first) return base::fail(first);
        auto process = support::ChildProcess::start({.command = bare_command(),
                                                     .environment = {"DISPLAY=" + display_},
                                                     .log = "/dev/null"});
        if (!process) return base::fail(process);
        if (auto shown = wait_for(finger_, bare_sight_); !shown) return shown;
        return use(process->pid(), {.press = middle, .seen = {plain, bare::second_colour}},
                   {.press = middle, .seen = {plain, bare::first_colour}}, measured_.bare);
    }

    // In turn, so that a busy minute of the machine meets both.
    base::Status start_both() {
        for (int i = 0; i < plan_.starts; ++i) {
            const auto kiosk = start_ms({kiosk_command(), display_}, finger_, kiosk_sight_);
            if (!kiosk) return base::fail(kiosk);
            const auto bare = start_ms({bare_command(), display_}, finger_, bare_sight_);
            if (!bare) return base::fail(bare);
            std::fprintf(stderr, "rexue-bench: started in %.0f ms, bare in %.0f ms\n", *kiosk,
                         *bare);
            measured_.kiosk.start_ms.push_back(*kiosk);
            measured_.bare.start_ms.push_back(*bare);
        }
        return {};
    }

    base::Status rest_without_camera() {
        auto kiosk = watched({"--camera", "none"});
        if (!kiosk) return base::fail(kiosk);
        // Its start is not its rest: links come up, the house's particulars arrive.
        if (auto there = (*kiosk)->wait_for_screen("attract"); !there) return there;
        if (auto seen = watch_idle((*kiosk)->pid(), std::chrono::seconds(2)); !seen) {
            return base::fail(seen);
        }
        return rest((*kiosk)->pid(), measured_.no_camera);
    }

    const KioskPlan& plan_;
    const demo::DemoHouse& house_;
    const std::string display_;
    support::Finger& finger_;
    std::vector<Spot> kiosk_sight_;
    std::vector<Spot> bare_sight_;
    Comparison measured_;
};

} // namespace

std::chrono::seconds expected_time(const KioskPlan& plan) {
    constexpr double a_visit_s = 6;
    constexpr double a_wake_s = 3.5;
    constexpr double a_tap_s = 0.28; // and another one with a finger that lies there longer
    constexpr double a_start_s = 0.7;
    constexpr double building_s = 15;
    const double taps_s = plan.taps * 2 * (a_tap_s + a_tap_s + usual_hold.count() / 1000.0);
    return std::chrono::seconds(std::lround(building_s + visits * a_visit_s + wakes * a_wake_s +
                                            2 * taps_s + plan.starts * a_start_s +
                                            3 * plan.idle_seconds));
}

base::Result<Comparison> compare_with_bare(const KioskPlan& plan, const demo::DemoHouse& house,
                                           const std::string& display, support::Finger& finger) {
    Bench bench(plan, house, display, finger);
    if (auto done = bench.run(); !done) return base::fail(done);
    return std::move(bench).comparison();
}

} // namespace rexue::bench

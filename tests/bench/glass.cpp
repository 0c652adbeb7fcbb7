#include "tests/bench/glass.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <fmt/format.h>

#include "tests/support/child_process.h"

namespace rexue::bench {

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr auto patience = std::chrono::seconds(20);
// Between two looks the X server belongs to the program that draws.
constexpr auto between_looks = std::chrono::microseconds(300);
// A hand needs longer than this for its next press; what is still moving comes to rest.
constexpr auto between_taps = std::chrono::milliseconds(250);
// Caches have gone cold by then, threads sleep.
constexpr auto rest_before_waking = std::chrono::seconds(3);

bool shows(support::Finger& finger, const Spot& spot) {
    const auto colours = finger.pixels_around(spot.place.x_px, spot.place.y_px, spot.reach_px);
    return std::ranges::find(colours, spot.colour) != colours.end();
}

std::string what_is_missing(support::Finger& finger, const std::vector<Spot>& spots) {
    std::string text = fmt::format("in {} s the display did not come to show", patience.count());
    for (const Spot& spot : spots) {
        if (shows(finger, spot)) continue;
        text += fmt::format(" #{:06X} at {},{} (there is #{:06X})", spot.colour, spot.place.x_px,
                            spot.place.y_px, finger.pixel(spot.place.x_px, spot.place.y_px));
    }
    return text;
}

base::Result<double> ms_until(support::Finger& finger, const std::vector<Spot>& spots,
                              Clock::time_point start) {
    while (true) {
        if (std::ranges::all_of(spots, [&](const Spot& spot) { return shows(finger, spot); })) {
            return Milliseconds(Clock::now() - start).count();
        }
        if (Clock::now() - start > patience) {
            return base::fail(base::ErrorCode::timeout, what_is_missing(finger, spots));
        }
        std::this_thread::sleep_for(between_looks);
    }
}

// From the lifting of the finger, or from the press when the two are one.
base::Result<double> one_tap_ms(support::Finger& finger, const Answer& answer,
                                std::chrono::milliseconds held) {
    if (shows(finger, answer.seen)) {
        return base::fail(base::ErrorCode::conflict, "the answer is there before the press");
    }
    auto start = Clock::now();
    if (held.count() == 0) {
        finger.tap(answer.press.x_px, answer.press.y_px);
    } else {
        finger.press(answer.press.x_px, answer.press.y_px);
        std::this_thread::sleep_for(held);
        start = Clock::now();
        finger.lift();
    }
    return ms_until(finger, {answer.seen}, start);
}

int distance(unsigned long a, unsigned long b) {
    int sum = 0;
    for (const int shift : {0, 8, 16}) {
        sum +=
            std::abs(static_cast<int>(a >> shift & 0xFFU) - static_cast<int>(b >> shift & 0xFFU));
    }
    return sum;
}

} // namespace

base::Result<double> start_ms(const Program& program, support::Finger& finger,
                              const std::vector<Spot>& first_frame) {
    if (std::ranges::all_of(first_frame, [&](const Spot& spot) { return shows(finger, spot); })) {
        return base::fail(base::ErrorCode::conflict,
                          "the display shows the program before it runs");
    }
    const auto start = Clock::now();
    const auto process = support::ChildProcess::start(
        {.command = program.command,
         .environment = {"DISPLAY=" + program.display, "LIBGL_ALWAYS_SOFTWARE=1",
                         "GALLIUM_DRIVER=llvmpipe"},
         .log = "/dev/null"});
    if (!process) return base::fail(process);
    return ms_until(finger, first_frame, start);
}

base::Status wait_for(support::Finger& finger, const std::vector<Spot>& spots) {
    const auto took = ms_until(finger, spots, Clock::now());
    if (!took) return base::fail(took);
    return {};
}

base::Result<std::vector<double>> tap_ms(support::Finger& finger, const Answer& there,
                                         const Answer& back, int count,
                                         std::chrono::milliseconds held) {
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        for (const Answer* const answer : {&there, &back}) {
            std::this_thread::sleep_for(between_taps);
            const auto took = one_tap_ms(finger, *answer, held);
            if (!took) return base::fail(took);
            all.push_back(*took);
        }
    }
    return all;
}

base::Result<std::vector<double>> wake_ms(support::Finger& finger, const Answer& there,
                                          const Answer& back, int count) {
    std::vector<double> all;
    for (int i = 0; i < count; ++i) {
        std::this_thread::sleep_for(rest_before_waking);
        const auto woken = one_tap_ms(finger, there, {});
        if (!woken) return base::fail(woken);
        all.push_back(*woken);
        std::this_thread::sleep_for(between_taps);
        if (const auto rests = one_tap_ms(finger, back, {}); !rests) return base::fail(rests);
    }
    return all;
}

std::vector<Spot> letter_and_ground(support::Finger& finger, Place corner, int width_px,
                                    int height_px) {
    const Place first{corner.x_px + width_px / 2, corner.y_px + height_px / 8};
    const Spot ground{.place = first, .colour = finger.pixel(first.x_px, first.y_px)};
    Spot letter = ground;
    const int y = corner.y_px + height_px / 2;
    for (int x = corner.x_px + width_px / 4; x < corner.x_px + width_px * 3 / 4; ++x) {
        const unsigned long colour = finger.pixel(x, y);
        if (distance(colour, ground.colour) > distance(letter.colour, ground.colour)) {
            letter = {.place = {x, y}, .colour = colour, .reach_px = wander_px};
        }
    }
    return {ground, letter};
}

} // namespace rexue::bench

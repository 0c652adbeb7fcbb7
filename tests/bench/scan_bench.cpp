#include "tests/bench/scan_bench.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <time.h>

#include "platform/devices/barcode/live_scan.h"
#include "platform/image/picture.h"
#include "platform/time/clock.h"
#include "tests/support/code_pictures.h"

namespace rexue::bench {

namespace {

using devices::CodeFormat;
using devices::LiveScan;
using support::Ink;
using support::Scene;
using Milliseconds = std::chrono::duration<double, std::milli>;
using Frames = std::vector<std::vector<std::byte>>;

constexpr int width_px = 1280;
constexpr int height_px = 720;
constexpr int jpeg_quality = 85;
constexpr std::chrono::milliseconds frame_period{1000 / 15};

Milliseconds thread_time() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::seconds(spent.tv_sec) + std::chrono::nanoseconds(spent.tv_nsec);
}

void put(std::ostream& out, std::string_view name, double value, std::string_view unit) {
    out << R"({"name":")" << name << R"(","value":)" << value << R"(,"unit":")" << unit << "\"}\n";
}

// A room in which somebody walks by, or nothing moves but the noise.
Frames room_frames(int count, bool moves) {
    Frames frames;
    for (int i = 0; i < count; ++i) {
        auto room = support::room_picture(width_px, height_px, 5);
        std::mt19937 noise(unsigned(i) + 1);
        for (auto& grey : room.luminance) {
            grey = std::uint8_t(std::clamp(int(grey) + int(noise() % 7) - 3, 0, 255));
        }
        for (int y = 100; moves && y < height_px; ++y) {
            for (int x = 0; x < 240; ++x) {
                room.luminance[size_t(y) * width_px + size_t((x + i * 70) % width_px)] = 60;
            }
        }
        frames.push_back(support::jpeg_of(room, jpeg_quality));
    }
    return frames;
}

Frames code_frames(Ink ink, int count) {
    Frames frames;
    for (int i = 0; i < count; ++i) {
        const Scene scene{.width_px = width_px,
                          .height_px = height_px,
                          .module_px = 3.5 + 0.4 * (i % 5),
                          .turned_degrees = 13.0 * i,
                          .blur_px = 0.8,
                          .contrast = 0.8,
                          .noise = 4.0,
                          .ink = ink,
                          .background = support::Background::textured,
                          .seed = unsigned(i) + 1};
        const std::string text = "RXH1:" + std::string(120, 'A') + std::to_string(i);
        frames.push_back(
            support::jpeg_of(support::code_picture(CodeFormat::qr, text, scene), jpeg_quality));
    }
    return frames;
}

// A frame as the camera's thread and the scanner's thread treat it.
bool look_at(LiveScan& scan, const std::vector<std::byte>& frame) {
    const auto image = image::read_grey(frame);
    return image && scan.look_at(*image).has_value();
}

double core_share_percent(const Frames& frames, int periods) {
    time::SimulatedClock clock{base::Instant{}};
    LiveScan scan(clock);
    const auto start = thread_time();
    for (int i = 0; i < periods; ++i) {
        look_at(scan, frames[size_t(i) % frames.size()]);
        clock.advance(frame_period);
    }
    return (thread_time() - start) / (frame_period * periods) * 100.0;
}

// The room for a second or two, then a code held still: milliseconds to the report, the periods
// of the frames it took and the work in the last one. Negative when it was not read in a second.
double first_frame_ms(const Frames& room, const std::vector<std::byte>& code, size_t room_periods) {
    time::SimulatedClock clock{base::Instant{}};
    LiveScan scan(clock);
    for (size_t i = 0; i < room_periods; ++i) {
        look_at(scan, room[i % room.size()]);
        clock.advance(frame_period);
    }
    for (int waited = 0; waited < 15; ++waited) {
        const auto start = std::chrono::steady_clock::now();
        const bool read = look_at(scan, code);
        const Milliseconds work = std::chrono::steady_clock::now() - start;
        if (read) return Milliseconds(frame_period * waited).count() + work.count();
        clock.advance(frame_period);
    }
    return -1;
}

// Negative when one was not read.
double first_frame_p95_ms(const Frames& room, const Frames& codes) {
    std::vector<double> all;
    for (size_t i = 0; i < codes.size(); ++i)
        all.push_back(first_frame_ms(room, codes[i], 15 + i % 4));
    std::ranges::sort(all);
    return all.front() < 0 ? -1 : all[all.size() * 95 / 100];
}

} // namespace

int bench_scanning(std::ostream& out) {
    const Frames walking = room_frames(10, true);
    const Frames resting = room_frames(10, false);

    const auto start = thread_time();
    for (const auto& frame : walking)
        REXUE_ASSERT(image::read_grey(frame).has_value());
    put(out, "decode_frame_ms", (thread_time() - start).count() / double(walking.size()), "ms");
    put(out, "scan_core_share", core_share_percent(walking, 150), "percent");
    put(out, "scan_core_share_at_rest", core_share_percent(resting, 150), "percent");

    constexpr int codes = 20;
    const double dark = first_frame_p95_ms(walking, code_frames(Ink::dark_on_light, codes));
    const double light = first_frame_p95_ms(walking, code_frames(Ink::light_on_dark, codes));
    put(out, "scan_first_frame_p95_ms", dark, "ms");
    put(out, "scan_first_frame_inverted_p95_ms", light, "ms");
    return dark < 0 || light < 0 ? 1 : 0;
}

} // namespace rexue::bench

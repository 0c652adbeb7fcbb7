// The donor terminal and a bare ImGui window on the same glass, by the same finger: how they start,
// answer and rest.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/bench/process_cost.h"
#include "tests/demo/demo_house.h"
#include "tests/support/virtual_display.h"

namespace rexue::bench {

struct KioskPlan {
    std::filesystem::path programs;
    std::filesystem::path assets;
    int starts = 9;
    int taps = 30; // there and back again
    int idle_seconds = 20;
};

// One program on the glass, measured.
struct Measured {
    std::vector<double> start_ms;
    std::vector<double> tap_ms;      // press and lift in one breath
    std::vector<double> held_tap_ms; // from the lifting of a finger that lay there for a while
    std::vector<double> wake_ms;     // out of the attract screen's rest; not of the bare window
    double pss_megabytes = 0;
    IdleCost idle;
};

struct Comparison {
    Measured kiosk;     // at rest a camera streams, and every frame is searched for codes
    IdleCost no_camera; // the same at rest without a camera: scanning apart
    Measured bare;
};

// Roughly how long it takes on a machine that does nothing else.
std::chrono::seconds expected_time(const KioskPlan& plan);

// Minutes. Tells on stderr how far it is. Every wait has an end and says what it waited for.
base::Result<Comparison> compare_with_bare(const KioskPlan& plan, const demo::DemoHouse& house,
                                           const std::string& display, support::Finger& finger);

} // namespace rexue::bench

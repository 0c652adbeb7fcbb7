// What rexue-kiosk is told on its command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/donor_devices.h"
#include "kiosk/app/draw_screen.h"
#include "kiosk/app/narrator.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/ui.h"
#include "net/wire/enrolment.h"

namespace rexue::app {

struct Options {
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::filesystem::path profile;
    std::filesystem::path assets;  // icons, images
    std::filesystem::path strings; // compiled catalogues
    std::filesystem::path input;   // what the keyboards look up
    std::string language = "zh_CN";
    ui::Canvas canvas;
    float viewing_distance_mm = 600;
    bool fullscreen = false;
    bool show_cursor = true;
    bool motion = true;
    DeviceOptions devices;
    NarratorOptions narrator;
    std::filesystem::path theme; // of the city; empty: ours
    // Of a screen whose people cannot choose it themselves.
    ui::Contrast contrast = ui::Contrast::normal;
    std::filesystem::path simulated; // empty: real devices
    std::filesystem::path control;   // empty: no control socket
};

// Sizes of the panel follow from the surface unless given. At most one of the two orders is there;
// nothing to do (--help, a wrong option): the exit code, and the text has been printed.
struct Parsed {
    std::optional<Options> options;     // a surface to run
    std::optional<ScreenOrder> drawing; // or one screen to draw
    int exit_code = 0;
};
Parsed parse_options(int argc, char** argv);

} // namespace rexue::app

// What rexue-kiosk is told on its command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "kiosk/app/donor_devices.h"
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
    DeviceOptions devices;
    std::filesystem::path control; // empty: no control socket
};

// Sizes of the panel follow from the surface unless given. Nothing to start (--help, a wrong
// option): the exit code, and the text has been printed.
struct Parsed {
    std::optional<Options> options;
    int exit_code = 0;
};
Parsed parse_options(int argc, char** argv);

} // namespace rexue::app

// rexue-kiosk --screen: a picture of any screen with invented people, without a window, a house
// or a server.
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>

#include "kiosk/flow/donor/preferences.h"
#include "net/wire/enrolment.h"

namespace rexue::app {

struct ScreenOrder {
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::string screen; // "confirm-first"; "list" tells all names
    // Language and look for every surface, reach for donors.
    flow::donor::Preferences preferences;
    // Another panel than the surface's own.
    std::optional<int> width_px;
    std::optional<int> height_px;
    std::optional<float> width_mm;
    std::filesystem::path out; // a PNG file; its folder is there
    std::filesystem::path assets;
    std::filesystem::path strings;
};

// 0, with the names or nothing on `out`; 1 with a sentence on `err`, and the names when there is
// no such screen. Draws in software, so that the picture is the same everywhere.
int draw_screen(const ScreenOrder& order, std::ostream& out, std::ostream& err);

} // namespace rexue::app

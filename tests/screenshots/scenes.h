// Every screen of every surface in a state worth looking at: what the picture tests draw, and
// what a person reviews.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/ui.h"

namespace rexue::screenshots {

// Its layout is checked in any case.
enum class Kept { picture, layout };

struct Scene {
    std::string name; // also the file's: "donor-confirm-known"
    std::string language = "zh_CN";
    ui::Canvas canvas;
    float viewing_distance_mm = 600;
    ui::Look look;
    Kept kept = Kept::picture;
    bool lower_half = false; // what is needed must lie there
    std::function<void(ui::Frame&)> draw;
};

// Made once.
const std::vector<Scene>& all_scenes();
// Those of which a person accepts the picture.
const std::vector<Scene>& pictured_scenes();

// One list a surface.
std::vector<Scene> donor_scenes();
std::vector<Scene> staff_scenes();
std::vector<Scene> board_scenes();

} // namespace rexue::screenshots

// What the tests draw: every sample scene, in every manner its people may choose.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/samples/scenes.h"

namespace rexue::screenshots {

// Its layout is checked in any case.
enum class Kept { picture, layout };

// The name is the picture's file too: "donor-confirm-first-care".
struct Scene : screens::samples::Scene {
    Kept kept = Kept::picture;
    std::string manner;      // the same for all scenes that are drawn in it
    std::string screen;      // the same for one scene in all its manners
    bool lower_half = false; // what is needed must lie there
};

// Made once.
const std::vector<Scene>& all_scenes();
// Those of which a person accepts the picture.
const std::vector<Scene>& pictured_scenes();

// Of one surface alone.
std::vector<Scene> donor_scenes();
std::vector<Scene> staff_scenes();
std::vector<Scene> board_scenes();
std::vector<Scene> volunteer_scenes();

} // namespace rexue::screenshots

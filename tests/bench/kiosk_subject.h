// The donor terminal as it is measured: where to press and look, and visits to be played on it.
#pragma once

#include <filesystem>
#include <vector>

#include "platform/base/error.h"
#include "tests/bench/glass.h"
#include "tests/demo/demo_house.h"
#include "tests/support/watched_kiosk.h"

namespace rexue::bench {

struct KioskSights {
    std::vector<Spot> first_frame; // Chinese words on the button that begins a visit
    Answer begin;                  // attract → identify
    Answer back;                   // identify → attract
};
// Stands on the attract screen before and after.
base::Result<KioskSights> find_sights(support::WatchedKiosk& kiosk);

// Whole visits by ID card, from the attract screen to the attract screen.
base::Status play_visits(support::WatchedKiosk& kiosk, const demo::DemoHouse& house,
                         const std::filesystem::path& assets, int count);

} // namespace rexue::bench

// The donor surface at work: flow, screens, devices and the terminal behind them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/app/donor_devices.h"
#include "kiosk/app/narrator.h"
#include "kiosk/app/surface.h"
#include "kiosk/app/terminal.h"
#include "platform/base/error.h"

namespace rexue::app {

using DonorForms = std::shared_ptr<const flow::donor::Forms>;

using DonorHonours = std::shared_ptr<const honour::Honours>;

// What the talk and the honours go by.
struct DonorRules {
    DonorForms forms = nullptr;     // without them staff talk with every donor
    DonorHonours honours = nullptr; // without them no honours are offered
};

// `terminal` outlives the surface; `wake` ends the window thread's wait, from any thread. Without
// `han_table` (see platform/input_method) the keyboards do without rare characters.
base::Result<std::unique_ptr<Surface>> make_donor_surface(
    Terminal& terminal, const DeviceOptions& devices, NarratorOptions narrator,
    const std::function<void()>& wake, std::filesystem::path han_table = {}, DonorRules rules = {});

} // namespace rexue::app

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

// `terminal` outlives the surface; `wake` ends the window thread's wait, from any thread. Without
// `han_table` (see platform/input_method) the keyboards do without rare characters; without `forms`
// staff talk with every donor.
base::Result<std::unique_ptr<Surface>> make_donor_surface(Terminal& terminal,
                                                          const DeviceOptions& devices,
                                                          NarratorOptions narrator,
                                                          const std::function<void()>& wake,
                                                          std::filesystem::path han_table = {},
                                                          DonorForms forms = nullptr);

} // namespace rexue::app

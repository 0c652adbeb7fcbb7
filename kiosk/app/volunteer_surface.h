// The volunteer's tablet as a running surface: camera, reader, printer, and the terminal that
// verifies cards and asks the centre.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/app/donor_devices.h"
#include "kiosk/app/surface.h"
#include "kiosk/app/terminal.h"
#include "kiosk/rules/honour/honours.h"

namespace rexue::app {

struct VolunteerOptions {
    DeviceOptions devices;
    std::shared_ptr<const honour::Honours> honours; // null: the surface says that there are none
};

// `terminal` outlives the surface.
base::Result<std::unique_ptr<Surface>> make_volunteer_surface(Terminal& terminal,
                                                              VolunteerOptions options,
                                                              std::function<void()> wake);

} // namespace rexue::app

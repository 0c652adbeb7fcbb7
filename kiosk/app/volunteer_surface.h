// The volunteer's tablet as a running surface: camera, reader, printer, verifier and centre.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "kiosk/app/card_verifier.h"
#include "kiosk/app/donor_devices.h"
#include "kiosk/app/surface.h"
#include "kiosk/app/terminal.h"

namespace rexue::app {

struct VolunteerOptions {
    DeviceOptions devices;
    std::filesystem::path assets; // of the honours' lists
};

// `terminal` and `verifier` outlive the surface. Lists that cannot be read are logged, and
// the surface says that there are none.
base::Result<std::unique_ptr<Surface>> make_volunteer_surface(Terminal& terminal,
                                                              CardVerifier& verifier,
                                                              const VolunteerOptions& options,
                                                              std::function<void()> wake);

} // namespace rexue::app

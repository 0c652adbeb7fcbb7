// The staff surface at work.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/app/surface.h"
#include "kiosk/app/terminal.h"

namespace rexue::app {

// `terminal` outlives the surface; `wake` ends the window thread's wait, from any thread.
std::unique_ptr<Surface> make_staff_surface(Terminal& terminal, const time::Clock& clock,
                                            std::function<void()> wake);

} // namespace rexue::app

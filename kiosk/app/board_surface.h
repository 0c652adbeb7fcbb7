// The board at work.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/app/narrator.h"
#include "kiosk/app/surface.h"
#include "kiosk/app/terminal.h"

namespace rexue::app {

// `terminal` outlives the surface; `wake` ends the window thread's wait, from any thread.
base::Result<std::unique_ptr<Surface>> make_board_surface(Terminal& terminal,
                                                          NarratorOptions narrator,
                                                          std::function<void()> wake);

} // namespace rexue::app

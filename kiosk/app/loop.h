// The window loop: draws only when asked, sleeps otherwise.
#pragma once

#include <cstdint>

#include "kiosk/app/control.h"
#include "kiosk/app/dock.h"
#include "kiosk/app/ending.h"
#include "kiosk/app/surface.h"
#include "kiosk/ui/ui.h"
#include "platform/base/error.h"
#include "platform/time/clock.h"
#include "platform/window/window.h"

namespace rexue::app {

struct LoopParts {
    window::Window& window;
    ui::Ui& ui;
    Surface& surface;
    const time::Clock& clock;
    ui::Theme house_theme = {};
    float viewing_distance_mm = 600;
    Control* control = nullptr; // null: nobody looks on
    Dock* dock = nullptr;       // null: not a development build
};

flow::Now now_of(const time::Clock& clock);

// Runs until the window is closed or SIGTERM or SIGINT arrives.
void run_loop(const LoopParts& parts, EndingSignals& ending);

// One turn without waiting: takes input, applies events, composes frames as long as something
// changes and shows the newest. Returns how many frames were composed.
int turn(const LoopParts& parts);

} // namespace rexue::app

// What a person at the glass sees and when: single pixels of a display, watched.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "platform/base/error.h"
#include "tests/support/virtual_display.h"

namespace rexue::bench {

struct Place {
    int x_px = 0;
    int y_px = 0;
};

struct Spot {
    Place place;
    unsigned long colour = 0; // 0xRRGGBB
    int reach_px = 0;         // it may be so far off: pictures wander against burn-in
};

// Between two moments of one terminal: two pixels to each side.
inline constexpr int wander_px = 2 * ui::terminal_wander_px;

// A press, and what shows that it was answered.
struct Answer {
    Place press;
    Spot seen;
};

struct Program {
    std::vector<std::string> command;
    std::string display;
};

// From a program's start to the moment all spots show their colours, in milliseconds; it is ended
// again. conflict when they are there before it starts.
base::Result<double> start_ms(const Program& program, support::Finger& finger,
                              const std::vector<Spot>& first_frame);

// Until all spots show their colours. timeout.
base::Status wait_for(support::Finger& finger, const std::vector<Spot>& spots);

// To the changed pixel, in milliseconds; `count` times there and back again. From the press when
// finger and glass part at once, else from the lifting of a finger that lay there for `held`.
base::Result<std::vector<double>> tap_ms(support::Finger& finger, const Answer& there,
                                         const Answer& back, int count,
                                         std::chrono::milliseconds held);

// Places within a rectangle where the pixels differ most from each other: a letter and its ground.
std::vector<Spot> letter_and_ground(support::Finger& finger, Place corner, int width_px,
                                    int height_px);

} // namespace rexue::bench

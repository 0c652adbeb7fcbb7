// Every widget in the states that are worth a look, for layout checks and for pictures.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"

namespace rexue::ui::widgets {

struct Exhibit {
    std::string name;
    Canvas canvas;
    std::function<void(Frame&)> draw;
};

// The words are of the language shown while it is drawn.
std::vector<Exhibit> gallery();

// The width of the screens' content.
inline constexpr float content_width_mm = 240;

} // namespace rexue::ui::widgets

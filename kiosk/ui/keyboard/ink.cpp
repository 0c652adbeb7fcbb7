#include "kiosk/ui/keyboard/ink.h"

#include <algorithm>

namespace rexue::ui::keyboard {

bool add_ink(std::vector<input_method::Stroke>& ink, const Keystroke& drawn) {
    size_t points = 0;
    for (const input_method::Stroke& stroke : ink)
        points += stroke.size();
    if (drawn.starts) {
        if (ink.size() == max_ink_strokes) return false;
        ink.emplace_back();
    }
    if (ink.empty()) return false;
    for (const input_method::InkPoint& point : drawn.points) {
        if (++points > max_ink_points) break;
        ink.back().push_back(point);
    }
    return true;
}

bool erase_stroke(std::vector<input_method::Stroke>& ink) {
    if (ink.empty()) return false;
    std::ranges::fill(ink.back(), input_method::InkPoint{});
    ink.pop_back();
    return true;
}

} // namespace rexue::ui::keyboard

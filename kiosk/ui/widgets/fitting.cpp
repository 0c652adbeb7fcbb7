#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

TextSize size_that_fits(Frame& frame, std::string_view words, float width_mm, TextSize most,
                        Weight weight) {
    for (const TextSize size : {TextSize::title, TextSize::large, TextSize::body}) {
        if (size > most) continue;
        if (frame.measure(words, 0, {.size = size, .weight = weight}).w <= width_mm) return size;
    }
    return TextSize::small;
}

float button_sides_mm(const Frame& frame, TextSize size) {
    constexpr float sides_per_capital = 2;
    return frame.metrics().capital_mm(size) * sides_per_capital;
}

} // namespace rexue::ui::widgets

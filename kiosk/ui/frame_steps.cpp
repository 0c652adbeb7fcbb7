// Frame: the progress of a visit.
#include <algorithm>

#include <fmt/format.h>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr float bar_mm = 1.6F;
constexpr float between_mm = 2.6F;
constexpr float icon_per_capital = 1.6F;

struct StepLook {
    Ink ink;
    Weight weight;
    Colour bar;
};

StepLook look_of(const Theme& theme, int step, int present) {
    if (step < present) return {Ink::done, Weight::regular, theme.done};
    if (step == present) return {Ink::action, Weight::bold, theme.action};
    return {Ink::secondary, Weight::regular, theme.line};
}

} // namespace

void Frame::steps(const Rect& rect, const std::string_view* labels, int count, int present) {
    if (count < 1) return;
    Ui::Parts& parts = ui_.parts();
    const int marked = std::clamp(present, 0, count - 1);
    parts.enter({.role = Role::progress,
                 .label = std::string(labels[marked]),
                 .value = fmt::format("{} / {}", marked + 1, count),
                 .rect = rect});
    const float width =
        (rect.w - between_mm * static_cast<float>(count - 1)) / static_cast<float>(count);
    for (int i = 0; i < count; ++i) {
        const StepLook look = look_of(theme(), i, present);
        const float x = rect.x + static_cast<float>(i) * (width + between_mm);
        parts.painter.fill(parts.px(Rect{x, rect.y, width, bar_mm}), look.bar,
                           parts.px(bar_mm / 2));
        float left = x;
        if (i < present) {
            const float side = metrics().small_mm * icon_per_capital;
            const float middle = rect.y + bar_mm + (rect.h - bar_mm) / 2;
            icon({left, middle - side / 2, side, side}, "check", look.ink);
            left += side + 0.8F;
        }
        text_row({left, rect.y + bar_mm, x + width - left, rect.h - bar_mm}, labels[i],
                 {.size = TextSize::small, .weight = look.weight, .ink = look.ink});
    }
}

} // namespace rexue::ui

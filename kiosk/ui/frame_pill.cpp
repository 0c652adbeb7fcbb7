// Frame: pills, the rounded labels with an icon and a word.
#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

constexpr float height_per_capital = 2.5F;
constexpr float side_per_capital = 1.1F;
constexpr float icon_per_capital = 1.5F;
constexpr float gap_per_capital = 0.5F;

TextLook look_of(TextSize size, Ink ink) {
    return {.size = size, .weight = Weight::bold, .ink = ink};
}

float icon_room(float capital_mm, std::string_view icon) {
    return icon.empty() ? 0 : capital_mm * (icon_per_capital + gap_per_capital);
}

} // namespace

Size Frame::measure_pill(std::string_view utf8, std::string_view icon, TextSize size) {
    const float capital = metrics().capital_mm(size);
    const Size words = measure(utf8, 0, look_of(size, Ink::primary));
    // An icon is round where a letter is straight: it needs a little less room beside it.
    const float sides = 2 * side_per_capital * capital - (icon.empty() ? 0 : 0.2F * capital);
    return {words.w + icon_room(capital, icon) + sides, capital * height_per_capital};
}

Rect Frame::pill(float x, float y, std::string_view utf8, Ground ground, Ink ink,
                 std::string_view icon, TextSize size) {
    Ui::Parts& parts = ui_.parts();
    const Size outer = measure_pill(utf8, icon, size);
    const Rect rect{x, y, outer.w, outer.h};
    const float capital = metrics().capital_mm(size);
    panel(
        rect,
        {.ground = ground, .border = theme().of(ground) == theme().page, .radius_mm = rect.h / 2});
    float left = x + side_per_capital * capital;
    if (!icon.empty()) {
        const float side = capital * icon_per_capital;
        left -= 0.2F * capital;
        parts.draw_icon({left, rect.centre_y() - side / 2, side, side}, icon, theme().of(ink));
        left += icon_room(capital, icon);
    }
    text_row({left, y, rect.right() - left, rect.h}, utf8, look_of(size, ink));
    return rect;
}

} // namespace rexue::ui

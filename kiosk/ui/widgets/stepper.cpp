#include "kiosk/ui/widgets/stepper.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace {

constexpr float button_share = 0.34F; // of the width, each
constexpr float icon_room_per_capital = 2.15F;

} // namespace

std::optional<int> stepper(Frame& frame, std::string_view id, const Rect& rect,
                           const Stepper& stepper) {
    const int most = std::max(stepper.least, stepper.most);
    const int value = std::clamp(stepper.value, stepper.least, most);
    const long step = std::max(1, stepper.step);
    const std::string number =
        stepper.words.empty() ? std::to_string(value) : std::string(stepper.words);
    const std::string prefix(id);

    const float width = rect.w * button_share;
    const auto size_of = [&](std::string_view words) {
        const float room = width - button_sides_mm(frame, TextSize::body) -
                           frame.metrics().capital_mm(TextSize::body) * icon_room_per_capital;
        return size_that_fits(frame, words, room, TextSize::body);
    };
    const TextSize size = std::min(size_of(tr("Less")), size_of(tr("More")));
    std::optional<int> changed;
    const auto button = [&](std::string_view name, float x, std::string_view words,
                            std::string_view icon, long next, bool enabled) {
        const ButtonLook look{
            .icon = icon, .enabled = enabled, .size = size, .value = stepper.label};
        if (frame.button(prefix + std::string(name), {x, rect.y, width, rect.h}, words, look)) {
            changed = static_cast<int>(std::clamp<long>(next, stepper.least, most));
        }
    };
    button("/less", rect.x, tr("Less"), "minus", value - step, value > stepper.least);
    const Rect middle{rect.x + width, rect.y, rect.w - 2 * width, rect.h};
    const TextSize number_size =
        size_that_fits(frame, number, middle.w - frame.metrics().gap_mm, TextSize::title);
    frame.text_in(middle, number,
                  {.size = number_size,
                   .weight = Weight::bold,
                   .role = Role::status,
                   .value = stepper.label});
    button("/more", middle.right(), tr("More"), "plus", value + step, value < most);
    return changed;
}

} // namespace rexue::ui::widgets

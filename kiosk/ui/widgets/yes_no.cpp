#include "kiosk/ui/widgets/yes_no.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace {

constexpr float most_height_per_least = 1.4F;

struct AnswerButton {
    Answer answer;
    std::string_view id;
    std::string_view words;
};

std::string_view or_usual(std::string_view words, std::string_view usual) {
    return words.empty() ? usual : words;
}

} // namespace

std::optional<Answer> yes_no(Frame& frame, std::string_view id, const Rect& room,
                             std::optional<Answer> selected, const YesNoWords& words) {
    const std::array buttons{
        AnswerButton{Answer::no, "/no", or_usual(words.no, tr("No"))},
        AnswerButton{Answer::yes, "/yes", or_usual(words.yes, tr("Yes"))},
        AnswerButton{Answer::unsure, "/unsure", or_usual(words.unsure, tr("Not sure"))}};
    const size_t count = words.offers_unsure ? 3 : 2;
    const auto parts = static_cast<float>(count);
    const Metrics& metrics = frame.metrics();
    const float gap = metrics.gap_mm;
    const float stacked_h = (room.h - gap * (parts - 1)) / parts;
    const bool is_stacked = stacked_h >= metrics.main_button_mm;
    const float width = is_stacked ? room.w : (room.w - gap * (parts - 1)) / parts;
    const float height =
        std::min(is_stacked ? stacked_h : room.h, metrics.main_button_mm * most_height_per_least);
    // All of one size, with room for the tick.
    TextSize size = TextSize::large;
    for (const AnswerButton& button : std::span(buttons).first(count)) {
        const float sides = 2 * button_sides_mm(frame, TextSize::large);
        size = std::min(size, size_that_fits(frame, button.words, width - sides, size));
    }
    std::optional<Answer> pressed;
    for (size_t i = 0; i < count; ++i) {
        const auto place = static_cast<float>(i);
        const Rect rect = is_stacked ? Rect{room.x, room.y + place * (height + gap), width, height}
                                     : Rect{room.x + place * (width + gap), room.y, width, height};
        const ButtonLook look{
            .selected = selected == buttons[i].answer, .size = size, .role = Role::choice};
        if (frame.button(std::string(id) + std::string(buttons[i].id), rect, buttons[i].words,
                         look)) {
            pressed = buttons[i].answer;
        }
    }
    return pressed;
}

} // namespace rexue::ui::widgets

#include "kiosk/ui/widgets/countdown.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace {

constexpr float bar_mm = 4.0F;
constexpr float above_bar_mm = 2.0F;
constexpr float line_per_capital = 2.0F; // a line's height
constexpr float most_capital_mm = 36.0F;

} // namespace

float countdown_height(Frame& frame) {
    const Metrics& metrics = frame.metrics();
    return (metrics.title_mm + metrics.body_mm) * line_per_capital + above_bar_mm + bar_mm;
}

void countdown(Frame& frame, const Rect& rect, const Countdown& countdown) {
    using namespace std::chrono_literals;
    const auto left = std::max(0ms, countdown.left);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    if (left > 0ms) frame.redraw_in(left - (seconds - 1s));

    const Metrics& metrics = frame.metrics();
    const float words_h = metrics.body_mm * line_per_capital;
    const float number_h = rect.h - words_h - above_bar_mm - bar_mm;
    const float capital =
        std::clamp(number_h / line_per_capital, metrics.title_mm, most_capital_mm);
    const std::string number = std::to_string(seconds.count());
    const int count = static_cast<int>(seconds.count());
    const std::string words = say(tr_n("{} second left", "{} seconds left", count), count);
    frame.text_in(
        {rect.x, rect.y, rect.w, number_h}, number,
        {.weight = Weight::bold, .ink = Ink::action, .capital_mm = capital, .spoken = ""});
    frame.text_in({rect.x, rect.y + number_h, rect.w, words_h}, words,
                  {.ink = Ink::secondary, .spoken = ""});
    const float share = countdown.whole > 0ms ? static_cast<float>(left.count()) /
                                                    static_cast<float>(countdown.whole.count())
                                              : 0;
    frame.bar({rect.x, rect.bottom() - bar_mm, rect.w, bar_mm}, share, Ink::action, countdown.label,
              words);
}

} // namespace rexue::ui::widgets

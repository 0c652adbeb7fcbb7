#include "kiosk/ui/widgets/toast.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/widgets/entrance.h"

namespace rexue::ui::widgets {

namespace {

constexpr std::chrono::milliseconds least{3'000};
constexpr std::chrono::milliseconds most{10'000};
constexpr std::chrono::milliseconds to_notice{1'500};
constexpr std::chrono::milliseconds a_letter{150};

constexpr float icon_per_capital = 1.75F;
constexpr float side_per_capital = 1.2F;
constexpr float above_per_capital = 0.7F;
constexpr float rise_mm = 3.0F;
constexpr TextLook words_look{.weight = Weight::bold, .max_lines = 2, .role = Role::status};

// Of UTF-8: every byte that does not continue a letter.
auto letters(std::string_view words) {
    return std::ranges::count_if(words, [](char c) { return (c & 0xC0) != 0x80; });
}

} // namespace

void Toast::say(std::string remark, Tone its_tone) {
    *this = {.words = std::move(remark), .tone = its_tone, .since = std::nullopt};
}

std::chrono::milliseconds toast_takes(std::string_view words) {
    return std::clamp(to_notice + letters(words) * a_letter, least, most);
}

float toast_height(Frame& frame) {
    const float capital = frame.metrics().body_mm;
    return frame.measure("国\n国", 0, words_look).h + 2 * above_per_capital * capital + rise_mm;
}

void toast(Frame& frame, const Rect& room, Toast& toast) {
    if (toast.words.empty()) return;
    if (!toast.since) toast.since = frame.now();
    const auto left = *toast.since + toast_takes(toast.words) - frame.now();
    if (left <= std::chrono::milliseconds(0)) {
        toast = {};
        return;
    }
    frame.redraw_in(left);
    const ToneLook look = look_of(toast.tone);
    const float capital = frame.metrics().body_mm;
    const float side = capital * side_per_capital;
    const float icon = capital * icon_per_capital;
    const float around = 2 * side + icon + side * 0.5F;
    const Size words = frame.measure(toast.words, std::max(1.0F, room.w - around), words_look);
    const float height =
        std::min(room.h, std::max(words.h, icon) + 2 * above_per_capital * capital);
    const float slack = std::max(0.0F, (room.h - height) / 2);
    const float sunk = std::min(rise_mm, slack) *
                       (1 - entrance(frame, "toast/" + std::to_string(toast.since->count())));
    const float width = words.w + around;
    const Rect rect{room.centre_x() - width / 2, room.y + slack + sunk, width, height};
    frame.panel(rect, {.ground = look.ground, .radius_mm = std::min(height / 2, 9.0F)});
    frame.icon({rect.x + side, rect.centre_y() - icon / 2, icon, icon}, look.icon, look.ink);
    TextLook text = words_look;
    text.ink = look.ink;
    frame.text(
        {rect.x + side + icon + side * 0.5F, rect.centre_y() - words.h / 2, words.w, words.h},
        toast.words, text);
}

} // namespace rexue::ui::widgets

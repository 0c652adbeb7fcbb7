#include "kiosk/screens/volunteer/benefit_row.h"

#include <algorithm>
#include <string>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using ui::tr;

namespace {

constexpr float padding_mm = 4;
constexpr float icon_mm = 8;
// The mark at the side of a list that scrolls, and the list's own gap below a row.
constexpr float beside_mm = 6;
constexpr ui::TextLook title_look{.weight = ui::Weight::bold};
constexpr ui::TextLook detail_look{.ink = ui::Ink::secondary};
constexpr ui::TextLook doubt_look{.ink = ui::Ink::attention};

std::string detail_of(const honour::Benefit& benefit) {
    std::string detail = in_shown_language(benefit.gives);
    if (benefit.limits) detail += "; " + in_shown_language(*benefit.limits);
    if (const std::string how = how_words(benefit); !how.empty()) detail += "; " + how;
    return detail;
}

// Empty where nothing is in doubt.
std::string doubt_of(const honour::Offered& offer) {
    std::string words;
    if (offer.claim == honour::Claim::ask) words = tr("Ask the station who may use it");
    if (!offer.benefit->verified) {
        if (!words.empty()) words += "; ";
        words += tr("to be confirmed by the station");
    }
    return words;
}

float words_width(float width_mm) {
    return width_mm - 3 * padding_mm - icon_mm;
}

float height_of(ui::Frame& frame, const honour::Offered& offer, float width_mm) {
    const float width = words_width(width_mm);
    float height = frame.measure(title_of(*offer.benefit), width, title_look).h +
                   frame.measure(detail_of(*offer.benefit), width, detail_look).h;
    const std::string doubt = doubt_of(offer);
    if (!doubt.empty()) height += frame.measure(doubt, width, doubt_look).h;
    return height + 2 * padding_mm + 1;
}

} // namespace

float benefit_row_height(ui::Frame& frame, std::span<const honour::Offered> offers,
                         float width_mm) {
    float height = frame.metrics().target_mm;
    for (const honour::Offered& offer : offers)
        height = std::max(height, height_of(frame, offer, width_mm - beside_mm));
    return height;
}

void draw_benefit_row(ui::Frame& frame, const honour::Offered& offer, const ui::Rect& place) {
    frame.panel(place);
    const float x = place.x + 2 * padding_mm + icon_mm;
    const float width = words_width(place.w);
    const bool certain = offer.claim == honour::Claim::entitled;
    frame.icon({place.x + padding_mm, place.y + padding_mm, icon_mm, icon_mm},
               icon_of(offer.benefit->kind), certain ? ui::Ink::done : ui::Ink::secondary);
    float y = place.y + padding_mm;
    const auto put = [&](const std::string& words, const ui::TextLook& look) {
        const float height = frame.measure(words, width, look).h;
        frame.text({x, y, width, height + 0.5F}, words, look);
        y += height;
    };
    put(title_of(*offer.benefit), title_look);
    put(detail_of(*offer.benefit), detail_look);
    if (const std::string doubt = doubt_of(offer); !doubt.empty()) put(doubt, doubt_look);
}

} // namespace rexue::screens::volunteer

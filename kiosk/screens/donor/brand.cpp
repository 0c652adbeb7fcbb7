#include <string>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/words.h"

namespace rexue::screens::donor {

namespace {

constexpr float above_mm = 8;
constexpr float below_mm = 4;
constexpr float logo_width_mm = 13;
constexpr float logo_height_mm = 17;
constexpr float beside_logo_mm = 5;

constexpr ui::TextLook name_look{.weight = ui::Weight::bold, .max_lines = 1};
constexpr ui::TextLook date_look{
    .size = ui::TextSize::small, .ink = ui::Ink::secondary, .max_lines = 1};

std::string date_line(const View& view) {
    const auto local = base::local_time(view.now.wall, view.session.house.utc_offset);
    const std::string when = day_and_weekday(local.date) + "  " + clock_time(local.since_midnight);
    const std::string city = city_name(view.session.house);
    return city.empty() ? when : city + " · " + when;
}

// Lines of a size are equally high, whatever they say.
float line_height(ui::Frame& frame, const ui::TextLook& look) {
    return frame.measure("Ag献", 0, look).h;
}

} // namespace

float brand_height(ui::Frame& frame) {
    return above_mm + line_height(frame, name_look) + line_height(frame, date_look) + below_mm;
}

void draw_brand(ui::Frame& frame, const View& view) {
    const float margin = frame.metrics().margin_mm;
    const float name_height = line_height(frame, name_look);
    const float date_height = line_height(frame, date_look);
    const float middle = above_mm + (name_height + date_height) / 2;
    frame.image({margin, middle - logo_height_mm / 2, logo_width_mm, logo_height_mm},
                frame.theme().logo);
    const float x = margin + logo_width_mm + beside_logo_mm;
    const float width = frame.area().w - x - margin;
    frame.text({x, above_mm, width, name_height + 1}, house_name(view.session.house), name_look);
    frame.text({x, above_mm + name_height, width, date_height + 1}, date_line(view), date_look);
}

} // namespace rexue::screens::donor

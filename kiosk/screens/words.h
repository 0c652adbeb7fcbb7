// The one formatter of dates, times, numbers and domain words on all screens and slips.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/house.h"
#include "kiosk/rules/identity/identity_document.h"
#include "kiosk/rules/queue/estimate.h"
#include "kiosk/rules/queue/house_event.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/theme.h"
#include "platform/base/date_text.h"

namespace rexue::screens {

// Marks a text in a table for the catalogue; it is looked up with tr() where it is drawn.
constexpr const char* tr_later(const char* english) {
    return english;
}

using ui::say;

std::string day_and_weekday(base::Date date);                // 6月14日 星期日 · Sunday 14 June
std::string full_date(base::Date date);                      // 2026年6月14日 · 14 June 2026
std::string clock_time(std::chrono::minutes since_midnight); // 10:24

std::string intent_words(queue::Intent intent);                 // 全血 400 毫升
std::string people_ahead(int count);                            // 前面还有 3 位
std::string minutes_to_expect(const queue::WaitEstimate& wait); // 大约 10–16 分钟
// For who has a number, a line each: place and minutes, or why there are none.
std::vector<std::string> wait_lines(const std::optional<queue::WaitEstimate>& wait);
std::string minutes_waited(std::chrono::milliseconds waited); // 8 分

std::string house_name(const flow::House& house); // in the language shown
std::string city_name(const flow::House& house);
// The city's own words, the theme's before the house's, are Chinese: nothing where another language
// is shown.
std::string slogan(const flow::House& house, const ui::Theme& theme);
// For the board's foot in this minute: one of the house's notices in turn, by the clock, so that
// all boards of a house show the same; in another language than theirs, or of a house that has
// none, ours.
std::string notice(const flow::House& house, base::Instant now);
std::string point_name(const flow::ServicePoint& point);
std::string stage_name(std::string_view stage);  // 体检, 初筛, 采血; the id itself if unknown
std::string blood_group(std::string_view group); // A 型, Rh 阴性

} // namespace rexue::screens

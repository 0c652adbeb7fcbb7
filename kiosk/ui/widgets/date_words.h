// Years, months, weekdays and dates in the language shown.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/date_text.h"

namespace rexue::ui::widgets {

std::string year_words(int year);             // 2026年 · 2026
std::string_view month_words(unsigned month); // 6月 · June
std::string day_words(unsigned day);          // 14日 · 14
std::string_view weekday_words(int column);   // 一 · Mon, from Monday
std::string date_words(base::Date date);      // 2026年6月14日 · 14 June 2026

} // namespace rexue::ui::widgets

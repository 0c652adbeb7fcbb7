// Dates and instants as text: ISO 8601 dates, RFC 3339 instants in UTC.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::base {

using Date = std::chrono::year_month_day;
// Wall-clock instants; what is stored and sent is cut to milliseconds.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

std::string format_date(Date date);                   // 2026-06-14
Result<Date> parse_date(std::string_view text);       // 2026-06-14; a real day, or invalid_argument
Result<Date> parse_plain_date(std::string_view text); // 20260614, as documents print it

std::string format_instant(Instant instant);          // 2026-06-14T02:24:05.123Z
Result<Instant> parse_instant(std::string_view text); // the form above only

// The local calendar day and time of day, `offset` east of UTC. Houses keep one offset all year.
struct LocalTime {
    Date date;
    std::chrono::minutes since_midnight;
};
LocalTime local_time(Instant instant, std::chrono::minutes offset);
// "09:00": since midnight, at most 23:59; else invalid_argument.
Result<std::chrono::minutes> parse_time_of_day(std::string_view text);

// Whole years lived on `on`; somebody born on 29 February turns a year older on 1 March in
// ordinary years.
int age_in_years(Date birth, Date on);

} // namespace rexue::base

// Lengths of deferrals and intervals, and what day they end on.
#pragma once

#include <string_view>

#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/json/codec.h"

namespace rexue::donation {

struct Period {
    int months = 0; // years are twelve of them
    int days = 0;   // weeks are seven of them
    int hours = 0;

    bool operator==(const Period&) const = default;
};

// The longest window of the standard is three years: a longer one than this is a slip of the pen.
inline constexpr int longest_period_years = 10;

// ISO 8601 durations of whole years, months, weeks, days and hours: P6M, P2W, P1Y6M, PT24H.
// invalid_argument for other texts, for no time at all, and for more than longest_period_years.
base::Result<Period> parse_period(std::string_view text);

// As it is read, in its plainest form: P6M, P14D, PT24H.
std::string format_period(const Period& period);

// The first day on which the period is over. Months are calendar months, and where the last one has
// no such day its last day counts: six months after 31 August are 28 (29) February, and that day is
// free. (民法典 art. 202: 没有对应日的,月末日为期间的最后一日.) Facts are known by the day, so
// hours are rounded up to days: 24 hours are over on the next day.
base::Date day_after(base::Date date, const Period& period);
base::Date day_before(base::Date date, const Period& period);

// The day on which somebody has lived so many years, as base::age_in_years counts: who was born on
// 29 February has the birthday on 1 March in ordinary years.
base::Date birthday(base::Date birth, int years);

} // namespace rexue::donation

template <>
struct rexue::json::TextForm<rexue::donation::Period> {
    static std::string write(const donation::Period& period) { return format_period(period); }
    static base::Result<donation::Period> read(std::string_view text) {
        return donation::parse_period(text);
    }
};

#include "kiosk/rules/donation/period.h"

#include <optional>

#include <fmt/format.h>

namespace rexue::donation {

namespace {

namespace chr = std::chrono;

constexpr std::string_view date_units = "YMWD";
constexpr size_t most_digits = 4;

// "12M" at the front of `text`: the number, and `unit` its letter. Takes it off.
std::optional<int> take_number(std::string_view& text, char& unit) {
    int value = 0;
    size_t at = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
        if (at == most_digits) return std::nullopt;
        value = value * 10 + (text[at] - '0');
    }
    if (at == 0 || at == text.size()) return std::nullopt;
    unit = text[at];
    text.remove_prefix(at + 1);
    return value;
}

void add(Period& period, char unit, int value) {
    if (unit == 'Y') period.months += value * 12;
    if (unit == 'M') period.months += value;
    if (unit == 'W') period.days += value * 7;
    if (unit == 'D') period.days += value;
}

std::optional<Period> read_period(std::string_view text) {
    if (!text.starts_with('P') || text.size() < 2) return std::nullopt;
    text.remove_prefix(1);
    Period period;
    size_t next_unit = 0; // each unit once, in their order
    while (!text.empty() && text.front() != 'T') {
        char unit = 0;
        const auto value = take_number(text, unit);
        const size_t found = date_units.find(unit, next_unit);
        if (!value || found == std::string_view::npos) return std::nullopt;
        next_unit = found + 1;
        add(period, unit, *value);
    }
    if (text.empty()) return period;
    text.remove_prefix(1);
    char unit = 0;
    const auto value = take_number(text, unit);
    if (!value || unit != 'H' || !text.empty()) return std::nullopt;
    period.hours = *value;
    return period;
}

int whole_days(const Period& period) {
    return period.days + (period.hours + 23) / 24;
}

base::Date moved(base::Date date, int months, int days) {
    const chr::year_month_day other = date + chr::months(months);
    const chr::sys_days day =
        other.ok() ? chr::sys_days(other) : chr::sys_days(other.year() / other.month() / chr::last);
    return day + chr::days(days);
}

} // namespace

base::Result<Period> parse_period(std::string_view text) {
    const auto period = read_period(text);
    if (!period) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "a duration is like P6M, P14D, P1Y or PT24H");
    }
    if (*period == Period{}) {
        return base::fail(base::ErrorCode::invalid_argument, "a duration of nothing");
    }
    const base::Date from = chr::year(2000) / 1 / 1;
    if (day_after(from, *period) > birthday(from, longest_period_years)) {
        return base::fail(base::ErrorCode::invalid_argument,
                          fmt::format("longer than {} years", longest_period_years));
    }
    return *period;
}

std::string format_period(const Period& period) {
    std::string text = "P";
    if (period.months >= 12) text += fmt::format("{}Y", period.months / 12);
    if (period.months % 12 != 0) text += fmt::format("{}M", period.months % 12);
    if (period.days != 0) text += fmt::format("{}D", period.days);
    if (period.hours != 0) text += fmt::format("T{}H", period.hours);
    return text;
}

base::Date day_after(base::Date date, const Period& period) {
    return moved(date, period.months, whole_days(period));
}

base::Date day_before(base::Date date, const Period& period) {
    return moved(date, -period.months, -whole_days(period));
}

base::Date birthday(base::Date birth, int years) {
    const base::Date day = birth + chr::years(years);
    return day.ok() ? day : day.year() / chr::March / 1;
}

} // namespace rexue::donation

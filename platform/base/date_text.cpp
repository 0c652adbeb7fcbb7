#include "platform/base/date_text.h"

#include <optional>

#include <fmt/format.h>

namespace rexue::base {

namespace {

namespace chr = std::chrono;

std::optional<int> digits(std::string_view text, size_t at, size_t count) {
    if (at + count > text.size()) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Result<Date> make_date(std::optional<int> y, std::optional<int> m, std::optional<int> d) {
    if (y && m && d) {
        const Date date{chr::year(*y), chr::month(static_cast<unsigned>(*m)),
                        chr::day(static_cast<unsigned>(*d))};
        if (date.ok()) return date;
    }
    return fail(ErrorCode::invalid_argument, "not a date");
}

} // namespace

std::string format_date(Date date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Result<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return fail(ErrorCode::invalid_argument, "a date is YYYY-MM-DD");
    }
    return make_date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

Result<Date> parse_plain_date(std::string_view text) {
    if (text.size() != 8) return fail(ErrorCode::invalid_argument, "a date is YYYYMMDD");
    return make_date(digits(text, 0, 4), digits(text, 4, 2), digits(text, 6, 2));
}

std::string format_instant(Instant instant) {
    const auto day = chr::floor<chr::days>(instant);
    const chr::hh_mm_ss time(instant - day);
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", format_date(Date(day)), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

Result<Instant> parse_instant(std::string_view text) {
    const auto malformed = [] {
        return fail(ErrorCode::invalid_argument, "an instant is YYYY-MM-DDThh:mm:ss.sssZ");
    };
    if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
        text[19] != '.' || text[23] != 'Z') {
        return malformed();
    }
    const auto date = parse_date(text.substr(0, 10));
    const auto hours = digits(text, 11, 2);
    const auto minutes = digits(text, 14, 2);
    const auto seconds = digits(text, 17, 2);
    const auto millis = digits(text, 20, 3);
    if (!date || !hours || !minutes || !seconds || !millis) return malformed();
    if (*hours > 23 || *minutes > 59 || *seconds > 59) return malformed();
    return Instant(chr::sys_days(*date)) + chr::hours(*hours) + chr::minutes(*minutes) +
           chr::seconds(*seconds) + chr::milliseconds(*millis);
}

LocalTime local_time(Instant instant, chr::minutes offset) {
    const auto shifted = instant + offset;
    const auto day = chr::floor<chr::days>(shifted);
    return {.date = Date(day), .since_midnight = chr::floor<chr::minutes>(shifted - day)};
}

Result<chr::minutes> parse_time_of_day(std::string_view text) {
    const auto hours = digits(text, 0, 2);
    const auto minutes = digits(text, 3, 2);
    if (text.size() != 5 || text[2] != ':' || !hours || !minutes || *hours > 23 || *minutes > 59) {
        return fail(ErrorCode::invalid_argument, "a time of day is hh:mm");
    }
    return chr::hours(*hours) + chr::minutes(*minutes);
}

int age_in_years(Date birth, Date on) {
    const int years = static_cast<int>(on.year()) - static_cast<int>(birth.year());
    const bool before_birthday =
        on.month() < birth.month() || (on.month() == birth.month() && on.day() < birth.day());
    return before_birthday ? years - 1 : years;
}

} // namespace rexue::base

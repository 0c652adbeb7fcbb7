#include "net/server/http/http_date.h"

#include <array>

#include <fmt/format.h>

namespace rexue::server {

std::string http_date(base::Instant instant) {
    namespace chr = std::chrono;
    constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = chr::floor<chr::days>(instant);
    const base::Date date(midnight);
    const chr::hh_mm_ss time(chr::floor<chr::seconds>(instant - midnight));
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT",
                       days[chr::weekday(midnight).c_encoding()], static_cast<unsigned>(date.day()),
                       months[static_cast<unsigned>(date.month()) - 1],
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

} // namespace rexue::server

// The day that cards and codes count days from: two bytes reach into the year 2199.
#pragma once

#include <chrono>

namespace rexue::credential {

inline constexpr std::chrono::sys_days first_day{std::chrono::year{2020} / 1 / 1};

} // namespace rexue::credential

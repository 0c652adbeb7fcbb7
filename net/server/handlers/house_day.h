// Which day it is in a house, by the server's clock.
#pragma once

#include <chrono>

#include "net/wire/house.h"
#include "platform/base/date_text.h"

namespace rexue::server {

inline base::Date house_day(const wire::House& house, base::Instant now) {
    return base::local_time(now, std::chrono::minutes(house.utc_offset_minutes)).date;
}

} // namespace rexue::server

// The Date header (RFC 9110 §5.6.7): terminals without a clock battery take it as a floor.
#pragma once

#include <string>

#include "platform/base/date_text.h"

namespace rexue::server {

std::string http_date(base::Instant instant); // "Sun, 14 Jun 2026 02:24:05 GMT"

} // namespace rexue::server

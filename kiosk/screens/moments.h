// Days that a house celebrates with everybody who comes in.
#pragma once

#include <optional>
#include <string_view>

#include "platform/base/date_text.h"

namespace rexue::screens {

// In the language shown; nothing on an ordinary day.
std::optional<std::string_view> moment_of(base::Date date);

} // namespace rexue::screens

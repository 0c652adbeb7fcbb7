// What frames every staff screen: the head with who, where, what is broken, and remarks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/screens/staff/staff_screens.h"

namespace rexue::screens::staff {

inline constexpr float head_height_mm = 34;
inline constexpr float edge_mm = 10;

// `title` is the desk or the house, `subtitle` who is signed in.
void draw_head(ui::Frame& frame, const View& view, const std::string& title,
               const std::string& subtitle);

// The remark of the session in words, if there is one.
std::optional<std::string_view> remark_words(const Session& session);

} // namespace rexue::screens::staff

// Text from outside, made so that something readable is always drawn for it.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rexue::ui::text {

// Malformed bytes become U+FFFD, line ends "\n", tabs spaces; control characters are spelled out.
// So are private-use characters, although some fonts draw them: there every vendor has put other
// characters, and a wrong name is worse than a spelled-out one. Then those in `undrawable` too.
std::string readable(std::string_view utf8, std::span<const char32_t> undrawable = {});

} // namespace rexue::ui::text

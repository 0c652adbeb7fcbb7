// On which line of a file of JSON something stands, for people who look for it in an editor.
#pragma once

#include <string>
#include <string_view>

namespace rexue::ctl {

// Counted from 1. The value at `pointer` (RFC 6901), or the innermost there is around it: a member
// that is missing is looked for where it should be. Of a member that stands twice the last one.
int json_line(std::string_view text, std::string_view pointer);

// A fault "/benefits/1/kind: …" or "not JSON at byte 17: …" with its line before it: "line 40,
// /benefits/1/kind: …".
std::string with_json_line(std::string_view text, const std::string& fault);

} // namespace rexue::ctl

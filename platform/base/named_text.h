// A small file that was read: what it is called in an error, and what it says.
#pragma once

#include <string>

namespace rexue::base {

struct NamedText {
    std::string name; // of the file, without its folder
    std::string text;
};

} // namespace rexue::base

// Which Debian package brings what CMake looks for.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace rexue::tidy {

struct Module {
    std::string_view name; // of find_package or of pkg-config
    std::vector<std::string_view> packages;
};
std::span<const Module> modules();

} // namespace rexue::tidy

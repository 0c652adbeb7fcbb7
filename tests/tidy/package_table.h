// Which Debian package brings what CMake looks for, and who else needs one.
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

// A package that CMake does not look for, and what stands in the tree because it is used.
struct Tool {
    std::string_view package;
    std::string_view sign;
};
std::span<const Tool> tools();

} // namespace rexue::tidy

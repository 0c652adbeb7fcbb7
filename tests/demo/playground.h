// The demo on a real display: three windows, and a menu in the shell for what has no window.
#pragma once

#include <filesystem>

#include "tests/demo/demo_house.h"

namespace rexue::demo {

// Until "q" or the end of standard input. Exit code.
int run_playground(DemoHouse& house, const std::filesystem::path& assets);

} // namespace rexue::demo

// The rules that hold the build lists to the tree: nothing forgotten, nothing used that is not
// installed, no library that links what it may not include.
#pragma once

#include "tests/tidy/source_tree.h"

namespace rexue::tidy {

// Every .cpp, tests too, is named in a CMakeLists.txt of its folder or one above it.
Findings check_sources_are_built(const SourceTree& tree);
// Every CMakeLists.txt is added by one above it.
Findings check_folders_are_added(const SourceTree& tree);
// The libraries a rexue_library says it USES are in its row of the include table.
Findings check_links(const SourceTree& tree);
// Tests mirror sources: tests/platform/time holds tests of platform/time.
Findings check_tests_mirror_sources(const SourceTree& tree);
// The developer's dock is named only where the build type is Debug: donors' terminals lack it.
Findings check_dock_is_for_development(const SourceTree& tree);
// What CMake asks for is in packaging/apt-packages.txt.
Findings check_packages(const SourceTree& tree);
// What packaging/apt-packages*.txt list is used by something in the tree.
Findings check_packages_are_used(const SourceTree& tree);

} // namespace rexue::tidy

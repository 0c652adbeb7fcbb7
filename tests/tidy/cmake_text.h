// Just enough of CMake's language: the calls of a file and their words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/source_tree.h"

namespace rexue::tidy {

// One call, `name(words …)`: comments gone, quotes gone, variables as they are written.
struct CMakeCall {
    std::string name;
    std::vector<std::string> words;
};
std::vector<CMakeCall> calls_of(const SourceFile& file);

// CMakeLists.txt or *.cmake.
bool is_cmake(const SourceFile& file);

// The words after `keyword` up to the next word in capitals: the sources after SOURCES.
std::vector<std::string> words_after(const CMakeCall& call, std::string_view keyword);

} // namespace rexue::tidy

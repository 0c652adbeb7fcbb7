// What the command lines of all our programs have in common.
#pragma once

#include <optional>

#include <CLI/CLI.hpp>

namespace rexue::command_line {

// Reads the arguments, and runs the callbacks of the commands that are in them. A value is the exit
// code to end with at once: 0 after --help and --version, which print to stdout, else CLI11's, and
// what is wrong stands on stderr. --version is added here; the program's name is what stands before
// the colon of its description, which must have one.
std::optional<int> parse(CLI::App& app, int argc, const char* const* argv);

} // namespace rexue::command_line

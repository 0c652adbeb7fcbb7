// The rules of STYLE.md that a reader of lines can hold.
#pragma once

#include "tests/tidy/source_tree.h"

namespace rexue::tidy {

// At most 500 lines, 800 for a test: split by noun, or by misfortune.
Findings check_length(const SourceFile& file);
// At most 100 columns, counted in characters.
Findings check_width(const SourceFile& file);
// A header opens with a comment that says what it is, and is included once.
Findings check_header(const SourceFile& file);
// No note to a later self is left behind.
Findings check_leftovers(const SourceFile& file);
// No path of somebody's own machine.
Findings check_machine_paths(const SourceFile& file);
// A test waits for a condition, never for luck; only the helpers that poll may,
// in tests/support or in a waiting.h.
Findings check_sleeping(const SourceFile& file);
// A library never prints: programs do, and what is for operators goes to the log.
Findings check_printing(const SourceFile& file);

} // namespace rexue::tidy

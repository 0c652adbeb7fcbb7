// The include rules: what a file brings in, held against the table.
#pragma once

#include "tests/tidy/source_tree.h"

namespace rexue::tidy {

// Includes of this tree, by full path from the top, and only what the folder's row names.
Findings check_own_includes(const SourceFile& file);
// Outside libraries, each in its own folders; one that the table does not know is a finding.
Findings check_outside_includes(const SourceFile& file);
// Pure folders include no clock, file or thread and ask no clock; the wall clock is asked in
// platform/time alone, so that a test can set it.
Findings check_purity(const SourceFile& file);

} // namespace rexue::tidy

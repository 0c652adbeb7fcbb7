// Tables as text: RFC 4180, as spreadsheets write and read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::honour {

struct CsvRow {
    int line = 1; // on which it begins, counted from 1
    std::vector<std::string> cells;
};

// Rows of cells; a byte order mark is stepped over, rows end with CRLF or LF, rows of nothing are
// left out. invalid_argument with "line 3: …" for a quote that is never closed, a quote inside a
// plain cell, something after a closing quote, and bytes that are no UTF-8; limit_exceeded beyond
// max_csv_rows.
base::Result<std::vector<CsvRow>> read_csv(std::string_view text);
inline constexpr size_t max_csv_rows = 10'000;

// One row with its CRLF. Cells are quoted where they must be.
std::string csv_line(const std::vector<std::string>& cells);

// A cell that a spreadsheet would take for a formula (=, +, -, @, also the wide ones, a tab or a
// line end at its start) is written with an apostrophe before it. disarmed() and armed() are each
// other's reverse for every text, so that what is exported comes back as it was; cells that
// somebody typed without the apostrophe are read as they are.
std::string disarmed(std::string_view cell);
std::string armed(std::string_view cell);

} // namespace rexue::honour

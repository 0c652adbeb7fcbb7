// Rows and columns for staff: read at a glance, each row one target.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/ui/frame.h"

namespace rexue::ui::widgets {

struct TableColumn {
    std::string_view title;
    float share = 1;           // of the width, beside the other columns
    Align align = Align::left; // right for numbers
};

struct TableRow {
    std::string_view id;                     // unique in the table
    std::span<const std::string_view> cells; // of the columns in order; missing ones stay empty
    bool enabled = true;
};

struct Table {
    std::span<const TableColumn> columns;
    std::span<const TableRow> rows;
    std::optional<size_t> selected = {};
    std::string_view empty = {}; // shown under the header when there is no row
};

// Returns the place in `rows` of the one pressed in this frame. Scrolls as a list does. In the
// semantic tree a row is a list item: its first cell is the label, the others are the value.
std::optional<size_t> table(Frame& frame, std::string_view id, const Rect& rect,
                            const Table& table);

} // namespace rexue::ui::widgets

#include "kiosk/ui/widgets/table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/fitting.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::ui::widgets {

namespace {

constexpr float row_per_capital = 2.6F;
constexpr float header_per_capital = 2.2F;
constexpr float side_mm = 4.0F;
constexpr float between_mm = 4.0F;
constexpr float under_header_mm = 1.0F;
constexpr float bar_mm = 2.0F; // at the edge of the selected row

struct Span {
    float x = 0;
    float w = 0;
};

std::vector<Span> spans_of(std::span<const TableColumn> columns, const Rect& rect) {
    float shares = 0;
    for (const TableColumn& column : columns)
        shares += std::max(0.0F, column.share);
    const float room = rect.w - 2 * side_mm - between_mm * static_cast<float>(columns.size() - 1);
    std::vector<Span> spans;
    float x = rect.x + side_mm;
    for (const TableColumn& column : columns) {
        const float width = shares > 0 ? room * std::max(0.0F, column.share) / shares : 0;
        spans.push_back({x, width});
        x += width + between_mm;
    }
    return spans;
}

std::string other_cells(const TableRow& row) {
    std::string joined;
    for (const std::string_view cell : row.cells.subspan(std::min<size_t>(1, row.cells.size()))) {
        if (cell.empty()) continue;
        if (!joined.empty()) joined += " · ";
        joined += cell;
    }
    return joined;
}

void draw_header(Frame& frame, std::span<const TableColumn> columns, const Rect& rect) {
    const std::vector<Span> spans = spans_of(columns, rect);
    for (size_t i = 0; i < columns.size(); ++i) {
        frame.text_row({spans[i].x, rect.y, spans[i].w, rect.h}, columns[i].title,
                       {.size = TextSize::small, .ink = Ink::secondary, .align = columns[i].align});
    }
}

bool draw_row(Frame& frame, std::string_view id, const Rect& rect, const Table& table,
              size_t index) {
    const TableRow& row = table.rows[index];
    const bool is_selected = table.selected == index;
    const std::string target_id = std::string(id) + "/" + std::string(row.id);
    const bool pressed =
        frame.target(target_id, rect, row.cells.empty() ? std::string_view() : row.cells.front(),
                     {.role = Role::list_item,
                      .enabled = row.enabled,
                      .selected = is_selected,
                      .value = other_cells(row)});
    const bool is_marked = is_selected || (row.enabled && frame.is_pressed(target_id));
    const float radius = std::min(frame.metrics().radius_mm, rect.h / 4);
    frame.panel(rect, {.ground = is_marked     ? Ground::action_tint
                                 : row.enabled ? Ground::card
                                               : Ground::page,
                       .radius_mm = radius});
    if (is_selected) {
        frame.fill({rect.x + 1, rect.y + rect.h / 5, bar_mm, rect.h * 3 / 5}, frame.theme().action,
                   bar_mm / 2);
    }
    const std::vector<Span> spans = spans_of(table.columns, rect);
    for (size_t i = 0; i < std::min(spans.size(), row.cells.size()); ++i) {
        frame.text_row({spans[i].x, rect.y, spans[i].w, rect.h}, row.cells[i],
                       {.weight = i == 0 ? Weight::bold : Weight::regular,
                        .ink = row.enabled ? Ink::primary : Ink::secondary,
                        .align = table.columns[i].align,
                        .spoken = ""});
    }
    return pressed;
}

} // namespace

std::optional<size_t> table(Frame& frame, std::string_view id, const Rect& rect,
                            const Table& table) {
    if (table.columns.empty()) return std::nullopt;
    const Metrics& metrics = frame.metrics();
    const float header_h = metrics.small_mm * header_per_capital;
    const float row_h = std::max(metrics.target_mm, metrics.body_mm * row_per_capital);
    const Rect body{rect.x, rect.y + header_h + under_header_mm, rect.w,
                    rect.h - header_h - under_header_mm};
    const auto count = static_cast<int>(table.rows.size());
    // Where the rows scroll they are narrower by the mark beside them, and so is the header.
    std::optional<size_t> pressed;
    const float rows_w = list_row_width(frame, body, count, row_h);
    draw_header(frame, table.columns, {rect.x, rect.y, rows_w, header_h});
    if (table.rows.empty()) {
        frame.text_row({body.x + side_mm, body.y, body.w - 2 * side_mm, row_h}, table.empty,
                       {.ink = Ink::secondary, .role = Role::status});
        return std::nullopt;
    }
    list(frame, id, body, {.count = count, .row_mm = row_h, .row = [&](int row, const Rect& place) {
                               const auto index = static_cast<size_t>(row);
                               if (draw_row(frame, id, place, table, index)) pressed = index;
                           }});
    return pressed;
}

} // namespace rexue::ui::widgets

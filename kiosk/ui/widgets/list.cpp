#include "kiosk/ui/widgets/list.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace {

constexpr float mark_mm = 1.6F;
constexpr float track_mm = 0.4F;
constexpr float least_mark_mm = 8.0F;
constexpr float rounding_mm = 0.01F;

// The part of a long list that is seen.
struct View {
    Rect region;
    float pitch = 0; // from row to row
    float content = 0;
    int whole_rows = 1;
    int first = 0; // wholly seen
    int last = 0;
};

View view_of(const Frame& frame, const Rect& rect, const List& list) {
    const Metrics& metrics = frame.metrics();
    View view;
    view.pitch = list.row_mm + metrics.gap_mm;
    view.content = list_height(frame, list.count, list.row_mm);
    const float room = rect.h - metrics.target_mm; // and a gap, which the last row's is
    view.whole_rows = std::max(1, static_cast<int>((room + rounding_mm) / view.pitch));
    view.region = {rect.x, rect.y, list_row_width(frame, rect, list.count, list.row_mm),
                   static_cast<float>(view.whole_rows) * view.pitch - metrics.gap_mm};
    return view;
}

void draw_rows(View& view, const List& list, float offset) {
    view.first = static_cast<int>(std::ceil((offset - rounding_mm) / view.pitch));
    view.last = std::min(list.count - 1, view.first + view.whole_rows - 1);
    // One more at each end, out of sight or nearly: there the keypad's focus can go, and bring it
    // into sight.
    const int from = std::max(0, static_cast<int>(offset / view.pitch) - 1);
    const int to =
        std::min(list.count - 1, static_cast<int>((offset + view.region.h) / view.pitch) + 1);
    for (int row = from; row <= to; ++row) {
        const float y = view.region.y + static_cast<float>(row) * view.pitch - offset;
        list.row(row, {view.region.x, y, view.region.w, list.row_mm});
    }
}

void draw_mark(Frame& frame, const Rect& rect, const View& view, float offset) {
    const Rect track{rect.right() - mark_mm, view.region.y, mark_mm, view.region.h};
    // A hair line: in the high-contrast themes lines and marks have one colour.
    frame.line(track.centre_x(), track.y, track.centre_x(), track.bottom(), frame.theme().line,
               track_mm);
    const float length = std::max(least_mark_mm, track.h * view.region.h / view.content);
    const float way = view.content - view.region.h;
    const float y = track.y + (track.h - length) * (way > 0 ? offset / way : 0);
    frame.fill({track.x, y, mark_mm, length}, frame.theme().action, mark_mm / 2);
}

void draw_more(Frame& frame, std::string_view id, const Rect& rect, const View& view,
               const List& list) {
    const bool is_last = view.last >= list.count - 1;
    const std::string value = fmt::format("{}–{} / {}", view.first + 1, view.last + 1, list.count);
    const ButtonLook look{
        .kind = ButtonKind::quiet, .icon = is_last ? "up" : "down", .value = value};
    const Rect place{rect.x, view.region.bottom() + frame.metrics().gap_mm, rect.w,
                     frame.metrics().target_mm};
    if (frame.button(std::string(id) + "/more", place,
                     is_last ? tr("Back to the top") : tr("Show more"), look)) {
        const int next = is_last ? 0 : view.first + view.whole_rows;
        frame.scroll_to(id, static_cast<float>(next) * view.pitch);
    }
}

} // namespace

float list_height(const Frame& frame, int count, float row_mm) {
    const float gap = frame.metrics().gap_mm;
    return std::max(0.0F, static_cast<float>(count) * (row_mm + gap) - gap);
}

float list_row_width(const Frame& frame, const Rect& rect, int count, float row_mm) {
    const bool fits = list_height(frame, count, row_mm) <= rect.h + rounding_mm;
    return fits ? rect.w : rect.w - mark_mm - frame.metrics().gap_mm;
}

void list(Frame& frame, std::string_view id, const Rect& rect, const List& list) {
    if (list.count <= 0) {
        if (!list.empty.empty()) {
            frame.text(rect, list.empty, {.ink = Ink::secondary, .role = Role::status});
        }
        return;
    }
    View view = view_of(frame, rect, list);
    if (view.content <= rect.h + rounding_mm) {
        for (int row = 0; row < list.count; ++row) {
            list.row(row,
                     {rect.x, rect.y + static_cast<float>(row) * view.pitch, rect.w, list.row_mm});
        }
        return;
    }
    const float offset = frame.begin_scroll(id, view.region, view.content);
    draw_rows(view, list, offset);
    frame.end_scroll();
    draw_mark(frame, rect, view, offset);
    draw_more(frame, id, rect, view, list);
}

} // namespace rexue::ui::widgets

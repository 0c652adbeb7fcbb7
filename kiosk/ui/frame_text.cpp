// Frame: words.
#include <algorithm>
#include <climits>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/parts.h"

namespace rexue::ui {

namespace {

Rect write_node(Ui::Parts& parts, const Rect& rect, std::string_view utf8, const TextLook& look,
                Vertical vertical, int max_lines) {
    const Colour colour = parts.theme().of(look.ink);
    const Ui::Parts::Written written = parts.write(rect, utf8, look, vertical, max_lines, colour);
    if (utf8.empty()) return written.ink;
    parts.enter({.role = look.role,
                 .label = std::string(written.shown),
                 .value = std::string(look.value),
                 .spoken = look.spoken ? std::optional<std::string>(*look.spoken) : std::nullopt,
                 .rect = written.ink,
                 .capital_mm = parts.capital_mm(look),
                 .ink = colour,
                 .ground = parts.ground_under(written.ink),
                 .clipped = written.clipped});
    return written.ink;
}

} // namespace

Rect Frame::text(const Rect& rect, std::string_view utf8, const TextLook& look) {
    Ui::Parts& parts = ui_.parts();
    const int fitting = parts.lines_in(rect.h, look);
    const int max_lines = look.max_lines > 0 ? std::min(look.max_lines, fitting) : fitting;
    return write_node(parts, rect, utf8, look, Vertical::top, max_lines);
}

Rect Frame::text_in(const Rect& rect, std::string_view utf8, const TextLook& look) {
    TextLook centred = look;
    centred.align = Align::centre;
    return write_node(ui_.parts(), rect, utf8, centred, Vertical::middle, 1);
}

Rect Frame::text_row(const Rect& rect, std::string_view utf8, const TextLook& look) {
    return write_node(ui_.parts(), rect, utf8, look, Vertical::middle, 1);
}

Size Frame::measure(std::string_view utf8, float width_mm, const TextLook& look) {
    Ui::Parts& parts = ui_.parts();
    if (utf8.empty()) return {};
    text::TextSpec spec = parts.spec_of(utf8, look, width_mm);
    const text::Extent* extent = &parts.texts.measured(spec).extent;
    if (look.max_lines > 0 && extent->lines > look.max_lines) {
        spec.max_lines = look.max_lines;
        extent = &parts.texts.measured(spec).extent;
    }
    // A box of exactly this width must hold the text again after rounding.
    return {parts.mm(extent->width_px + 1), parts.mm(extent->height_px)};
}

} // namespace rexue::ui

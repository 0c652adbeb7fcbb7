// A text set in lines, in pixels: measured, and drawn into Cairo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/frame.h"
#include "kiosk/ui/text/glib_pointer.h"
#include "kiosk/ui/theme.h"

namespace rexue::ui::text {

// Everything that decides how a text looks but its colour.
struct TextSpec {
    std::string_view utf8;
    float capital_px = 0;
    Weight weight = Weight::regular;
    int width_px = 0;  // wraps here; 0: never
    int max_lines = 0; // the rest is cut with an ellipsis; 0: all of them
    Align align = Align::left;
};

// Whole pixels from the top left corner of the text's box.
struct Box {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

struct Extent {
    int width_px = 0;  // of the widest line
    int height_px = 0; // of the lines with their spacing
    Box ink;           // of what is really drawn
    int lines = 0;
    bool clipped = false;
};

// Distance of base lines, and where the first one lies, for text of this size: lines are put on
// this grid whatever fonts take part, so that a rare character moves nothing.
float line_pitch_px(float capital_px);

class Typeset {
  public:
    explicit Typeset(const TextSpec& spec);

    const Extent& extent() const { return extent_; }
    // The words drawn: the text, with what cannot be drawn spelled out.
    const std::string& shown() const { return shown_; }

    // The box's corner at Cairo's origin, in the source that is set.
    void draw(cairo_t* cairo) const;

  private:
    struct Line {
        PangoLayoutLine* line = nullptr; // owned by its layout
        int x = 0;
        int baseline = 0;
    };

    void set_text(PangoLayout* layout, std::string_view utf8);
    void collect_lines(const TextSpec& spec);
    PangoLayoutLine* cut_last_line(const TextSpec& spec, const char* rest);
    void place_lines(const TextSpec& spec);

    std::string shown_;
    ObjectPointer<PangoLayout> layout_;
    ObjectPointer<PangoLayout> last_line_; // when cut: the rest on one line, with an ellipsis
    std::vector<Line> lines_;
    Extent extent_;
};

} // namespace rexue::ui::text

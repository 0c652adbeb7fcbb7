#include "kiosk/ui/text/typeset.h"

#include <algorithm>
#include <climits>
#include <cmath>

#include "kiosk/ui/text/fonts.h"
#include "kiosk/ui/text/readable.h"

namespace rexue::ui::text {

namespace {

// Line spacing in em. Reading text gets more air than headings.
constexpr float reading_pitch_em = 1.42F;
constexpr float heading_pitch_em = 1.32F;
constexpr float heading_capital_px = 36.0F;

float em_px(float capital_px) {
    return capital_px / Fonts::shared().capital_em();
}

// Characters that no font has, as Pango marks them in the glyphs of a layout.
std::vector<char32_t> undrawable_in(PangoLayout* layout) {
    std::vector<char32_t> found;
    const std::unique_ptr<PangoLayoutIter, CairoRelease> iter(pango_layout_get_iter(layout));
    do {
        const PangoLayoutRun* const run = pango_layout_iter_get_run_readonly(iter.get());
        if (run == nullptr) continue;
        for (int i = 0; i < run->glyphs->num_glyphs; ++i) {
            const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
            if (glyph == PANGO_GLYPH_EMPTY || (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0) continue;
            found.push_back(static_cast<char32_t>(glyph & ~PANGO_GLYPH_UNKNOWN_FLAG));
        }
    } while (pango_layout_iter_next_run(iter.get()) != FALSE);
    return found;
}

PangoRectangle ink_of(PangoLayoutLine* line, PangoRectangle* logical) {
    PangoRectangle ink;
    pango_layout_line_get_pixel_extents(line, &ink, logical);
    return ink;
}

} // namespace

float line_pitch_px(float capital_px) {
    const float em = capital_px >= heading_capital_px ? heading_pitch_em : reading_pitch_em;
    return em * em_px(capital_px);
}

Typeset::Typeset(const TextSpec& spec)
    : shown_(readable(spec.utf8)),
      layout_(Fonts::shared().new_layout(em_px(spec.capital_px), spec.weight)) {
    if (spec.width_px > 0) pango_layout_set_width(layout_.get(), spec.width_px * PANGO_SCALE);
    set_text(layout_.get(), shown_);
    if (pango_layout_get_unknown_glyphs_count(layout_.get()) > 0) {
        shown_ = readable(spec.utf8, undrawable_in(layout_.get()));
        set_text(layout_.get(), shown_);
    }
    collect_lines(spec);
    place_lines(spec);
}

void Typeset::set_text(PangoLayout* layout, std::string_view utf8) {
    // Measured, not ended by a zero.
    const char* const text = utf8.data();
    const size_t length = std::min(utf8.size(), static_cast<size_t>(INT_MAX));
    pango_layout_set_text(layout, text, static_cast<int>(length));
}

void Typeset::collect_lines(const TextSpec& spec) {
    if (shown_.empty()) return;
    const int count = pango_layout_get_line_count(layout_.get());
    const bool too_many = spec.max_lines > 0 && count > spec.max_lines;
    const int whole = too_many ? spec.max_lines - 1 : count;
    for (int i = 0; i < whole; ++i) {
        lines_.push_back({.line = pango_layout_get_line_readonly(layout_.get(), i)});
    }
    if (!too_many) return;
    const PangoLayoutLine* const first_cut = pango_layout_get_line_readonly(layout_.get(), whole);
    lines_.push_back({.line = cut_last_line(spec, shown_.c_str() + first_cut->start_index)});
    extent_.clipped = true;
}

// Pango's own limit counts lines a paragraph; ours are lines a text.
PangoLayoutLine* Typeset::cut_last_line(const TextSpec& spec, const char* rest) {
    last_line_ = Fonts::shared().new_layout(em_px(spec.capital_px), spec.weight);
    pango_layout_set_single_paragraph_mode(last_line_.get(), TRUE);
    pango_layout_set_ellipsize(last_line_.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_width(last_line_.get(), spec.width_px > 0 ? spec.width_px * PANGO_SCALE : -1);
    std::string one_line(rest);
    const std::string paragraph = one_line.substr(0, one_line.find('\n'));
    std::ranges::replace(one_line, '\n', ' ');
    set_text(last_line_.get(), one_line);
    if (pango_layout_is_ellipsized(last_line_.get()) == FALSE) {
        // The next paragraph would have fitted behind this one, where it does not belong.
        set_text(last_line_.get(), paragraph + "…");
    }
    return pango_layout_get_line_readonly(last_line_.get(), 0);
}

void Typeset::place_lines(const TextSpec& spec) {
    float pitch = line_pitch_px(spec.capital_px);
    for (const Line& line : lines_) {
        PangoRectangle logical;
        // Scripts that stack marks are taller than Han; they push lines apart, never into another.
        pitch = std::max(pitch, static_cast<float>(ink_of(line.line, &logical).height) * 1.04F);
        extent_.width_px = std::max(extent_.width_px, logical.width);
    }
    const int box_width = spec.width_px > 0 ? spec.width_px : extent_.width_px;
    int left = INT_MAX;
    int top = INT_MAX;
    int right = INT_MIN;
    int bottom = INT_MIN;
    for (size_t i = 0; i < lines_.size(); ++i) {
        PangoRectangle logical;
        const PangoRectangle ink = ink_of(lines_[i].line, &logical);
        const int room = box_width - logical.width;
        lines_[i].x = spec.align == Align::left ? 0 : spec.align == Align::right ? room : room / 2;
        lines_[i].x -= logical.x;
        const float middle = (static_cast<float>(i) + 0.5F) * pitch;
        lines_[i].baseline = static_cast<int>(std::lround(middle + spec.capital_px / 2));
        if (ink.width <= 0 || ink.height <= 0) continue;
        left = std::min(left, lines_[i].x + ink.x);
        top = std::min(top, lines_[i].baseline + ink.y);
        right = std::max(right, lines_[i].x + ink.x + ink.width);
        bottom = std::max(bottom, lines_[i].baseline + ink.y + ink.height);
    }
    if (right > left) extent_.ink = {.x = left, .y = top, .w = right - left, .h = bottom - top};
    extent_.lines = static_cast<int>(lines_.size());
    extent_.height_px =
        static_cast<int>(std::ceil(static_cast<float>(extent_.lines) * pitch - 0.01F));
    // One word wider than the box, in a script that does not break.
    if (spec.width_px > 0 && extent_.width_px > spec.width_px + 1) extent_.clipped = true;
}

void Typeset::draw(cairo_t* cairo) const {
    for (const Line& line : lines_) {
        cairo_move_to(cairo, line.x, line.baseline);
        pango_cairo_show_layout_line(cairo, line.line);
    }
}

} // namespace rexue::ui::text

#include "kiosk/screens/fit.h"

#include <algorithm>

namespace rexue::screens {

namespace {

// Wider than any text: measured so, nothing wraps.
constexpr float unbounded_mm = 4000;

// The capitals at which no word of letters has to be broken; signs of Chinese may stand in any
// line.
float capital_of_whole_words(ui::Frame& frame, std::string_view text, float width_mm, float most_mm,
                             ui::Weight weight) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    float capital = most_mm;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!word.empty() && std::ranges::all_of(word, is_ascii)) {
            capital =
                std::min(capital, capital_that_fits(frame, word, width_mm, most_mm, 0, weight));
        }
    }
    return capital;
}

} // namespace

float capital_that_fits(ui::Frame& frame, std::string_view text, float width_mm, float most_mm,
                        float least_mm, ui::Weight weight) {
    const float width_at_most =
        frame.measure(text, unbounded_mm, {.weight = weight, .capital_mm = most_mm}).w;
    if (width_at_most <= width_mm) return most_mm;
    // Widths are in proportion to the size; a hair less, because sizes are rounded to pixels.
    constexpr float rounding = 0.98F;
    return std::max(least_mm, most_mm * width_mm / width_at_most * rounding);
}

float Grid::height(float cell_mm) const {
    const auto down = static_cast<float>(rows());
    return down * cell_mm + (down - 1) * gap_mm;
}

void text_that_fits(ui::Frame& frame, const ui::Rect& box, std::string_view utf8, ui::TextLook look,
                    float most_mm, float least_mm) {
    // A line that would have to be smaller than this is worth a second one.
    constexpr float least_share_of_one_line = 0.62F;
    constexpr float step = 0.96F;
    const float one_line = capital_that_fits(frame, utf8, box.w, most_mm, least_mm, look.weight);
    look.capital_mm = one_line;
    const bool fits_one_line = frame.measure(utf8, unbounded_mm, look).w <= box.w;
    const auto fits = [&] {
        const ui::Size size = frame.measure(utf8, box.w, look);
        return size.w <= box.w && size.h <= box.h;
    };
    if (!fits_one_line || one_line < most_mm * least_share_of_one_line) {
        // What is smaller than body text is a label, and labels have one line.
        const float least_lines_mm = std::min(most_mm, frame.metrics().body_mm);
        look.capital_mm = std::max(
            least_lines_mm, capital_of_whole_words(frame, utf8, box.w, most_mm, look.weight));
        while (look.capital_mm > least_lines_mm && !fits())
            look.capital_mm = std::max(least_lines_mm, look.capital_mm * step);
        if (fits() || !fits_one_line) {
            const float height = std::min(box.h, frame.measure(utf8, box.w, look).h);
            frame.text({box.x, box.centre_y() - height / 2, box.w, height + 1}, utf8, look);
            return;
        }
        look.capital_mm = one_line;
    }
    frame.text_row(box, utf8, look);
}

ui::Rect Grid::cell(const ui::Rect& place, float cell_mm, size_t index) const {
    const size_t row = index / columns;
    const auto across = static_cast<float>(std::min(columns, count - row * columns));
    const float width = (place.w - (across - 1) * gap_mm) / across;
    return {place.x + static_cast<float>(index % columns) * (width + gap_mm),
            place.y + static_cast<float>(row) * (cell_mm + gap_mm), width, cell_mm};
}

Grid grid_that_fits(ui::Frame& frame, std::span<const std::string_view> labels,
                    const ui::ButtonLook& look, float width_mm) {
    const float gap = frame.metrics().gap_mm;
    float widest = 1;
    for (const std::string_view label : labels)
        widest = std::max(widest, frame.measure_button(label, look).w);
    Grid grid{.count = labels.size(), .columns = 1, .gap_mm = gap};
    const auto fitting = static_cast<size_t>((width_mm + gap) / (widest + gap));
    const size_t most = std::clamp<size_t>(fitting, 1, labels.size());
    const size_t rows = (labels.size() + most - 1) / most;
    grid.columns = (labels.size() + rows - 1) / rows;
    return grid;
}

void fit_label(ui::Frame& frame, std::string_view label, float width_mm, ui::ButtonLook& look) {
    if (frame.measure_button(label, look).w <= width_mm) return;
    look.icon = {};
}

} // namespace rexue::screens

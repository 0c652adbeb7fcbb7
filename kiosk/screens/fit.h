// Words that must fit: names, desks and headlines come in every length, labels in every size.
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "kiosk/ui/frame.h"

namespace rexue::screens {

// The capital height in millimetres at which the longest line of `text` is no wider than
// `width_mm`: `most_mm` if it can be, then smaller, never under `least_mm` (it is cut then).
float capital_that_fits(ui::Frame& frame, std::string_view text, float width_mm, float most_mm,
                        float least_mm, ui::Weight weight = ui::Weight::bold);

// In the middle of the box's height, as large as the box allows: on one line where that leaves it
// large, else on several lines of at least body size, else on one as small as `least_mm`. Cut only
// when nothing of that fits. The look's size is not used.
void text_that_fits(ui::Frame& frame, const ui::Rect& box, std::string_view utf8, ui::TextLook look,
                    float most_mm, float least_mm);

// Where a label is too wide for its button: without its icon.
void fit_label(ui::Frame& frame, std::string_view label, float width_mm, ui::ButtonLook& look);

// Equal buttons in rows.
struct Grid {
    size_t count = 0;
    size_t columns = 1;
    float gap_mm = 0;

    size_t rows() const { return (count + columns - 1) / columns; }
    float height(float cell_mm) const;
    // Of a place as wide as the grid; a last row with fewer cells has wider ones.
    ui::Rect cell(const ui::Rect& place, float cell_mm, size_t index) const;
};

// As many columns as there is room for with every label on one line, in rows that are filled
// evenly: four are never three and one. `look` is that of the widest state.
Grid grid_that_fits(ui::Frame& frame, std::span<const std::string_view> labels,
                    const ui::ButtonLook& look, float width_mm);

// What stands on buttons that have a `label`; good as long as they are.
template <typename Buttons>
std::vector<std::string_view> labels_of(const Buttons& buttons) {
    std::vector<std::string_view> labels;
    labels.reserve(std::size(buttons));
    for (const auto& button : buttons)
        labels.emplace_back(button.label);
    return labels;
}

} // namespace rexue::screens

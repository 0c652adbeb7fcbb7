#include "kiosk/app/dock/drawer.h"

#include <algorithm>
#include <utility>

namespace rexue::app {

namespace {

// In hundredths of the panel's shorter side: the same on a terminal, a desk and a wall.
constexpr float row_h = 4.4F;
constexpr float gap = 0.8F;
constexpr float caption_w = 11;
constexpr float capital = 1.3F;
constexpr float title_h = 4;

ui::TextLook words(float unit, ui::Ink ink, ui::Align align) {
    // A donor who listens is not told of it.
    return {.ink = ink, .align = align, .capital_mm = capital * unit, .spoken = ""};
}

void draw_button(ui::Frame& frame, const ui::Rect& rect, const DrawerButton& button, float unit) {
    const bool selected = button.selected;
    frame.panel(rect, {.ground = selected ? ui::Ground::done : ui::Ground::page,
                       .border = true,
                       .radius_mm = unit});
    frame.text_in(rect, button.label,
                  words(unit, selected ? ui::Ink::done : ui::Ink::primary, ui::Align::centre));
}

} // namespace

void Drawer::draw(ui::Frame& frame, const std::string& title, std::vector<DrawerRow> rows) {
    const ui::Rect area = frame.area();
    const float unit = std::min(area.w, area.h) / 100;
    const float left = (gap + caption_w) * unit;
    const float step = (row_h + gap) * unit;

    // First where everything goes: rows that are too long go on below.
    placed_.clear();
    std::vector<ui::Rect> captions;
    std::vector<ui::Rect> notes;
    float y = (title_h + gap) * unit;
    for (DrawerRow& row : rows) {
        float x = left;
        captions.push_back({gap * unit, y, caption_w * unit, row_h * unit});
        for (DrawerButton& button : row.buttons) {
            const auto look = words(unit, ui::Ink::primary, ui::Align::centre);
            const float w = frame.measure(button.label, 0, look).w + 2.4F * unit;
            if (x + w > area.w - gap * unit && x > left) {
                x = left;
                y += step;
            }
            placed_.push_back({{x, y, w, row_h * unit}, std::move(button)});
            x += w + gap * unit;
        }
        notes.push_back({x, y, area.w - x - gap * unit, row_h * unit});
        y += step;
    }
    ground_ = {0, 0, area.w, y};

    frame.panel(ground_, {.ground = ui::Ground::card, .border = true, .radius_mm = 0});
    frame.text_row({gap * unit, 0, area.w - 6 * unit, title_h * unit}, title,
                   words(unit, ui::Ink::attention, ui::Align::left));
    for (size_t i = 0; i < rows.size(); ++i) {
        frame.text_row(captions[i], rows[i].caption,
                       words(unit, ui::Ink::secondary, ui::Align::left));
        if (rows[i].note.empty()) continue;
        frame.text_row(notes[i], rows[i].note, words(unit, ui::Ink::primary, ui::Align::left));
    }
    for (const Placed& one : placed_)
        draw_button(frame, one.rect, one.button, unit);
}

void Drawer::close() {
    ground_ = {};
    placed_.clear();
    pressed_.reset();
}

std::optional<size_t> Drawer::button_at(float x_mm, float y_mm) const {
    const auto found = std::ranges::find_if(
        placed_, [&](const Placed& one) { return one.rect.contains(x_mm, y_mm); });
    if (found == placed_.end()) return std::nullopt;
    return static_cast<size_t>(found - placed_.begin());
}

bool Drawer::take(const window::PointerInput& pointer, float px_per_mm) {
    using Kind = window::PointerInput::Kind;
    const float x = pointer.x_px / px_per_mm;
    const float y = pointer.y_px / px_per_mm;
    const auto under = button_at(x, y);
    if (pointer.kind == Kind::down) {
        pressing_ = ground_.contains(x, y);
        pressed_ = under ? std::optional(placed_[*under].button.label) : std::nullopt;
        return pressing_;
    }
    if (!pressing_) return false;
    if (pointer.kind == Kind::up) {
        pressing_ = false;
        if (under && pressed_ == placed_[*under].button.label) placed_[*under].button.press();
        pressed_.reset();
    }
    return true;
}

} // namespace rexue::app

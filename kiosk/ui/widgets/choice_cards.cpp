#include "kiosk/ui/widgets/choice_cards.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/choice_card.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace {

constexpr size_t most_columns = 3;
constexpr float most_height_per_least = 1.3F; // cards grow into free room, but not to doors

struct Grid {
    size_t columns = 1;
    size_t shown = 1; // cards a page
    float card_h = 0;
    CardForm form = CardForm::beside;
};

size_t rows_of(size_t cards, size_t columns) {
    return (cards + columns - 1) / columns;
}

float card_width(float width_mm, size_t columns, float gap_mm) {
    const auto count = static_cast<float>(columns);
    return (width_mm - gap_mm * (count - 1)) / count;
}

// The height of a row if `shown` cards fit, else 0.
float row_height(Frame& frame, const Rect& room, std::span<const Choice> choices, size_t shown,
                 size_t columns, CardForm form) {
    const float gap = frame.metrics().gap_mm;
    const float width = card_width(room.w, columns, gap);
    const bool is_beside_in_grid = columns > 1 && form == CardForm::beside;
    const NameRule rule = is_beside_in_grid ? NameRule::one_line : NameRule::whole_words;
    float least = 0;
    for (const Choice& choice : choices) {
        if (columns > 1 && !name_fits(frame, choice, width, form, rule)) return 0;
        least = std::max(least, choice_card_height(frame, choice, width, form));
    }
    const auto rows = static_cast<float>(rows_of(shown, columns));
    const float each = (room.h - gap * (rows - 1)) / rows;
    return each < least ? 0 : std::min(each, least * most_height_per_least);
}

// As many cards as may and can be shown, in as few columns as that takes.
Grid grid_for(Frame& frame, const Rect& room, std::span<const Choice> choices) {
    const float more_mm = frame.metrics().target_mm + frame.metrics().gap_mm;
    const auto most = static_cast<size_t>(std::max(1, frame.metrics().most_choices));
    for (size_t shown = std::min(most, choices.size()); shown > 0; --shown) {
        Rect cards = room;
        if (shown < choices.size()) cards.h -= more_mm;
        for (size_t columns = 1; columns <= std::min(most_columns, shown); ++columns) {
            for (const CardForm form : {CardForm::beside, CardForm::above}) {
                if (columns == 1 && form == CardForm::above) continue;
                const float height = row_height(frame, cards, choices, shown, columns, form);
                if (height == 0) continue;
                return {.columns = columns, .shown = shown, .card_h = height, .form = form};
            }
        }
    }
    return {.columns = 1, .shown = 1, .card_h = std::max(1.0F, room.h - more_mm)};
}

void draw_more(Frame& frame, const std::string& id, const Rect& rect, size_t count, size_t shown,
               ChoicePage& page) {
    const size_t next = page.first + shown;
    const bool is_last = next >= count;
    const std::string value =
        fmt::format("{}–{} / {}", page.first + 1, std::min(next, count), count);
    if (frame.button(
            id + "/more", rect, is_last ? tr("Back to the first") : tr("More choices"),
            {.kind = ButtonKind::quiet, .icon = is_last ? "up" : "down", .value = value})) {
        page.first = is_last ? 0 : next;
    }
}

} // namespace

std::optional<size_t> choice_cards(Frame& frame, std::string_view id, const Rect& room,
                                   std::span<const Choice> choices, std::optional<size_t> selected,
                                   ChoicePage& page) {
    if (choices.empty()) return std::nullopt;
    const std::string prefix(id);
    const Grid grid = grid_for(frame, room, choices);
    const float gap = frame.metrics().gap_mm;
    const float width = card_width(room.w, grid.columns, gap);
    // The look may have changed since, and with it how many a page holds.
    page.first = page.first >= choices.size() ? 0 : page.first - page.first % grid.shown;
    const size_t end = std::min(page.first + grid.shown, choices.size());
    std::optional<size_t> pressed;
    for (size_t i = page.first; i < end; ++i) {
        const size_t place = i - page.first;
        const auto column = static_cast<float>(place % grid.columns);
        const auto row = static_cast<float>(place / grid.columns);
        const Rect card{room.x + column * (width + gap), room.y + row * (grid.card_h + gap), width,
                        grid.card_h};
        const std::string card_id = prefix + "/" + std::string(choices[i].id);
        if (choice_card(frame, card_id, card, choices[i], grid.form, selected == i)) pressed = i;
    }
    if (grid.shown < choices.size()) {
        // At the same place on every page: the finger finds it without the eye.
        const auto rows = static_cast<float>(rows_of(grid.shown, grid.columns));
        const Rect more{room.x, room.y + rows * (grid.card_h + gap), room.w,
                        frame.metrics().target_mm};
        draw_more(frame, prefix, more, choices.size(), grid.shown, page);
    }
    return pressed;
}

} // namespace rexue::ui::widgets

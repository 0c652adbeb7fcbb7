#include "kiosk/ui/widgets/choice_cards.h"

#include <algorithm>
#include <array>
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
    CardLook look;
};

size_t rows_of(size_t cards, size_t columns) {
    return (cards + columns - 1) / columns;
}

float card_width(float width_mm, size_t columns, float gap_mm) {
    const auto count = static_cast<float>(columns);
    return (width_mm - gap_mm * (count - 1)) / count;
}

// A name of one line is wanted, and must be where an icon stands beside it in a narrow card; no
// word is broken that need not be.
NameRule rule_for(const CardLook& look, size_t columns) {
    if (look.form == CardForm::above) return NameRule::whole_words;
    const bool can_be_smaller = look.name > TextSize::body;
    return columns > 1 || can_be_smaller ? NameRule::one_line : NameRule::whole_words;
}

// The height of a row if `shown` cards fit, else 0.
float row_height(Frame& frame, const Rect& room, std::span<const Choice> choices,
                 const Grid& grid) {
    const float gap = frame.metrics().gap_mm;
    const float width = card_width(room.w, grid.columns, gap);
    const NameRule rule = rule_for(grid.look, grid.columns);
    const bool is_last_resort = grid.columns == 1 && grid.look.name == TextSize::body;
    float least = 0;
    for (const Choice& choice : choices) {
        if (!is_last_resort && !name_fits(frame, choice, width, grid.look, rule)) return 0;
        least = std::max(least, choice_card_height(frame, choice, width, grid.look));
    }
    const auto rows = static_cast<float>(rows_of(grid.shown, grid.columns));
    const float each = (room.h - gap * (rows - 1)) / rows;
    return each < least ? 0 : std::min(each, least * most_height_per_least);
}

// A large name is worth more than an icon beside it.
constexpr std::array looks{
    CardLook{CardForm::beside, TextSize::large}, CardLook{CardForm::above, TextSize::large},
    CardLook{CardForm::beside, TextSize::body}, CardLook{CardForm::above, TextSize::body}};

// As many cards as may and can be shown, in as few columns as that takes.
Grid grid_for(Frame& frame, const Rect& room, std::span<const Choice> choices) {
    const float more_mm = frame.metrics().target_mm + frame.metrics().gap_mm;
    const auto most = static_cast<size_t>(std::max(1, frame.metrics().most_choices));
    for (size_t shown = std::min(most, choices.size()); shown > 0; --shown) {
        Rect cards = room;
        if (shown < choices.size()) cards.h -= more_mm;
        for (size_t columns = 1; columns <= std::min(most_columns, shown); ++columns) {
            for (const CardLook& look : looks) {
                if (columns == 1 && look.form == CardForm::above) continue;
                Grid grid{.columns = columns, .shown = shown, .look = look};
                grid.card_h = row_height(frame, cards, choices, grid);
                if (grid.card_h > 0) return grid;
            }
        }
    }
    return {.card_h = std::max(1.0F, room.h - more_mm), .look = {.name = TextSize::body}};
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
        const size_t rows_above = place / grid.columns;
        const auto column = static_cast<float>(place % grid.columns);
        const auto row = static_cast<float>(rows_above);
        const Rect card{room.x + column * (width + gap), room.y + row * (grid.card_h + gap), width,
                        grid.card_h};
        const std::string card_id = prefix + "/" + std::string(choices[i].id);
        if (choice_card(frame, card_id, card, choices[i], grid.look, selected == i)) pressed = i;
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

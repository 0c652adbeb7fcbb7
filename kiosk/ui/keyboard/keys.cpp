#include "kiosk/ui/keyboard/keys.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/strings.h"
#include "platform/base/utf8.h"

namespace rexue::ui::keyboard {

namespace {

// An em per millimetre of capital height, with a little air: how wide a Han character is.
constexpr float character_per_capital = 1.4F;
constexpr float large_share = 0.84F; // of a main button: 20 mm of 24

struct Cell {
    Rect rect;
    int index = 0;
};

struct Page {
    std::vector<Cell> cells;
    int next = 0; // the first candidate that is not on it
};

float width_of(const Metrics& metrics, std::string_view text, float available) {
    const auto characters = static_cast<float>(base::code_points(text).size());
    const float capital = metrics.large_mm;
    const float words = characters * capital * character_per_capital + 2.2F * capital * 0.9F;
    return std::min(available, std::max(metrics.target_mm, words));
}

// Fills rows from `first` on until the rectangle is full.
Page lay_out(const Metrics& metrics, const Rect& rect, const Typing& typing, int first) {
    const float gap = key_gap_mm(metrics);
    const float height = large_key_mm(metrics);
    Page page{.cells = {}, .next = first};
    float x = rect.x;
    float y = rect.y;
    const auto count = static_cast<int>(typing.candidates.size());
    while (page.next < count) {
        const auto& text = typing.candidates[static_cast<size_t>(page.next)].text;
        const float width = width_of(metrics, text, rect.w);
        if (x > rect.x && x + width > rect.right() + 0.01F) {
            x = rect.x;
            y += height + gap;
        }
        if (y + height > rect.bottom() + 0.01F) break;
        page.cells.push_back({.rect = {x, y, width, height}, .index = page.next++});
        x += width + gap;
    }
    return page;
}

// The page asked for, or the last there is.
Page page_at(const Metrics& metrics, const Rect& rect, const Typing& typing, int& number) {
    Page page = lay_out(metrics, rect, typing, 0);
    const auto count = static_cast<int>(typing.candidates.size());
    int reached = 0;
    while (reached < typing.page && page.next < count && !page.cells.empty()) {
        page = lay_out(metrics, rect, typing, page.next);
        ++reached;
    }
    number = reached;
    return page;
}

struct Paging {
    Rect earlier;
    Rect more;
};

// At the right of a place for candidates.
Paging place_paging(Frame& frame, const Rect& rect) {
    const Metrics& metrics = frame.metrics();
    const float gap = key_gap_mm(metrics);
    const ButtonLook look{.kind = ButtonKind::quiet};
    const float width =
        std::max({metrics.target_mm, frame.measure_button(tr("candidates", "Earlier"), look).w,
                  frame.measure_button(tr("candidates", "More"), look).w});
    const float x = rect.right() - width;
    if (rect.h < 2 * metrics.target_mm + gap) {
        return {.earlier = {x - width - gap, rect.y, width, rect.h},
                .more = {x, rect.y, width, rect.h}};
    }
    const float height = std::min(metrics.main_button_mm, (rect.h - gap) / 2);
    return {.earlier = {x, rect.y, width, height},
            .more = {x, rect.y + height + gap, width, height}};
}

std::optional<Keystroke> draw_paging(Frame& frame, const Paging& paging, int page, bool has_more) {
    std::optional<Keystroke> turned;
    if (frame.button("candidates-earlier", paging.earlier, tr("candidates", "Earlier"),
                     {.kind = ButtonKind::quiet, .enabled = page > 0})) {
        turned = Keystroke{.kind = Keystroke::Kind::turn_page, .index = page - 1};
    }
    if (frame.button("candidates-more", paging.more, tr("candidates", "More"),
                     {.kind = ButtonKind::quiet, .enabled = has_more})) {
        turned = Keystroke{.kind = Keystroke::Kind::turn_page, .index = page + 1};
    }
    return turned;
}

} // namespace

float key_gap_mm(const Metrics& metrics) {
    return metrics.gap_mm - 1;
}

float large_key_mm(const Metrics& metrics) {
    return std::max(metrics.target_mm, large_share * metrics.main_button_mm);
}

const Key* draw_keys(Frame& frame, const Rect& rect, std::span<const KeyRow> rows, int columns) {
    const float gap = key_gap_mm(frame.metrics());
    const auto count = static_cast<float>(rows.size());
    const auto across = static_cast<float>(columns);
    const float width = (rect.w - (across - 1) * gap) / across;
    const float height =
        std::min((rect.h - (count - 1) * gap) / count, frame.metrics().main_button_mm);
    const TextSize size = height < large_key_mm(frame.metrics()) ? TextSize::body : TextSize::large;
    const Key* pressed = nullptr;
    const Frame::Apart apart(frame);
    float y = rect.y;
    for (const KeyRow row : rows) {
        float taken = -gap;
        for (const Key& key : row)
            taken += key.width * (width + gap);
        float x = rect.centre_x() - taken / 2;
        for (const Key& key : row) {
            const float wide = key.width * (width + gap) - gap;
            if (frame.button("key-" + std::string(key.types), {x, y, wide, height}, key.label,
                             {.size = size, .value = key.spoken})) {
                pressed = &key;
            }
            x += wide + gap;
        }
        y += height + gap;
    }
    return pressed;
}

std::optional<Keystroke> draw_candidates(Frame& frame, const Rect& rect, const Typing& typing,
                                         std::string_view when_empty) {
    const Metrics& metrics = frame.metrics();
    if (typing.candidates.empty()) {
        frame.text(rect,
                   typing.is_helpless ? tr("This keyboard does not work at the moment. Please "
                                           "use another, or leave your name to our staff.")
                                      : when_empty,
                   {.ink = Ink::secondary});
        return std::nullopt;
    }
    const Paging paging = place_paging(frame, rect);
    const float end = paging.earlier.x - key_gap_mm(metrics);
    const Rect grid{rect.x, rect.y, end - rect.x, rect.h};
    int number = 0;
    const Page page = page_at(metrics, grid, typing, number);
    std::optional<Keystroke> done;
    const Frame::Apart apart(frame);
    for (const Cell& cell : page.cells) {
        const auto& text = typing.candidates[static_cast<size_t>(cell.index)].text;
        if (frame.button("candidate-" + std::to_string(cell.index), cell.rect, text,
                         {.size = TextSize::large})) {
            done = Keystroke{.kind = Keystroke::Kind::choose, .index = cell.index};
        }
    }
    const bool has_more = page.next < static_cast<int>(typing.candidates.size());
    if (auto turned = draw_paging(frame, paging, number, has_more)) done = turned;
    return done;
}

} // namespace rexue::ui::keyboard

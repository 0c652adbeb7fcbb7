#include "kiosk/ui/widgets/date_picker.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/date_cell.h"
#include "kiosk/ui/widgets/date_words.h"
#include "kiosk/ui/widgets/fitting.h"

namespace rexue::ui::widgets {

namespace chr = std::chrono;

namespace {

constexpr int year_columns = 4;
constexpr int most_year_rows = 5;
constexpr int month_columns = 3;
constexpr int month_rows = 4;
constexpr int weeks_shown = 6; // always: the days do not jump from month to month
constexpr float weekday_line_per_capital = 2.0F;
constexpr float open_bar_mm = 1.2F;       // under the part that is being chosen
constexpr float cell_words_share = 0.86F; // of a cell's width

// Equal cells in columns and rows; no taller than a main button.
struct Cells {
    Rect room;
    int columns = 1;
    int rows = 1;
    float gap = 0;
    float cell_w = 0;
    float cell_h = 0;

    Cells(const Frame& frame, const Rect& where, int across, int down)
        : room(where), columns(across), rows(down), gap(frame.metrics().gap_mm) {
        const auto share = [this](float length, int count) {
            return (length - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        };
        cell_w = share(room.w, columns);
        cell_h = std::min(share(room.h, rows), frame.metrics().main_button_mm);
    }

    Rect at(int place) const {
        const int rows_above = place / columns;
        return {room.x + static_cast<float>(place % columns) * (cell_w + gap),
                room.y + static_cast<float>(rows_above) * (cell_h + gap), cell_w, cell_h};
    }
};

float weekday_line_mm(const Frame& frame) {
    return frame.metrics().small_mm * weekday_line_per_capital;
}

struct Picker {
    Frame& frame;
    std::string id;
    const DateRange& range;
    DateChoice& choice;

    void draw_parts(const Rect& rect);
    void draw_open_part(const Rect& rect, std::string_view words, std::string_view value,
                        TextSize size);
    void draw_years(const Rect& rect);
    void draw_turns(const Rect& rect, bool has_earlier, bool has_later);
    void draw_months(const Rect& rect);
    std::optional<base::Date> draw_days(const Rect& rect);

    std::string name(std::string_view part, long number) const {
        return fmt::format("{}/{}{}", id, part, number);
    }
};

// What is chosen already, and the way back to it.
void Picker::draw_parts(const Rect& rect) {
    struct Part {
        DatePage page;
        std::string_view title;
        std::string words;
    };
    const std::array parts{
        Part{DatePage::year, tr("Year"), choice.year ? year_words(*choice.year) : ""},
        Part{DatePage::month, tr("Month"),
             std::string(choice.month ? month_words(*choice.month) : std::string_view())},
        Part{DatePage::day, tr("Day"), choice.day ? day_words(*choice.day) : ""}};
    const Cells cells(frame, rect, static_cast<int>(parts.size()), 1);
    for (int i = 0; i < cells.columns; ++i) {
        const Part& part = parts[static_cast<size_t>(i)];
        const bool is_chosen = !part.words.empty();
        const std::string_view words = is_chosen ? std::string_view(part.words) : part.title;
        const std::string_view value = is_chosen ? part.title : std::string_view();
        const Rect place = cells.at(i);
        const float room = place.w - button_sides_mm(frame, TextSize::body);
        const TextSize size = size_that_fits(frame, words, room, TextSize::body);
        if (choice.page == part.page) {
            draw_open_part(place, words, value, size);
            continue;
        }
        const ButtonLook look{.kind = is_chosen ? ButtonKind::secondary : ButtonKind::quiet,
                              .enabled = choice.can_show(part.page),
                              .size = size,
                              .value = value};
        if (frame.button(name("part", i), place, words, look)) choice.page = part.page;
    }
}

// The page below belongs to it: there is nothing to press.
void Picker::draw_open_part(const Rect& rect, std::string_view words, std::string_view value,
                            TextSize size) {
    frame.panel(rect, {.ground = Ground::action_tint,
                       .radius_mm = std::min(frame.metrics().radius_mm, rect.h / 3)});
    frame.text_in(rect, words,
                  {.size = size,
                   .weight = Weight::bold,
                   .ink = Ink::action,
                   .role = Role::status,
                   .value = value});
    const float inset = frame.metrics().radius_mm;
    frame.fill({rect.x + inset, rect.bottom() - open_bar_mm, rect.w - 2 * inset, open_bar_mm},
               frame.theme().action, open_bar_mm / 2);
}

void Picker::draw_years(const Rect& rect) {
    const Metrics& metrics = frame.metrics();
    const float turn_mm = metrics.target_mm + metrics.gap_mm;
    const int rows = std::clamp(static_cast<int>((rect.h - turn_mm + metrics.gap_mm) /
                                                 (metrics.target_mm + metrics.gap_mm)),
                                1, most_year_rows);
    const int a_page = rows * year_columns;
    const int newest = static_cast<int>(range.last.year());
    const int oldest = static_cast<int>(range.first.year());
    const int most_back = std::max(0, newest - oldest) / a_page;
    choice.pages_back = std::clamp(choice.pages_back, 0, most_back);
    const int first = newest - a_page * (choice.pages_back + 1) + 1;
    const Cells cells(frame, {rect.x, rect.y, rect.w, rect.h - turn_mm}, year_columns, rows);
    const std::string widest = year_words(2000);
    const TextSize size =
        size_that_fits(frame, widest, cells.cell_w * cell_words_share, TextSize::large);
    for (int i = 0; i < a_page; ++i) {
        const int year = first + i;
        if (!range.has(chr::year{year})) continue;
        const std::string words = year_words(year);
        const bool selected = choice.year == year;
        if (date_cell(frame, name("year", year), cells.at(i),
                      {.words = words, .selected = selected, .size = size})) {
            choice.choose_year(year, range);
        }
    }
    const float turns_y = cells.at(a_page - 1).bottom() + metrics.gap_mm;
    draw_turns({rect.x, turns_y, rect.w, metrics.target_mm}, choice.pages_back < most_back,
               choice.pages_back > 0);
}

void Picker::draw_turns(const Rect& rect, bool has_earlier, bool has_later) {
    if (!has_earlier && !has_later) return;
    const Cells cells(frame, rect, 2, 1);
    const ButtonLook earlier{.kind = ButtonKind::quiet, .icon = "back", .enabled = has_earlier};
    const ButtonLook later{.kind = ButtonKind::quiet, .icon = "next", .enabled = has_later};
    if (frame.button(id + "/earlier", cells.at(0), tr("Earlier"), earlier)) ++choice.pages_back;
    if (frame.button(id + "/later", cells.at(1), tr("Later"), later)) --choice.pages_back;
}

void Picker::draw_months(const Rect& rect) {
    const Cells cells(frame, rect, month_columns, month_rows);
    TextSize size = TextSize::large;
    for (unsigned month = 1; month <= 12; ++month) {
        size = size_that_fits(frame, month_words(month), cells.cell_w * cell_words_share, size);
    }
    for (unsigned month = 1; month <= 12; ++month) {
        const bool possible = range.has(chr::year{*choice.year} / chr::month{month});
        if (date_cell(frame, name("month", month), cells.at(static_cast<int>(month) - 1),
                      {.words = month_words(month),
                       .enabled = possible,
                       .selected = choice.month == month,
                       .size = size})) {
            choice.choose_month(month, range);
        }
    }
}

std::optional<base::Date> Picker::draw_days(const Rect& rect) {
    const chr::year_month month = chr::year{*choice.year} / chr::month{*choice.month};
    const float line = weekday_line_mm(frame);
    const Cells cells(frame, {rect.x, rect.y + line, rect.w, rect.h - line}, days_a_week,
                      weeks_shown);
    for (int column = 0; column < days_a_week; ++column) {
        const Rect place = cells.at(column);
        frame.text_in({place.x, rect.y, place.w, line}, weekday_words(column),
                      {.size = TextSize::small, .ink = Ink::secondary});
    }
    const TextSize size =
        size_that_fits(frame, "30", cells.cell_w * cell_words_share, TextSize::large);
    for (int day = 1; day <= days_in(month); ++day) {
        const base::Date date = month / chr::day{static_cast<unsigned>(day)};
        const std::string words = std::to_string(day);
        const std::string value = date_words(date);
        if (date_cell(frame, name("day", day), cells.at(column_of_first(month) + day - 1),
                      {.words = words,
                       .value = value,
                       .enabled = range.has(date),
                       .selected = choice.day == static_cast<unsigned>(day),
                       .size = size})) {
            choice.choose_day(static_cast<unsigned>(day));
            return date;
        }
    }
    return std::nullopt;
}

} // namespace

float date_picker_height(const Frame& frame) {
    const Metrics& metrics = frame.metrics();
    constexpr int rows = weeks_shown + 1;
    return static_cast<float>(rows) * (metrics.target_mm + metrics.gap_mm) + weekday_line_mm(frame);
}

std::optional<base::Date> date_picker(Frame& frame, std::string_view id, const Rect& rect,
                                      const DateRange& range, DateChoice& choice) {
    const float parts_h = frame.metrics().target_mm;
    if (!choice.can_show(choice.page)) choice.page = DatePage::year;
    Picker picker{.frame = frame, .id = std::string(id), .range = range, .choice = choice};
    // A press changes the page from the next frame on: one frame shows one page.
    const DatePage page = choice.page;
    picker.draw_parts({rect.x, rect.y, rect.w, parts_h});
    const float top = rect.y + parts_h + frame.metrics().gap_mm;
    const Rect room{rect.x, top, rect.w, rect.bottom() - top};
    switch (page) {
        case DatePage::year:
            picker.draw_years(room);
            return std::nullopt;
        case DatePage::month:
            picker.draw_months(room);
            return std::nullopt;
        case DatePage::day:
            return picker.draw_days(room);
    }
    return std::nullopt;
}

} // namespace rexue::ui::widgets

// A date that is being chosen: year, then month, then day, each of them changeable without losing
// the others.
#pragma once

#include <optional>

#include "kiosk/ui/widgets/calendar.h"

namespace rexue::ui::widgets {

enum class DatePage { year, month, day };

struct DateChoice {
    std::optional<int> year;
    std::optional<unsigned> month; // 1 … 12
    std::optional<unsigned> day;   // 1 … 31
    DatePage page = DatePage::year;
    int pages_back = 0; // of the year page, from the newest years

    static DateChoice of(base::Date date);

    // All three, if together they are a day of the range.
    std::optional<base::Date> date(const DateRange& range) const;

    // What was chosen before stays as far as it is still possible; the next page is shown.
    void choose_year(int chosen, const DateRange& range);
    void choose_month(unsigned chosen, const DateRange& range);
    void choose_day(unsigned chosen) { day = chosen; }
    // Year and month pages can always be gone back to, never forward past what is not chosen.
    bool can_show(DatePage wanted) const;

    bool operator==(const DateChoice&) const = default;

  private:
    void drop_impossible(const DateRange& range);
};

} // namespace rexue::ui::widgets

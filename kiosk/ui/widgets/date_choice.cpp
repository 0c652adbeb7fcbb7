#include "kiosk/ui/widgets/date_choice.h"

namespace rexue::ui::widgets {

namespace chr = std::chrono;

namespace {

chr::year_month month_of(int year, unsigned month) {
    return chr::year{year} / chr::month{month};
}

} // namespace

DateChoice DateChoice::of(base::Date date) {
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<unsigned>(date.month()),
            .day = static_cast<unsigned>(date.day()),
            .page = DatePage::day};
}

std::optional<base::Date> DateChoice::date(const DateRange& range) const {
    if (!year || !month || !day) return std::nullopt;
    const base::Date chosen = month_of(*year, *month) / chr::day{*day};
    if (!range.has(chosen)) return std::nullopt;
    return chosen;
}

void DateChoice::choose_year(int chosen, const DateRange& range) {
    year = chosen;
    drop_impossible(range);
    page = DatePage::month;
}

void DateChoice::choose_month(unsigned chosen, const DateRange& range) {
    month = chosen;
    drop_impossible(range);
    page = DatePage::day;
}

// 29 February of another year, 31 of a shorter month, a month beyond the range.
void DateChoice::drop_impossible(const DateRange& range) {
    if (year && month && !range.has(month_of(*year, *month))) month.reset();
    if (!date(range)) day.reset();
}

bool DateChoice::can_show(DatePage wanted) const {
    switch (wanted) {
        case DatePage::year:
            return true;
        case DatePage::month:
            return year.has_value();
        case DatePage::day:
            return year.has_value() && month.has_value();
    }
    return false;
}

} // namespace rexue::ui::widgets

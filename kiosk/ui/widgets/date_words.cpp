#include "kiosk/ui/widgets/date_words.h"

#include <array>

#include "kiosk/ui/strings.h"

namespace rexue::ui::widgets {

std::string year_words(int year) {
    return say(tr("year", "{}"), year);
}

std::string_view month_words(unsigned month) {
    const std::array names{
        tr("month", "January"), tr("month", "February"), tr("month", "March"),
        tr("month", "April"),   tr("month", "May"),      tr("month", "June"),
        tr("month", "July"),    tr("month", "August"),   tr("month", "September"),
        tr("month", "October"), tr("month", "November"), tr("month", "December")};
    return month >= 1 && month <= names.size() ? names[month - 1] : std::string_view();
}

std::string day_words(unsigned day) {
    return say(tr("day of the month", "{}"), day);
}

std::string_view weekday_words(int column) {
    const std::array names{tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"),
                           tr("Fri"), tr("Sat"), tr("Sun")};
    return column >= 0 && column < static_cast<int>(names.size())
               ? names[static_cast<size_t>(column)]
               : std::string_view();
}

std::string date_words(base::Date date) {
    const auto month = static_cast<unsigned>(date.month());
    // Places: day, name of the month, year, number of the month.
    return say(tr("{0} {1} {2}", "{0} {1} {2}"), static_cast<unsigned>(date.day()),
               month_words(month), static_cast<int>(date.year()), month);
}

} // namespace rexue::ui::widgets

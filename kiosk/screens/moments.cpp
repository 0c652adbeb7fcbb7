#include "kiosk/screens/moments.h"

#include <array>

#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens {

namespace {

namespace chr = std::chrono;

struct Moment {
    chr::month_day day;
    const char* words;
};

// Every year on the same day, everywhere. What a city adds to its own calendar belongs into its
// notices.
constexpr std::array moments{
    Moment{chr::June / 14, tr_later("Today is World Blood Donor Day")},
};

} // namespace

std::optional<std::string_view> moment_of(base::Date date) {
    for (const Moment& moment : moments) {
        if (moment.day.month() == date.month() && moment.day.day() == date.day()) {
            return ui::tr(moment.words);
        }
    }
    return std::nullopt;
}

} // namespace rexue::screens

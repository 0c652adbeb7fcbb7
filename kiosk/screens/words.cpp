#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>

namespace rexue::screens {

using ui::tr;
using ui::tr_n;

namespace {

namespace chr = std::chrono;

constexpr std::array weekdays{tr_later("Sunday"),    tr_later("Monday"),   tr_later("Tuesday"),
                              tr_later("Wednesday"), tr_later("Thursday"), tr_later("Friday"),
                              tr_later("Saturday")};
constexpr std::array months{tr_later("January"), tr_later("February"), tr_later("March"),
                            tr_later("April"),   tr_later("May"),      tr_later("June"),
                            tr_later("July"),    tr_later("August"),   tr_later("September"),
                            tr_later("October"), tr_later("November"), tr_later("December")};

bool english_shown() {
    return ui::current_language() == "en";
}

} // namespace

std::string day_and_weekday(base::Date date) {
    const auto weekday = chr::weekday(chr::sys_days(date)).c_encoding();
    const auto month = static_cast<unsigned>(date.month());
    // Places: weekday, day, name of the month, number of the month.
    return say(tr("{0} {1} {2}"), tr(weekdays[weekday]), static_cast<unsigned>(date.day()),
               tr(months[month - 1]), month);
}

std::string full_date(base::Date date) {
    const auto month = static_cast<unsigned>(date.month());
    // Places: day, name of the month, year, number of the month.
    return say(tr("{0} {1} {2}", "{0} {1} {2}"), static_cast<unsigned>(date.day()),
               tr(months[month - 1]), static_cast<int>(date.year()), month);
}

std::string clock_time(chr::minutes since_midnight) {
    return fmt::format("{:02}:{:02}", since_midnight.count() / 60, since_midnight.count() % 60);
}

std::string intent_words(queue::Intent intent) {
    switch (intent) {
        case queue::Intent::whole_blood_200:
            return say(tr("Whole blood {} mL"), 200);
        case queue::Intent::whole_blood_300:
            return say(tr("Whole blood {} mL"), 300);
        case queue::Intent::whole_blood_400:
            return say(tr("Whole blood {} mL"), 400);
        case queue::Intent::platelets_1:
            return std::string(tr("Platelets, 1 unit"));
        case queue::Intent::platelets_2:
            return std::string(tr("Platelets, 2 units"));
    }
    return {};
}

std::string people_ahead(int count) {
    if (count == 0) return std::string(tr("You are next"));
    return say(tr_n("{} person ahead of you", "{} people ahead of you", count), count);
}

std::string minutes_to_expect(const queue::WaitEstimate& wait) {
    if (wait.from.count() == 0) return say(tr("up to {} min"), wait.to.count());
    if (wait.from == wait.to) return say(tr("about {} min"), wait.to.count());
    return say(tr("about {0}–{1} min"), wait.from.count(), wait.to.count());
}

std::vector<std::string> wait_lines(const std::optional<queue::WaitEstimate>& wait) {
    if (!wait) return {std::string(tr("The waiting time is not known just now"))};
    const bool waits_no_more = wait->people_ahead == 0 && wait->to.count() == 0;
    if (waits_no_more) return {std::string(tr("Your number has been called"))};
    return {people_ahead(wait->people_ahead), minutes_to_expect(*wait)};
}

std::string minutes_waited(chr::milliseconds waited) {
    return say(tr("{} min"), std::max<long>(0, chr::floor<chr::minutes>(waited).count()));
}

std::string house_name(const flow::House& house) {
    if (house.name.empty()) return std::string(tr("Blood donation house"));
    return english_shown() && !house.name_en.empty() ? house.name_en : house.name;
}

std::string city_name(const flow::House& house) {
    return english_shown() && !house.city_en.empty() ? house.city_en : house.city;
}

std::string slogan(const flow::House& house, const ui::Theme& theme) {
    if (english_shown()) return {};
    return theme.slogan.empty() ? house.slogan : theme.slogan;
}

std::string notice(const flow::House& house, base::Instant now) {
    if (english_shown() || house.notices.empty()) {
        return std::string(
            tr("After giving blood, please rest with us for a while. "
               "If you feel unwell, raise your hand."));
    }
    const auto minute =
        static_cast<size_t>(chr::floor<chr::minutes>(now.time_since_epoch()).count());
    return house.notices[minute % house.notices.size()];
}

std::string point_name(const flow::ServicePoint& point) {
    return english_shown() && !point.name_en.empty() ? point.name_en : point.name;
}

std::string stage_name(std::string_view stage) {
    if (stage == "examination") return std::string(tr("Examination"));
    if (stage == "pre_test") return std::string(tr("Pre-donation test"));
    if (stage == "collection") return std::string(tr("Donation"));
    return std::string(stage);
}

std::string blood_group(std::string_view group) {
    if (group == "Rh-") return std::string(tr("Rh negative"));
    return say(tr("Type {}"), group);
}

} // namespace rexue::screens

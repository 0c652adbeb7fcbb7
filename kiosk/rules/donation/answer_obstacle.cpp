#include "kiosk/rules/donation/answer_obstacle.h"

#include <algorithm>

namespace rexue::donation {

namespace {

Obstacle of_period(const Rule& rule, const Window& window, const Answer& answer, base::Date on) {
    std::optional<base::Date> first = answer.from;
    std::optional<base::Date> last = answer.date;
    if (!first && last > on) first = std::exchange(last, std::nullopt);
    Obstacle obstacle{.rule = &rule, .decision = rule.decision, .from = {}, .until = {}};
    if (first) obstacle.from = day_before(*first, *window.before);
    if (last) {
        // The days after it are whole ones.
        obstacle.until =
            std::chrono::sys_days(day_after(*last, *window.duration)) + std::chrono::days(1);
    } else {
        obstacle.decision = Decision::refer;
    }
    return obstacle;
}

} // namespace

Obstacle obstacle_of(const Rule& rule, const Answer& answer, base::Date on) {
    Obstacle obstacle{.rule = &rule, .decision = rule.decision, .from = {}, .until = {}};
    bool has_duration = false;
    for (const Window& window : all_of(rule.windows)) {
        if (answer.of && window.of != answer.of) continue;
        if (window.anchor == Anchor::period) return of_period(rule, window, answer, on);
        if (!window.duration) continue;
        has_duration = true;
        if (!answer.date) continue;
        const base::Date end = day_after(*answer.date, *window.duration);
        obstacle.until = std::max(obstacle.until.value_or(end), end);
    }
    // A day is wanted, and staff can find it out.
    if (has_duration && !answer.date) obstacle.decision = Decision::refer;
    return obstacle;
}

} // namespace rexue::donation

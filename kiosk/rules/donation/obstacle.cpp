#include "kiosk/rules/donation/obstacle.h"

#include <algorithm>
#include <functional>

#include "kiosk/rules/donation/answer_obstacle.h"
#include "kiosk/rules/donation/measured.h"

namespace rexue::donation {

namespace {

using Obstacles = std::vector<Obstacle>;

Obstacle from_on(const Rule& rule, base::Date day) {
    return {.rule = &rule, .decision = rule.decision, .from = day, .until = {}};
}

Obstacle until(const Rule& rule, base::Date day) {
    return {.rule = &rule, .decision = rule.decision, .from = {}, .until = day};
}

// The first day on which somebody is older than the rule's upper age.
base::Date too_old_on(const Rulebook& book, const Rule& rule, base::Date birth) {
    const int years = static_cast<int>(*age_bound(rule).at_most);
    switch (book.reading_of(rule)) {
        case AgeReading::before_next_birthday:
            return birthday(birth, years + 1);
        case AgeReading::through_birthday:
            return std::chrono::sys_days(birthday(birth, years)) + std::chrono::days(1);
        case AgeReading::before_birthday:
            return birthday(birth, years);
    }
    REXUE_ASSERT(!"a reading is one of these");
}

bool is_met(Condition condition, const Inquiry& inquiry) {
    switch (condition) {
        case Condition::repeat_donor:
            return is_repeat_donor(inquiry);
        case Condition::no_past_reaction:
            return !inquiry.past_reaction.value_or(false);
    }
    REXUE_ASSERT(!"a condition is one of these");
}

// L01–L03.
void add_ages(const Rulebook& book, const Inquiry& inquiry, Obstacles& found) {
    const Rule& limit = book.age_limit();
    found.push_back(
        until(limit, birthday(inquiry.birth, static_cast<int>(*age_bound(limit).at_least))));
    const base::Date end = too_old_on(book, limit, inquiry.birth);
    const Rule* extension = book.age_extension();
    if (extension == nullptr || !is_repeat_donor(inquiry)) {
        found.push_back(from_on(limit, end));
        return;
    }
    const bool is_extended = std::ranges::all_of(
        all_of(extension->only_for), [&](Condition one) { return is_met(one, inquiry); });
    const base::Date last_end = too_old_on(book, *extension, inquiry.birth);
    found.push_back(from_on(limit, last_end));
    found.push_back(from_on(*extension, is_extended ? last_end : end));
}

// L04: what is known of the body before anybody measures.
void add_weight(const Rulebook& book, const Inquiry& inquiry, DonationType type, Obstacles& found) {
    const Measured measured{.weight_kg = inquiry.weight_kg};
    for (const NotMet& not_met : limits_not_met(book, type, inquiry.sex, measured, inquiry.on))
        found.push_back(from_on(*not_met.rule, inquiry.on));
}

// N02: 24 a year.
void add_often(const Rule& rule, const Inquiry& inquiry, Obstacles& found) {
    if (!rule.at_most) return;
    std::vector<base::Date> dates;
    for (const PastDonation& one : inquiry.history) {
        if (one.type == *rule.after) dates.push_back(one.date);
    }
    const auto count = static_cast<size_t>(rule.at_most->count);
    if (dates.size() < count) return;
    std::ranges::sort(dates, std::greater());
    found.push_back(until(rule, day_after(dates[count - 1], rule.at_most->within)));
}

// N01–N05.
void add_intervals(const Rulebook& book, const Inquiry& inquiry, DonationType type,
                   Obstacles& found) {
    for (const DonationType earlier : {DonationType::whole_blood, DonationType::platelets}) {
        const Rule& usual = book.interval(earlier, type);
        const Rule* shorter = book.shortened(usual);
        for (const PastDonation& one : inquiry.history) {
            if (one.type != earlier) continue;
            const bool is_approved = shorter != nullptr && (inquiry.special_match.value_or(false) ||
                                                            one.special_match.value_or(false));
            const Rule& rule = is_approved ? *shorter : usual;
            found.push_back(until(rule, day_after(one.date, *rule.windows->front().duration)));
        }
        if (earlier == type) add_often(usual, inquiry, found);
    }
}

void add_answers(const Rulebook& book, const Inquiry& inquiry, DonationType type,
                 Obstacles& found) {
    for (const Answer& answer : all_of(inquiry.answers)) {
        const Rule* rule = book.find(answer.rule);
        REXUE_ASSERT(rule != nullptr);
        if (!applies_to(*rule, type) || !is_in_force(*rule, inquiry.on)) continue;
        found.push_back(obstacle_of(*rule, answer, inquiry.on));
    }
}

} // namespace

bool Obstacle::stands_on(base::Date day) const {
    return (!from || *from <= day) && (!until || day < *until);
}

std::vector<Obstacle> obstacles(const Rulebook& book, const Inquiry& inquiry, DonationType type) {
    Obstacles found;
    add_ages(book, inquiry, found);
    add_weight(book, inquiry, type, found);
    add_intervals(book, inquiry, type, found);
    add_answers(book, inquiry, type, found);
    return found;
}

std::optional<base::Date> first_free_day(const std::vector<Obstacle>& obstacles, base::Date day) {
    // Each turn ends one obstacle for good, because days only go forward.
    for (;;) {
        const auto barring = std::ranges::find_if(
            obstacles, [&](const Obstacle& one) { return one.stands_on(day); });
        if (barring == obstacles.end()) return day;
        if (!barring->until) return std::nullopt;
        day = *barring->until;
    }
}

} // namespace rexue::donation

#include "kiosk/rules/honour/moments.h"

#include <algorithm>

#include "kiosk/rules/donation/assessment.h"

namespace rexue::honour {

namespace {

namespace chr = std::chrono;

bool is_today(const Donation& donation, const Record& record) {
    return donation.date == record.on;
}

bool has_given_today(const Record& record) {
    return std::ranges::any_of(record.history,
                               [&](const Donation& one) { return is_today(one, record); });
}

int todays_number(const Record& record) {
    return static_cast<int>(record.history.size()) + (has_given_today(record) ? 0 : 1);
}

std::optional<int> age_today(const Record& record) {
    if (!record.birth) return std::nullopt;
    return base::age_in_years(*record.birth, record.on);
}

bool is_birthday(const Record& record) {
    const auto age = age_today(record);
    return age && *age > 0 && donation::birthday(*record.birth, *age) == record.on;
}

bool is_coming_of_age(const MomentRule& rule, const Record& record) {
    const bool is_first = std::ranges::all_of(
        record.history, [&](const Donation& one) { return is_today(one, record); });
    return age_today(record) == rule.age && is_first;
}

bool is_day(const MomentRule& rule, base::Date on) {
    return on.month() == chr::month(static_cast<unsigned>(*rule.month)) &&
           on.day() == chr::day(static_cast<unsigned>(*rule.day));
}

bool is_festival(const MomentRule& rule, base::Date on) {
    return std::ranges::any_of(*rule.dates, [&](base::Date date) {
        const chr::days since = chr::sys_days(on) - chr::sys_days(date);
        return since >= -chr::days(rule.days_before.value_or(0)) &&
               since <= chr::days(rule.days_after.value_or(0));
    });
}

// Nothing that the rules ask of this donor but age and intervals: staff decide on the rest.
donation::Inquiry inquiry_of(const Record& record) {
    donation::Inquiry inquiry{.birth = *record.birth,
                              .sex = donation::Sex::male, // without a weight nothing asks for it
                              .weight_kg = {},
                              .first_time = {},
                              .past_reaction = {},
                              .on = record.on,
                              .history = {},
                              .answers = {},
                              .special_match = {},
                              .rulebook = {}};
    for (const Donation& one : record.history)
        inquiry.history.push_back(past(one));
    return inquiry;
}

const donation::Assessment* of_type(const std::vector<donation::Assessment>& all,
                                    DonationType type) {
    const auto found = std::ranges::find(all, type, &donation::Assessment::type);
    return found == all.end() ? nullptr : &*found;
}

bool may_give(const donation::Rulebook& rules, const donation::Inquiry& inquiry,
              DonationType type) {
    const auto today = donation::assess(rules, inquiry);
    const auto* one = today ? of_type(*today, type) : nullptr;
    return one != nullptr && one->outcome == donation::Outcome::eligible;
}

bool is_last(const donation::Rulebook& rules, const donation::Inquiry& after, DonationType type) {
    const auto later = donation::assess(rules, after);
    const auto* one = later ? of_type(*later, type) : nullptr;
    return one != nullptr && !one->earliest;
}

std::vector<DonationType> last_types(const Record& record, const donation::Rulebook* rules) {
    std::vector<DonationType> types;
    if (!record.birth || rules == nullptr) return types;
    for (const DonationType type : {DonationType::whole_blood, DonationType::platelets}) {
        donation::Inquiry inquiry = inquiry_of(record);
        const bool is_given = std::ranges::any_of(record.history, [&](const Donation& one) {
            return is_today(one, record) && one.type == type;
        });
        if (!is_given && (has_given_today(record) || !may_give(*rules, inquiry, type))) continue;
        if (!is_given) {
            inquiry.history.push_back(
                {.date = record.on, .type = type, .ml = {}, .units = {}, .special_match = {}});
        }
        if (is_last(*rules, inquiry, type)) types.push_back(type);
    }
    return types;
}

Moment of(const MomentRule& rule) {
    return {.rule = rule.id,
            .kind = rule.kind,
            .title = rule.title,
            .number = {},
            .types = {},
            .offers = rule.offers,
            .source = rule.source,
            .verified = rule.verified};
}

std::optional<Moment> look(const MomentRule& rule, const Record& record,
                           const donation::Rulebook* rules) {
    Moment moment = of(rule);
    bool is_one = false;
    switch (rule.kind) {
        case MomentKind::birthday:
            is_one = is_birthday(record);
            moment.number = age_today(record);
            break;
        case MomentKind::coming_of_age:
            is_one = is_coming_of_age(rule, record);
            moment.number = rule.age;
            break;
        case MomentKind::couple:
            is_one = record.couple.value_or(false);
            break;
        case MomentKind::day_of_year:
            is_one = is_day(rule, record.on);
            break;
        case MomentKind::festival:
            is_one = is_festival(rule, record.on);
            break;
        case MomentKind::last_donation:
            moment.types = last_types(record, rules);
            is_one = !moment.types->empty();
            break;
        case MomentKind::milestone:
            moment.number = todays_number(record);
            is_one = std::ranges::find(*rule.numbers, *moment.number) != rule.numbers->end();
            break;
    }
    if (!is_one) return std::nullopt;
    return moment;
}

} // namespace

std::vector<Moment> moments(std::span<const MomentBook> books, const Record& record,
                            const donation::Rulebook* rules) {
    std::vector<Moment> found;
    for (const MomentBook& book : books) {
        for (const MomentRule& rule : book.moments) {
            if (!is_in_force(rule, record.on)) continue;
            if (auto one = look(rule, record, rules)) found.push_back(std::move(*one));
        }
    }
    return found;
}

} // namespace rexue::honour

// What holds for any history and any answers.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

PastDonation some_donation() {
    const bool is_platelets = *rc::gen::arbitrary<bool>();
    return {.date = plus(today, -*rc::gen::inRange(0, 900)),
            .type = is_platelets ? platelets : whole_blood,
            .ml = {},
            .units = {},
            .special_match = {}};
}

Answer some_answer() {
    std::vector<const Rule*> answerable;
    for (const Rule& rule : book_of_2011().rules()) {
        const bool is_worked_out =
            rule.kind == Kind::limit || rule.kind == Kind::interval || rule.kind == Kind::decided;
        if (!is_worked_out) answerable.push_back(&rule);
    }
    const Rule& rule = **rc::gen::elementOf(answerable);
    Answer answer{.rule = rule.id, .date = {}, .from = {}, .of = {}};
    if (*rc::gen::inRange(0, 5) != 0) answer.date = plus(today, -*rc::gen::inRange(0, 1500));
    for (const Window& window : all_of(rule.windows)) {
        if (window.anchor == Anchor::period && answer.date) {
            const base::Date from = plus(today, *rc::gen::inRange(-20, 20));
            answer.from = from;
            answer.date = plus(from, *rc::gen::inRange(0, 8));
        }
        if (window.of && *rc::gen::arbitrary<bool>()) answer.of = window.of;
    }
    return answer;
}

// Anybody between 14 and 75, by either book.
Inquiry somebody() {
    Inquiry inquiry = a_donor();
    const bool is_of_age = *rc::gen::arbitrary<bool>();
    inquiry.birth = plus(today, -(is_of_age ? *rc::gen::inRange(19 * 365, 54 * 365)
                                            : *rc::gen::inRange(14 * 365, 75 * 365)));
    inquiry.sex = *rc::gen::arbitrary<bool>() ? Sex::male : Sex::female;
    inquiry.first_time.reset();
    inquiry.past_reaction = *rc::gen::arbitrary<bool>();
    inquiry.special_match = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) inquiry.weight_kg = *rc::gen::inRange(40, 90);
    inquiry.history = *rc::gen::resize(
        4, rc::gen::container<std::vector<PastDonation>>(rc::gen::exec(some_donation)));
    inquiry.answers = std::vector<Answer>();
    // A year of platelets now and then: the limit of 24 is out of reach of chance.
    if (*rc::gen::inRange(0, 6) == 0) {
        for (int i = 0; i < 26; ++i)
            inquiry.history.push_back({.date = plus(today, -14 * (i + 1)),
                                       .type = platelets,
                                       .ml = {},
                                       .units = {},
                                       .special_match = {}});
    }
    return inquiry;
}

const Rulebook& some_book() {
    return *rc::gen::arbitrary<bool>() ? book_of_2011() : draft_book();
}

std::vector<Assessment> both(const Rulebook& book, const Inquiry& inquiry) {
    const auto found = assess(book, inquiry);
    RC_ASSERT(found.has_value());
    return *found;
}

// "Never" is later than any day.
bool is_not_before(const std::optional<base::Date>& one, const std::optional<base::Date>& other) {
    return !one || (other && *one >= *other);
}

RC_GTEST_PROP(AssessmentProperty, EarliestDatesNeverMoveBackWhenADonationIsAdded, ()) {
    const Rulebook& book = some_book();
    Inquiry inquiry = somebody();
    // The first donation makes somebody of 57 a repeat donor, who may give longer.
    inquiry.first_time = false;
    if (*rc::gen::arbitrary<bool>()) inquiry.answers->push_back(some_answer());
    const auto before = both(book, inquiry);
    const auto at = *rc::gen::inRange<size_t>(0, inquiry.history.size() + 1);
    inquiry.history.insert(inquiry.history.begin() + static_cast<std::ptrdiff_t>(at),
                           some_donation());
    const auto after = both(book, inquiry);
    for (const size_t type : {0U, 1U})
        RC_ASSERT(is_not_before(after[type].earliest, before[type].earliest));
}

RC_GTEST_PROP(AssessmentProperty, AFurtherAnswerNeverClearsAnybody, ()) {
    const Rulebook& book = some_book();
    Inquiry inquiry = somebody();
    const int answers = *rc::gen::inRange(1, 4);
    for (int i = 0; i < answers; ++i) {
        const auto before = both(book, inquiry);
        inquiry.answers->push_back(some_answer());
        const auto after = both(book, inquiry);
        for (const size_t type : {0U, 1U}) {
            RC_ASSERT(is_not_before(after[type].earliest, before[type].earliest));
            RC_ASSERT(after[type].reasons.size() >= before[type].reasons.size());
        }
    }
}

RC_GTEST_PROP(AssessmentProperty, EligibleIsToBeFreeTodayAndToHaveNoReason, ()) {
    const Rulebook& book = some_book();
    Inquiry inquiry = somebody();
    if (*rc::gen::arbitrary<bool>()) inquiry.answers->push_back(some_answer());
    for (const Assessment& one : both(book, inquiry)) {
        const bool is_eligible = one.outcome == Outcome::eligible;
        RC_ASSERT(is_eligible == (one.earliest == inquiry.on));
        RC_ASSERT(is_eligible == one.reasons.empty());
        RC_ASSERT(is_not_before(one.earliest, inquiry.on));
        RC_TAG(is_eligible ? "eligible" : one.earliest ? "a day" : "no day");
    }
}

RC_GTEST_PROP(AssessmentProperty, TheEarliestDayIsTheFirstFreeOne, ()) {
    Inquiry inquiry = somebody();
    if (*rc::gen::arbitrary<bool>()) inquiry.answers->push_back(some_answer());
    const auto today_s = both(book_of_2011(), inquiry);
    for (const Assessment& one : today_s) {
        // The weight of a later day nobody knows.
        if (!one.earliest || inquiry.weight_kg || one.earliest == inquiry.on) continue;
        const size_t type = one.type == whole_blood ? 0 : 1;
        Inquiry then = inquiry;
        then.on = *one.earliest;
        RC_ASSERT(both(book_of_2011(), then)[type].outcome == Outcome::eligible);
        then.on = plus(*one.earliest, -1);
        RC_ASSERT(both(book_of_2011(), then)[type].outcome != Outcome::eligible);
    }
}

RC_GTEST_PROP(AssessmentProperty, TheOrderOfRecordsIsNothing, ()) {
    Inquiry inquiry = somebody();
    const auto before = both(book_of_2011(), inquiry);
    std::ranges::reverse(inquiry.history);
    RC_ASSERT(both(book_of_2011(), inquiry) == before);
}

} // namespace
} // namespace rexue::donation

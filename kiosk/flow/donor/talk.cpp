#include "kiosk/flow/donor/talk.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/flow/donor/may_give.h"
#include "kiosk/rules/questionnaire/station_links.h"

namespace rexue::flow::donor {

namespace {

using questionnaire::Answers;
using questionnaire::Author;
using questionnaire::Item;
using questionnaire::Place;
using questionnaire::Value;
namespace links = questionnaire::station_links;

// Answered on screens of their own: the notice, and what to give.
constexpr std::array<std::string_view, 2> asked_elsewhere{links::notice_read, links::what_to_give};

// How far ahead a period may end.
constexpr std::chrono::days period_ahead{31};

void fill_in(Answers& answers, std::string_view link_id, Value value) {
    const auto item = answers.form().find(link_id);
    if (!item) return; // no station's form: those have every link
    answers.set({.item = *item}, std::move(value), Author::terminal);
}

void fill_in_code(Answers& answers, std::string_view link_id, std::string_view code) {
    const auto item = answers.form().find(link_id);
    if (!item) return;
    for (const questionnaire::Option& option : answers.form().item(*item).options) {
        const auto* coding = std::get_if<questionnaire::Coding>(&option.value);
        if (coding != nullptr && coding->code == code) {
            answers.set({.item = *item}, option.value, Author::terminal);
        }
    }
}

std::string_view code_of(queue::Intent intent) {
    switch (intent) {
        case queue::Intent::whole_blood_200:
            return "whole-200";
        case queue::Intent::whole_blood_300:
            return "whole-300";
        case queue::Intent::whole_blood_400:
            return "whole-400";
        case queue::Intent::platelets_1:
        case queue::Intent::platelets_2:
            return "platelets";
    }
    std::unreachable();
}

bool is_of_a_period(const Visit& visit, const Item& item, base::Date today) {
    const auto* book = visit.forms->books.in_force(today);
    return std::ranges::any_of(item.date_marks, [&](const questionnaire::DateMark& mark) {
        const auto* rule = book == nullptr ? nullptr : book->find(mark.rule);
        return rule != nullptr &&
               std::ranges::any_of(donation::all_of(rule->windows),
                                   [](const donation::Window& window) {
                                       return window.anchor == donation::Anchor::period;
                                   });
    });
}

} // namespace

AnswerSheet begin_answers(const Visit& visit, base::Date today) {
    Answers answers(visit.forms->form);
    const identity::Sex sex = sex_of(visit, today);
    if (sex == identity::Sex::male) fill_in_code(answers, links::sex, "male");
    if (sex == identity::Sex::female) fill_in_code(answers, links::sex, "female");
    const bool known = visit.donor && !visit.donor->donations.empty();
    fill_in(answers, links::history_is_known, known);
    if (known) {
        const donation::PastDonation& last = visit.donor->donations.front();
        const bool platelets = last.type == donation::DonationType::platelets;
        fill_in_code(answers, links::known_type, platelets ? "platelets" : "whole_blood");
        fill_in(answers, links::known_date, questionnaire::FhirDate::of(last.date));
    }
    return AnswerSheet(std::move(answers));
}

AnswerSheet with_intent(const AnswerSheet& sheet, queue::Intent intent) {
    Answers answers = *sheet;
    fill_in_code(answers, links::what_to_give, code_of(intent));
    return AnswerSheet(std::move(answers));
}

AnswerSheet with_notice_read(const AnswerSheet& sheet) {
    Answers answers = *sheet;
    fill_in(answers, links::notice_read, true);
    return AnswerSheet(std::move(answers));
}

AnswerSheet with(const AnswerSheet& sheet, const Place& place, std::vector<Value> values) {
    Answers answers = *sheet;
    answers.set(place, std::move(values));
    return AnswerSheet(std::move(answers));
}

std::vector<Place> asked(const Answers& answers) {
    std::vector<Place> places = answers.questions();
    std::erase_if(places, [&](const Place& place) {
        const Item& item = answers.form().item(place.item);
        return item.read_only ||
               std::ranges::find(asked_elsewhere, item.link_id) != asked_elsewhere.end();
    });
    return places;
}

std::optional<Place> question_after(const Answers& answers, const Place& place) {
    const auto places = asked(answers);
    const auto found = std::ranges::upper_bound(places, place);
    return found == places.end() ? std::nullopt : std::optional(*found);
}

std::optional<Place> question_before(const Answers& answers, const Place& place) {
    const auto places = asked(answers);
    const auto found = std::ranges::lower_bound(places, place);
    return found == places.begin() ? std::nullopt : std::optional(*std::prev(found));
}

bool is_answered(const Answers& answers, const Place& place) {
    return !answers.form().item(place.item).required || !answers.values(place).empty();
}

std::optional<Place> first_open(const Visit& visit) {
    const auto places = asked(*visit.answers);
    const auto open = std::ranges::find_if(places, [&](const Place& place) {
        return !is_answered(*visit.answers, place) ||
               std::ranges::find(visit.passed, place) == visit.passed.end();
    });
    return open == places.end() ? std::nullopt : std::optional(*open);
}

std::pair<base::Date, base::Date> days_to_answer(const Visit& visit, const Place& place,
                                                 base::Date today) {
    const Item& item = visit.answers->form().item(place.item);
    const std::chrono::sys_days now(today);
    const std::chrono::sys_days long_ago(today - std::chrono::years(100));
    const auto first = birth_of(visit).value_or(base::Date(long_ago));
    const bool ahead = is_of_a_period(visit, item, today);
    return {first, ahead ? base::Date(now + period_ahead) : today};
}

} // namespace rexue::flow::donor

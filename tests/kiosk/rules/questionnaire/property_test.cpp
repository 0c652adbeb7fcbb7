// Whatever is answered in whatever order: nothing that is not asked leaves the terminal, a slip
// that is corrected leaves no trace, and what is written can be read.
#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

const std::vector<std::string> operators{"=", "!=", "exists"};

// Booleans below each other, each perhaps asked only when an earlier one is answered.
std::string random_items() {
    const int count = *rc::gen::inRange(2, 12);
    std::string items;
    int open = 0;
    for (int i = 0; i < count; ++i) {
        if (i > 0 && !items.ends_with('[')) items += ",";
        std::string members = fmt::format(R"("linkId":"q{}")", i);
        if (i > 0 && *rc::gen::arbitrary<bool>()) {
            members += fmt::format(R"(,"enableWhen":[{{"question":"q{}","operator":"{}",)"
                                   R"("answerBoolean":{}}}])",
                                   *rc::gen::inRange(0, i), *rc::gen::elementOf(operators),
                                   *rc::gen::arbitrary<bool>());
        }
        members += fmt::format(R"(,"type":"boolean","repeats":{})", *rc::gen::arbitrary<bool>());
        if (open < 4 && i + 1 < count && *rc::gen::inRange(0, 3) == 0) {
            items += "{" + members + R"(,"item":[)";
            ++open;
            continue;
        }
        items += "{" + members + "}";
        while (open > 0 && *rc::gen::arbitrary<bool>()) {
            items += "]}";
            --open;
        }
    }
    for (; open > 0; --open)
        items += "]}";
    return items;
}

std::vector<Place> all_places(const Answers& answers) {
    std::vector<Place> places;
    for (ItemIndex i = 0; i < answers.form().items().size(); ++i) {
        for (const Occurrence& occurrence : answers.enablement().occurrences(i))
            places.push_back(occurrence.place);
    }
    return places;
}

void answer_something(Answers& answers) {
    const Place place = *rc::gen::elementOf(all_places(answers));
    const size_t most = answers.form().item(place.item).repeats ? 3 : 1;
    std::vector<Value> values;
    const auto count = *rc::gen::inRange<size_t>(0, most + 1);
    for (size_t i = 0; i < count; ++i)
        values.emplace_back(*rc::gen::arbitrary<bool>());
    RC_ASSERT(answers.set(place, std::move(values)).empty());
}

Answers random_answers() {
    const auto loaded = load(form_text(random_items()));
    RC_ASSERT(loaded.form != nullptr);
    Answers answers(loaded.form);
    const int steps = *rc::gen::inRange(0, 20);
    for (int i = 0; i < steps; ++i)
        answer_something(answers);
    return answers;
}

std::string written(const Answers& answers) {
    return to_response(answers, ResponseStatus::completed, base::Instant());
}

// Every linkId of a response, as often as it is there.
// NOLINTNEXTLINE(misc-no-recursion): as deep as the form.
void collect(const boost::json::value& value, std::vector<std::string>& link_ids) {
    if (const auto* list = value.if_array()) {
        for (const auto& element : *list)
            collect(element, link_ids);
    }
    if (const auto* object = value.if_object()) {
        if (const auto* id = object->if_contains("linkId"))
            link_ids.emplace_back(id->as_string().c_str());
        for (const auto& member : *object)
            collect(member.value(), link_ids);
    }
}

RC_GTEST_PROP(ResponseProperty, AResponseNeverHoldsADisabledItem, ()) {
    const Answers answers = random_answers();
    std::vector<std::string> expected;
    for (const auto& [place, values] : answers.given().values) {
        if (answers.is_enabled(place)) expected.push_back(answers.form().item(place.item).link_id);
    }
    std::vector<std::string> found;
    collect(boost::json::parse(written(answers)), found);
    std::ranges::sort(expected);
    std::ranges::sort(found);
    RC_ASSERT(found == expected);
}

RC_GTEST_PROP(ResponseProperty, IsReadBackAsItWasWritten, ()) {
    const Answers answers = random_answers();
    const std::string text = written(answers);
    // The form belongs to the answers, which outlive the reading.
    const std::shared_ptr<const Form> form(std::shared_ptr<const Form>(), &answers.form());
    const auto read = read_response(form, text);
    RC_ASSERT(read.issues.empty());
    RC_ASSERT(read.answers.has_value());
    RC_ASSERT(written(*read.answers) == text);
}

RC_GTEST_PROP(AnswersProperty, TogglingAnEnablingAnswerTwiceRestoresTheForm, ()) {
    Answers answers = random_answers();
    const Answers before = answers;
    const Place place = *rc::gen::elementOf(all_places(answers));
    const auto was = before.values(place);
    RC_ASSERT(answers.set(place, Value(was.empty() || was[0] != Value(true))).empty());
    RC_ASSERT(answers.set(place, std::vector<Value>(was.begin(), was.end())).empty());
    RC_ASSERT(answers == before);
    RC_ASSERT(answers.questions() == before.questions());
    RC_ASSERT(written(answers) == written(before));
}

RC_GTEST_PROP(AnswersProperty, NextWalksThroughAllQuestionsAndPreviousBack, ()) {
    const Answers answers = random_answers();
    std::vector<Place> there;
    for (auto place = answers.next(); place; place = answers.next(place))
        there.push_back(*place);
    std::vector<Place> back;
    for (auto place = answers.previous(); place; place = answers.previous(place))
        back.push_back(*place);
    std::ranges::reverse(back);
    RC_ASSERT(there == answers.questions());
    RC_ASSERT(back == there);
}

} // namespace
} // namespace rexue::questionnaire::testing

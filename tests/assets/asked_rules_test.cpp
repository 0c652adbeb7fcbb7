// The shipped form against the shipped books: what a donor's answer can raise is asked, with the
// day that its window counts from, and far enough back.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/rules/donation/assessment.h"
#include "kiosk/rules/donation/station_settings.h"
#include "kiosk/rules/questionnaire/answered_rules.h"
#include "platform/storage/file.h"
#include "tests/support/answered_form.h"

namespace rexue {
namespace {

using donation::Rule;
using donation::Rulebook;
using questionnaire::Answers;
using questionnaire::Form;
using questionnaire::Item;
using questionnaire::RuleMark;
using namespace std::chrono_literals;

constexpr base::Date today = 2026y / 6 / 15;

// Rules that an answer may raise and no question asks for, each with the reason.
const std::map<std::string, std::string> not_asked{
    {"L04", "weighed at the desk"},
    {"L05", "measured at the desk"},
    {"L06", "measured at the desk"},
    {"L07", "measured at the desk"},
    {"L08", "measured at the desk"},
    {"L09", "measured at the desk"},
    {"L10", "found by the physician"},
    {"L11", "found by the physician"},
    {"L12", "found by the physician"},
    {"L13", "measured at the desk"},
    {"L14", "measured at the desk"},
    {"L15", "measured at the desk"},
    {"L16", "measured at the desk"},
    {"L17", "measured at the desk"},
    {"L18", "tested at the desk"},
    {"L19", "tested at the desk"},
    {"P23", "the staff's own judgement, never asked by a terminal"},
};

// Of these no day is asked: in private a day more would be a screen more for a yes than for a no.
const std::set<std::string> without_a_day{"T15"};

const Rulebook& book(const std::string& id) {
    static std::map<std::string, Rulebook> books;
    const auto known = books.find(id);
    if (known != books.end()) return known->second;
    const auto text = storage::read_text_file(REXUE_SOURCE_DIR "/assets/rulebooks/" + id + ".json",
                                              4 * 1024 * 1024);
    return books.emplace(id, Rulebook::load(text.value()).value()).first->second;
}

donation::Inquiry inquiry_with(std::vector<donation::Answer> answers) {
    return {.birth = 1990y / 3 / 4,
            .sex = donation::Sex::female,
            .weight_kg = {},
            .first_time = false,
            .past_reaction = {},
            .on = today,
            .history = {},
            .answers = std::move(answers),
            .special_match = {},
            .rulebook = {}};
}

// The book itself says what is answered, and what is worked out from other facts.
std::set<std::string> answerable(const Rulebook& of) {
    std::set<std::string> ids;
    for (const Rule& rule : of.rules()) {
        const auto inquiry = inquiry_with({{.rule = rule.id, .date = {}, .from = {}, .of = {}}});
        if (donation::check(inquiry, of)) ids.insert(rule.id);
    }
    return ids;
}

// A mark, the words that ask for it, and the gate before them.
struct Asked {
    RuleMark mark;
    std::string words;
    std::string gate;
    bool is_private = false;
};

std::vector<Asked> asked_in(const Form& form, std::string_view language) {
    std::vector<Asked> found;
    for (const Item& item : form.items()) {
        const std::string words(item.text.in(language));
        for (const RuleMark& mark : item.marks)
            found.push_back({mark, words, words, item.is_private});
        const std::string gate =
            item.parent ? std::string(form.item(*item.parent).text.in(language)) : words;
        for (const auto& option : item.options) {
            for (const RuleMark& mark : option.marks)
                found.push_back(
                    {mark, std::string(option.words.in(language)), gate, item.is_private});
        }
    }
    std::erase_if(found, [](const Asked& one) { return one.mark.kind != RuleMark::Kind::rule; });
    return found;
}

bool is_dated(const Form& form, const RuleMark& rule) {
    return std::ranges::any_of(form.items(), [&](const Item& item) {
        return std::ranges::any_of(item.date_marks, [&](const auto& mark) {
            return mark.rule == rule.code && mark.which == rule.which;
        });
    });
}

// How far back a question asks, as it says so itself; the first that stands in the words.
struct Span {
    std::string_view zh_CN;
    std::string_view en;
    std::string_view period;
};
constexpr std::array spans{
    Span{"最近一年", "In the last year", "P1Y"},
    Span{"一年内", "within a year", "P1Y"},
    Span{"最近三个月", "In the last three months", "P3M"},
    Span{"半年内", "within half a year", "P6M"},
    Span{"最近半个月", "In the last half month", "P15D"},
    Span{"最近两周", "In the last two weeks", "P14D"},
    Span{"最近一周", "In the last week", "P7D"},
    Span{"最近5天", "In the last 5 days", "P5D"},
    Span{"前后三天", "three days before or after", "P3D"},
};

std::optional<donation::Period> span_in(const std::string& words) {
    for (const Span& span : spans) {
        if (words.find(span.zh_CN) != std::string::npos ||
            words.find(span.en) != std::string::npos) {
            return donation::parse_period(span.period).value();
        }
    }
    return std::nullopt;
}

class AskedRules : public ::testing::TestWithParam<std::string> {
  protected:
    const std::shared_ptr<const Form> form_ = support::shipped_form();
};
INSTANTIATE_TEST_SUITE_P(Books, AskedRules, ::testing::Values("gb18467-2011", "draft-law-2025"),
                         [](const auto& tested) {
                             return std::string(tested.index == 0 ? "Gb18467" : "DraftLaw");
                         });

TEST_P(AskedRules, EveryRuleThatAnAnswerRaisesIsAskedOrSaysWhyNot) {
    std::set<std::string> wanted = answerable(book(GetParam()));
    for (const auto& [rule, why] : not_asked)
        EXPECT_EQ(wanted.erase(rule), 1u) << rule << " is no rule that is answered: " << why;
    std::set<std::string> asked;
    for (const Asked& one : asked_in(*form_, "zh-CN"))
        asked.insert(one.mark.code);
    EXPECT_EQ(asked, wanted);
}

TEST_P(AskedRules, EveryWindowIsAskedForItsDay) {
    for (const Asked& one : asked_in(*form_, "zh-CN")) {
        const Rule* rule = book(GetParam()).find(one.mark.code);
        ASSERT_NE(rule, nullptr) << one.mark.code;
        for (const donation::Window& window : donation::all_of(rule->windows)) {
            if (window.of.value_or("") != one.mark.which || !window.duration) continue;
            EXPECT_NE(is_dated(*form_, one.mark), without_a_day.contains(rule->id)) << rule->id;
        }
    }
}

TEST_P(AskedRules, NoQuestionAsksLessFarBackThanItsRulesReach) {
    for (const char* language : {"zh-CN", "en"}) {
        size_t spanned = 0;
        for (const Asked& one : asked_in(*form_, language)) {
            const auto own = span_in(one.words);
            const auto span = own ? own : span_in(one.gate);
            if (!span) continue; // "ever"
            ++spanned;
            const Rule* rule = book(GetParam()).find(one.mark.code);
            ASSERT_NE(rule, nullptr) << one.mark.code;
            for (const donation::Window& window : donation::all_of(rule->windows)) {
                const bool is_its =
                    !window.of || one.mark.which.empty() || window.of == one.mark.which;
                if (!is_its || !window.duration) continue;
                for (const base::Date on : {today, base::Date(2028y / 2 / 29)}) {
                    EXPECT_LE(donation::day_before(on, *span),
                              donation::day_before(on, *window.duration))
                        << rule->id << " is asked too short: " << one.gate << " " << one.words;
                }
            }
        }
        // Q09 to Q18 but for none, Q21 and Q28: their spans are seen in both languages.
        EXPECT_EQ(spanned, 35u) << language;
    }
}

// What a donor meets who says yes to one thing alone, at this station.
std::string met(const Rulebook& by, const std::string& gate, bool answer,
                const std::string& which) {
    const auto form = support::shipped_form();
    Answers answers(form);
    const auto at = [&](const std::string& id) {
        return questionnaire::Place{.item = form->find(id).value()};
    };
    EXPECT_TRUE(answers.set(at(gate), questionnaire::Value(answer)).empty());
    for (const auto& option : form->item(at(gate + ".what").item).options) {
        if (std::get<questionnaire::Coding>(option.value).code != which) continue;
        EXPECT_TRUE(answers.set(at(gate + ".what"), option.value).empty());
    }
    std::vector<donation::Answer> said;
    for (const auto& rule : questionnaire::answered_rules(answers)) {
        if (rule.kind == RuleMark::Kind::rule)
            said.push_back({.rule = rule.code, .date = rule.date, .from = {}, .of = {}});
    }
    const auto assessed = donation::assess(by, inquiry_with(std::move(said))).value();
    std::string told;
    for (const auto& reason : assessed.front().reasons)
        told += reason.rule + ": " + by.find(reason.rule)->words.en;
    return told;
}

TEST(PracticeOfTheDay, TheBooksOwnWordsReachTheDonor) {
    const Rulebook& now = book("gb18467-2011");
    EXPECT_EQ(met(now, "Q04", false, "not-eaten"),
              "D02: Please eat something first and give a little later.");
    EXPECT_EQ(met(now, "Q08", true, "travel-sick"),
              "D08: If you are easily travel-sick, please tell our staff.");
}

TEST(PracticeOfTheDay, AStationThatLeavesARuleOutChangesWhatDonorsMeet) {
    const Rulebook& now = book("gb18467-2011");
    struct Case {
        std::string gate;
        bool answer;
        std::string which;
        std::string rule;
    };
    for (const Case& one :
         {Case{"Q04", false, "slept-badly", "D01"}, Case{"Q04", false, "not-eaten", "D02"},
          Case{"Q04", false, "fatty-meal", "D03"}, Case{"Q05", true, "alcohol", "D04"},
          Case{"Q05", true, "exercise", "D05"}, Case{"Q14", true, "other-medicine", "D06"},
          Case{"Q08", true, "needles", "D07"}, Case{"Q08", true, "travel-sick", "D08"}}) {
        EXPECT_TRUE(met(now, one.gate, one.answer, one.which).starts_with(one.rule + ": "))
            << one.rule;
        const auto settings =
            donation::load_settings(R"({"station":"示例站","overrides":[{"rule":")" + one.rule +
                                    R"(","in_use":false,"set_by":"1004","set_on":"2026-03-01"}]})");
        const auto adapted = donation::adapt(now, settings.value());
        ASSERT_TRUE(adapted) << one.rule;
        EXPECT_EQ(met(adapted->book, one.gate, one.answer, one.which), "") << one.rule;
    }
}

} // namespace
} // namespace rexue

// The form that ships: complete, in both languages, and private where it says so. That it asks for
// every rule of the books is held by tests/assets/asked_rules_test.cpp.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "kiosk/rules/questionnaire/answered_rules.h"
#include "platform/storage/file.h"
#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

constexpr std::string_view answers_system = "https://rexue.example/fhir/CodeSystem/station-answers";

class StationFormTest : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        const auto text = storage::read_text_file(
            REXUE_SOURCE_DIR "/assets/questionnaires/station-2026-1.json", 4 * 1024 * 1024);
        ASSERT_TRUE(text);
        auto loaded = load(*text);
        EXPECT_TRUE(loaded.issues.empty()) << told(loaded.issues);
        form_ = loaded.form;
    }
    void SetUp() override { ASSERT_TRUE(form_); }

    static Value option(std::string_view code_text) {
        return Coding{
            .system = std::string(answers_system), .code = std::string(code_text), .display = ""};
    }
    static Answers of(std::string_view sex) {
        Answers answers(form_);
        EXPECT_TRUE(answers.set(at(*form_, "sex"), option(sex), Author::terminal).empty());
        return answers;
    }

    static std::shared_ptr<const Form> form_;
};

std::shared_ptr<const Form> StationFormTest::form_;

TEST_F(StationFormTest, HasEveryQuestionOfTheList) {
    for (int i = 1; i <= 29; ++i)
        EXPECT_TRUE(form_->find(fmt::format("Q{:02}", i))) << i;
    EXPECT_EQ(form_->canonical(), "https://rexue.example/fhir/Questionnaire/station|2026-1");
}

TEST_F(StationFormTest, SaysEverythingInBothLanguages) {
    EXPECT_EQ(form_->head().language, "zh-CN");
    EXPECT_TRUE(form_->head().title.has("en"));
    for (const Item& item : form_->items()) {
        EXPECT_FALSE(item.text.base.empty()) << item.link_id;
        EXPECT_TRUE(item.text.has("en")) << item.link_id;
        for (const Option& option : item.options)
            EXPECT_TRUE(option.words.has("en")) << item.link_id << ": " << option.words.base;
    }
}

TEST_F(StationFormTest, BlamesNobodyAndIsShort) {
    for (const Item& item : form_->items()) {
        EXPECT_EQ(item.text.base.find("不合格"), std::string::npos) << item.link_id;
        // Three lines of the largest letters.
        EXPECT_LE(item.text.base.size(), 3U * 40) << item.link_id;
    }
}

// Choose every option, and answer every boolean with `answer`.
void answer_all(Answers& answers, bool answer) {
    // An answer brings up the next questions: until there are no more.
    for (auto place = answers.next(); place; place = answers.next(place)) {
        const Item& item = answers.form().item(place->item);
        if (item.read_only) continue;
        std::vector<Value> values;
        if (item.type == ItemType::boolean) values.emplace_back(answer);
        for (const Option& option : item.options) {
            if (values.empty() || item.repeats) values.push_back(option.value);
        }
        EXPECT_TRUE(values.empty() || answers.set(*place, values).empty()) << item.link_id;
    }
}

std::set<std::string> codes_of(const std::vector<AnsweredRule>& answered, RuleMark::Kind kind) {
    std::set<std::string> codes;
    for (const AnsweredRule& rule : answered) {
        if (rule.kind == kind) codes.insert(rule.code);
    }
    return codes;
}

TEST_F(StationFormTest, SendsToStaffWhatOnlyTheyCanTell) {
    Answers all_yes = of("female");
    answer_all(all_yes, true);
    Answers all_no = of("female");
    answer_all(all_no, false);
    auto staff = codes_of(answered_rules(all_yes), RuleMark::Kind::staff);
    staff.merge(codes_of(answered_rules(all_no), RuleMark::Kind::staff));
    EXPECT_EQ(staff,
              (std::set<std::string>{"Q01", "Q02", "Q03", "Q04", "Q08", "Q10", "Q14", "Q15"}));
}

TEST_F(StationFormTest, AHealthyDonorSetsNothingOff) {
    Answers answers = of("male");
    answer_all(answers, false);
    for (const auto* well : {"Q01", "Q03", "Q04"})
        ASSERT_TRUE(answers.set(at(*form_, well), true).empty());
    EXPECT_TRUE(answers.validate().empty());
    EXPECT_TRUE(answered_rules(answers).empty());
}

TEST_F(StationFormTest, ADateReachesItsRule) {
    Answers answers = of("male");
    ASSERT_TRUE(answers.set(at(*form_, "Q18"), true).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q18.what"), option("malaria-region")).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q18.malaria-region"), FhirDate::parse("2026-05-01").value())
                    .empty());
    const auto answered = answered_rules(answers);
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_EQ(answered[0].code, "T10f");
    EXPECT_EQ(answered[0].which, "travel");
    ASSERT_TRUE(answered[0].date);
    EXPECT_EQ(base::format_date(*answered[0].date), "2026-05-01");
}

TEST_F(StationFormTest, TravelAndIllnessOfOneRuleKeepTheirOwnDates) {
    Answers answers = of("male");
    ASSERT_TRUE(answers.set(at(*form_, "Q18"), true).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q18.what"), option("malaria-region")).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q19"), true).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q19.what"), option("malaria")).empty());
    ASSERT_TRUE(
        answers.set(at(*form_, "Q19.malaria"), FhirDate::parse("2020-05-01").value()).empty());
    const auto answered = answered_rules(answers);
    ASSERT_EQ(answered.size(), 2U);
    EXPECT_EQ(answered[0].which, "travel");
    EXPECT_FALSE(answered[0].date);
    EXPECT_EQ(answered[1].which, "illness");
    EXPECT_TRUE(answered[1].date);
}

TEST_F(StationFormTest, APeriodHasAFirstAndALastDay) {
    Answers answers = of("female");
    ASSERT_TRUE(answers.set(at(*form_, "Q21"), true).empty());
    ASSERT_TRUE(answers.set(at(*form_, "Q21.what"), option("period")).empty());
    ASSERT_TRUE(
        answers.set(at(*form_, "Q21.period.start"), FhirDate::parse("2026-05-01").value()).empty());
    ASSERT_TRUE(
        answers.set(at(*form_, "Q21.period.end"), FhirDate::parse("2026-05-05").value()).empty());
    const auto answered = answered_rules(answers);
    ASSERT_EQ(answered.size(), 1U);
    EXPECT_EQ(base::format_date(answered[0].from.value()), "2026-05-01");
    EXPECT_EQ(base::format_date(answered[0].date.value()), "2026-05-05");
}

TEST_F(StationFormTest, MenAreNotAskedAboutPeriods) {
    EXPECT_FALSE(of("male").is_enabled(at(*form_, "Q21")));
    EXPECT_TRUE(of("female").is_enabled(at(*form_, "Q21")));
    // Nobody said: better asked in vain than not asked.
    EXPECT_TRUE(Answers(form_).is_enabled(at(*form_, "Q21")));
}

TEST_F(StationFormTest, AKnownHistoryIsShownAndNotAskedFor) {
    Answers answers(form_);
    EXPECT_TRUE(answers.is_enabled(at(*form_, "Q07.before")));
    ASSERT_TRUE(answers.set(at(*form_, "history-known"), true, Author::terminal).empty());
    EXPECT_FALSE(answers.is_enabled(at(*form_, "Q07.before")));
    ASSERT_TRUE(
        answers.set(at(*form_, "Q07.known.type"), option("platelets"), Author::terminal).empty());
    EXPECT_FALSE(answers.set(at(*form_, "Q07.known.type"), option("whole_blood")).empty());
}

// Whoever looks on sees the same questions in the same order, whatever is answered in private.
TEST_F(StationFormTest, PrivateAnswersChangeNothingThatIsSeen) {
    int found = 0;
    for (const Item& item : form_->items()) {
        if (!item.is_private || !item.is_question()) continue;
        ++found;
        EXPECT_TRUE(item.required) << item.link_id;
        Answers yes = of("male");
        Answers no = yes;
        ASSERT_TRUE(yes.set(at(*form_, item.link_id), true).empty());
        ASSERT_TRUE(no.set(at(*form_, item.link_id), false).empty());
        EXPECT_EQ(yes.questions(), no.questions()) << item.link_id;
    }
    EXPECT_EQ(found, 4);
    for (const auto* link_id : {"Q26", "Q28"})
        EXPECT_TRUE(form_->item(at(*form_, link_id).item).is_private);
}

TEST_F(StationFormTest, RulesThatArePrivateAreMarkedSo) {
    Answers answers = of("male");
    answer_all(answers, true);
    for (const AnsweredRule& rule : answered_rules(answers)) {
        const bool must_be =
            rule.code == "P14" || rule.code == "P19" || rule.code == "T15" || rule.code == "P22";
        EXPECT_EQ(rule.is_private, must_be) << rule.code;
    }
}

} // namespace
} // namespace rexue::questionnaire::testing

// Every operator over every type, all and any, ancestors, groups that repeat.
#include "kiosk/rules/questionnaire/enablement.h"

#include <fmt/format.h>

#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

struct Row {
    std::string type;      // of the question, with its options
    std::string condition; // operator and answer
    std::vector<Value> answers;
    bool enabled;
};

void PrintTo(const Row& row, std::ostream* out) {
    *out << row.type << " " << row.condition << " with " << row.answers.size() << " answers";
}

class OperatorTest : public ::testing::TestWithParam<Row> {};

TEST_P(OperatorTest, Decides) {
    const Row& row = GetParam();
    const auto form = a_form(fmt::format(
        R"({{"linkId":"q","repeats":true,"type":{}}},{{"linkId":"a","type":"string","enableWhen":)"
        R"([{{"question":"q","operator":{}}}]}})",
        row.type, row.condition));
    ASSERT_TRUE(form);
    Answers answers(form);
    ASSERT_TRUE(answers.set(at(*form, "q"), row.answers).empty());
    EXPECT_EQ(answers.is_enabled(at(*form, "a")), row.enabled);
}

Value date(std::string_view text) {
    return FhirDate::parse(text).value();
}

const std::string choice = R"("choice","answerOption":[{"valueCoding":{"code":"x"}},)"
                           R"({"valueCoding":{"code":"y"}}])";
const std::string times = R"("choice","answerOption":[{"valueTime":"08:00:00"},)"
                          R"({"valueTime":"17:00:00"}])";
const std::string kilograms = R"("answerQuantity":{"value":50,"code":"kg"})";

Value amount(double value) {
    return Quantity{.value = value, .unit = "", .system = "", .code = "kg"};
}

INSTANTIATE_TEST_SUITE_P(
    Rows, OperatorTest,
    ::testing::Values(
        Row{R"("boolean")", R"("exists","answerBoolean":true)", {}, false},
        Row{R"("boolean")", R"("exists","answerBoolean":true)", {false}, true},
        Row{R"("boolean")", R"("exists","answerBoolean":false)", {}, true},
        Row{R"("boolean")", R"("exists","answerBoolean":false)", {true}, false},
        Row{R"("boolean")", R"("=","answerBoolean":true)", {true}, true},
        Row{R"("boolean")", R"("=","answerBoolean":true)", {false}, false},
        Row{R"("boolean")", R"("=","answerBoolean":true)", {}, false},
        Row{R"("boolean")", R"("!=","answerBoolean":true)", {false}, true},
        Row{R"("boolean")", R"("!=","answerBoolean":true)", {}, true},
        Row{R"("boolean")", R"("!=","answerBoolean":true)", {false, true}, false},
        Row{R"("integer")", R"(">","answerInteger":5)", {5}, false},
        Row{R"("integer")", R"(">","answerInteger":5)", {6}, true},
        Row{R"("integer")", R"(">=","answerInteger":5)", {5}, true},
        Row{R"("integer")", R"(">=","answerInteger":5)", {4}, false},
        Row{R"("integer")", R"("<","answerInteger":5)", {5}, false},
        Row{R"("integer")", R"("<","answerInteger":5)", {9, 4}, true},
        Row{R"("integer")", R"("<=","answerInteger":5)", {5}, true},
        Row{R"("integer")", R"("<=","answerInteger":5)", {6}, false},
        Row{R"("integer")", R"("<=","answerInteger":5)", {}, false},
        Row{R"("decimal")", R"(">","answerDecimal":1.5)", {1.6}, true},
        Row{R"("decimal")", R"("=","answerDecimal":1.5)", {1.5}, true},
        Row{R"("decimal")", R"("=","answerDecimal":3)", {3.0}, true},
        Row{R"("date")", R"("<","answerDate":"2024-03-01")", {date("2024-02-29")}, true},
        Row{R"("date")", R"("<","answerDate":"2024-03-01")", {date("2024-03")}, false},
        Row{R"("date")", R"(">=","answerDate":"2024")", {date("2024")}, true},
        Row{R"("string")", R"("=","answerString":"x")", {std::string("x")}, true},
        Row{R"("text")", R"("!=","answerString":"x")", {std::string("y")}, true},
        Row{choice, R"("=","answerCoding":{"code":"x"})", {code("x")}, true},
        Row{choice, R"("=","answerCoding":{"code":"x"})", {code("y")}, false},
        Row{choice, R"("!=","answerCoding":{"code":"x"})", {code("y"), code("x")}, false},
        Row{R"("open-choice")", R"("=","answerString":"own")", {std::string("own")}, true},
        Row{times, R"(">","answerTime":"12:00:00")", {FhirTime{"17:00:00"}}, true},
        Row{times, R"(">","answerTime":"12:00:00")", {FhirTime{"08:00:00"}}, false},
        Row{R"("quantity")", R"(">=",)" + kilograms, {amount(50)}, true},
        Row{R"("quantity")", R"(">=",)" + kilograms, {amount(49.9)}, false},
        Row{R"("quantity")",
            R"(">=",)" + kilograms,
            {Quantity{.value = 99, .unit = "", .system = "", .code = "g"}},
            false}));

std::string ask(std::string_view link_id, std::string_view more = "") {
    return fmt::format(R"({{"linkId":"{}","type":"boolean"{}}})", link_id, more);
}

std::string when(std::string_view question) {
    return fmt::format(R"({{"question":"{}","operator":"=","answerBoolean":true}})", question);
}

TEST(EnablementTest, AllNeedsAllAndAnyNeedsOne) {
    const auto both =
        fmt::format(R"(,"enableWhen":[{},{}],"enableBehavior":)", when("p"), when("q"));
    const auto form = a_form(ask("p") + "," + ask("q") + "," + ask("all", both + R"("all")") + "," +
                             ask("any", both + R"("any")"));
    Answers answers(form);
    EXPECT_FALSE(answers.is_enabled(at(*form, "any")));
    ASSERT_TRUE(answers.set(at(*form, "q"), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "any")));
    EXPECT_FALSE(answers.is_enabled(at(*form, "all")));
    ASSERT_TRUE(answers.set(at(*form, "p"), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "all")));
}

TEST(EnablementTest, WhatIsNotAskedCountsAsNotAnswered) {
    // b hangs on a, c on b, and d on b not being answered.
    const auto form = a_form(
        ask("a") + "," + ask("b", R"(,"enableWhen":[)" + when("a") + "]") + "," +
        ask("c", R"(,"enableWhen":[)" + when("b") + "]") + "," +
        ask("d", R"(,"enableWhen":[{"question":"b","operator":"exists","answerBoolean":false}])"));
    Answers answers(form);
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    ASSERT_TRUE(answers.set(at(*form, "b"), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "c")));
    EXPECT_FALSE(answers.is_enabled(at(*form, "d")));
    ASSERT_TRUE(answers.set(at(*form, "a"), false).empty());
    EXPECT_FALSE(answers.is_enabled(at(*form, "c")));
    EXPECT_TRUE(answers.is_enabled(at(*form, "d")));
}

TEST(EnablementTest, AnItemIsAskedOnlyWhereItsAncestorsAre) {
    const auto form =
        a_form(ask("a") + R"(,{"linkId":"g","type":"group","enableWhen":[)" + when("a") +
               R"(],"item":[{"linkId":"h","type":"group","item":[)" + ask("b") + "]}]}");
    Answers answers(form);
    EXPECT_FALSE(answers.is_enabled(at(*form, "b")));
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "b")));
}

TEST(EnablementTest, AFollowUpIsThereOnceTheQuestionIsAnsweredAndItsExplanationBefore) {
    const auto form = a_form(ask("a", R"(,"item":[{"linkId":"help","type":"display","text":"t"},)"
                                      R"({"linkId":"b","type":"string"}])"));
    Answers answers(form);
    EXPECT_TRUE(answers.is_enabled(at(*form, "help")));
    EXPECT_FALSE(answers.is_enabled(at(*form, "b")));
    ASSERT_TRUE(answers.set(at(*form, "a"), false).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "b")));
}

TEST(EnablementTest, EachInstanceOfAGroupAsksItsOwnQuestion) {
    const auto form = a_form(R"({"linkId":"g","type":"group","repeats":true,"item":[)" + ask("a") +
                             "," + ask("b", R"(,"enableWhen":[)" + when("a") + "]") + "]}," +
                             ask("after", R"(,"enableWhen":[)" + when("a") + "]"));
    Answers answers(form);
    ASSERT_TRUE(answers.set_instances(at(*form, "g"), 2));
    ASSERT_TRUE(answers.set(at(*form, "a", {0}), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "b", {0})));
    EXPECT_FALSE(answers.is_enabled(at(*form, "b", {1})));
    // Outside, the nearest before it is the last.
    EXPECT_FALSE(answers.is_enabled(at(*form, "after")));
    ASSERT_TRUE(answers.set(at(*form, "a", {1}), true).empty());
    EXPECT_TRUE(answers.is_enabled(at(*form, "after")));
}

TEST(EnablementTest, GroupsOfGroupsOfGroupsStayWithinTheLimit) {
    const auto form = a_form(
        R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"h","type":"group",)"
        R"("repeats":true,"item":[{"linkId":"i","type":"group","repeats":true,"item":[)" +
        ask("a") + "]}]}]}");
    Answers answers(form);
    ASSERT_TRUE(answers.set_instances(at(*form, "g"), 200));
    EXPECT_FALSE(answers.set_instances(at(*form, "g"), 201));
    for (std::uint32_t i = 0; i < 82; ++i)
        ASSERT_TRUE(answers.set_instances(at(*form, "h", {i}), 200)) << i;
    EXPECT_FALSE(answers.set_instances(at(*form, "h", {82}), 200));
    EXPECT_FALSE(answers.set_instances(at(*form, "h", {200}), 2));
}

// The worst that a form and a response of the largest size can ask for together is not carried out:
// work is counted, so that it is the same on every machine.
TEST(EnablementTest, ConditionsAndAnswersTogetherStayWithinTheLimit) {
    const auto form_of = [](int conditions) {
        std::string items = R"({"linkId":"q","type":"choice","repeats":true,"answerOption":[)";
        for (int i = 0; i < 200; ++i)
            items += fmt::format(R"({}{{"valueCoding":{{"code":"o{}"}}}})", i == 0 ? "" : ",", i);
        items += "]}";
        items += R"(,{"linkId":"g","type":"group","repeats":true,"item":[)";
        for (int i = 0; i < conditions; ++i) {
            items += fmt::format(R"({}{{"linkId":"i{}","type":"string","enableWhen":[{{"question":)"
                                 R"("q","operator":"=","answerCoding":{{"code":"none"}}}}]}})",
                                 i == 0 ? "" : ",", i);
        }
        return a_form(items + "]}");
    };
    const auto given_to = [](const Form& form) {
        Given given;
        for (const Option& option : form.item(0).options)
            given.values[at(form, "q")].push_back(option.value);
        given.instances[at(form, "g")] = 200;
        return given;
    };
    const auto small = form_of(10);
    const auto counted = Enablement::of(*small, given_to(*small));
    ASSERT_TRUE(counted);
    // 200 instances of ten conditions, each looked at once and held against 200 answers.
    EXPECT_EQ(counted->comparisons(), 200U * 10 * (1 + 200));
    const auto large = form_of(249);
    EXPECT_FALSE(Enablement::of(*large, given_to(*large))) << "a little more than ten million";
}

// Long texts that begin alike take as long to compare as they are.
TEST(EnablementTest, ALongTextCountsForManyComparisons) {
    EXPECT_EQ(comparisons_with(Value(true), 200), 200U);
    EXPECT_EQ(comparisons_with(Value(std::string(63, 'x')), 200), 200U);
    EXPECT_EQ(comparisons_with(Value(std::string(6'400, 'x')), 200), 200U * 101);
}

} // namespace
} // namespace rexue::questionnaire::testing

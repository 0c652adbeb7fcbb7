// Answering: what is taken, what is asked next, what is missing, what it means to the rulebook.
#include "kiosk/rules/questionnaire/answers.h"

#include "kiosk/rules/questionnaire/answered_rules.h"
#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

std::vector<std::string> names(const Form& form, const std::vector<Place>& places) {
    std::vector<std::string> result;
    for (const Place& place : places)
        result.push_back(form.item(place.item).link_id);
    return result;
}

using Names = std::vector<std::string>;

const std::string three =
    R"({"linkId":"a","type":"boolean","required":true},)"
    R"({"linkId":"b","type":"string","required":true,"maxLength":3,"enableWhen":)"
    R"([{"question":"a","operator":"=","answerBoolean":true}]},)"
    R"({"linkId":"c","type":"integer","initial":[{"valueInteger":7}],"readOnly":true},)"
    R"({"linkId":"note","type":"display","text":"t"})";

TEST(AnswersTest, InitialValuesAreThereAtFirst) {
    const auto form = a_form(three);
    const Answers answers(form);
    ASSERT_EQ(answers.values(at(*form, "c")).size(), 1U);
    EXPECT_EQ(answers.values(at(*form, "c"))[0], Value(7));
}

TEST(AnswersTest, QuestionsComeInOrderAndAppearWhenTheyAreAsked) {
    const auto form = a_form(three);
    Answers answers(form);
    EXPECT_EQ(names(*form, answers.questions()), (Names{"a", "c"}));
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    EXPECT_EQ(names(*form, answers.questions()), (Names{"a", "b", "c"}));
    EXPECT_EQ(answers.next(), at(*form, "a"));
    EXPECT_EQ(answers.next(at(*form, "a")), at(*form, "b"));
    EXPECT_EQ(answers.next(at(*form, "c")), std::nullopt);
    EXPECT_EQ(answers.previous(at(*form, "c")), at(*form, "b"));
    EXPECT_EQ(answers.previous(at(*form, "a")), std::nullopt);
    EXPECT_EQ(answers.previous(), at(*form, "c"));
    // From a question that is not asked any more one goes on all the same.
    ASSERT_TRUE(answers.set(at(*form, "a"), false).empty());
    EXPECT_EQ(answers.next(at(*form, "b")), at(*form, "c"));
    EXPECT_EQ(answers.previous(at(*form, "b")), at(*form, "a"));
}

TEST(AnswersTest, OnlyWhatIsAskedCanBeMissing) {
    const auto form = a_form(three);
    Answers answers(form);
    EXPECT_EQ(names(*form, answers.missing()), (Names{"a"}));
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    EXPECT_EQ(names(*form, answers.missing()), (Names{"b"}));
    ASSERT_TRUE(answers.set(at(*form, "b"), std::string("ok")).empty());
    EXPECT_TRUE(answers.missing().empty());
    EXPECT_TRUE(answers.validate().empty());
}

IssueCode refused(Answers& answers, const Place& place, std::vector<Value> values) {
    const Answers before = answers;
    const auto findings = answers.set(place, std::move(values));
    EXPECT_EQ(answers, before) << "a refused answer changed something";
    EXPECT_FALSE(findings.empty());
    return findings.empty() ? IssueCode::processing : findings.front().code;
}

TEST(AnswersTest, WrongAnswersChangeNothing) {
    const auto form = a_form(
        three +
        R"(,{"linkId":"choice","type":"choice","repeats":true,"answerOption":[{"valueCoding":)"
        R"({"code":"x"}},{"valueCoding":{"code":"y"}},{"valueCoding":{"code":"none"},"extension":)"
        R"([{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive",)"
        R"("valueBoolean":true}]}]},{"linkId":"number","type":"decimal","extension":[)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueDecimal":1},)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces","valueInteger":1}]},)"
        R"({"linkId":"phone","type":"string","extension":[{"url":)"
        R"("http://hl7.org/fhir/StructureDefinition/regex","valueString":"[0-9]+"}]})");
    Answers answers(form);
    EXPECT_EQ(refused(answers, at(*form, "a"), {1}), IssueCode::structure);
    EXPECT_EQ(refused(answers, at(*form, "a"), {true, false}), IssueCode::structure);
    EXPECT_EQ(refused(answers, at(*form, "b"), {std::string("四个汉字")}), IssueCode::too_long);
    EXPECT_EQ(refused(answers, at(*form, "b"), {std::string(" ")}), IssueCode::value);
    EXPECT_EQ(refused(answers, at(*form, "b"), {std::string("a\x01")}), IssueCode::value);
    EXPECT_EQ(refused(answers, at(*form, "c"), {8}), IssueCode::business_rule);
    EXPECT_EQ(refused(answers, at(*form, "note"), {true}), IssueCode::not_found);
    EXPECT_EQ(refused(answers, at(*form, "a", {3}), {true}), IssueCode::not_found);
    EXPECT_EQ(refused(answers, at(*form, "choice"), {code("z")}), IssueCode::code_invalid);
    EXPECT_EQ(refused(answers, at(*form, "choice"), {code("x"), code("none")}),
              IssueCode::business_rule);
    EXPECT_EQ(refused(answers, at(*form, "number"), {0.5}), IssueCode::value);
    EXPECT_EQ(refused(answers, at(*form, "number"), {1.25}), IssueCode::value);
    EXPECT_EQ(refused(answers, at(*form, "phone"), {std::string("12a")}), IssueCode::value);
    EXPECT_TRUE(answers.set(at(*form, "b"), std::string("三个字")).empty());
    EXPECT_TRUE(answers.set(at(*form, "number"), 1.5).empty());
    EXPECT_TRUE(answers.set(at(*form, "c"), 8, Author::terminal).empty());
    EXPECT_TRUE(answers.set(at(*form, "choice"), std::vector<Value>{code("x"), code("y")}).empty());
}

TEST(AnswersTest, AnInstanceThatGoesTakesItsAnswersAlong) {
    const auto form = a_form(R"({"linkId":"g","type":"group","repeats":true,"item":[)"
                             R"({"linkId":"a","type":"string"}]})");
    Answers answers(form);
    ASSERT_TRUE(answers.set_instances(at(*form, "g"), 2));
    ASSERT_TRUE(answers.set(at(*form, "a", {1}), std::string("x")).empty());
    ASSERT_TRUE(answers.set_instances(at(*form, "g"), 1));
    ASSERT_TRUE(answers.set_instances(at(*form, "g"), 2));
    EXPECT_TRUE(answers.values(at(*form, "a", {1})).empty());
    EXPECT_FALSE(answers.set_instances(at(*form, "a", {0}), 2));
    EXPECT_FALSE(answers.set_instances(at(*form, "g"), 0));
}

std::string url(std::string_view name) {
    return R"({"url":"https://rexue.example/fhir/StructureDefinition/)" + std::string(name) + "\",";
}

TEST(AnsweredRulesTest, SayWhatTheAnswersMean) {
    const auto form = a_form(
        R"({"linkId":"well","type":"boolean","extension":[)" + url("refer-to-staff") +
        R"("valueCode":"Q03"},)" + url("raised-by") + R"("valueBoolean":false}]},)" +
        R"({"linkId":"p","type":"boolean","extension":[)" + url("private") +
        R"("valueBoolean":true},)" + url("rule") + R"("valueCode":"P14"}]},)" +
        R"({"linkId":"what","type":"choice","repeats":true,"answerOption":[)" +
        R"({"valueCoding":{"code":"x"},"extension":[)" + url("rule") + R"("valueCode":"T09"}]},)" +
        R"({"valueCoding":{"code":"y"},"extension":[)" + url("rule") +
        R"("valueCode":"T09"}]}]},)" + R"({"linkId":"d1","type":"date","extension":[)" +
        url("rule-date") +
        R"("valueCode":"T09"}],"enableWhen":[{"question":"what","operator":"=",)" +
        R"("answerCoding":{"code":"x"}}]},)" + R"({"linkId":"d2","type":"date","extension":[)" +
        url("rule-date") + R"("valueCode":"T09"}],"enableWhen":[{"question":"what",)" +
        R"("operator":"=","answerCoding":{"code":"y"}}]})");
    Answers answers(form);
    EXPECT_TRUE(answered_rules(answers).empty());
    ASSERT_TRUE(answers.set(at(*form, "well"), true).empty());
    ASSERT_TRUE(answers.set(at(*form, "p"), false).empty());
    EXPECT_TRUE(answered_rules(answers).empty());
    ASSERT_TRUE(answers.set(at(*form, "well"), false).empty());
    ASSERT_TRUE(answers.set(at(*form, "p"), true).empty());
    ASSERT_TRUE(answers.set(at(*form, "what"), std::vector<Value>{code("x"), code("y")}).empty());
    ASSERT_TRUE(answers.set(at(*form, "d2"), FhirDate::parse("2026-03-01").value()).empty());
    const auto rules = answered_rules(answers);
    const base::Date march{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(1)};
    ASSERT_EQ(rules.size(), 4U);
    EXPECT_EQ(rules[0],
              (AnsweredRule{.kind = RuleMark::Kind::staff, .code = "Q03", .question = "well"}));
    EXPECT_EQ(rules[1], (AnsweredRule{.code = "P14", .question = "p", .is_private = true}));
    // Both days are told: the open one, and the other.
    EXPECT_EQ(rules[2], (AnsweredRule{.code = "T09", .question = "what"}));
    EXPECT_EQ(rules[3], (AnsweredRule{.code = "T09", .date = march, .question = "what"}));
}

TEST(AnsweredRulesTest, AMonthIsNoDay) {
    const auto form = a_form(R"({"linkId":"a","type":"boolean","extension":[)" + url("rule") +
                             R"("valueCode":"T12"}]},{"linkId":"d","type":"date","extension":[)" +
                             url("rule-date") + R"("valueCode":"T12"}]})");
    Answers answers(form);
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    ASSERT_TRUE(answers.set(at(*form, "d"), FhirDate::parse("2026-03").value()).empty());
    ASSERT_EQ(answered_rules(answers).size(), 1U);
    EXPECT_EQ(answered_rules(answers)[0].date, std::nullopt);
}

} // namespace
} // namespace rexue::questionnaire::testing

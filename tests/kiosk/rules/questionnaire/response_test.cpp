// Responses held against their form, and written from answers.
#include "kiosk/rules/questionnaire/response.h"

#include <algorithm>

#include <fmt/format.h>

#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

const std::string items =
    R"({"linkId":"a","type":"boolean","required":true},)"
    R"({"linkId":"b","type":"string","required":true,"maxLength":3,"enableWhen":)"
    R"([{"question":"a","operator":"=","answerBoolean":true}]},)"
    R"({"linkId":"g","type":"group","item":[{"linkId":"c","type":"choice","repeats":true,)"
    R"("answerOption":[{"valueCoding":{"code":"x"}},{"valueCoding":{"code":"y"}}],"item":)"
    R"([{"linkId":"d","type":"date"}]}]},)"
    R"({"linkId":"r","type":"group","repeats":true,"item":[{"linkId":"n","type":"integer",)"
    R"("extension":[{"url":"http://hl7.org/fhir/StructureDefinition/maxValue",)"
    R"("valueInteger":9}]}]},)"
    R"({"linkId":"fixed","type":"integer","readOnly":true,"initial":[{"valueInteger":7}]})";

std::string response_text(std::string_view inner, std::string_view status = "completed",
                          std::string_view canonical = "http://example.test/form|1") {
    return fmt::format(R"({{"resourceType":"QuestionnaireResponse","questionnaire":"{}",)"
                       R"("status":"{}","item":[{}]}})",
                       canonical, status, inner);
}

const std::string no = R"({"linkId":"a","answer":[{"valueBoolean":false}]})";
const std::string yes = R"({"linkId":"a","answer":[{"valueBoolean":true}]})";

struct Wrong {
    std::string name;
    std::string inner;
    IssueCode code;
    std::string path;
};

void PrintTo(const Wrong& row, std::ostream* out) {
    *out << row.name;
}

class WrongResponseTest : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongResponseTest, IsToldWhere) {
    const Wrong& row = GetParam();
    const auto read = read_response(a_form(items), response_text(row.inner));
    EXPECT_FALSE(read.answers);
    const bool is_told = std::ranges::any_of(read.issues, [&](const Issue& issue) {
        return issue.severity == Severity::error && issue.code == row.code &&
               issue.path == row.path;
    });
    EXPECT_TRUE(is_told) << told(read.issues);
}

const std::string top = "QuestionnaireResponse";

INSTANTIATE_TEST_SUITE_P(
    Rows, WrongResponseTest,
    ::testing::Values(
        Wrong{"Missing", R"({"linkId":"g"})", IssueCode::required, top},
        Wrong{"MissingFollowUp", yes, IssueCode::required, top},
        Wrong{"NotAsked", no + R"(,{"linkId":"b","answer":[{"valueString":"s"}]})",
              IssueCode::business_rule, top + ".item[1]"},
        Wrong{"WrongType", R"({"linkId":"a","answer":[{"valueInteger":1}]})", IssueCode::structure,
              top + ".item[0].answer[0]"},
        Wrong{"UnsupportedType", R"({"linkId":"a","answer":[{"valueUri":"u"}]})",
              IssueCode::not_supported, top + ".item[0].answer[0].valueUri"},
        Wrong{"TwoValues", R"({"linkId":"a","answer":[{"valueBoolean":true,"valueInteger":1}]})",
              IssueCode::structure, top + ".item[0].answer[0]"},
        Wrong{"NotAnOption",
              no + R"(,{"linkId":"g","item":[{"linkId":"c","answer":[{"valueCoding":{"code":"x"}},)"
                   R"({"valueCoding":{"code":"z"}}]}]})",
              IssueCode::code_invalid, top + ".item[1].item[0].answer[1]"},
        Wrong{"TooLong", yes + R"(,{"linkId":"b","answer":[{"valueString":"four"}]})",
              IssueCode::too_long, top + ".item[1].answer[0]"},
        Wrong{"TooMuch",
              no + R"(,{"linkId":"r","item":[{"linkId":"n","answer":[{"valueInteger":10}]}]})",
              IssueCode::value, top + ".item[1].item[0].answer[0]"},
        Wrong{"TooMany",
              R"({"linkId":"a","answer":[{"valueBoolean":true},{"valueBoolean":false}]})",
              IssueCode::structure, top + ".item[0].answer"},
        Wrong{"UnknownLink", no + R"(,{"linkId":"z"})", IssueCode::not_found,
              top + ".item[1].linkId"},
        Wrong{"WrongOrder",
              R"({"linkId":"g","item":[{"linkId":"c","answer":[{"valueCoding":)"
              R"({"code":"x"}}]}]},)" +
                  no,
              IssueCode::structure, top + ".item[1].linkId"},
        Wrong{"Twice", no + "," + no, IssueCode::structure, top + ".item[1].linkId"},
        Wrong{"WrongPlace", no + R"(,{"linkId":"c","answer":[{"valueCoding":{"code":"x"}}]})",
              IssueCode::structure, top + ".item[1].linkId"},
        Wrong{"GroupWithAnswer", no + R"(,{"linkId":"g","answer":[{"valueBoolean":true}]})",
              IssueCode::structure, top + ".item[1].answer"},
        Wrong{"FollowUpBesideTheAnswer",
              no + R"(,{"linkId":"g","item":[{"linkId":"c","item":[{"linkId":"d"}]}]})",
              IssueCode::structure, top + ".item[1].item[0].item"},
        Wrong{"ReadOnlyChanged", no + R"(,{"linkId":"fixed","answer":[{"valueInteger":8}]})",
              IssueCode::business_rule, top + ".item[1]"},
        Wrong{"Modifier", no + R"(,{"linkId":"g","modifierExtension":[{"url":"u"}]})",
              IssueCode::not_supported, top + ".item[1].modifierExtension"},
        Wrong{"MisspeltMember", R"({"linkId":"a","answers":[{"valueBoolean":true}]})",
              IssueCode::structure, top + ".item[0].answers"}),
    [](const auto& row) { return row.param.name; });

TEST(ReadResponseTest, AGoodResponseIsRead) {
    const auto form = a_form(items);
    const auto read = read_response(
        form, response_text(
                  yes + R"(,{"linkId":"b","answer":[{"valueString":"s"}]},)"
                        R"({"linkId":"g","item":[{"linkId":"c","answer":[)"
                        R"({"valueCoding":{"code":"x"},"item":[{"linkId":"d","answer":)"
                        R"([{"valueDate":"2024"}]}]},{"valueCoding":{"code":"y"}}]}]},)"
                        R"({"linkId":"r","item":[{"linkId":"n","answer":[{"valueInteger":1}]}]},)"
                        R"({"linkId":"r","item":[{"linkId":"n","answer":[{"valueInteger":2}]}]},)"
                        R"({"linkId":"fixed","answer":[{"valueInteger":7}]})"));
    ASSERT_TRUE(read.answers) << told(read.issues);
    EXPECT_TRUE(read.issues.empty()) << told(read.issues);
    EXPECT_EQ(read.status, ResponseStatus::completed);
    EXPECT_EQ(read.answers->values(at(*form, "n", {1}))[0], Value(2));
    EXPECT_EQ(read.answers->values(at(*form, "d", {0})).size(), 1U);
}

TEST(ReadResponseTest, OnlyWhatIsFinishedMustBeComplete) {
    for (const auto* status : {"in-progress", "stopped", "entered-in-error"}) {
        const auto read = read_response(a_form(items), response_text(yes, status));
        EXPECT_TRUE(read.answers) << status << told(read.issues);
        EXPECT_TRUE(read.issues.empty()) << status;
    }
    EXPECT_FALSE(read_response(a_form(items), response_text(yes, "amended")).answers);
    EXPECT_FALSE(read_response(a_form(items), response_text(no, "done")).answers);
}

TEST(ReadResponseTest, AnotherFormsResponseIsRefused) {
    const auto form = a_form(items);
    EXPECT_FALSE(
        read_response(form, response_text(no, "completed", "http://other.test|1")).answers);
    EXPECT_FALSE(
        read_response(form, response_text(no, "completed", "http://example.test/form|2")).answers);
    const auto unnamed =
        read_response(form, response_text(no, "completed", "http://example.test/form"));
    EXPECT_TRUE(unnamed.answers);
    ASSERT_EQ(unnamed.issues.size(), 1U);
    EXPECT_EQ(unnamed.issues[0].severity, Severity::warning);
}

TEST(ReadResponseTest, WhatIsNoResponseIsRefused) {
    const auto form = a_form(items);
    EXPECT_EQ(read_response(form, "nonsense").issues.front().severity, Severity::fatal);
    EXPECT_FALSE(read_response(form, R"({"resourceType":"Questionnaire"})").answers);
    EXPECT_FALSE(read_response(form, std::string(100'000, '[')).answers);
    EXPECT_FALSE(read_response(form, std::string(3 * 1024 * 1024, ' ')).answers);
}

TEST(ReadResponseTest, NoAnswerIsRepeatedInWhatIsTold) {
    const auto read = read_response(
        a_form(items),
        response_text(yes + R"(,{"linkId":"b","answer":[{"valueString":"secret"}]})"));
    EXPECT_EQ(told(read.issues).find("secret"), std::string::npos);
}

// A choice among very many, answered very often: refused before any answer is looked for.
TEST(ReadResponseTest, AnswersAndOptionsTogetherStayWithinTheLimit) {
    std::string options;
    for (int i = 0; i < 1'000; ++i)
        options += fmt::format(R"({}{{"valueCoding":{{"code":"o{}"}}}})", i == 0 ? "" : ",", i);
    const auto form = a_form(R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"c",)"
                             R"("type":"choice","repeats":true,"answerOption":[)" +
                             options + "]}]}");
    std::string answers;
    for (int i = 0; i < 200; ++i)
        answers += fmt::format(R"({}{{"valueCoding":{{"code":"o{}"}}}})", i == 0 ? "" : ",", i);
    const auto of = [&](int instances) {
        std::string groups;
        for (int i = 0; i < instances; ++i) {
            groups += fmt::format(R"({}{{"linkId":"g","item":[{{"linkId":"c","answer":[{}]}}]}})",
                                  i == 0 ? "" : ",", answers);
        }
        return read_response(form, response_text(groups));
    };
    EXPECT_TRUE(of(2).answers);
    const auto refused = of(51); // times 200 answers, times 1,000 options
    EXPECT_FALSE(refused.answers);
    EXPECT_EQ(refused.issues.back().code, IssueCode::too_costly) << told(refused.issues);
}

TEST(ToResponseTest, HasTheShapeOfTheForm) {
    const auto form = a_form(items);
    Answers answers(form);
    ASSERT_TRUE(answers.set(at(*form, "a"), true).empty());
    ASSERT_TRUE(answers.set(at(*form, "b"), std::string("s")).empty());
    ASSERT_TRUE(answers.set(at(*form, "c"), std::vector<Value>{code("x"), code("y")}).empty());
    ASSERT_TRUE(answers.set(at(*form, "d", {1}), FhirDate::parse("2024-02").value()).empty());
    EXPECT_EQ(
        to_response(answers, ResponseStatus::completed, base::Instant()),
        R"({"resourceType":"QuestionnaireResponse","questionnaire":"http://example.test/form|1",)"
        R"("status":"completed","authored":"1970-01-01T00:00:00.000Z","item":[)"
        R"({"linkId":"a","answer":[{"valueBoolean":true}]},)"
        R"({"linkId":"b","answer":[{"valueString":"s"}]},)"
        R"({"linkId":"g","item":[{"linkId":"c","answer":[{"valueCoding":{"code":"x"}},)"
        R"({"valueCoding":{"code":"y"},"item":[{"linkId":"d",)"
        R"("answer":[{"valueDate":"2024-02"}]}]}]}]},)"
        R"({"linkId":"fixed","answer":[{"valueInteger":7}]}]})");
    ASSERT_TRUE(answers.set(at(*form, "a"), false).empty());
    EXPECT_EQ(to_response(answers, ResponseStatus::completed, base::Instant()).find("\"b\""),
              std::string::npos);
}

} // namespace
} // namespace rexue::questionnaire::testing

// Which forms are taken, and why the others are not.
#include "kiosk/rules/questionnaire/load.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

struct Refused {
    std::string name;
    std::string items;
    IssueCode code;
    std::string path; // of one of the issues
};

void PrintTo(const Refused& row, std::ostream* out) {
    *out << row.name;
}

class RefusedFormTest : public ::testing::TestWithParam<Refused> {};

TEST_P(RefusedFormTest, IsRefusedWithItsReason) {
    const Refused& row = GetParam();
    const Loaded loaded = load(form_text(row.items));
    EXPECT_EQ(loaded.form, nullptr);
    const bool is_told = std::ranges::any_of(loaded.issues, [&](const Issue& issue) {
        return issue.severity == Severity::error && issue.code == row.code &&
               issue.path == row.path && !issue.text.empty();
    });
    EXPECT_TRUE(is_told) << told(loaded.issues);
}

const std::string q = R"({"linkId":"q","type":"boolean"},)";

std::string item_with(std::string_view members, std::string_view type = "string") {
    return fmt::format(R"({{"linkId":"a","type":"{}",{}}})", type, members);
}

std::string item_when(std::string_view condition) {
    return q + fmt::format(R"({{"linkId":"a","type":"string","enableWhen":[{}]}})", condition);
}

std::string item_extended(std::string_view name, std::string_view value,
                          std::string_view type = "string") {
    return item_with(fmt::format(R"("extension":[{{"url":"http://hl7.org/fhir/StructureDefinition/)"
                                 R"({}",{}}}])",
                                 name, value),
                     type);
}

const std::string first = "Questionnaire.item[0]";
const std::string second = "Questionnaire.item[1]";

INSTANTIATE_TEST_SUITE_P(
    Shape, RefusedFormTest,
    ::testing::Values(
        Refused{"NoLinkId", R"({"type":"string"})", IssueCode::required, first + ".linkId"},
        Refused{"NoType", R"({"linkId":"a"})", IssueCode::required, first + ".type"},
        Refused{"UnknownType", item_with(R"("text":"t")", "url"), IssueCode::not_supported,
                first + ".type"},
        Refused{"DateTime", item_with(R"("text":"t")", "dateTime"), IssueCode::not_supported,
                first + ".type"},
        Refused{"MisspeltMember", item_with(R"("enablewhen":[{"question":"q"}])"),
                IssueCode::structure, first + ".enablewhen"},
        Refused{"TextNotText", item_with(R"("text":1)"), IssueCode::structure, first + ".text"},
        Refused{"EmptyText", item_with(R"("text":"")"), IssueCode::structure, first + ".text"},
        Refused{"RequiredNotFlag", item_with(R"("required":"true")"), IssueCode::structure,
                first + ".required"},
        Refused{"EmptyList", item_with(R"("item":[])"), IssueCode::structure, first + ".item"},
        Refused{"Null", item_with(R"("text":null)"), IssueCode::structure, first + ".text"},
        Refused{"ItemNotObject", "3", IssueCode::structure, first},
        Refused{"Modifier", item_with(R"("modifierExtension":[{"url":"u","valueBoolean":true}])"),
                IssueCode::not_supported, first + ".modifierExtension"},
        Refused{"ModifierInCondition",
                item_when(R"({"modifierExtension":[{"url":"u"}],"question":"q","operator":"=",)"
                          R"("answerBoolean":true})"),
                IssueCode::not_supported, second + ".enableWhen[0].modifierExtension"},
        Refused{"LogicInExtension",
                item_with(R"("extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/)"
                          R"(sdc-questionnaire-enableWhenExpression","valueExpression":{"a":1}}])"),
                IssueCode::not_supported, first + ".extension[0].url"},
        Refused{"DoubledLinkId", R"({"linkId":"a","type":"string"},{"linkId":"a","type":"string"})",
                IssueCode::invariant, second + ".linkId"},
        Refused{"DoubledLinkIdDeeper",
                R"({"linkId":"a","type":"group","item":[{"linkId":"a","type":"string"}]})",
                IssueCode::invariant, first + ".item[0].linkId"},
        Refused{"LongLinkId",
                fmt::format(R"({{"linkId":"{}","type":"string"}})", std::string(256, 'x')),
                IssueCode::too_long, first + ".linkId"},
        Refused{"LongText",
                item_with(fmt::format(R"("text":"{}")", std::string(16 * 1024 + 1, 'x'))),
                IssueCode::too_long, first + ".text"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Invariants, RefusedFormTest,
    ::testing::Values(
        Refused{"Que1EmptyGroup", item_with(R"("text":"t")", "group"), IssueCode::invariant, first},
        Refused{"Que1DisplayWithItems",
                item_with(R"("item":[{"linkId":"b","type":"string"}])", "display"),
                IssueCode::invariant, first},
        Refused{"Que3", item_with(R"("code":[{"code":"c"}])", "display"), IssueCode::invariant,
                first},
        Refused{
            "Que4",
            item_with(R"("answerValueSet":"#v","answerOption":[{"valueString":"s"}])", "choice"),
            IssueCode::invariant, first},
        Refused{"Que5", item_with(R"("answerOption":[{"valueString":"s"}])", "boolean"),
                IssueCode::invariant, first},
        Refused{"Que6", item_with(R"("required":true)", "display"), IssueCode::invariant, first},
        Refused{"Que7", item_when(R"({"question":"q","operator":"exists","answerString":"x"})"),
                IssueCode::invariant, second + ".enableWhen[0]"},
        Refused{"Que8",
                R"({"linkId":"g","type":"group","initial":[{"valueBoolean":true}],)"
                R"("item":[{"linkId":"b","type":"string"}]})",
                IssueCode::invariant, first},
        Refused{"Que9", item_with(R"("readOnly":true)", "display"), IssueCode::invariant, first},
        Refused{"Que10", item_with(R"("maxLength":5)", "date"), IssueCode::invariant, first},
        Refused{"Que11",
                item_with(R"("answerOption":[{"valueString":"s"}],)"
                          R"("initial":[{"valueString":"s"}])",
                          "choice"),
                IssueCode::invariant, first},
        Refused{"Que12",
                item_when(R"({"question":"q","operator":"=","answerBoolean":true},)"
                          R"({"question":"q","operator":"exists","answerBoolean":true})"),
                IssueCode::invariant, second},
        Refused{"Que13", item_with(R"("initial":[{"valueString":"s"},{"valueString":"t"}])"),
                IssueCode::invariant, first}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Logic, RefusedFormTest,
    ::testing::Values(
        Refused{"LinkToNothing",
                item_when(R"({"question":"z","operator":"=","answerBoolean":true})"),
                IssueCode::not_found, second + ".enableWhen[0].question"},
        Refused{"UnknownOperator",
                item_when(R"({"question":"q","operator":"~","answerBoolean":true})"),
                IssueCode::structure, second + ".enableWhen[0].operator"},
        Refused{"WrongAnswerType",
                item_when(R"({"question":"q","operator":"=","answerInteger":1})"),
                IssueCode::structure, second + ".enableWhen[0]"},
        Refused{"NoAnswer", item_when(R"({"question":"q","operator":"="})"), IssueCode::required,
                second + ".enableWhen[0]"},
        Refused{
            "TwoAnswers",
            item_when(R"({"question":"q","operator":"=","answerBoolean":true,"answerInteger":1})"),
            IssueCode::structure, second + ".enableWhen[0]"},
        Refused{"TruthIsNotLess",
                item_when(R"({"question":"q","operator":"<","answerBoolean":true})"),
                IssueCode::business_rule, second + ".enableWhen[0].operator"},
        Refused{"AsksAGroup",
                R"({"linkId":"g","type":"group","item":[{"linkId":"b","type":"string"}]},)"
                R"({"linkId":"a","type":"string","enableWhen":[{"question":"g",)"
                R"("operator":"exists","answerBoolean":true}]})",
                IssueCode::business_rule, second + ".enableWhen[0].question"},
        Refused{"AsksItself",
                R"({"linkId":"a","type":"boolean","enableWhen":[{"question":"a","operator":"=",)"
                R"("answerBoolean":true}]})",
                IssueCode::processing, first + ".enableWhen"},
        Refused{"Circle",
                R"({"linkId":"a","type":"boolean","enableWhen":[{"question":"b","operator":"=",)"
                R"("answerBoolean":true}]},{"linkId":"b","type":"boolean","enableWhen":)"
                R"([{"question":"a","operator":"=","answerBoolean":true}]})",
                IssueCode::processing, first + ".enableWhen"},
        Refused{"CircleThroughAGroup",
                R"({"linkId":"g","type":"group","enableWhen":[{"question":"b","operator":"=",)"
                R"("answerBoolean":true}],"item":[{"linkId":"b","type":"boolean"}]})",
                IssueCode::processing, first + ".enableWhen"},
        Refused{
            "DependsOnPrivate",
            R"({"linkId":"p","type":"boolean","extension":[{"url":)"
            R"("https://rexue.example/fhir/StructureDefinition/private","valueBoolean":true}]},)"
            R"({"linkId":"a","type":"string","enableWhen":[{"question":"p","operator":"=",)"
            R"("answerBoolean":true}]})",
            IssueCode::business_rule, second + ".enableWhen[0].question"},
        Refused{
            "DependsOnPrivateGroup",
            R"({"linkId":"g","type":"group","extension":[{"url":)"
            R"("https://rexue.example/fhir/StructureDefinition/private","valueBoolean":true}],)"
            R"("item":[{"linkId":"p","type":"boolean"}]},)"
            R"({"linkId":"a","type":"string","enableWhen":[{"question":"p","operator":"exists",)"
            R"("answerBoolean":true}]})",
            IssueCode::business_rule, second + ".enableWhen[0].question"},
        Refused{"AsksBelowPrivate",
                R"({"linkId":"p","type":"boolean","extension":[{"url":)"
                R"("https://rexue.example/fhir/StructureDefinition/private","valueBoolean":true}],)"
                R"("item":[{"linkId":"a","type":"string"}]})",
                IssueCode::business_rule, first + ".item[0]"}),
    [](const auto& row) { return row.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Values, RefusedFormTest,
    ::testing::Values(
        Refused{"NothingToChoose", item_with(R"("text":"t")", "choice"), IssueCode::required,
                first + ".answerOption"},
        Refused{"ServerValueSet", item_with(R"("answerValueSet":"http://x.test/v")", "choice"),
                IssueCode::not_supported, first + ".answerValueSet"},
        Refused{"NoSuchValueSet", item_with(R"("answerValueSet":"#v")", "choice"),
                IssueCode::not_found, first + ".answerValueSet"},
        Refused{"ReferenceOption",
                item_with(R"("answerOption":[{"valueReference":{"reference":"a/b"}}])", "choice"),
                IssueCode::not_supported, first + ".answerOption[0].valueReference"},
        Refused{"OptionOfOtherType",
                item_with(R"("answerOption":[{"valueString":"s"}])", "integer"),
                IssueCode::structure, first + ".answerOption[0]"},
        Refused{"InitialOfOtherType", item_with(R"("initial":[{"valueInteger":1}])"),
                IssueCode::structure, first + ".initial"},
        Refused{"InitialTooLong", item_with(R"("maxLength":2,"initial":[{"valueString":"abc"}])"),
                IssueCode::too_long, first + ".initial"},
        Refused{"UnrealDate", item_with(R"("initial":[{"valueDate":"2023-02-29"}])", "date"),
                IssueCode::structure, first + ".initial[0].valueDate"},
        Refused{"CostlyPattern",
                item_extended("regex", R"x("valueString":"(((a{100}){100}){100})")x"),
                IssueCode::too_costly, first + ".extension[0].valueString"},
        Refused{"PatternThatLooksAround", item_extended("regex", R"x("valueString":"(?=a)b")x"),
                IssueCode::not_supported, first + ".extension[0].valueString"},
        Refused{"BoundOfOtherType", item_extended("minValue", R"("valueDate":"2020")", "integer"),
                IssueCode::structure, first + ".extension"},
        Refused{"OftenThoughOnce", item_extended("questionnaire-maxOccurs", R"("valueInteger":2)"),
                IssueCode::value, first + ".extension"}),
    [](const auto& row) { return row.param.name; });

const std::string hidden = R"({"url":"http://hl7.org/fhir/StructureDefinition/)"
                           R"(questionnaire-hidden","valueBoolean":true})";

INSTANTIATE_TEST_SUITE_P(
    NeverAnswered, RefusedFormTest,
    ::testing::Values(
        Refused{"HiddenIsNoFlag", item_extended("questionnaire-hidden", R"("valueString":"true")"),
                IssueCode::required, first + ".extension[0].valueBoolean"},
        Refused{"HiddenIsATextInAFlag",
                item_extended("questionnaire-hidden", R"("valueBoolean":"true")"),
                IssueCode::structure, first + ".extension[0].valueBoolean"},
        Refused{"HiddenAndRequired", item_with(R"("required":true,"extension":[)" + hidden + "]"),
                IssueCode::business_rule, first},
        Refused{"ReadOnlyAndRequired", item_with(R"("required":true,"readOnly":true)"),
                IssueCode::business_rule, first},
        Refused{"WithAnInitialValueThatIsNeverSet",
                R"({"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"a",)"
                R"("type":"string","required":true,"readOnly":true,)"
                R"("initial":[{"valueString":"x"}]}]})",
                IssueCode::business_rule, first + ".item[0]"}),
    [](const auto& row) { return row.param.name; });

TEST(LoadTest, WhatIsRequiredAndHasItsAnswerFromTheStartMayBeHidden) {
    EXPECT_TRUE(a_form(item_with(R"("required":true,"readOnly":true,)"
                                 R"("initial":[{"valueString":"x"}],"extension":[)" +
                                 hidden + "]")));
}

IssueCode only_code(const Loaded& loaded) {
    EXPECT_EQ(loaded.form, nullptr);
    EXPECT_FALSE(loaded.issues.empty());
    return loaded.issues.empty() ? IssueCode::value : loaded.issues.front().code;
}

TEST(LoadTest, WhatIsNoFormAtAllIsRefused) {
    EXPECT_EQ(load("").issues.front().severity, Severity::fatal);
    EXPECT_EQ(load("{").issues.front().severity, Severity::fatal);
    EXPECT_EQ(load("\xff").issues.front().severity, Severity::fatal);
    EXPECT_EQ(only_code(load("[]")), IssueCode::not_supported);
    EXPECT_EQ(only_code(load(R"({"resourceType":"Patient"})")), IssueCode::not_supported);
    EXPECT_EQ(only_code(load(R"({"resourceType":"Questionnaire","status":"active"})")),
              IssueCode::required);
    EXPECT_EQ(
        load(form_text(q + item_with(R"("text":"t")"), R"(,"implicitRules":"http://x.test")")).form,
        nullptr);
}

TEST(LoadTest, BombsAreRefusedQuickly) {
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(only_code(load(std::string(100'000, '['))), IssueCode::too_costly);
    EXPECT_EQ(only_code(load(std::string(5 * 1024 * 1024, ' '))), IssueCode::too_costly);
    std::string deep;
    for (int i = 0; i < 17; ++i)
        deep += fmt::format(R"({{"linkId":"{}","type":"group","item":[)", i);
    deep += R"({"linkId":"x","type":"string"})";
    for (int i = 0; i < 17; ++i)
        deep += "]}";
    EXPECT_EQ(only_code(load(form_text(deep))), IssueCode::too_costly);
    std::string wide;
    for (int i = 0; i < 5'001; ++i)
        wide += fmt::format(R"({}{{"linkId":"{}","type":"string"}})", i == 0 ? "" : ",", i);
    EXPECT_EQ(only_code(load(form_text(wide))), IssueCode::too_costly);
    // Many questions share one large value set.
    std::string options;
    for (int i = 0; i < 1'000; ++i)
        options += fmt::format(R"({}{{"code":"{}"}})", i == 0 ? "" : ",", i);
    std::string askers;
    for (int i = 0; i < 1'000; ++i) {
        askers += fmt::format(R"({}{{"linkId":"{}","type":"choice","answerValueSet":"#v"}})",
                              i == 0 ? "" : ",", i);
    }
    EXPECT_EQ(only_code(load(form_text(
                  askers, R"(,"contained":[{"resourceType":"ValueSet","id":"v","compose":)"
                          R"({"include":[{"concept":[)" +
                              options + "]}]}}]"))),
              IssueCode::too_costly);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST(LoadTest, AChainOfAThousandItemsIsOneForm) {
    std::string items = R"({"linkId":"i0","type":"boolean","text":"t"})";
    for (int i = 1; i < 1'000; ++i) {
        items +=
            fmt::format(R"(,{{"linkId":"i{}","type":"boolean","text":"a question","enableWhen":)"
                        R"([{{"question":"i{}","operator":"=","answerBoolean":true}}]}})",
                        i, i - 1);
    }
    const Loaded loaded = load(form_text(items));
    ASSERT_TRUE(loaded.form) << told(loaded.issues); // how long it takes: rexue-bench, forms
}

TEST(LoadTest, ContainedValueSetsGiveOptionsWithTheirTranslations) {
    const Loaded loaded = load(form_text(
        R"({"linkId":"a","type":"choice","answerValueSet":"#v"},)"
        R"({"linkId":"b","type":"open-choice","answerValueSet":"#e"})",
        R"(,"contained":[{"resourceType":"ValueSet","id":"v","status":"active",)"
        R"("compose":{"include":)"
        R"([{"system":"s","concept":[{"code":"x","display":"甲","designation":[{"language":"en",)"
        R"("value":"first"}]}]}]}},{"resourceType":"ValueSet","id":"e","status":"active",)"
        R"("expansion":{"contains":[{"abstract":true,"code":"top","contains":[{"system":"s",)"
        R"("code":"y"}]}]}}])"));
    ASSERT_TRUE(loaded.form) << told(loaded.issues);
    const Option& option = loaded.form->item(0).options.at(0);
    EXPECT_EQ(option.value, Value(Coding{.system = "s", .code = "x"}));
    EXPECT_EQ(option.words.in("zh-CN"), "甲");
    EXPECT_EQ(option.words.in("en"), "first");
    ASSERT_EQ(loaded.form->item(1).options.size(), 1U);
    EXPECT_EQ(std::get<Coding>(loaded.form->item(1).options[0].value).code, "y");
}

TEST(LoadTest, ExtensionsAreRead) {
    const auto form = a_form(
        R"({"linkId":"a","type":"integer","text":"重量","_text":{"extension":[{"url":)"
        R"("http://hl7.org/fhir/StructureDefinition/translation","extension":[{"url":"lang",)"
        R"("valueCode":"en-GB"},{"url":"content","valueString":"Weight"}]}]},"extension":[)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",)"
        R"("valueCodeableConcept":{"coding":[{"code":"slider"}]}},)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden",)"
        R"("valueBoolean":true},)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":1},)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":300},)"
        R"({"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unit","valueCoding":)"
        R"({"code":"kg"}},{"url":"http://other.test/unknown","valueString":"ignored"}]})");
    const Item& item = form->item(0);
    EXPECT_EQ(item.text.in("en"), "Weight");
    EXPECT_EQ(item.text.in("fr"), "重量");
    EXPECT_EQ(item.control, "slider");
    EXPECT_TRUE(item.hidden);
    EXPECT_EQ(item.minimum, Value(1));
    EXPECT_EQ(item.maximum, Value(300));
    EXPECT_EQ(item.unit->code, "kg");
}

} // namespace
} // namespace rexue::questionnaire::testing

// The verdicts of rexuectl questionnaire, and what it ends with.
#include "kiosk/ctl/questionnaire.h"

#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::ctl {
namespace {

constexpr std::string_view good_form =
    R"({"resourceType":"Questionnaire","url":"http://example.test/form","status":"active",)"
    R"("item":[{"linkId":"a","type":"boolean","required":true}]})";

class QuestionnaireTest : public ::testing::Test {
  protected:
    std::filesystem::path file(const std::string& name, std::string_view text) {
        const auto path = folder_.path() / name;
        std::ofstream(path) << text;
        return path;
    }
    int run(const std::filesystem::path& form,
            const std::optional<std::filesystem::path>& response = {}) {
        std::ostringstream out;
        const int code = questionnaire(form, response, out);
        verdict_ = boost::json::parse(out.str()).as_object();
        EXPECT_TRUE(out.str().ends_with("}\n"));
        return code;
    }
    std::string first(std::string_view member) const {
        return verdict_.at("issues").as_array().at(0).as_object().at(member).as_string().c_str();
    }

    support::TestFolder folder_;
    boost::json::object verdict_;
};

TEST_F(QuestionnaireTest, AGoodFormIsSupportedAndValid) {
    EXPECT_EQ(run(file("form.json", good_form)), 0);
    EXPECT_EQ(boost::json::serialize(verdict_), R"({"supported":true,"valid":true,"issues":[]})");
}

TEST_F(QuestionnaireTest, TheStationsFormIsValid) {
    EXPECT_EQ(run(REXUE_SOURCE_DIR "/assets/questionnaires/station-2026-1.json"), 0);
}

TEST_F(QuestionnaireTest, AWrongFormSaysWhere) {
    EXPECT_EQ(run(file("form.json", R"({"resourceType":"Questionnaire","status":"active",)"
                                    R"("item":[{"linkId":"g","type":"group"}]})")),
              1);
    EXPECT_TRUE(verdict_.at("supported").as_bool());
    EXPECT_FALSE(verdict_.at("valid").as_bool());
    EXPECT_EQ(first("severity"), "error");
    EXPECT_EQ(first("code"), "invariant");
    EXPECT_EQ(first("path"), "Questionnaire.item[0]");
}

TEST_F(QuestionnaireTest, AFormThatIsNotUnderstoodIsNotSupported) {
    EXPECT_EQ(run(file("form.json", R"({"resourceType":"Questionnaire","status":"active",)"
                                    R"("item":[{"linkId":"a","type":"attachment"}]})")),
              1);
    EXPECT_FALSE(verdict_.at("supported").as_bool());
    EXPECT_FALSE(verdict_.at("valid").as_bool());
    EXPECT_EQ(first("code"), "not-supported");
}

TEST_F(QuestionnaireTest, AnotherResourceIsNotSupported) {
    for (const char* text : {R"({"resourceType":"Patient"})", R"({"resourceType":"Bundle"})", "[]",
                             "{}", R"({"resourceType":7})"}) {
        EXPECT_EQ(run(file("form.json", text)), 1) << text;
        EXPECT_FALSE(verdict_.at("supported").as_bool()) << text;
        EXPECT_FALSE(verdict_.at("valid").as_bool()) << text;
    }
}

TEST_F(QuestionnaireTest, AResponseIsHeldAgainstTheForm) {
    const auto form = file("form.json", good_form);
    const std::string head = R"({"resourceType":"QuestionnaireResponse","status":"completed",)"
                             R"("questionnaire":"http://example.test/form","item":[)";
    EXPECT_EQ(run(form, file("good.json", head + R"({"linkId":"a","answer":)"
                                                 R"([{"valueBoolean":true}]}]})")),
              0);
    EXPECT_EQ(run(form, file("bad.json", head + R"({"linkId":"a"}]})")), 1);
    EXPECT_TRUE(verdict_.at("supported").as_bool());
    EXPECT_EQ(first("code"), "required");
    EXPECT_EQ(first("path"), "QuestionnaireResponse.item[0]");
}

TEST_F(QuestionnaireTest, WhatCannotBeReadIsToldInJsonToo) {
    EXPECT_EQ(run(folder_.path() / "nowhere.json"), 2);
    EXPECT_FALSE(verdict_.at("supported").as_bool());
    EXPECT_EQ(first("severity"), "fatal");
    EXPECT_EQ(run(file("form.json", "not JSON")), 2);
    EXPECT_FALSE(verdict_.at("supported").as_bool());
    const auto form = file("good.json", good_form);
    EXPECT_EQ(run(form, folder_.path() / "nowhere.json"), 2);
    EXPECT_FALSE(verdict_.at("valid").as_bool());
    EXPECT_EQ(run(form, file("response.json", "{")), 2);
}

TEST_F(QuestionnaireTest, BombsAreRefusedAndNotUnreadable) {
    EXPECT_EQ(run(file("deep.json", std::string(100'000, '['))), 1);
    EXPECT_EQ(first("code"), "too-costly");
    EXPECT_FALSE(verdict_.at("supported").as_bool());
    EXPECT_EQ(run(file("large.json", std::string(5 * 1024 * 1024, ' '))), 1);
    EXPECT_EQ(first("code"), "too-costly");
}

} // namespace
} // namespace rexue::ctl

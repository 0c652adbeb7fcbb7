// A record that a terminal sealed before the last release is opened by this server all the same:
// what was not asked then is empty, and what every record has had is still wanted.
#include <gtest/gtest.h>

#include "net/wire/visits.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::wire {
namespace {

// To the letter as terminals wrote it before they asked health questions.
constexpr const char* before_the_talk = R"({
    "visit": "01933b5c-1c00-7000-8000-000000000001",
    "house": "test-house",
    "ticket": "A007",
    "checked_in_at": "2026-06-14T02:00:00.000Z",
    "entry": "resident_id",
    "name": "测试人",
    "document_number": "000000197508090036",
    "sex": "male",
    "birth": "1975-08-09",
    "nation": "01",
    "document_valid_to": "long_term",
    "intended_type": "whole_blood",
    "intended_volume_ml": 400
})";

TEST(RecordsOfOld, one_from_before_the_talk_is_whole_and_says_nothing_of_it) {
    const auto record = record_from_json(json::parse(before_the_talk).value());
    ASSERT_TRUE(record.has_value()) << record.error().detail;
    EXPECT_EQ(record->ticket, "A007");
    EXPECT_EQ(record->intended_volume_ml, 400);
    EXPECT_FALSE(record->response);
    EXPECT_TRUE(record->assessments.empty());
    EXPECT_TRUE(record->consents.empty());
    EXPECT_FALSE(record->signature_png_base64);
    EXPECT_FALSE(record->signature_strokes);
}

TEST(RecordsOfOld, one_of_today_comes_back_as_it_was) {
    auto record = record_from_json(json::parse(before_the_talk).value()).value();
    record.response = R"({"resourceType":"QuestionnaireResponse"})";
    record.assessments = {{.type = DonationType::platelets,
                           .outcome = AssessedOutcome::deferred,
                           .earliest = std::nullopt,
                           .rules = {"T09"},
                           .book = "a book|1"}};
    record.consents = {{.document = "donor-notice", .version = "2026-1", .sha256 = "ab"}};
    const auto json = json::to_json(record);
    const auto again = record_from_json(json);
    ASSERT_TRUE(again.has_value()) << again.error().detail;
    EXPECT_EQ(json::to_json(*again), json);
}

TEST(RecordsOfOld, what_every_record_has_had_may_not_be_missing) {
    for (const char* member : {"visit", "house", "ticket", "checked_in_at", "entry"}) {
        auto value = json::parse(before_the_talk).value();
        value.as_object().erase(member);
        const auto record = record_from_json(value);
        ASSERT_FALSE(record.has_value()) << member;
        EXPECT_EQ(record.error().code, base::ErrorCode::invalid_argument);
        EXPECT_NE(record.error().detail.find(member), std::string::npos);
    }
    EXPECT_FALSE(record_from_json(boost::json::array()).has_value());
}

} // namespace
} // namespace rexue::wire

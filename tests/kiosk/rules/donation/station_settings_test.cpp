// A station sets what the book leaves to it, is told what changed, and loosens nothing else.
#include "kiosk/rules/donation/station_settings.h"

#include <gtest/gtest.h>

#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

base::Result<Adapted> adapted(const std::string& override_json) {
    const auto settings =
        load_settings(R"({"station":"示例站","overrides":[)" + override_json + "]}");
    if (!settings) return base::fail(settings);
    return adapt(book_of_2011(), *settings);
}

TEST(StationSettings, SayWhatTheyChangeWhoAndWhen) {
    const auto found =
        adapted(R"({"rule":"L09","at_most":37.3,"set_by":"1004","set_on":"2026-03-01"},
        {"rule":"L03","of":"L02","reading":"before_birthday","set_by":"1004","set_on":"2026-03-02"},
        {"rule":"V03","at_least":50,"set_by":"1005","set_on":"2026-03-03"},
        {"rule":"D08","in_use":false,"set_by":"1005","set_on":"2026-03-03"},
        {"rule":"L17","at_most":50,"set_by":"1005","set_on":"2026-03-03"})");
    ASSERT_TRUE(found.has_value()) << found.error().detail;
    // Rule, what, before, after, by whom and when.
    const std::vector<Change> wanted = {
        {"L09", "at_most", "37.5", "37.3", "1004", 2026y / 3 / 1},
        {"L03", "reading of L02", "before_next_birthday", "before_birthday", "1004", 2026y / 3 / 2},
        {"V03", "at_least", "", "50", "1005", 2026y / 3 / 3},
        {"D08", "in_use", "true", "false", "1005", 2026y / 3 / 3},
    }; // L17 as the book has it changes nothing
    EXPECT_EQ(found->changes, wanted);
}

TEST(StationSettings, AreToldApartByTheNameOfTheBook) {
    const auto name_with = [](const char* at_most, const char* set_by) {
        return adapted(R"({"rule":"L09","at_most":)" + std::string(at_most) + R"(,"set_by":")" +
                       set_by + R"(","set_on":"2026-03-01"})")
            ->book.name();
    };
    EXPECT_NE(name_with("37.3", "1004"), book_of_2011().name());
    EXPECT_NE(name_with("37.3", "1004"), name_with("37.2", "1004"));
    EXPECT_EQ(name_with("37.3", "1004"), name_with("37.3", "1005")) << "who set it judges nobody";
    EXPECT_EQ(name_with("37.5", "1004"), book_of_2011().name()) << "it changes nothing";
}

TEST(StationSettings, ARuleThatIsLeftOutStandsAgainstNobody) {
    const Rulebook book =
        adapted(R"({"rule":"D08","in_use":false,"set_by":"1","set_on":"2026-03-03"})")->book;
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "D08", .date = {}, .from = {}, .of = {}}};
    EXPECT_EQ(ask(book, inquiry, whole_blood).outcome, Outcome::eligible);
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, whole_blood)), "D08");
}

TEST(StationSettings, NoneAreTheBookItself) {
    const auto found = adapt(book_of_2011(), {});
    ASSERT_TRUE(found.has_value());
    EXPECT_TRUE(found->changes.empty());
}

struct Refusal {
    const char* override_json;
    base::ErrorCode code;
    const char* pointer;
};

constexpr Refusal refusals[] = {
    {R"({"rule":"L04","at_least":40,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::forbidden, "/overrides/0/rule: "},
    {R"({"rule":"N01","in_use":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::forbidden, "/overrides/0/rule: "},
    {R"({"rule":"P19","in_use":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::forbidden, "/overrides/0/rule: "},
    {R"({"rule":"T12","in_use":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::forbidden, "/overrides/0/rule: "},
    {R"({"rule":"L01","at_most":70,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::forbidden, "/overrides/0/rule: "},
    {R"({"rule":"X01","in_use":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::not_found, "/overrides/0/rule: "},
    {R"({"rule":"L09","at_most":37.6,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/at_most: "},
    {R"({"rule":"L09","at_most":36.9,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/at_most: "},
    {R"({"rule":"L09","at_least":37,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/at_least: "},
    {R"({"rule":"L03","in_use":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/in_use: "},
    {R"({"rule":"L03","reading":"before_birthday","set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/of: "},
    {R"({"rule":"L03","of":"L04","reading":"before_birthday","set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/of: "},
    {R"({"rule":"D01","of":"L01","reading":"before_birthday","set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/of: "},
    {R"({"rule":"D01","set_by":"1","set_on":"2026-03-01"})", base::ErrorCode::invalid_argument,
     "/overrides/0: "},
    {R"({"rule":"D01","in_use":false,"set_by":" ","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/set_by: "},
    {R"({"rule":"D01","in_use":false,"set_by":"1"})", base::ErrorCode::invalid_argument,
     "/overrides/0/set_on: "},
    {R"({"rule":"D01","inuse":false,"set_by":"1","set_on":"2026-03-01"})",
     base::ErrorCode::invalid_argument, "/overrides/0/inuse: "},
};

TEST(StationSettings, AreRefusedWhereTheBookLeavesNothing) {
    for (const Refusal& one : refusals) {
        const auto found = adapted(one.override_json);
        ASSERT_FALSE(found.has_value()) << one.override_json;
        EXPECT_EQ(found.error().code, one.code) << one.override_json;
        EXPECT_TRUE(found.error().detail.starts_with(one.pointer)) << found.error().detail;
    }
}

} // namespace
} // namespace rexue::donation

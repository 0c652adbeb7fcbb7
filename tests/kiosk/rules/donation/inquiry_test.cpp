// What cannot be is refused with its pointer, never guessed at.
#include "kiosk/rules/donation/inquiry.h"

#include <functional>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

constexpr const char* good = R"({"birth":"1990-03-04","sex":"female","weight_kg":52,
  "first_time":false,"past_reaction":false,"on":"2026-06-15",
  "history":[{"date":"2025-01-01","type":"whole_blood","ml":400},
             {"date":"2026-01-01","type":"platelets","units":2,"special_match":true}],
  "answers":[{"rule":"T09","date":"2020-01-01"}]})";

struct Misfortune {
    const char* pointer;                // of what is put there; beginning of the complaint
    const char* value;                  // JSON; empty: taken away
    const char* complains_of = nullptr; // where that is another place
};

constexpr Misfortune misfortunes[] = {
    {"/birth", ""},
    {"/sex", ""},
    {"/on", ""},
    {"/history", ""},
    {"/birth", "\"1990-02-30\""},
    {"/birth", "null"},
    {"/birth", "19900304"},
    {"/birth", "\"1850-01-01\""},
    {"/birth", "\"2026-06-16\"", "/on"},
    {"/birth", "\"2025-06-16\"", "/history/0/date"},
    {"/sex", "\"unknown\""},
    {"/sex", "1"},
    {"/weight_kg", "0"},
    {"/weight_kg", "-60"},
    {"/weight_kg", "501"},
    {"/weight_kg", "\"60\""},
    {"/first_time", "true"},
    {"/first_time", "\"yes\""},
    {"/past_reaction", "0"},
    {"/on", "\"2023-02-29\""},
    {"/on", "\"1989-01-01\""},
    {"/on", "\"9999-12-31\""},
    {"/history", "{}"},
    {"/history/0", "1"},
    {"/history/0/date", "\"2026-06-16\""},
    {"/history/0/date", "\"1990-03-03\""},
    {"/history/0/date", "\"2023-02-29\""},
    {"/history/0/date", ""},
    {"/history/1/type", "\"plasma\""},
    {"/history/1/type", ""},
    {"/history/0/ml", "-400"},
    {"/history/0/ml", "0"},
    {"/history/0/ml", "400.5"},
    {"/history/0/ml", "100000"},
    {"/history/1/units", "-1"},
    {"/history/1/special_match", "1"},
    {"/answers", "{}"},
    {"/answers/0/rule", "\"T99\""},
    {"/answers/0/rule", "\"\""},
    {"/answers/0/rule", "9"},
    {"/answers/0/rule", ""},
    {"/answers/0/rule", "\"L01\""},
    {"/answers/0/rule", "\"L03\""},
    {"/answers/0/rule", "\"N01\""},
    {"/answers/0/rule", "\"V01\""},
    {"/answers/0/rule", "\"V03\""},
    {"/answers/0/date", "\"2026-06-16\""},
    {"/answers/0/date", "\"1989-01-01\""},
    {"/answers/0/date", "\"2021-13-01\""},
    {"/answers/0/from", "\"2019-01-01\""},
    {"/answers/0/of", "\"travel\""},
    {"/rulebook", "1"},
    {"/special_match", "\"x\""},
    {"/anwsers", "[]"},
    {"/history/0/volume", "400"},
    {"/answers/0/day", "\"2020-01-01\""},
};

base::Status checked(const std::string& text) {
    const auto inquiry = read_inquiry(text);
    if (!inquiry) return base::fail(inquiry);
    return check(*inquiry, book_of_2011());
}

// `text` with the value put, or taken away, where the pointer says.
std::string changed(const Misfortune& one) {
    auto value = *json::parse(good);
    const std::string pointer = one.pointer;
    const auto slash = pointer.rfind('/');
    boost::json::value& parent = value.at_pointer(pointer.substr(0, slash));
    const std::string last = pointer.substr(slash + 1);
    if (parent.is_array()) {
        parent.at(std::stoul(last)) = *json::parse(one.value);
    } else if (*one.value == '\0') {
        parent.as_object().erase(last);
    } else {
        parent.as_object()[last] = *json::parse(one.value);
    }
    return boost::json::serialize(value);
}

TEST(Inquiry, IsReadAsTheIssueWritesIt) {
    ASSERT_TRUE(checked(good).has_value()) << checked(good).error().detail;
    const auto inquiry =
        read_inquiry(R"({"birth":"1990-03-04","sex":"male","on":"2026-06-15","history":[]})");
    ASSERT_TRUE(inquiry.has_value());
    EXPECT_FALSE(is_repeat_donor(*inquiry));
}

TEST(Inquiry, IsRefusedWithThePlaceOfTheFault) {
    for (const Misfortune& one : misfortunes) {
        const auto answer = checked(changed(one));
        ASSERT_FALSE(answer.has_value()) << one.pointer << ' ' << one.value;
        const std::string wanted =
            std::string(one.complains_of != nullptr ? one.complains_of : one.pointer) + ": ";
        EXPECT_TRUE(answer.error().detail.starts_with(wanted))
            << one.pointer << ' ' << one.value << " gives " << answer.error().detail;
        EXPECT_EQ(answer.error().detail.find('\n'), std::string::npos);
    }
}

TEST(Inquiry, ThatIsNoJsonIsFaultyAtItsRoot) {
    for (const char* text : {"", "{", "[]", "\"x\"", "{} {}", "\xFF"})
        EXPECT_TRUE(checked(text).error().detail.starts_with("\"\": ")) << text;
}

TEST(Inquiry, OfAPeriodADayMayLieAheadAndItEndsAfterItBegins) {
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T03a", .date = 2026y / 6 / 30, .from = 2026y / 6 / 25, .of = {}}};
    EXPECT_TRUE(check(inquiry, book_of_2011()).has_value());
    inquiry.answers->front() = {.rule = "T03a", .date = 1989y / 1 / 1, .from = {}, .of = {}};
    EXPECT_TRUE(check(inquiry, book_of_2011()).error().detail.starts_with("/answers/0/date: "));
    inquiry.answers->front().date = 2026y / 6 / 30;
    inquiry.answers->front().from = 2026y / 7 / 1;
    EXPECT_TRUE(check(inquiry, book_of_2011()).error().detail.starts_with("/answers/0/from: "));
}

TEST(Inquiry, OfARuleWithCasesTheCaseIsOneOfThem) {
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T10f", .date = 2026y / 6 / 1, .from = {}, .of = "travel"}};
    EXPECT_TRUE(check(inquiry, book_of_2011()).has_value());
    inquiry.answers->front().of = "plane";
    EXPECT_TRUE(check(inquiry, book_of_2011()).error().detail.starts_with("/answers/0/of: "));
}

} // namespace
} // namespace rexue::donation

// Days that exist, instants in one spelling, local days, and ages to the day.
#include "platform/base/date_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::base {
namespace {

using namespace std::chrono_literals;
namespace chr = std::chrono;

Date day(std::string_view text) {
    return parse_date(text).value();
}

Instant instant(std::string_view text) {
    return parse_instant(text).value();
}

TEST(Date, ReadsRealDaysOnly) {
    for (const char* text :
         {"2026-06-14", "2024-02-29", "2000-02-29", "1900-02-28", "0001-01-01", "9999-12-31"}) {
        ASSERT_TRUE(parse_date(text).has_value()) << text;
        EXPECT_EQ(format_date(*parse_date(text)), text);
    }
    for (const char* text :
         {"2026-02-29", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00",
          "2026-01-32", "2026-6-14", "26-06-14", "2026/06/14", "2026-06-1a", "+026-06-14",
          "2026-06-14 ", " 2026-06-14", "20260614", "", "-001-01-01", "２０２６-06"}) {
        ASSERT_FALSE(parse_date(text).has_value()) << text;
        EXPECT_EQ(parse_date(text).error().code, ErrorCode::invalid_argument);
    }
}

TEST(PlainDate, ReadsWhatDocumentsPrint) {
    EXPECT_EQ(parse_plain_date("20240229").value(), day("2024-02-29"));
    for (const char* text : {"20230229", "2024022", "202402290", "2024 229", "长期", "2024-2-9"}) {
        EXPECT_FALSE(parse_plain_date(text).has_value()) << text;
    }
}

TEST(InstantText, HasOneSpelling) {
    const Instant known = chr::sys_days(day("2026-06-14")) + 2h + 24min + 5s + 123ms;
    EXPECT_EQ(format_instant(known), "2026-06-14T02:24:05.123Z");
    EXPECT_EQ(instant("2026-06-14T02:24:05.123Z"), known);
    EXPECT_EQ(format_instant(Instant{}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(format_instant(Instant(-1ms)), "1969-12-31T23:59:59.999Z");
}

TEST(InstantText, RefusesOtherSpellings) {
    for (const char* text :
         {"2026-06-14T02:24:05Z", "2026-06-14T02:24:05.12Z", "2026-06-14T02:24:05.1234Z",
          "2026-06-14T02:24:05.123+08:00", "2026-06-14t02:24:05.123z", "2026-06-14 02:24:05.123Z",
          "2026-06-14T24:00:00.000Z", "2026-06-14T23:60:00.000Z", "2026-06-14T23:59:60.000Z",
          "2026-02-30T00:00:00.000Z", "2026-06-14T02-24:05.123Z", "2026-06-14T02:24:0x.123Z",
          "2026-06-14T02:24:05,123Z", ""}) {
        EXPECT_FALSE(parse_instant(text).has_value()) << text;
    }
}

RC_GTEST_PROP(InstantText, ReadsWhatItWrites, ()) {
    const long long last = instant("9999-12-31T23:59:59.999Z").time_since_epoch().count();
    const Instant any(chr::milliseconds(*rc::gen::inRange<long long>(-62'135'596'800'000, last)));
    RC_ASSERT(parse_instant(format_instant(any)).value() == any);
}

TEST(LocalTime, IsTheDayOfTheHouse) {
    struct Row {
        const char* utc;
        chr::minutes offset;
        const char* date;
        chr::minutes since_midnight;
    };
    const Row rows[] = {
        {"2026-06-14T02:24:05.123Z", 480min, "2026-06-14", 10h + 24min},
        {"2026-06-14T15:59:59.999Z", 480min, "2026-06-14", 23h + 59min}, // the last millisecond
        {"2026-06-14T16:00:00.000Z", 480min, "2026-06-15", 0min},        // and the first
        {"2026-12-31T16:00:00.000Z", 480min, "2027-01-01", 0min},
        {"2024-02-28T16:00:00.000Z", 480min, "2024-02-29", 0min},
        {"2026-06-14T02:00:00.000Z", -180min, "2026-06-13", 23h},
        {"2026-01-01T00:29:00.000Z", -30min, "2025-12-31", 23h + 59min},
        {"1969-12-31T23:30:00.000Z", 0min, "1969-12-31", 23h + 30min},
        {"1969-12-31T23:30:00.000Z", 480min, "1970-01-01", 7h + 30min},
    };
    for (const Row& row : rows) {
        const LocalTime local = local_time(instant(row.utc), row.offset);
        EXPECT_EQ(format_date(local.date), row.date) << row.utc;
        EXPECT_EQ(local.since_midnight, row.since_midnight) << row.utc;
    }
}

TEST(AgeInYears, TurnsOnTheBirthday) {
    struct Row {
        const char* birth;
        const char* on;
        int years;
    };
    const Row rows[] = {
        {"2008-06-14", "2026-06-13", 17}, // the day before
        {"2008-06-14", "2026-06-14", 18}, // the day
        {"2008-06-14", "2026-06-15", 18}, // the day after
        {"1966-01-01", "2025-12-31", 59}, {"1966-01-01", "2026-01-01", 60},
        {"1966-12-31", "2026-12-30", 59}, {"1966-12-31", "2026-12-31", 60},
        {"2008-02-29", "2026-02-28", 17}, // born on 29 February: not yet on 28 February
        {"2008-02-29", "2026-03-01", 18}, // but on 1 March of an ordinary year
        {"2008-02-29", "2028-02-28", 19}, {"2008-02-29", "2028-02-29", 20},
        {"2026-06-14", "2026-06-14", 0},  {"2026-06-15", "2026-06-14", -1},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(age_in_years(day(row.birth), day(row.on)), row.years)
            << row.birth << " on " << row.on;
    }
}

} // namespace
} // namespace rexue::base

// What is celebrated on a day: birthdays, coming of age, festivals, the last donation, milestones.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/rules/honour/new_moon.h"
#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> rules(const Record& record) {
    std::vector<std::string> names;
    const auto moments = ledgers_of(record).moments;
    for (const Moment& one : moments)
        names.push_back(one.rule);
    return names;
}

bool is(const Record& record, const char* rule) {
    const auto found = rules(record);
    return std::ranges::find(found, rule) != found.end();
}

Record born(const char* birth, const char* on, std::vector<Donation> history = {}) {
    Record record = somebody(std::move(history));
    record.birth = day(birth);
    record.on = day(on);
    return record;
}

MomentRule festival() {
    const auto file = folder("moments");
    const MomentBook book = load_moment_book(file.at(0).text).value();
    for (const MomentRule& rule : book.moments) {
        if (rule.kind == MomentKind::festival) return rule;
    }
    return {};
}

} // namespace

TEST(MomentsTest, ComingOfAgeFromTheDayOfEighteen) {
    const auto find = [](const char* on) {
        return is(born("2008-06-15", on), "moment-coming-of-age");
    };
    EXPECT_FALSE(find("2026-06-14"));
    EXPECT_TRUE(find("2026-06-15"));
    EXPECT_TRUE(find("2026-06-16"));
    EXPECT_TRUE(find("2027-06-14"));
    EXPECT_FALSE(find("2027-06-15"));
}

TEST(MomentsTest, ComingOfAgeIsOfTheFirstDonation) {
    EXPECT_TRUE(
        is(born("2008-06-15", "2026-06-20", {blood("2026-06-20", 200)}), "moment-coming-of-age"));
    EXPECT_FALSE(
        is(born("2008-06-15", "2026-12-20", {blood("2026-06-20", 200)}), "moment-coming-of-age"));
}

TEST(MomentsTest, ComingOfAgeIsOfferedACoinAndACertificate) {
    const auto moments = ledgers_of(born("2008-06-15", "2026-06-20")).moments;
    ASSERT_EQ(moments.size(), 1u);
    ASSERT_EQ(moments[0].offers.size(), 2u);
    EXPECT_EQ(moments[0].number, 18);
    EXPECT_EQ(moments[0].offers[0].kind, OfferKind::coin);
    EXPECT_EQ(moments[0].offers[1].kind, OfferKind::certificate);
    EXPECT_EQ(moments[0].offers[1].id, "certificate-adult-oath");
}

TEST(MomentsTest, BirthdayIsOneDay) {
    EXPECT_THAT(rules(born("1990-03-04", "2026-03-03")), IsEmpty());
    EXPECT_THAT(rules(born("1990-03-04", "2026-03-04")), ElementsAre("moment-birthday"));
    EXPECT_THAT(rules(born("1990-03-04", "2026-03-05")), IsEmpty());
}

TEST(MomentsTest, BirthdayOfThe29thOfFebruary) {
    EXPECT_FALSE(is(born("2000-02-29", "2026-02-28"), "moment-birthday"));
    EXPECT_TRUE(is(born("2000-02-29", "2026-03-01"), "moment-birthday"));
    EXPECT_TRUE(is(born("2000-02-29", "2028-02-29"), "moment-birthday"));
    EXPECT_FALSE(is(born("2000-02-29", "2028-03-01"), "moment-birthday"));
    EXPECT_FALSE(is(born("2008-02-29", "2026-02-28"), "moment-coming-of-age"));
    EXPECT_TRUE(is(born("2008-02-29", "2026-03-01"), "moment-coming-of-age"));
}

TEST(MomentsTest, NobodyIsBornToday) {
    EXPECT_FALSE(is(born("2026-03-04", "2026-03-04"), "moment-birthday"));
}

TEST(MomentsTest, WithoutABirthDateThereIsNone) {
    EXPECT_THAT(rules(somebody(ones(3))), IsEmpty());
}

TEST(MomentsTest, CoupleOnlyWhenSomebodySaysSo) {
    Record record = somebody();
    EXPECT_FALSE(is(record, "moment-couple"));
    record.couple = false;
    EXPECT_FALSE(is(record, "moment-couple"));
    record.couple = true;
    EXPECT_TRUE(is(record, "moment-couple"));
}

TEST(MomentsTest, WorldDonorDay) {
    Record record = somebody();
    for (const auto& [on, is_one] : {std::pair("2026-06-13", false),
                                     {"2026-06-14", true},
                                     {"2026-06-15", false},
                                     {"2031-06-14", true}}) {
        record.on = day(on);
        EXPECT_EQ(is(record, "moment-world-donor-day"), is_one) << on;
    }
}

TEST(MomentsTest, SpringFestivalFromItsEveForAWeek) {
    Record record = somebody();
    for (const auto& [on, is_one] : {std::pair("2026-02-15", false),
                                     {"2026-02-16", true},
                                     {"2026-02-17", true},
                                     {"2026-02-23", true},
                                     {"2026-02-24", false},
                                     {"2027-02-05", true}}) {
        record.on = day(on);
        EXPECT_EQ(is(record, "moment-spring-festival"), is_one) << on;
    }
    EXPECT_FALSE(festival().verified);
}

// GB/T 33661-2017: a month begins on Beijing's day of the new moon, and the first month's is the
// one from 21 January to 20 February.
TEST(MomentsTest, SpringFestivalIsTheDayOfANewMoonInEachYear) {
    std::vector<std::string> computed;
    for (int k = 310; k < 450; ++k) {
        const base::Date date(std::chrono::floor<std::chrono::days>(new_moon_in_beijing(k)));
        const auto in_year = date.month() / date.day();
        if (in_year < std::chrono::January / 21 || in_year > std::chrono::February / 20) continue;
        if (date.year() < std::chrono::year(2026) || date.year() > std::chrono::year(2035))
            continue;
        computed.push_back(base::format_date(date));
    }
    std::vector<std::string> shipped;
    const MomentRule rule = festival();
    for (const base::Date date : rule.dates.value())
        shipped.push_back(base::format_date(date));
    EXPECT_EQ(shipped, computed);
    EXPECT_EQ(shipped.size(), 10u);
}

// By GB 18467-2011 a repeat donor may give until the day before 61, and whole blood every six
// months.
TEST(MomentsTest, LastDonationOfWholeBloodBeforeTheAgeLimit) {
    const auto types = [](const char* on, std::vector<Donation> history) {
        std::vector<DonationType> found;
        const auto moments = ledgers_of(born("1965-12-20", on, std::move(history))).moments;
        for (const Moment& one : moments) {
            if (one.types) found = *one.types;
        }
        return found;
    };
    const auto blood_only = ElementsAre(DonationType::whole_blood);
    EXPECT_THAT(types("2026-06-19", {blood("2025-01-01", 400)}), IsEmpty()); // 19 December is left
    EXPECT_THAT(types("2026-06-20", {blood("2025-01-01", 400)}), blood_only);
    EXPECT_THAT(types("2026-06-21", {blood("2025-01-01", 400)}), blood_only);
    EXPECT_THAT(types("2026-12-05", {blood("2025-01-01", 400)}), blood_only);
    EXPECT_THAT(types("2026-12-06", {blood("2025-01-01", 400)}),
                ElementsAre(DonationType::whole_blood, DonationType::platelets));
    EXPECT_THAT(types("2026-12-20", {blood("2025-01-01", 400)}), IsEmpty());  // too old today
    EXPECT_THAT(types("2026-06-20", {blood("2026-05-01", 400)}), IsEmpty());  // too early today
    EXPECT_THAT(types("2026-06-20", {blood("2026-06-20", 400)}), blood_only); // has just given
}

TEST(MomentsTest, WithoutARulebookNothingIsSaidOfTheLastDonation) {
    const Record record = born("1965-12-20", "2026-12-01", {blood("2025-01-01", 400)});
    EXPECT_TRUE(is(record, "moment-last-donation"));
    EXPECT_THAT(shipped().ledgers(record, nullptr).moments, IsEmpty());
}

TEST(MomentsTest, MilestoneOfTodaysDonation) {
    const auto with = [](int count, bool today) {
        Record record = somebody(ones(count));
        if (today) record.on = day("2026-06-10");
        return record;
    };
    for (int n = 10; n <= 100; n += 10) {
        EXPECT_FALSE(is(with(n - 2, false), "moment-milestone")) << n;
        EXPECT_TRUE(is(with(n - 1, false), "moment-milestone")) << n; // the next one
        EXPECT_FALSE(is(with(n, false), "moment-milestone")) << n;
        EXPECT_TRUE(is(with(n, true), "moment-milestone")) << n; // the one of today
        EXPECT_EQ(Moment(ledgers_of(with(n, true)).moments.at(0)).number, n);
    }
    EXPECT_FALSE(is(with(110, true), "moment-milestone"));
}

TEST(MomentsTest, SeveralAtOnce) {
    Record record = born("1990-06-14", "2026-06-14", ones(9));
    record.couple = true;
    EXPECT_THAT(rules(record), ElementsAre("moment-birthday", "moment-couple",
                                           "moment-world-donor-day", "moment-milestone"));
}

} // namespace rexue::honour

// L01–L04: the day before a birthday, the day, the day after; 29 February; how a station reads an
// upper age; weight.
#include <gtest/gtest.h>

#include "kiosk/rules/donation/station_settings.h"
#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

enum class Who { first_timer, repeat, repeat_with_reaction };

struct AgeRow {
    base::Date birth;
    base::Date on;
    Who who;
    const char* reasons;
    const char* earliest;
};

Assessment ask_age(const Rulebook& book, const AgeRow& row) {
    Inquiry inquiry = a_donor(row.on);
    inquiry.birth = row.birth;
    inquiry.first_time = row.who == Who::first_timer;
    inquiry.past_reaction = row.who == Who::repeat_with_reaction;
    const Assessment found = ask(book, inquiry, whole_blood);
    EXPECT_EQ(reasons(ask(book, inquiry, platelets)), reasons(found));
    return found;
}

void expect_rows(const Rulebook& book, const std::vector<AgeRow>& rows) {
    for (const AgeRow& row : rows) {
        const Assessment found = ask_age(book, row);
        const std::string which = base::format_date(row.birth) + " on " + base::format_date(row.on);
        EXPECT_EQ(reasons(found), row.reasons) << which;
        EXPECT_EQ(day(found.earliest), row.earliest) << which;
    }
}

constexpr base::Date born = 1970y / 6 / 15;
constexpr base::Date leap = 1964y / 2 / 29;

TEST(Ages, L01FromTheEighteenthBirthdayToTheDayBeforeTheFiftySixth) {
    using enum Who;
    expect_rows(book_of_2011(), {{2008y / 6 / 15, 2026y / 6 / 14, first_timer, "L01", "2026-06-15"},
                                 {2008y / 6 / 15, 2026y / 6 / 15, first_timer, "", "2026-06-15"},
                                 {2008y / 6 / 15, 2026y / 6 / 16, first_timer, "", "2026-06-16"},
                                 {2008y / 2 / 29, 2026y / 2 / 28, first_timer, "L01", "2026-03-01"},
                                 {2008y / 2 / 29, 2026y / 3 / 1, first_timer, "", "2026-03-01"},
                                 {2020y / 6 / 15, 2026y / 6 / 15, repeat, "L01", "2038-06-15"},
                                 {born, 2026y / 6 / 14, first_timer, "", "2026-06-14"},
                                 {born, 2026y / 6 / 15, first_timer, "L01", "never"},
                                 {born, 2026y / 6 / 16, first_timer, "L01", "never"},
                                 {leap, 2020y / 2 / 28, first_timer, "", "2020-02-28"},
                                 {leap, 2020y / 2 / 29, first_timer, "L01", "never"}});
}

TEST(Ages, L02LetsARepeatDonorWhoFeltWellGiveToSixty) {
    using enum Who;
    expect_rows(book_of_2011(), {{born, 2026y / 6 / 14, repeat, "", "2026-06-14"},
                                 {born, 2026y / 6 / 15, repeat, "", "2026-06-15"},
                                 {born, 2028y / 6 / 16, repeat, "", "2028-06-16"},
                                 {born, 2031y / 6 / 14, repeat, "", "2031-06-14"},
                                 {born, 2031y / 6 / 15, repeat, "L01 L02", "never"},
                                 {born, 2031y / 6 / 16, repeat, "L01 L02", "never"},
                                 {leap, 2025y / 2 / 28, repeat, "", "2025-02-28"},
                                 {leap, 2025y / 3 / 1, repeat, "L01 L02", "never"},
                                 {born, 2026y / 6 / 14, repeat_with_reaction, "", "2026-06-14"},
                                 {born, 2026y / 6 / 15, repeat_with_reaction, "L02", "never"},
                                 {born, 2028y / 6 / 15, repeat_with_reaction, "L02", "never"},
                                 {born, 2031y / 6 / 15, repeat_with_reaction, "L01 L02", "never"}});
}

TEST(Ages, AReactionAfterFiftyFiveIsForStaffAndAFirstTimeIsNot) {
    EXPECT_EQ(
        ask_age(book_of_2011(), {born, 2028y / 6 / 15, Who::repeat_with_reaction, "", ""}).outcome,
        Outcome::refer);
    EXPECT_EQ(ask_age(book_of_2011(), {born, 2028y / 6 / 15, Who::first_timer, "", ""}).outcome,
              Outcome::deferred);
}

TEST(Ages, TheHistoryTellsWhoIsARepeatDonor) {
    Inquiry inquiry = a_donor(2028y / 6 / 15);
    inquiry.birth = born;
    inquiry.first_time.reset();
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, whole_blood)), "L01");
    inquiry.history = {
        {.date = 2020y / 1 / 1, .type = platelets, .ml = {}, .units = {}, .special_match = {}}};
    EXPECT_EQ(reasons(ask(book_of_2011(), inquiry, whole_blood)), "");
}

TEST(Ages, WhoWillBeTooOldWhenAWindowEndsIsToldNoDay) {
    Inquiry inquiry = a_donor(2026y / 6 / 1);
    inquiry.birth = born;
    inquiry.first_time = true;
    inquiry.answers = {{.rule = "T05a", .date = 2026y / 5 / 30, .from = {}, .of = {}}};
    EXPECT_EQ(day(ask(book_of_2011(), inquiry, whole_blood).earliest), "2026-06-06");
    inquiry.answers = {{.rule = "T09", .date = 2026y / 5 / 30, .from = {}, .of = {}}};
    const Assessment found = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(found), "T09");
    EXPECT_EQ(found.earliest, std::nullopt);
}

TEST(Ages, TheDraftLetsFirstTimersGiveToSixtyFive) {
    using enum Who;
    expect_rows(draft_book(), {{born, 2036y / 6 / 14, first_timer, "", "2036-06-14"},
                               {born, 2036y / 6 / 15, first_timer, "L01", "never"},
                               {born, 2036y / 6 / 15, repeat, "L01", "never"},
                               {born, 2036y / 6 / 14, repeat_with_reaction, "", "2036-06-14"},
                               {2008y / 6 / 15, 2026y / 6 / 14, first_timer, "L01", "2026-06-15"}});
}

Rulebook reading(const char* of, AgeReading how) {
    const StationSettings settings{
        .station = "示例站",
        .overrides = {
            {.rule = "L03", .of = of, .reading = how, .set_by = "1004", .set_on = 2026y / 1 / 2}}};
    return adapt(book_of_2011(), settings)->book;
}

TEST(Ages, L03IsReadAsTheStationReadsIt) {
    using enum Who;
    expect_rows(reading("L01", AgeReading::before_birthday),
                {{born, 2025y / 6 / 14, first_timer, "", "2025-06-14"},
                 {born, 2025y / 6 / 15, first_timer, "L01", "never"},
                 {born, 2025y / 6 / 15, repeat, "", "2025-06-15"},
                 {born, 2031y / 6 / 14, repeat, "", "2031-06-14"}});
    expect_rows(reading("L01", AgeReading::through_birthday),
                {{born, 2025y / 6 / 15, first_timer, "", "2025-06-15"},
                 {born, 2025y / 6 / 16, first_timer, "L01", "never"},
                 {leap, 2019y / 3 / 1, first_timer, "", "2019-03-01"},
                 {leap, 2019y / 3 / 2, first_timer, "L01", "never"}});
    expect_rows(reading("L02", AgeReading::before_birthday),
                {{born, 2030y / 6 / 14, repeat, "", "2030-06-14"},
                 {born, 2030y / 6 / 15, repeat, "L01 L02", "never"},
                 {born, 2026y / 6 / 14, first_timer, "", "2026-06-14"}});
    expect_rows(reading("L02", AgeReading::through_birthday),
                {{born, 2030y / 6 / 15, repeat, "", "2030-06-15"},
                 {born, 2030y / 6 / 16, repeat, "L01 L02", "never"}});
}

struct WeightRow {
    Sex sex;
    double weight_kg;
    const char* reasons;
};

TEST(Weight, L04IsFiftyForMenAndFortyFiveForWomenAndKnowsNoDay) {
    for (const WeightRow& row : {WeightRow{Sex::male, 49.9, "L04"},
                                 {Sex::male, 50, ""},
                                 {Sex::male, 50.1, ""},
                                 {Sex::female, 44.9, "L04"},
                                 {Sex::female, 45, ""},
                                 {Sex::female, 45.1, ""}}) {
        Inquiry inquiry = a_donor();
        inquiry.sex = row.sex;
        inquiry.weight_kg = row.weight_kg;
        for (const DonationType type : {whole_blood, platelets}) {
            const Assessment found = ask(book_of_2011(), inquiry, type);
            EXPECT_EQ(reasons(found), row.reasons) << row.weight_kg;
            EXPECT_EQ(found.earliest.has_value(), *row.reasons == '\0') << row.weight_kg;
        }
    }
    EXPECT_EQ(reasons(ask(book_of_2011(), a_donor(), whole_blood)), "");
}

} // namespace
} // namespace rexue::donation

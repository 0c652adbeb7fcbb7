// Each deferral by its id: the day before its window ends, the day, the day after. A rule of a book
// without a row fails.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

struct Row {
    const char* rule;
    base::Date anchor;
    base::Date free; // the first day; the anchor's own day: never told
    const char* of = nullptr;
};

// Months and years meet their ends here: 31 August, 29 February.
const Row window_rows[] = {
    {"T01a", 2026y / 6 / 12, 2026y / 6 / 15},
    {"T01b", 2026y / 5 / 31, 2026y / 6 / 15},
    {"T01c", 2025y / 11 / 30, 2026y / 2 / 28},
    {"T01d", 2025y / 8 / 31, 2026y / 2 / 28},
    {"T02", 2024y / 2 / 29, 2025y / 2 / 28},
    {"T03a", 2026y / 6 / 11, 2026y / 6 / 15}, // three whole days after it
    {"T03b", 2025y / 12 / 15, 2026y / 6 / 15},
    {"T03b", 2025y / 12 / 15, 2026y / 6 / 15, "miscarriage"},
    {"T03c", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T04a", 2026y / 6 / 8, 2026y / 6 / 15},
    {"T04b", 2026y / 3 / 15, 2026y / 6 / 15},
    {"T05a", 2026y / 6 / 8, 2026y / 6 / 15},
    {"T05b", 2026y / 3 / 31, 2026y / 6 / 30},
    {"T06", 2026y / 6 / 8, 2026y / 6 / 15},
    {"T07a", 2026y / 1 / 31, 2026y / 2 / 28},
    {"T07b", 2026y / 3 / 15, 2026y / 6 / 15},
    {"T08a", 2026y / 6 / 8, 2026y / 6 / 15},
    {"T08b", 2026y / 6 / 1, 2026y / 6 / 15},
    {"T09", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T10b", 2024y / 2 / 29, 2025y / 2 / 28},
    {"T10c", 2025y / 8 / 31, 2026y / 2 / 28},
    {"T10d", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T10e", 2024y / 2 / 29, 2026y / 2 / 28},
    {"T10f", 2023y / 6 / 15, 2026y / 6 / 15}, // no case: the longer one
    {"T10f", 2023y / 6 / 15, 2026y / 6 / 15, "illness"},
    {"T10f", 2025y / 6 / 15, 2026y / 6 / 15, "travel"},
    {"T10g", 2025y / 12 / 15, 2026y / 6 / 15},
    {"T10h", 2024y / 6 / 15, 2026y / 6 / 15},
    {"T11", 2026y / 6 / 10, 2026y / 6 / 15},
    {"T12", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T14", 2024y / 6 / 15, 2026y / 6 / 15},
    {"T15", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T17", 2026y / 6 / 14, 2026y / 6 / 15},
    {"T18", 2026y / 6 / 1, 2026y / 6 / 15},
    {"T19", 2026y / 5 / 18, 2026y / 6 / 15},
    {"T20", 2025y / 6 / 15, 2026y / 6 / 15},
    {"T21", 2026y / 5 / 18, 2026y / 6 / 15},
    {"T22", 2025y / 6 / 15, 2026y / 6 / 15},
    {"D06", 2026y / 6 / 10, 2026y / 6 / 15},
};

struct EndlessRow {
    const char* rule;
    Outcome outcome;
    const char* of = nullptr;
};

// Nobody can name the day, whatever date is given.
const EndlessRow endless_rows[] = {
    {"P01", Outcome::refer},     {"P02", Outcome::refer},
    {"P03", Outcome::refer},     {"P04", Outcome::refer},
    {"P05", Outcome::refer},     {"P06", Outcome::refer},
    {"P07", Outcome::refer},     {"P08", Outcome::refer},
    {"P09", Outcome::refer},     {"P10", Outcome::refer},
    {"P11", Outcome::refer},     {"P12", Outcome::deferred},
    {"P13", Outcome::refer},     {"P14", Outcome::deferred},
    {"P15", Outcome::refer},     {"P16", Outcome::refer},
    {"P17", Outcome::refer},     {"P18", Outcome::refer},
    {"P19", Outcome::deferred},  {"P20", Outcome::deferred},
    {"P21", Outcome::deferred},  {"P22", Outcome::deferred},
    {"P23", Outcome::refer},     {"T03b", Outcome::deferred, "pregnancy"},
    {"T07c", Outcome::deferred}, {"T10a", Outcome::refer},
    {"T13", Outcome::deferred},  {"T16", Outcome::refer},
    {"D01", Outcome::refer},     {"D02", Outcome::refer},
    {"D03", Outcome::refer},     {"D04", Outcome::refer},
    {"D05", Outcome::refer},     {"D07", Outcome::refer},
    {"D08", Outcome::refer},     {"L10", Outcome::refer},
    {"L11", Outcome::refer},     {"L12", Outcome::refer},
    {"L18", Outcome::refer},     {"L19", Outcome::refer},
};

std::optional<std::string> text_or_none(const char* text) {
    return text != nullptr ? std::optional<std::string>(text) : std::nullopt;
}

DonationType type_of(const Rulebook& book, const char* rule) {
    return applies_to(*book.find(rule), whole_blood) ? whole_blood : platelets;
}

Assessment answered(const Rulebook& book, const Row& row, base::Date on) {
    Inquiry inquiry = a_donor(on);
    inquiry.answers = {
        {.rule = row.rule, .date = row.anchor, .from = {}, .of = text_or_none(row.of)}};
    return ask(book, inquiry, type_of(book, row.rule));
}

template <typename Rows>
bool has_row(const Rows& rows, const std::string& id) {
    return std::ranges::any_of(rows, [&](const auto& row) { return id == row.rule; });
}

TEST(Windows, BarTheDayBeforeAndNotTheDayNorTheDayAfter) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const Row& row : window_rows) {
            const std::string free = base::format_date(row.free);
            const Assessment before = answered(*book, row, plus(row.free, -1));
            EXPECT_EQ(reasons(before), row.rule);
            EXPECT_EQ(day(before.earliest), free) << row.rule;
            EXPECT_EQ(before.outcome == Outcome::refer,
                      book->find(row.rule)->decision == Decision::refer)
                << row.rule;
            for (const int later : {0, 1}) {
                const Assessment then = answered(*book, row, plus(row.free, later));
                EXPECT_EQ(then.outcome, Outcome::eligible) << row.rule << " + " << later;
                EXPECT_EQ(then.earliest, plus(row.free, later)) << row.rule;
            }
            EXPECT_EQ(day(answered(*book, row, row.anchor).earliest), free) << row.rule;
        }
    }
}

TEST(Windows, WithoutADayAreForStaff) {
    for (const Row& row : window_rows) {
        Inquiry inquiry = a_donor();
        inquiry.answers = {{.rule = row.rule, .date = {}, .from = {}, .of = text_or_none(row.of)}};
        const Assessment found = ask(book_of_2011(), inquiry, type_of(book_of_2011(), row.rule));
        EXPECT_EQ(found.outcome, Outcome::refer) << row.rule;
        EXPECT_EQ(found.earliest, std::nullopt) << row.rule;
        EXPECT_EQ(reasons(found), row.rule);
    }
}

TEST(Endless, HaveNoDayWithADateOrWithout) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const EndlessRow& row : endless_rows) {
            for (const std::optional<base::Date> date :
                 {std::optional<base::Date>(), std::optional(1999y / 1 / 1)}) {
                Inquiry inquiry = a_donor();
                inquiry.answers = {
                    {.rule = row.rule, .date = date, .from = {}, .of = text_or_none(row.of)}};
                for (const DonationType type : {whole_blood, platelets}) {
                    const Assessment found = ask(*book, inquiry, type);
                    EXPECT_EQ(found.outcome, row.outcome) << row.rule;
                    EXPECT_EQ(found.earliest, std::nullopt) << row.rule;
                    EXPECT_EQ(reasons(found), row.rule);
                }
            }
        }
    }
}

TEST(EveryRuleThatIsAnswered, HasARow) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const Rule& rule : book->rules()) {
            const bool is_measured = rule.kind == Kind::limit && rule.id < "L10";
            const bool is_figure = rule.kind == Kind::limit &&
                                   (rule.bounds || rule.readings || rule.volumes_ml || rule.units);
            if (is_measured || is_figure || rule.kind == Kind::interval ||
                rule.kind == Kind::decided)
                continue;
            EXPECT_TRUE(has_row(window_rows, rule.id) || has_row(endless_rows, rule.id)) << rule.id;
        }
    }
}

TEST(Aspirin, BarsPlateletsAlone) {
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T11", .date = plus(today, -1), .from = {}, .of = {}}};
    EXPECT_EQ(ask(book_of_2011(), inquiry, whole_blood).outcome, Outcome::eligible);
    EXPECT_EQ(day(ask(book_of_2011(), inquiry, platelets).earliest), "2026-06-19");
}

struct PeriodRow {
    std::optional<base::Date> from;
    std::optional<base::Date> last;
    bool eligible;
    const char* earliest;
};

// Today is 15 June.
const PeriodRow period_rows[] = {
    {2026y / 6 / 7, 2026y / 6 / 11, true, "2026-06-15"},
    {2026y / 6 / 7, 2026y / 6 / 12, false, "2026-06-16"},
    {2026y / 6 / 13, 2026y / 6 / 17, false, "2026-06-21"},
    {2026y / 6 / 18, 2026y / 6 / 22, false, "2026-06-26"}, // three days before it
    {2026y / 6 / 19, 2026y / 6 / 23, true, "2026-06-15"},
    {std::nullopt, 2026y / 6 / 11, true, "2026-06-15"},
    {std::nullopt, 2026y / 6 / 15, false, "2026-06-19"},
    // Its first day, when it lies ahead: who knows how long it will last?
    {std::nullopt, 2026y / 6 / 16, false, "never"},
    {std::nullopt, 2026y / 6 / 18, false, "never"},
    {std::nullopt, 2026y / 6 / 19, true, "2026-06-15"},
    {2026y / 6 / 14, std::nullopt, false, "never"}, // it goes on
    {2026y / 6 / 19, std::nullopt, true, "2026-06-15"},
};

TEST(ThePeriod, BarsThreeDaysBeforeAndAfterIt) {
    for (const PeriodRow& row : period_rows) {
        Inquiry inquiry = a_donor();
        inquiry.answers = {{.rule = "T03a", .date = row.last, .from = row.from, .of = {}}};
        const Assessment found = ask(book_of_2011(), inquiry, whole_blood);
        EXPECT_EQ(found.outcome == Outcome::eligible, row.eligible)
            << day(row.from) << ' ' << day(row.last);
        EXPECT_EQ(day(found.earliest), row.earliest) << day(row.from) << ' ' << day(row.last);
    }
}

TEST(ThePeriod, ThatLiesAheadMovesTheEarliestDayOverIt) {
    Inquiry inquiry = a_donor();
    // A cold until 20 June; from the 20th to the 28th there is the period with its days around it.
    inquiry.answers = {{.rule = "T05a", .date = 2026y / 6 / 14, .from = {}, .of = {}},
                       {.rule = "T03a", .date = 2026y / 6 / 27, .from = 2026y / 6 / 23, .of = {}}};
    const Assessment found = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(found), "T05a");
    EXPECT_EQ(day(found.earliest), "2026-07-01");
}

TEST(SeveralAnswers, StandInTheBooksOrderAndTheLatestDayCounts) {
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T20", .date = 2026y / 1 / 1, .from = {}, .of = {}},
                       {.rule = "T09", .date = 2025y / 7 / 1, .from = {}, .of = {}},
                       {.rule = "T09", .date = 2026y / 5 / 1, .from = {}, .of = {}},
                       {.rule = "T01a", .date = 2026y / 6 / 14, .from = {}, .of = {}}};
    const Assessment found = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(found), "T01a T09 T20");
    EXPECT_EQ(day(found.reasons[1].until), "2027-05-01");
    EXPECT_EQ(day(found.earliest), "2027-05-01");
    inquiry.answers->push_back({.rule = "P01", .date = {}, .from = {}, .of = {}});
    const Assessment with_illness = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(reasons(with_illness), "P01 T01a T09 T20");
    EXPECT_EQ(with_illness.outcome, Outcome::deferred);
    EXPECT_EQ(with_illness.earliest, std::nullopt);
}

TEST(SeveralAnswers, OfOneRuleHaveNoDayWhenOneHasNone) {
    Inquiry inquiry = a_donor();
    for (const bool known_first : {true, false}) {
        inquiry.answers = {{.rule = "T09", .date = 2026y / 5 / 1, .from = {}, .of = {}},
                           {.rule = "T09", .date = {}, .from = {}, .of = {}}};
        if (!known_first) std::swap(inquiry.answers->front(), inquiry.answers->back());
        const Assessment found = ask(book_of_2011(), inquiry, whole_blood);
        EXPECT_EQ(reasons(found), "T09");
        EXPECT_EQ(found.outcome, Outcome::deferred);
        EXPECT_EQ(found.reasons.front().until, std::nullopt);
        EXPECT_EQ(found.earliest, std::nullopt);
    }
}

TEST(ACaseThatIsNotNamed, CountsAsTheLongestInWhateverOrderTheBookHasThem) {
    auto value = *json::parse(book_text("gb18467-2011"));
    for (boost::json::value& rule : value.at("rules").as_array()) {
        if (rule.at("id").as_string() == "T10f")
            std::ranges::reverse(rule.at("windows").as_array());
    }
    const auto book = Rulebook::load(boost::json::serialize(value));
    ASSERT_TRUE(book.has_value());
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T10f", .date = 2026y / 6 / 1, .from = {}, .of = {}}};
    EXPECT_EQ(day(ask(*book, inquiry, whole_blood).earliest), "2029-06-01");
}

TEST(DonorView, NamesNothingConfidentialAndNoDay) {
    Inquiry inquiry = a_donor();
    inquiry.answers = {{.rule = "T01a", .date = plus(today, -1), .from = {}, .of = {}}};
    const Assessment plain = ask(book_of_2011(), inquiry, whole_blood);
    EXPECT_EQ(donor_view(book_of_2011(), plain), plain);
    // A confidential rule with a day of its own: that day would tell of it.
    inquiry.answers->push_back({.rule = "T15", .date = plus(today, -9), .from = {}, .of = {}});
    const Assessment view = donor_view(book_of_2011(), ask(book_of_2011(), inquiry, whole_blood));
    EXPECT_EQ(reasons(view), "T01a");
    EXPECT_EQ(view.outcome, Outcome::refer);
    EXPECT_EQ(view.earliest, std::nullopt);
    EXPECT_EQ(view.reasons[0].until, std::nullopt);
}

} // namespace
} // namespace rexue::donation

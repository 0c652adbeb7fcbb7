// Numbers of all kinds: the good ones, every slip of one digit, and what people type around them.
#include "kiosk/rules/identity/number_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::identity {

namespace {

using namespace std::chrono_literals;

constexpr base::Date today = 2026y / 6 / 14;

struct GoodNumber {
    const char* number;
    DocumentKind kind;
    base::Date birth;
    Sex sex;
};

// The standards' and the authorities' published samples, and invented ones whose check character
// was computed by hand.
constexpr GoodNumber good_numbers[] = {
    {"11010519491231002X", DocumentKind::resident, 1949y / 12 / 31, Sex::female},
    {"932682198501010017", DocumentKind::foreign_2023, 1985y / 1 / 1, Sex::male},
    {"911124198108030024", DocumentKind::foreign_2023, 1981y / 8 / 3, Sex::female},
    {"931586198001010028", DocumentKind::foreign_2023, 1980y / 1 / 1, Sex::female},
    {"810000199408230021", DocumentKind::hmt_resident, 1994y / 8 / 23, Sex::female},
    {"830000199201300022", DocumentKind::hmt_resident, 1992y / 1 / 30, Sex::female},
    {"PAK310080010103", DocumentKind::foreign_2017, 1980y / 1 / 1, Sex::unknown},
};

std::string with_check(const std::string& seventeen) {
    return seventeen + *check_character(seventeen);
}

} // namespace

TEST(NumberCheckTest, GoodNumbersTellKindBirthAndSex) {
    for (const GoodNumber& row : good_numbers) {
        const NumberCheck check = check_number(row.number, today);
        EXPECT_TRUE(check.valid) << row.number << ": " << check.why;
        EXPECT_EQ(check.kind, row.kind) << row.number;
        EXPECT_EQ(check.birth, row.birth) << row.number;
        EXPECT_EQ(check.sex, row.sex) << row.number;
        EXPECT_EQ(check.why, "") << row.number;
        EXPECT_EQ(check.warning, "") << row.number;
    }
}

TEST(NumberCheckTest, MacaoPermitIsHmtAndOtherEightiesAreResidents) {
    EXPECT_EQ(check_number(with_check("82000019900101001"), today).kind,
              DocumentKind::hmt_resident);
    EXPECT_EQ(check_number(with_check("82000119900101001"), today).kind, DocumentKind::resident);
}

TEST(NumberCheckTest, EveryOtherCheckCharacterIsRefused) {
    for (const GoodNumber& row : good_numbers) {
        if (row.kind == DocumentKind::foreign_2017) continue;
        const std::string number = row.number;
        for (const char c : std::string_view("0123456789X")) {
            if (c == number.back()) continue;
            const NumberCheck check = check_number(number.substr(0, 17) + c, today);
            EXPECT_FALSE(check.valid) << number << " with " << c;
            EXPECT_EQ(check.kind, row.kind);
            EXPECT_EQ(check.birth, std::nullopt);
            EXPECT_EQ(check.sex, Sex::unknown);
            EXPECT_NE(check.why, "");
        }
    }
}

RC_GTEST_PROP(NumberCheckTest, OneWrongDigitOrTwoSwappedNeighboursAreFound,
              (std::uint32_t random_area, std::uint16_t random_day, std::uint16_t sequence)) {
    const auto birth =
        base::Date(std::chrono::sys_days(1930y / 1 / 1) + std::chrono::days(random_day % 34'000));
    const std::string number = with_check(fmt::format(
        "{:06}{:04}{:02}{:02}{:03}", random_area % 800'000, static_cast<int>(birth.year()),
        static_cast<unsigned>(birth.month()), static_cast<unsigned>(birth.day()), sequence % 1000));
    const NumberCheck good = check_number(number, today);
    RC_ASSERT(good.valid);
    RC_ASSERT(good.birth == birth);
    RC_ASSERT((good.sex == Sex::male) == (sequence % 1000 % 2 == 1));

    const auto place = *rc::gen::inRange<size_t>(0, 17);
    std::string slipped = number;
    slipped[place] = static_cast<char>('0' + (number[place] - '0' + *rc::gen::inRange(1, 10)) % 10);
    RC_ASSERT(!check_number(slipped, today).valid);

    const auto left = *rc::gen::inRange<size_t>(0, 16);
    std::string swapped = number;
    std::swap(swapped[left], swapped[left + 1]);
    RC_ASSERT(check_number(swapped, today).valid == (swapped == number));
}

RC_GTEST_PROP(NumberCheckTest, AnyTextIsAnsweredAndNeverRepeated, (const std::string& text)) {
    const NumberCheck check = check_number(text, today);
    RC_ASSERT(check.valid == check.why.empty());
    if (text.size() > 3) RC_ASSERT(check.why.find(text) == std::string::npos);
}

TEST(NumberCheckTest, TypingHabitsAreAccepted) {
    for (const char* typed : {
             "11010519491231002x",
             "  11010519491231002X\t\r\n",
             "\u300011010519491231002X\u3000",
             "\u00A011010519491231002X",
             "１１０１０５１９４９１２３１００２Ｘ",
             "1101051949123100２ｘ",
         }) {
        EXPECT_TRUE(check_number(typed, today).valid) << typed;
    }
    EXPECT_TRUE(check_number("pak310080010103", today).valid);
    EXPECT_EQ(normalised_number(" ｐak３10080010103 "), "PAK310080010103");
}

TEST(NumberCheckTest, AnythingElseIsRefusedInPlainWords) {
    for (const char* typed : {
             "",
             "   ",
             "110105 19491231002X",
             "1101051949123100-2X",
             "1101051949123100２Ⅹ",
             "11010519491231002",
             "11010519491231002XX",
             "1101051949123100X2",
             "X1010519491231002X",
             "PA1310080010103",
             "PAK31008001010X",
             "H12345678",
             "١١٠١٠٥١٩٤٩١٢٣١٠٠٢",
             "\xFF\xFE",
             "'; DROP TABLE x",
         }) {
        const NumberCheck check = check_number(typed, today);
        EXPECT_FALSE(check.valid) << typed;
        EXPECT_EQ(check.kind, DocumentKind::unknown) << typed;
        EXPECT_NE(check.why, "") << typed;
    }
    EXPECT_FALSE(check_number(std::string_view("11010519491231002X\0", 19), today).valid);
}

TEST(NumberCheckTest, BirthsThatCannotBeAreRefused) {
    struct Row {
        const char* seventeen;
        bool valid;
    };
    constexpr Row rows[] = {
        {"37020020000229001", true},  // leap day
        {"37020019000229001", false}, // 1900 had none
        {"37020020010229001", false}, {"37020019901301001", false},
        {"37020019900001001", false}, {"37020019900431001", false},
        {"37020020260613001", true}, // the day before, the day, the day after
        {"37020020260614001", true},  {"37020020260615001", false},
        {"37020018750615001", true}, // 150 years old, 151 from today on
        {"37020018750614001", false},
    };
    for (const Row& row : rows) {
        const NumberCheck check = check_number(with_check(row.seventeen), today);
        EXPECT_EQ(check.valid, row.valid) << row.seventeen << ' ' << check.why;
    }
}

TEST(NumberCheckTest, ForeignNumberOf2017IsOnlyWarnedOf) {
    const NumberCheck misfit = check_number("PAK310080010104", today);
    EXPECT_TRUE(misfit.valid);
    EXPECT_EQ(misfit.why, "");
    EXPECT_NE(misfit.warning, "");
    EXPECT_EQ(misfit.birth, 1980y / 1 / 1);
}

// 81 is no month: a number that is printed as a sample, and is none.
TEST(NumberCheckTest, ForeignNumberOf2017WithoutADayIsRefused) {
    const NumberCheck check = check_number("CAN110019810803", today);
    EXPECT_EQ(check.kind, DocumentKind::foreign_2017);
    EXPECT_FALSE(check.valid);
    EXPECT_NE(check.why, "");
}

TEST(NumberCheckTest, ForeignNumberOf2017MeansTheNewestPastCentury) {
    EXPECT_EQ(check_number("PAK310026061410", today).birth, 2026y / 6 / 14);
    EXPECT_EQ(check_number("PAK310026061510", today).birth, 1926y / 6 / 15);
    EXPECT_EQ(check_number("PAK310000022910", today).birth, 2000y / 2 / 29);
}

TEST(NumberCheckTest, FirstGenerationIsReadButNotValid) {
    const NumberCheck check = check_number("110105491231002", today);
    EXPECT_EQ(check.kind, DocumentKind::resident);
    EXPECT_FALSE(check.valid);
    EXPECT_EQ(check.birth, 1949y / 12 / 31);
    EXPECT_EQ(check.sex, Sex::female);
    EXPECT_NE(check.why, "");
    EXPECT_EQ(check_number("110105491331002", today).birth, std::nullopt);
}

TEST(NumberCheckTest, FirstGenerationHasAnEighteenDigitForm) {
    EXPECT_EQ(eighteen_digit_form("110105491231002"), "11010519491231002X");
    EXPECT_EQ(eighteen_digit_form("11010549123100"), std::nullopt);
    EXPECT_EQ(eighteen_digit_form("PAK310080010103"), std::nullopt);
}

TEST(NumberCheckTest, CheckCharacterWantsSeventeenDigits) {
    EXPECT_EQ(check_character("11010519491231002"), 'X');
    EXPECT_EQ(check_character("1101051949123100"), std::nullopt);
    EXPECT_EQ(check_character("1101051949123100X"), std::nullopt);
}

} // namespace rexue::identity

// The honour card's QR text: ours, somebody else's, mistyped, or made to hurt.
#include "kiosk/rules/identity/card_code.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::identity {

TEST(CardCodeTest, NumbersCarryTheirCheckDigits) {
    // 98 − (794 · 10² mod 97) = 44: the worked example of ISO 7064 MOD 97-10.
    EXPECT_EQ(*make_card_number("00000000000794"), "0000000000079444");
    EXPECT_EQ(*make_card_number("00000000000000"), "0000000000000098");
    for (const char* digits : {"", "1", "123456789012345", "1234567890123X", "1234567890123 "}) {
        EXPECT_EQ(make_card_number(digits).error().code, base::ErrorCode::invalid_argument);
    }
}

TEST(CardCodeTest, OurCodeIsRead) {
    EXPECT_EQ(card_code_text({.card_number = "0000000000079444"}), "REXUE1:0000000000079444");
    EXPECT_EQ(parse_card_code("REXUE1:0000000000079444")->card_number, "0000000000079444");
}

TEST(CardCodeTest, FaultsAreToldApart) {
    struct Row {
        std::string text;
        CodeFault fault;
    };
    const Row rows[] = {
        {"", CodeFault::not_ours},
        {"https://example.org/pay?id=1", CodeFault::not_ours},
        {"rexue1:0000000000079444", CodeFault::not_ours},
        {"REXUE2:0000000000079444", CodeFault::not_ours},
        {"0000000000079444", CodeFault::not_ours},
        {"REXUE1:", CodeFault::mistyped},
        {"REXUE1:000000000007944", CodeFault::mistyped},
        {"REXUE1:00000000000794440", CodeFault::mistyped},
        {"REXUE1:0000000000079445", CodeFault::mistyped},
        {"REXUE1:000000000007944X", CodeFault::mistyped},
        {"REXUE1: 000000000079444", CodeFault::mistyped},
        {"REXUE1:0000000000079444\n", CodeFault::hostile},
        {"REXUE1:0000000000079444\u202E", CodeFault::hostile},
        {"\u2066REXUE1:0000000000079444", CodeFault::hostile},
        {"https://example.org/\u200B", CodeFault::hostile},
        {"\x1B[2J", CodeFault::hostile},
        {"REXUE1:\xFF", CodeFault::hostile},
        {std::string("REXUE1:\0", 8), CodeFault::hostile},
        {std::string(1025, 'A'), CodeFault::hostile},
        {std::string(1024, 'A'), CodeFault::not_ours},
    };
    for (const Row& row : rows) {
        const auto read = parse_card_code(row.text);
        ASSERT_FALSE(read.has_value()) << row.text;
        EXPECT_EQ(read.error(), row.fault) << row.text;
    }
}

RC_GTEST_PROP(CardCodeTest, EveryNumberReadsBackAndNoSlipDoes, (std::uint64_t random)) {
    const std::string number =
        *make_card_number(fmt::format("{:014}", random % 100'000'000'000'000));
    RC_ASSERT(parse_card_code(card_code_text({number}))->card_number == number);
    const auto place = *rc::gen::inRange<size_t>(0, 16);
    std::string slipped = number;
    slipped[place] = static_cast<char>('0' + (number[place] - '0' + *rc::gen::inRange(1, 10)) % 10);
    RC_ASSERT(parse_card_code(card_code_text({slipped})).error() == CodeFault::mistyped);
}

} // namespace rexue::identity

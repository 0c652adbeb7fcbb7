// Which scanned codes reach the donor's flow as card numbers.
#include "kiosk/app/card_codes.h"

#include <gtest/gtest.h>

#include "kiosk/rules/identity/card_code.h"

namespace rexue::app {
namespace {

using credential::Finding;
using credential::Verdict;
using What = CardCodeRead::What;

constexpr const char* number = "0000000000000195";

Finding a_card(Verdict verdict) {
    credential::HonourCard card;
    card.claims.card_number = number;
    return {.verdict = verdict, .card = card};
}
Finding a_code(Verdict verdict) {
    return {.verdict = verdict, .code_card_number = base::SecretText(number)};
}

TEST(CardCodes, a_valid_credential_is_its_card_number) {
    for (const auto& finding : {a_card(Verdict::valid), a_code(Verdict::valid)}) {
        const auto read = read_card_code("RXH1:ABC", [&](std::string_view) { return finding; });
        EXPECT_EQ(read.what, What::card);
        EXPECT_EQ(read.card_number.str(), number);
    }
}

TEST(CardCodes, every_other_verdict_refuses_also_where_a_number_is_known) {
    for (const auto verdict :
         {Verdict::expired, Verdict::not_yet_valid, Verdict::unknown_issuer, Verdict::revoked,
          Verdict::altered, Verdict::seen_before, Verdict::not_ours, Verdict::unreadable}) {
        const auto read =
            read_card_code("RXD1:ABC", [&](std::string_view) { return a_code(verdict); });
        EXPECT_EQ(read.what, What::refused);
        EXPECT_EQ(read.verdict, verdict);
        EXPECT_TRUE(read.card_number.empty());
    }
}

TEST(CardCodes, what_is_no_credential_is_left_to_the_flow) {
    const VerifyCode never = [](std::string_view) {
        ADD_FAILURE() << "asked";
        return a_card(Verdict::valid);
    };
    for (const char* text : {"REXUE1:0000000000000195", "https://example.org", "", "rxh1:ABC"}) {
        EXPECT_EQ(read_card_code(text, never).what, What::not_a_credential) << text;
        time::SimulatedClock clock{base::Instant()};
        CheckInCodes codes(never, clock);
        EXPECT_EQ(codes.in_words_of_the_flow(text).str(), text);
    }
}

TEST(CardCodes, the_flow_reads_what_it_is_handed) {
    time::SimulatedClock clock{base::Instant()};
    CheckInCodes good([](std::string_view) { return a_card(Verdict::valid); }, clock);
    const auto read = identity::parse_card_code(good.in_words_of_the_flow("RXH1:ABC"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->card_number.str(), number);
    CheckInCodes bad([](std::string_view) { return a_card(Verdict::revoked); }, clock);
    EXPECT_EQ(identity::parse_card_code(bad.in_words_of_the_flow("RXH1:ABC")).error(),
              identity::CodeFault::not_ours);
}

TEST(CardCodes, a_telephone_that_shakes_shows_its_code_once) {
    time::SimulatedClock clock{base::Instant()};
    int asked = 0;
    CheckInCodes codes(
        [&](std::string_view) {
            return a_code(asked++ == 0 ? Verdict::valid : Verdict::seen_before);
        },
        clock);
    const auto first = codes.in_words_of_the_flow("RXD1:ABC");
    clock.advance(std::chrono::seconds(4));
    EXPECT_EQ(codes.in_words_of_the_flow("RXD1:ABC"), first);
    clock.advance(std::chrono::seconds(6));
    EXPECT_EQ(codes.in_words_of_the_flow("RXD1:ABC").str(), "RXD1:ABC");
    EXPECT_EQ(asked, 2);
}

TEST(CardCodes, the_next_donor_is_not_taken_for_the_last) {
    time::SimulatedClock clock{base::Instant()};
    int asked = 0;
    CheckInCodes codes(
        [&](std::string_view) {
            ++asked;
            return a_card(Verdict::valid);
        },
        clock);
    codes.in_words_of_the_flow("RXH1:ABC");
    codes.forget();
    codes.in_words_of_the_flow("RXH1:ABC");
    EXPECT_EQ(asked, 2);
}

} // namespace
} // namespace rexue::app

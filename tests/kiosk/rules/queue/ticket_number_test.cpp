// One number, one spelling.
#include "kiosk/rules/queue/ticket_number.h"

#include <gtest/gtest.h>

namespace rexue::queue {
namespace {

TEST(TicketNumber, ReadsWhatItWritesForEveryCount) {
    for (int count = 1; count <= 9999; ++count) {
        const TicketNumber number{.letter = 'K', .count = count};
        const auto read = parse_ticket_number(number.to_string());
        ASSERT_TRUE(read.has_value()) << number.to_string();
        ASSERT_EQ(*read, number);
    }
}

TEST(TicketNumber, IsThreeDigitsAndFourFromTheThousandthOn) {
    EXPECT_EQ((TicketNumber{.letter = 'A', .count = 1}.to_string()), "A001");
    EXPECT_EQ((TicketNumber{.letter = 'Z', .count = 999}.to_string()), "Z999");
    EXPECT_EQ((TicketNumber{.letter = 'A', .count = 1000}.to_string()), "A1000");
}

TEST(TicketNumber, RefusesOtherSpellings) {
    for (const char* text :
         {"",     "A",    "A1",   "A01",   "A0012", "A000",   "A0000", "a001", "1001", "AA01",
          "A-01", "A+01", "A 01", "A001 ", " A001", "A10000", "A1e2",  "001A", "Ä001", "A０１２"}) {
        EXPECT_FALSE(parse_ticket_number(text).has_value()) << text;
    }
}

} // namespace
} // namespace rexue::queue

// Five tries are free, the fifth wrong one costs a minute, each further one twice as much.
#include "net/server/handlers/pin_backoff.h"

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::server {
namespace {

using std::chrono::seconds;

TEST(PinBackoff, doubles_from_the_fifth_wrong_pin_on_up_to_a_working_day) {
    StaffMember member;
    const auto now = tests::noon;
    for (int i = 1; i <= 4; ++i) {
        note_wrong_pin(member, now);
        EXPECT_EQ(time_left(member, now), std::nullopt) << i;
    }
    for (const int wait : {60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 28800, 28800}) {
        note_wrong_pin(member, now);
        EXPECT_EQ(time_left(member, now), seconds(wait));
    }
    EXPECT_EQ(time_left(member, now + seconds(28799)), seconds(1));
    EXPECT_EQ(time_left(member, now + seconds(28800)), std::nullopt);
    note_right_pin(member);
    EXPECT_EQ(time_left(member, now), std::nullopt);
}

TEST(PinBackoff, never_overflows) {
    StaffMember member;
    member.wrong_pins_in_a_row = 1'000'000;
    note_wrong_pin(member, tests::noon);
    EXPECT_EQ(time_left(member, tests::noon), longest_pin_wait);
}

} // namespace
} // namespace rexue::server

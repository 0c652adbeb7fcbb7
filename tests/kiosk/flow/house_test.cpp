// When a house calls without a voice: its own time, also over midnight, from the first minute on
// and no longer at the last.
#include "kiosk/flow/house.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::flow {
namespace {

using namespace std::chrono_literals;

struct QuietRow {
    const char* utc; // the house is eight hours ahead
    QuietHours hours;
    bool quiet;
};

TEST(House, IsQuietInItsQuietHours) {
    const QuietHours noon{.from = 12h, .to = 14h};
    const QuietHours night{.from = 21h, .to = 8h};
    const QuietHours never{.from = 9h, .to = 9h};
    for (const auto& [utc, hours, quiet] : {QuietRow{"2026-06-14T03:59:00.000Z", noon, false},
                                            QuietRow{"2026-06-14T04:00:00.000Z", noon, true},
                                            QuietRow{"2026-06-14T05:59:59.999Z", noon, true},
                                            QuietRow{"2026-06-14T06:00:00.000Z", noon, false},
                                            QuietRow{"2026-06-14T12:59:00.000Z", night, false},
                                            QuietRow{"2026-06-14T13:00:00.000Z", night, true},
                                            QuietRow{"2026-06-14T16:00:00.000Z", night, true},
                                            QuietRow{"2026-06-14T23:59:00.000Z", night, true},
                                            QuietRow{"2026-06-15T00:00:00.000Z", night, false},
                                            QuietRow{"2026-06-14T01:00:00.000Z", never, false}}) {
        House house = support::a_house();
        house.quiet_hours = hours;
        EXPECT_EQ(is_quiet(house, support::instant(utc)), quiet) << utc;
    }
}

TEST(House, IsNeverQuietWithoutQuietHours) {
    EXPECT_FALSE(is_quiet(support::a_house(), support::instant("2026-06-14T16:00:00.000Z")));
}

} // namespace
} // namespace rexue::flow

// Which surface may put which event into the log by itself.
#include "net/server/handlers/event_rules.h"

#include <set>

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::server {
namespace {

using queue::EventKind;
using wire::SurfaceKind;

const auto house = tests::a_house();

TEST(EventRules, each_surface_makes_its_own_events_and_no_others) {
    const std::map<SurfaceKind, std::set<EventKind>> allowed{
        {SurfaceKind::donor,
         {EventKind::checked_in, EventKind::help_requested, EventKind::left,
          EventKind::help_ended}},
        {SurfaceKind::board, {EventKind::help_requested, EventKind::help_ended}},
        {SurfaceKind::volunteer, {EventKind::help_requested, EventKind::help_ended}},
        {SurfaceKind::staff,
         {EventKind::help_requested, EventKind::help_answered, EventKind::help_ended}}};
    for (const auto& [surface, kinds] : allowed) {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<EventKind>>([&](auto kind) {
            auto event = tests::a_check_in("A001");
            event.kind = kind.value;
            const auto reason =
                why_refused(event, tests::a_terminal("t-1", surface), house, tests::day_one);
            EXPECT_EQ(reason, kinds.contains(kind.value) ? "" : "not_allowed") << kind.name;
        });
    }
}

TEST(EventRules, an_event_speaks_for_its_own_terminal_and_house_alone) {
    auto event = tests::a_check_in("A001", "t-2");
    EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one),
              "wrong_terminal");
    event.terminal = "t-1";
    event.house = "other";
    EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one), "wrong_house");
}

TEST(EventRules, yesterday_may_come_late_and_tomorrow_may_not_come_early) {
    auto event = tests::a_check_in("A001");
    event.day = base::Date(std::chrono::sys_days(tests::day_one) - std::chrono::days(1));
    EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one), "");
    event.day = base::Date(std::chrono::sys_days(tests::day_one) + std::chrono::days(1));
    EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one), "wrong_day");
}

TEST(EventRules, a_check_in_is_under_the_terminals_own_letter) {
    const auto terminal = tests::a_terminal("t-1");
    EXPECT_EQ(why_refused(tests::a_check_in("A001"), terminal, house, tests::day_one), "");
    EXPECT_EQ(why_refused(tests::a_check_in("B001"), terminal, house, tests::day_one),
              "wrong_letter");
    auto help = tests::a_check_in("B001");
    help.kind = queue::EventKind::help_requested;
    EXPECT_EQ(why_refused(help, terminal, house, tests::day_one), "") << "help is for anybody";
}

TEST(EventRules, a_terminal_sends_only_its_own_donors_home) {
    const auto terminal = tests::a_terminal("t-1");
    auto own = tests::a_check_in("A001");
    own.kind = queue::EventKind::left;
    EXPECT_EQ(why_refused(own, terminal, house, tests::day_one), "");
    auto anothers = tests::a_check_in("B001");
    anothers.kind = queue::EventKind::left;
    EXPECT_EQ(why_refused(anothers, terminal, house, tests::day_one), "wrong_letter");
    own.ticket.reset();
    EXPECT_EQ(why_refused(own, terminal, house, tests::day_one), "wrong_letter");
}

TEST(EventRules, a_check_in_is_for_a_stage_of_the_house) {
    auto event = tests::a_check_in("A001");
    event.stage = "collection";
    EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one), "");
    for (const auto& stage :
         {std::optional<std::string>("nowhere"), std::optional<std::string>()}) {
        event.stage = stage;
        EXPECT_EQ(why_refused(event, tests::a_terminal("t-1"), house, tests::day_one),
                  "unknown_stage");
    }
}

} // namespace
} // namespace rexue::server

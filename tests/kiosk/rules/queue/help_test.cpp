// A call for help that nobody answers: the second before it grows louder, and the second.
#include "kiosk/rules/queue/help.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using namespace std::chrono_literals;
using support::HouseDay;

const base::Instant asked_at = support::instant("2026-06-14T02:24:05.000Z");

QueueState house_with(std::initializer_list<std::chrono::seconds> asked_ago) {
    QueueState state;
    std::uint64_t id = 0;
    for (const std::chrono::seconds ago : asked_ago)
        state.help.push_back({.id = support::uuid(++id), .terminal = "t1", .at = asked_at - ago});
    return state;
}

struct LevelRow {
    std::chrono::milliseconds waited;
    HelpLevel level;
};

constexpr LevelRow level_rows[] = {
    {-5min, HelpLevel::asked}, // the terminal's clock is ahead of ours
    {0s, HelpLevel::asked},         {59s, HelpLevel::asked},       {59'999ms, HelpLevel::asked},
    {60s, HelpLevel::urgent},       {61s, HelpLevel::urgent},      {179s, HelpLevel::urgent},
    {179'999ms, HelpLevel::urgent}, {180s, HelpLevel::everywhere}, {2h, HelpLevel::everywhere},
};

TEST(Help, GrowsLouderWithTime) {
    for (const LevelRow& row : level_rows) {
        EXPECT_EQ(help_level({.id = {}, .terminal = "t1", .at = asked_at}, asked_at + row.waited),
                  row.level)
            << row.waited.count() << " ms";
    }
}

struct NextRow {
    std::initializer_list<std::chrono::seconds> asked_ago;
    std::optional<std::chrono::seconds> next_in;
};

const NextRow next_rows[] = {
    {{}, std::nullopt}, {{0s}, 60s},
    {{59s}, 1s},        {{60s}, 120s}, // it is urgent now: the next thing is the board
    {{179s}, 1s},       {{180s}, std::nullopt},
    {{200s, 10s}, 50s}, {{170s, 10s}, 10s},
    {{100s, 50s}, 10s}, {{-30s}, 90s},
};

TEST(Help, SaysWhenItGrowsLouderNext) {
    for (const NextRow& row : next_rows) {
        const auto next = next_help_level_at(house_with(row.asked_ago), asked_at);
        ASSERT_EQ(next.has_value(), row.next_in.has_value());
        if (next) {
            EXPECT_EQ(*next - asked_at, *row.next_in);
        }
    }
}

TEST(Help, IsSortedOutByLevelOldestFirst) {
    const QueueState state = house_with({200s, 70s, 10s});
    EXPECT_EQ(help_from(state, HelpLevel::asked, asked_at).size(), 3U);
    const auto urgent = help_from(state, HelpLevel::urgent, asked_at);
    ASSERT_EQ(urgent.size(), 2U);
    EXPECT_EQ(urgent.front().id, support::uuid(1));
    EXPECT_EQ(help_from(state, HelpLevel::everywhere, asked_at).size(), 1U);
}

TEST(Help, StopsGrowingWhenItIsAnswered) {
    HouseDay day;
    day.ask_for_help();
    const base::Uuid request = day.last().id;
    const base::Instant late = day.last().at + 1h;
    EXPECT_EQ(help_from(day.state(), HelpLevel::everywhere, late).size(), 1U);
    day.answer_help(request);
    EXPECT_TRUE(help_from(day.state(), HelpLevel::asked, late).empty());
    EXPECT_EQ(next_help_level_at(day.state(), day.last().at), std::nullopt);
}

// The asking terminal may learn of the request and of the answer at once, from one page of the log.
TEST(Help, HasEndedWhenItIsKnownAndNoLongerOpen) {
    HouseDay day;
    EXPECT_FALSE(help_has_ended(day.state(), support::uuid(99)));
    day.ask_for_help();
    const base::Uuid request = day.last().id;
    EXPECT_FALSE(help_has_ended(day.state(), request));
    day.answer_help(request);
    EXPECT_TRUE(help_has_ended(day.state(), request));
}

TEST(Help, NamesTheTerminalByTheLetterOfItsNumbers) {
    HouseDay day;
    day.ask_for_help();
    EXPECT_EQ(series_of(day.state(), day.state().help.front()), "");
    day.check_in("B001");
    EXPECT_EQ(series_of(day.state(), day.state().help.front()), "B");
}

} // namespace
} // namespace rexue::queue

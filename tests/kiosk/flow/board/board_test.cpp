// The board: every new call is announced once and stands out, and the line's state is told.
#include <gtest/gtest.h>

#include "kiosk/flow/board/session.h"
#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::flow::board {
namespace {

using namespace std::chrono_literals;
using support::HouseDay;

class Board {
  public:
    Board() { now.wall = support::instant("2026-06-14T02:24:05.000Z"); }

    Board& on(const Event& event) {
        auto outcome = transition(session, event, now);
        session = std::move(outcome.session);
        announced.clear();
        for (const Effect& effect : outcome.effects)
            announced +=
                (announced.empty() ? "" : " ") + std::get<AnnounceCall>(effect).call.ticket;
        return *this;
    }
    Board& see(const HouseDay& day) { return on(QueueMoved{.queue = day.state()}); }
    Board& pass(std::chrono::milliseconds time) {
        now.steady += time;
        now.wall += time;
        return on(Ticked{});
    }

    Session session;
    Now now;
    std::string announced; // by the last event
};

// Three wait, and the board has seen it.
struct AHouseAtWork {
    HouseDay day;
    Board board;

    AHouseAtWork() {
        for (const char* ticket : {"A001", "A002", "A003"})
            day.check_in(ticket);
        board.see(day);
    }
};

TEST(Board, AnnouncesANewCallOnceAndLetsItStandOut) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A001");
    EXPECT_EQ(next_deadline(house.board.session), house.board.now.steady + flash_lasts);
    house.day.check_in("A004"); // something else moves
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "");
    house.board.pass(flash_lasts - 1ms);
    EXPECT_TRUE(house.board.session.flash_until.has_value());
    house.board.pass(1ms);
    EXPECT_FALSE(house.board.session.flash_until.has_value());
    EXPECT_EQ(next_deadline(house.board.session), std::nullopt);
}

// Whatever else goes on in the house, and however often it is told.
TEST(Board, LetsTheNewestCallStandOutForTenSecondsNoMoreAndNoLess) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.board.see(house.day).pass(4s);
    house.day.call("A002", "w2");
    house.board.see(house.day);
    const auto called_at = house.board.now.steady;
    house.board.pass(1s).see(house.day); // the same again
    house.day.check_in("A004");
    house.board.see(house.day).pass(1s);
    house.day.arrive("A001", "w1");
    house.board.see(house.day).pass(1s);
    house.day.transfer("A001", "pre_test");
    house.board.see(house.day).on(LinkChanged{.link = Link::offline}).pass(1s);
    house.day.ask_for_help();
    house.board.see(house.day).on(HouseChanged{.house = support::a_house()}).pass(1s);
    EXPECT_EQ(house.board.session.flash_until, called_at + flash_lasts);
    house.board.pass(flash_lasts - 5s - 1ms);
    EXPECT_TRUE(house.board.session.flash_until.has_value());
    house.board.pass(1ms);
    EXPECT_FALSE(house.board.session.flash_until.has_value());
    house.board.see(house.day).pass(1s);
    EXPECT_FALSE(house.board.session.flash_until.has_value()) << "not again";
}

TEST(Board, DoesNotAnnounceWhatStoodWhenItWasSwitchedOn) {
    HouseDay day;
    day.check_in("A001");
    day.call("A001", "w1");
    Board board;
    board.see(day);
    EXPECT_EQ(board.announced, "");
    EXPECT_FALSE(board.session.flash_until.has_value());
    EXPECT_EQ(board.session.queue.calls.size(), 1U); // but shows it
}

TEST(Board, AnnouncesARecallAgain) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.board.see(house.day).pass(flash_lasts);
    house.day.recall("A001", "w1");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A001");
    EXPECT_TRUE(house.board.session.flash_until.has_value());
}

TEST(Board, AnnouncesTwoCallsThatComeTogetherInTheirOrder) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.day.call("A002", "w2");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A001 A002");
}

TEST(Board, AnnouncesTheCallAndNotItsUndoing) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.board.see(house.day);
    house.day.call("A002", "w1"); // a slip of the finger
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A002");
    house.day.undo();
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, ""); // A001 was announced in its time
    EXPECT_EQ(house.board.session.queue.calls.front().ticket, "A001");
    EXPECT_FALSE(house.board.session.flash_until.has_value());
    house.day.call("A002", "w2");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A002");
}

TEST(Board, LetsNothingStandOutThatIsDone) {
    AHouseAtWork house;
    house.day.call("A001", "w1");
    house.board.see(house.day);
    house.day.transfer("A001", "pre_test");
    house.board.see(house.day);
    EXPECT_FALSE(house.board.session.flash_until.has_value());
}

// 02:24 UTC is 10:24 in the house.
TEST(Board, ShowsCallsWithoutAVoiceInTheQuietHours) {
    AHouseAtWork house;
    house.board.session.house.quiet_hours = {.from = 10h, .to = 12h};
    house.day.call("A001", "w1");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "");
    EXPECT_TRUE(house.board.session.flash_until.has_value());
    house.board.pass(96min);
    house.day.call("A002", "w2");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A002");
}

TEST(Board, AnnouncesOnAfterTheDayHasTurned) {
    AHouseAtWork house;
    house.day.next_day();
    house.day.check_in("A001");
    house.day.call("A001", "w1");
    house.board.see(house.day);
    EXPECT_EQ(house.board.announced, "A001");
}

TEST(Board, TellsSinceWhenTheLineIsAway) {
    Board board;
    board.on(LinkChanged{.link = Link::online});
    board.pass(1h);
    const auto broken = board.now.wall;
    board.on(LinkChanged{.link = Link::offline});
    EXPECT_EQ(board.session.link_since, broken);
    // Trying again and again does not make it younger.
    for (const Link link : {Link::connecting, Link::offline, Link::untrusted, Link::offline}) {
        board.pass(1min).on(LinkChanged{.link = link});
        EXPECT_EQ(board.session.link, link);
        EXPECT_EQ(board.session.link_since, broken);
    }
    board.pass(1min).on(LinkChanged{.link = Link::online});
    EXPECT_EQ(board.session.link_since, board.now.wall);
}

TEST(Board, TellsSinceWhenItFoundNoLineAtTheStart) {
    Board board;
    board.pass(3s).on(LinkChanged{.link = Link::offline});
    EXPECT_EQ(board.session.link_since, board.now.wall);
}

TEST(Board, ShowsTheHouseAsItIsNow) {
    Board board;
    board.on(HouseChanged{.house = support::a_house()});
    EXPECT_EQ(board.session.house, support::a_house());
}

} // namespace
} // namespace rexue::flow::board

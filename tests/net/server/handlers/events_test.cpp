// The house log over the wire: stored once, refused by name, followed live, resumed, begun anew.
#include "net/wire/events.h"

#include <atomic>
#include <thread>

#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::AppendOutcome;
using wire::SurfaceKind;

const std::string events_path = "/v1/houses/test-house/events";

class Events : public RunningServer {
  protected:
    Events() { start({.heartbeat = std::chrono::milliseconds(100)}); }

    std::vector<wire::AppendResult> post(const TestTerminal& terminal,
                                         std::vector<queue::HouseEvent> events) {
        boost::json::array sent;
        for (const auto& event : events)
            sent.push_back(queue::to_json(event));
        const auto answer = terminal.post(events_path, {{"events", sent}});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::AppendResults>(json::parse(answer.body).value())
            .value()
            .results;
    }

    queue::HouseEvent check_in_of(const TestTerminal& terminal, const std::string& ticket) {
        return a_check_in(ticket, terminal.enrolment.terminal.value);
    }
};

std::function<bool(const std::string&)> until(std::string text) {
    return [text = std::move(text)](const std::string& seen) { return seen.contains(text); };
}

TEST_F(Events, are_stored_once_and_read_back_as_a_page) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto event = check_in_of(terminal, "A001");
    EXPECT_EQ(post(terminal, {event}).front().outcome, AppendOutcome::stored);
    EXPECT_EQ(post(terminal, {event}).front().outcome, AppendOutcome::known);
    const auto answer = terminal.get(events_path + "?after=0");
    const auto page = json::from_json<wire::EventPage>(json::parse(answer.body).value()).value();
    ASSERT_EQ(page.events.size(), 1u);
    EXPECT_EQ(queue::event_from_json(page.events[0].event).value(), event);
    EXPECT_EQ(page.last, 1);
    EXPECT_EQ(problem_code(terminal.get(events_path + "?after=-1")), "invalid_argument");
    EXPECT_EQ(problem_code(terminal.get(events_path + "?after=1x")), "invalid_argument");
}

TEST_F(Events, that_will_never_be_stored_are_refused_by_name_beside_good_ones) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto board = enrol(SurfaceKind::board);
    post(terminal, {check_in_of(terminal, "A001")});

    auto wrong_house = check_in_of(terminal, "A002");
    wrong_house.house = "other";
    auto wrong_day = check_in_of(terminal, "A003");
    wrong_day.day = base::Date(std::chrono::sys_days(day_one) + std::chrono::days(1));
    const auto results = post(
        terminal, {check_in_of(terminal, "A001"), wrong_house, a_check_in("A004", "somebody-else"),
                   wrong_day, check_in_of(terminal, "A005")});
    EXPECT_EQ(results[0].reason, "ticket_taken");
    EXPECT_EQ(results[1].reason, "wrong_house");
    EXPECT_EQ(results[2].reason, "wrong_terminal");
    EXPECT_EQ(results[3].reason, "wrong_day");
    EXPECT_EQ(results[4].sequence, 2) << "refused ones leave no gap";
    EXPECT_EQ(post(board, {check_in_of(board, "B001")}).front().reason, "not_allowed");

    const auto id = an_id().to_string();
    const auto malformed = terminal.post(events_path, {{"events", {{{"id", id}, {"kind", "x"}}}}});
    EXPECT_TRUE(malformed.body.contains("malformed")) << malformed.body;
    EXPECT_TRUE(malformed.body.contains(id));
}

TEST_F(Events, of_tomorrow_are_taken_ten_minutes_before_midnight) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    auto event = check_in_of(terminal, "A001");
    event.day = base::Date(std::chrono::sys_days(day_one) + std::chrono::days(1));
    clock_.advance(std::chrono::hours(11) + std::chrono::minutes(49));
    EXPECT_EQ(post(terminal, {event}).front().reason, "wrong_day");
    clock_.advance(std::chrono::minutes(1));
    EXPECT_EQ(post(terminal, {event}).front().outcome, AppendOutcome::stored);
}

TEST_F(Events, are_followed_live_after_a_snapshot_of_today) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto board = enrol(SurfaceKind::board);
    post(terminal, {check_in_of(terminal, "A001")});
    std::atomic<bool> begun = false;
    std::thread checks_in([&] {
        while (!begun)
            std::this_thread::yield();
        post(terminal, {check_in_of(terminal, "A002")});
    });
    const auto stream = board.follow("", [&](const std::string& seen) {
        begun = seen.contains("\n\n");
        return seen.contains("A002");
    });
    checks_in.join();
    EXPECT_EQ(stream.status, 200);
    EXPECT_TRUE(stream.body.starts_with("id: 1\nevent: snapshot\ndata: {\"events\":[{"))
        << stream.body;
    EXPECT_TRUE(stream.body.contains("\n\nid: 2\nevent: house\ndata: {\"sequence\":2,"))
        << stream.body;
}

TEST_F(Events, are_resumed_behind_the_last_one_seen) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    for (const char* ticket : {"A001", "A002", "A003"}) {
        post(terminal, {check_in_of(terminal, ticket)});
    }
    for (const char* where : {"Last-Event-ID: 1", "1"}) {
        const auto stream = terminal.follow(where, until("A003"));
        EXPECT_FALSE(stream.body.contains("snapshot")) << stream.body;
        EXPECT_FALSE(stream.body.contains("A001"));
        EXPECT_TRUE(stream.body.starts_with("id: 2\nevent: house\n")) << stream.body;
    }
}

TEST_F(Events, begin_anew_when_the_gap_is_from_another_day) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    post(terminal, {check_in_of(terminal, "A001")});
    clock_.advance(std::chrono::hours(24));
    auto today = check_in_of(terminal, "A001");
    today.day = base::Date(std::chrono::sys_days(day_one) + std::chrono::days(1));
    post(terminal, {today});
    const auto stream = terminal.follow("1", until("\n\n"));
    EXPECT_TRUE(stream.body.starts_with("id: 2\nevent: snapshot\n")) << stream.body;
    EXPECT_TRUE(stream.body.contains(today.id.to_string()));
    EXPECT_TRUE(stream.body.contains("\"last\":2"));
    EXPECT_FALSE(stream.body.contains("2026-06-14\"")) << "yesterday is not in it";
}

TEST_F(Events, begin_anew_when_the_gap_is_too_long_or_the_follower_knows_more_than_we_do) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    std::vector<queue::HouseEvent> events;
    for (int i = 1; i <= 502; ++i) {
        events.push_back(check_in_of(terminal, "A" + std::to_string(1000 + i)));
    }
    ASSERT_TRUE(store().append(a_house().house, events));
    EXPECT_TRUE(terminal.follow("1", until("\n\n")).body.contains("event: snapshot"));
    EXPECT_TRUE(terminal.follow("2", until("\n\n")).body.starts_with("id: 3\nevent: house"));
    EXPECT_TRUE(terminal.follow("9999", until("\n\n")).body.contains("event: snapshot"));
}

TEST_F(Events, a_silent_stream_shows_that_it_lives) {
    const auto terminal = enrol(SurfaceKind::board);
    const auto stream = terminal.follow("", until(": heartbeat\n\n: heartbeat\n\n"));
    EXPECT_TRUE(stream.body.contains(": heartbeat\n\n: heartbeat")) << stream.body;
}

TEST_F(Events, a_stream_ends_when_another_machine_takes_the_certificate) {
    const auto first = enrol(SurfaceKind::board);
    auto second = first;
    second.instance = std::string(64, 'b');
    std::atomic<bool> begun = false;
    std::thread thief([&] {
        while (!begun)
            std::this_thread::yield();
        // Time enough to lose the certificate, before the next heartbeat renews the lease.
        ASSERT_TRUE(store().claim_instance(first.enrolment.terminal, second.instance,
                                           clock_.wall() + std::chrono::hours(1)));
        clock_.advance(std::chrono::hours(1));
    });
    const auto stream = first.follow("", [&](const std::string&) {
        begun = true;
        return false;
    });
    thief.join();
    EXPECT_TRUE(stream.error.empty()) << "ended by the server, not by the test's patience";
}

} // namespace
} // namespace rexue::tests

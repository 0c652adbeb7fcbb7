// Desks call over the wire: every ticket once, whoever presses first.
#include "net/wire/calls.h"

#include <latch>
#include <mutex>
#include <set>
#include <thread>

#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::CallCommand;
using wire::SurfaceKind;

class Calls : public RunningServer {
  protected:
    Calls() { start(); }

    static boost::json::value request(CallCommand command, const std::string& point,
                                      base::Uuid id = an_id()) {
        return json::to_json(wire::CallRequest{
            .id = id, .command = command, .service_point = point, .ticket = std::nullopt});
    }

    static queue::HouseEvent decided(const Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.body;
        const auto decision = json::from_json<wire::CallDecision>(json::parse(answer.body).value());
        return queue::event_from_json(decision->decided.event).value();
    }

    const std::string path_ = "/v1/houses/test-house/calls";
};

TEST_F(Calls, a_visit_goes_through_the_house) {
    const auto donor = enrol(SurfaceKind::donor, "A");
    const auto desk = staff_desk();
    ASSERT_EQ(donor.check_in("A001").status, 200);
    for (const char* point : {"w1", "t1", "c1"}) {
        const auto called = decided(desk.post(path_, request(CallCommand::next, point)));
        EXPECT_EQ(called.ticket, "A001");
        EXPECT_EQ(called.terminal, desk.enrolment.terminal.value);
        EXPECT_EQ(called.at, clock_.wall());
        decided(desk.post(path_, request(CallCommand::arrived, point)));
        decided(desk.post(path_, request(CallCommand::served, point)));
    }
    EXPECT_EQ(problem_code(desk.post(path_, request(CallCommand::next, "w1"))), "not_found");
}

TEST_F(Calls, a_command_sent_twice_is_decided_once) {
    const auto donor = enrol(SurfaceKind::donor, "A");
    const auto desk = staff_desk();
    donor.check_in("A001");
    donor.check_in("A002");
    const auto next = request(CallCommand::next, "w1");
    const auto first = desk.post(path_, next);
    EXPECT_EQ(desk.post(path_, next).body, first.body);
    EXPECT_EQ(problem_code(desk.post(path_, request(CallCommand::next, "w1"))), "conflict")
        << "a second press is another command: A001 is still at the desk";
}

// An id answers the question it was made for, and no other.
TEST_F(Calls, another_question_under_a_known_id_is_a_conflict) {
    const auto donor = enrol(SurfaceKind::donor, "A");
    const auto desk = staff_desk();
    const auto other_desk = staff_desk();
    donor.check_in("A001");
    const auto id = an_id();
    const auto called = decided(desk.post(path_, request(CallCommand::next, "w1", id)));
    const auto ask = [&](const TestTerminal& who, CallCommand command, const char* point) {
        return problem_code(who.post(path_, request(command, point, id)));
    };
    EXPECT_EQ(ask(desk, CallCommand::missed, "w1"), "conflict");
    EXPECT_EQ(ask(desk, CallCommand::next, "t1"), "conflict");
    EXPECT_EQ(ask(other_desk, CallCommand::next, "w1"), "conflict");
    EXPECT_EQ(problem_code(desk.post(path_, request(CallCommand::next, "w1"))), "conflict");
    const auto check_in = a_check_in("A002", donor.enrolment.terminal.value);
    ASSERT_EQ(
        donor.post("/v1/houses/test-house/events", {{"events", {queue::to_json(check_in)}}}).status,
        200);
    EXPECT_EQ(problem_code(desk.post(path_, request(CallCommand::next, "t1", check_in.id))),
              "conflict");
    EXPECT_EQ(decided(desk.post(path_, request(CallCommand::next, "w1", id))).ticket,
              called.ticket);
}

TEST_F(Calls, yesterdays_tickets_are_not_called_today) {
    const auto donor = enrol(SurfaceKind::donor, "A");
    donor.check_in("A001");
    clock_.advance(std::chrono::hours(24));
    const auto desk = staff_desk();
    EXPECT_EQ(problem_code(desk.post(path_, request(CallCommand::next, "w1"))), "not_found");
}

TEST_F(Calls, two_desks_pressing_next_at_once_never_get_the_same_ticket) {
    const auto donor = enrol(SurfaceKind::donor, "A");
    const std::vector<TestTerminal> desks{staff_desk(), staff_desk()};
    constexpr int rounds = 12;
    for (int i = 1; i <= 2 * rounds; ++i) {
        ASSERT_EQ(donor.check_in("A" + std::to_string(100 + i)).status, 200);
    }
    std::mutex mutex;
    std::multiset<std::string> called;
    std::latch ready(2);
    const auto work = [&](size_t which) {
        const std::string point = which == 0 ? "w1" : "w2";
        ready.arrive_and_wait();
        for (int i = 0; i < rounds; ++i) {
            const auto event = decided(desks[which].post(path_, request(CallCommand::next, point)));
            {
                const std::lock_guard lock(mutex);
                called.insert(event.ticket.value_or("none"));
            }
            decided(desks[which].post(path_, request(CallCommand::served, point)));
        }
    };
    std::thread one(work, 0);
    std::thread two(work, 1);
    one.join();
    two.join();
    EXPECT_EQ(called.size(), static_cast<size_t>(2 * rounds));
    EXPECT_EQ(std::set(called.begin(), called.end()).size(), called.size());
}

} // namespace
} // namespace rexue::tests

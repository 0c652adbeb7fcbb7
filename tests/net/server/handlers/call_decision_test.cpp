// What a desk's command makes of the queue: each command where it fits and where it does not.
#include "net/server/handlers/call_decision.h"

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::server {
namespace {

using base::ErrorCode;
using queue::EventKind;
using tests::day_one;
using tests::noon;
using wire::CallCommand;

class CallDecisionTest : public testing::Test {
  protected:
    CallDecisionTest() { state_.day = day_one; }

    void check_in(const std::string& ticket) {
        auto event = tests::a_check_in(ticket);
        event.at = noon + std::chrono::seconds(clock_++);
        ASSERT_EQ(queue::apply(state_, event), queue::FoldOutcome::applied);
    }

    base::Result<queue::HouseEvent> decide(CallCommand command, const std::string& point,
                                           std::optional<std::string> ticket = {}) const {
        return decide_call(
            state_,
            {.id = tests::an_id(), .command = command, .service_point = point, .ticket = ticket},
            {.house = house_,
             .terminal = "staff-1",
             .now = noon + std::chrono::minutes(clock_),
             .day = day_one});
    }

    // Decides and lets it happen.
    queue::HouseEvent happens(CallCommand command, const std::string& point,
                              std::optional<std::string> ticket = {}) {
        ++clock_;
        auto event = decide(command, point, std::move(ticket));
        EXPECT_TRUE(event) << event.error().detail;
        if (!event) return {};
        EXPECT_TRUE(queue::check(*event));
        EXPECT_EQ(queue::apply(state_, *event), queue::FoldOutcome::applied);
        return *event;
    }

    ErrorCode refusal(CallCommand command, const std::string& point,
                      std::optional<std::string> ticket = {}) const {
        const auto event = decide(command, point, std::move(ticket));
        EXPECT_FALSE(event);
        return event ? ErrorCode::internal : event.error().code;
    }

    wire::House house_ = tests::a_house();
    queue::QueueState state_;
    int clock_ = 1;
};

TEST_F(CallDecisionTest, next_calls_who_has_waited_longest_at_the_desks_stage) {
    check_in("A001");
    check_in("A002");
    const auto event = happens(CallCommand::next, "w2");
    EXPECT_EQ(event.kind, EventKind::called);
    EXPECT_EQ(event.ticket, "A001");
    EXPECT_EQ(event.service_point, "w2");
    EXPECT_EQ(event.stage, "examination");
    EXPECT_EQ(event.terminal, "staff-1");
    EXPECT_EQ(refusal(CallCommand::next, "c1"), ErrorCode::not_found) << "nobody waits there yet";
}

TEST_F(CallDecisionTest, next_waits_until_the_desk_has_said_what_became_of_its_ticket) {
    check_in("A001");
    check_in("A002");
    happens(CallCommand::next, "w1");
    EXPECT_EQ(refusal(CallCommand::next, "w1"), ErrorCode::conflict);
    happens(CallCommand::arrived, "w1");
    EXPECT_EQ(refusal(CallCommand::next, "w1"), ErrorCode::conflict);
    happens(CallCommand::served, "w1");
    EXPECT_EQ(happens(CallCommand::next, "w1").ticket, "A002");
}

TEST_F(CallDecisionTest, a_desk_that_is_not_of_the_house_decides_nothing) {
    EXPECT_EQ(refusal(CallCommand::next, "w9"), ErrorCode::invalid_argument);
    EXPECT_EQ(refusal(CallCommand::next, "w1", "A001"), ErrorCode::invalid_argument);
}

TEST_F(CallDecisionTest, served_leads_through_the_stages_and_out_of_the_door) {
    check_in("A001");
    for (const auto& [point, next_stage] :
         {std::pair{"w1", "pre_test"}, std::pair{"t1", "collection"}}) {
        happens(CallCommand::next, point);
        const auto event = happens(CallCommand::served, point, "A001");
        EXPECT_EQ(event.kind, EventKind::transferred);
        EXPECT_EQ(event.stage, next_stage);
    }
    happens(CallCommand::next, "c1");
    happens(CallCommand::arrived, "c1");
    EXPECT_EQ(happens(CallCommand::served, "c1").kind, EventKind::left);
    EXPECT_EQ(refusal(CallCommand::served, "c1", "A001"), ErrorCode::conflict);
}

TEST_F(CallDecisionTest, recall_and_missed_are_for_the_ticket_called_here) {
    check_in("A001");
    happens(CallCommand::next, "w1");
    EXPECT_EQ(happens(CallCommand::recall, "w1").kind, EventKind::recalled);
    EXPECT_EQ(refusal(CallCommand::recall, "w2", "A001"), ErrorCode::conflict);
    EXPECT_EQ(refusal(CallCommand::missed, "w2", "A001"), ErrorCode::conflict);
    EXPECT_EQ(refusal(CallCommand::recall, "w2"), ErrorCode::not_found);
    EXPECT_EQ(refusal(CallCommand::recall, "w1", "A777"), ErrorCode::not_found);
    EXPECT_EQ(happens(CallCommand::missed, "w1").kind, EventKind::missed);
    EXPECT_EQ(refusal(CallCommand::missed, "w1", "A001"), ErrorCode::conflict);
}

TEST_F(CallDecisionTest, a_missed_ticket_comes_back_by_its_number_to_a_free_desk) {
    check_in("A001");
    check_in("A002");
    happens(CallCommand::next, "w1");
    happens(CallCommand::missed, "w1");
    happens(CallCommand::next, "w1");
    EXPECT_EQ(refusal(CallCommand::recall, "w1", "A001"), ErrorCode::conflict) << "A002 is here";
    EXPECT_EQ(refusal(CallCommand::recall, "t1", "A001"), ErrorCode::conflict) << "another stage";
    EXPECT_EQ(happens(CallCommand::recall, "w2", "A001").kind, EventKind::recalled);
}

TEST_F(CallDecisionTest, arrived_is_said_once) {
    check_in("A001");
    happens(CallCommand::next, "w1");
    EXPECT_EQ(happens(CallCommand::arrived, "w1", "A001").kind, EventKind::arrived);
    EXPECT_EQ(refusal(CallCommand::arrived, "w1", "A001"), ErrorCode::conflict);
}

TEST_F(CallDecisionTest, undo_takes_back_the_desks_newest_step_and_no_other_desks) {
    EXPECT_EQ(refusal(CallCommand::undo, "w1"), ErrorCode::conflict);
    check_in("A001");
    check_in("A002");
    const auto called = happens(CallCommand::next, "w1");
    happens(CallCommand::next, "w2");
    const auto undone = happens(CallCommand::undo, "w1");
    EXPECT_EQ(undone.kind, EventKind::undone);
    EXPECT_EQ(undone.undoes, called.id);
    EXPECT_EQ(undone.ticket, "A001");
    EXPECT_EQ(queue::find_ticket(state_, "A002")->status, queue::TicketStatus::called);
    EXPECT_EQ(happens(CallCommand::next, "w1").ticket, "A001");
}

TEST_F(CallDecisionTest, undo_is_refused_once_another_desk_has_gone_on_with_the_ticket) {
    check_in("A001");
    happens(CallCommand::next, "w1");
    happens(CallCommand::served, "w1");
    happens(CallCommand::next, "t1");
    EXPECT_EQ(refusal(CallCommand::undo, "w1"), ErrorCode::conflict);
}

} // namespace
} // namespace rexue::server

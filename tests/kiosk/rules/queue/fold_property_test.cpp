// Whatever order events come in, a house is never in an impossible state.
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/rules/queue/fold.h"
#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using support::HouseDay;

const std::vector<std::string> tickets{"A001", "A002", "A003", "B001"};
const std::vector<std::string> points{"w1", "w2", "w3"};
const std::vector<std::string> stages{"examination", "pre_test", "collection"};

// A random thing happens; what it undoes or answers is one of the last few events.
void something_happens(HouseDay& day) {
    const auto ticket = *rc::gen::elementOf(tickets);
    const auto point = *rc::gen::elementOf(points);
    const auto back = static_cast<size_t>(*rc::gen::inRange(1, 8));
    const auto earlier =
        day.log().size() < back ? support::uuid(0) : day.log()[day.log().size() - back].id;
    switch (*rc::gen::inRange(0, 13)) {
        case 0:
        case 1:
            day.check_in(ticket);
            break;
        case 2:
        case 3:
            day.call(ticket, point);
            break;
        case 4:
            day.recall(ticket, point);
            break;
        case 5:
            day.arrive(ticket, point);
            break;
        case 6:
            day.miss(ticket);
            break;
        case 7:
            day.come_back(ticket);
            break;
        case 8:
            day.transfer(ticket, *rc::gen::elementOf(stages));
            break;
        case 9:
            day.leave(ticket);
            break;
        case 10:
            day.ask_for_help();
            break;
        case 11:
            day.answer_help(earlier);
            break;
        default:
            day.undo(earlier);
            break;
    }
}

void expect_possible(const QueueState& state) {
    std::set<std::string> numbers;
    size_t counted = 0;
    for (const TicketStatus status :
         {TicketStatus::waiting, TicketStatus::called, TicketStatus::being_served,
          TicketStatus::missed, TicketStatus::left}) {
        for (const TicketState& ticket : with_status(state, status))
            numbers.insert(ticket.ticket);
        counted += with_status(state, status).size();
    }
    RC_ASSERT(counted == state.tickets.size()); // each is in exactly one status
    RC_ASSERT(numbers.size() == state.tickets.size());

    size_t in_lines = 0;
    for (const std::string& stage : stages)
        in_lines += waiting_at(state, stage).size();
    RC_ASSERT(in_lines == with_status(state, TicketStatus::waiting).size());

    std::set<std::string> called_tickets;
    std::set<std::string> calling_points;
    for (const StandingCall& call : state.calls) {
        RC_ASSERT(called_tickets.insert(call.ticket).second);
        RC_ASSERT(calling_points.insert(call.service_point).second);
        const TicketState* ticket = find_ticket(state, call.ticket);
        RC_ASSERT(ticket != nullptr);
        RC_ASSERT(ticket->service_point == call.service_point);
        RC_ASSERT(ticket->status == TicketStatus::called ||
                  ticket->status == TicketStatus::being_served);
    }
    RC_ASSERT(state.steps.size() <= max_undo_steps);
    RC_ASSERT(std::ranges::is_sorted(state.applied));
}

RC_GTEST_PROP(Fold, IsPossibleAfterAnyDay, ()) {
    HouseDay day;
    const int count = *rc::gen::inRange(0, 60);
    for (int i = 0; i < count; ++i) {
        something_happens(day);
        expect_possible(day.state());
    }
}

RC_GTEST_PROP(Fold, TakesEveryEventOnce, ()) {
    HouseDay day;
    const int count = *rc::gen::inRange(1, 40);
    for (int i = 0; i < count; ++i) {
        something_happens(day);
        const QueueState once = day.state();
        const auto outcome = day.repeat();
        RC_ASSERT(outcome != FoldOutcome::applied);
        RC_ASSERT(day.state() == once);
    }
    // And the whole day over again, in any order of a late resend, is the same day.
    const QueueState whole = day.state();
    QueueState again = whole;
    std::vector<HouseEvent> took_effect;
    for (const HouseEvent& event : day.log())
        if (std::ranges::binary_search(whole.applied, event.id)) took_effect.push_back(event);
    for (size_t i = took_effect.size(); i-- > 0;)
        RC_ASSERT(apply(again, took_effect[i]) == FoldOutcome::already_so);
    RC_ASSERT(again == whole);
}

RC_GTEST_PROP(Undo, OfTheNewestStepRestoresTheTicketExactly, ()) {
    HouseDay day;
    for (const auto& ticket : tickets)
        day.check_in(ticket);
    const int count = *rc::gen::inRange(0, 15);
    for (int i = 0; i < count; ++i)
        something_happens(day);
    QueueState before;
    int tries = 0;
    do {
        RC_PRE(++tries < 50); // until something happens that is a step
        before = day.state();
        something_happens(day);
    } while (day.state().steps.size() != before.steps.size() + 1);
    const std::string ticket = *day.last().ticket;
    RC_ASSERT(day.undo() == FoldOutcome::applied);
    RC_ASSERT(day.ticket(ticket) == *find_ticket(before, ticket));
    RC_ASSERT(day.state().calls == before.calls);
    RC_ASSERT(day.state().tickets == before.tickets);
    RC_ASSERT(day.state().steps == before.steps);
}

RC_GTEST_PROP(Fold, OffersOnlyStepsThatCanBeUndone, ()) {
    HouseDay day;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i)
        something_happens(day);
    for (const auto& point : points) {
        if (const auto step = last_step_of(day.state(), point)) {
            RC_ASSERT(day.undo(*step) == FoldOutcome::applied);
            expect_possible(day.state());
        }
    }
}

RC_GTEST_PROP(Estimate, IsAnHonestRangeOnAnyDay, ()) {
    HouseDay day;
    const int count = *rc::gen::inRange(0, 60);
    for (int i = 0; i < count; ++i)
        something_happens(day);
    for (const auto& stage : stages) {
        for (const std::string ticket : {"", "A001", "Z999"}) {
            const auto wait = estimate_wait(day.state(), stage, ticket, *rc::gen::inRange(-1, 5));
            RC_ASSERT(wait.from >= std::chrono::minutes(0));
            RC_ASSERT(wait.from <= wait.to);
            RC_ASSERT(wait.people_ahead >= 0);
            RC_ASSERT(wait.people_ahead <= static_cast<int>(waiting_at(day.state(), stage).size()));
        }
    }
}

} // namespace
} // namespace rexue::queue
